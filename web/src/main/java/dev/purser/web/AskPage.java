package dev.purser.web;

import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeBudget;
import dev.purser.domain.change.ChangeBudget.Consent;
import dev.purser.domain.change.ChangeBudget.Result;
import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.ChangeBudget.Wish;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Changes;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.portfolio.Actor;
import dev.purser.web.ChangeForm.Fields;
import dev.purser.web.CustomerPage.Sent;
import dev.purser.web.Mistakes.Mistake;
import dev.purser.web.errors.Outage;
import dev.purser.web.format.Delta;
import dev.purser.web.language.ReaderLanguage;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes a filled-in form: makes a change of it, shows it once more first, or says what is to be mended. */
@Path("/customers/{account}/{tenant}/changes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("account-manager")
public class AskPage {

    private static final int UNPROCESSABLE = 422;

    private static final String WHILE_TYPING = "HX-Request";

    /**
     * From when the form is looked at. Microsoft usually answers within a second; so its answer stands on the receipt at first
     * sight. Where the portal itself is slow to accept, that is taken off: the form's answer has its time too.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** The usual answer takes some tens of milliseconds; who has to wait longer does not notice the pauses grow. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(40);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private static final Logger LOG = Logger.getLogger(AskPage.class);

    private final ChangeBudget changeBudget;
    private final Changes changes;
    private final Customers customers;
    private final ChangeWorkers workers;
    private final CustomerPage customerPage;
    private final SignedInActor signedIn;
    private final Foresight foresight;
    private final Mistakes mistakes;
    private final Concerns concerns;
    private final ReaderLanguage language;

    AskPage(
            ChangeBudget changeBudget,
            Changes changes,
            Customers customers,
            ChangeWorkers workers,
            CustomerPage customerPage,
            SignedInActor signedIn,
            Foresight foresight,
            Mistakes mistakes,
            Concerns concerns,
            ReaderLanguage language) {
        this.changeBudget = changeBudget;
        this.changes = changes;
        this.customers = customers;
        this.workers = workers;
        this.customerPage = customerPage;
        this.signedIn = signedIn;
        this.foresight = foresight;
        this.mistakes = mistakes;
        this.concerns = concerns;
        this.language = language;
    }

    /**
     * A wish to be looked at once more.
     *
     * @param form the form that makes it a change, if the person still wants it
     * @param opened the budget when the form was opened, where it is another one now
     * @param considered what there is to consider, by the keys that the form sends along
     * @param sentences the same in words
     * @param address that takes the form
     */
    record Review(
            KnownCustomer customer,
            ChangeForm form,
            String address,
            Optional<SpendingLimit> opened,
            SpendingLimit now,
            SpendingLimit wanted,
            Optional<Delta> delta,
            String considered,
            List<String> sentences)
            implements TemplateInstance {}

    /** What is shown of an amount while it is typed. */
    record Draft(Optional<Understood> understood) implements TemplateInstance {}

    @POST
    @RunOnVirtualThread
    public Response ask(
            @PathParam("account") String account, @PathParam("tenant") String tenant, @BeanParam Fields fields) {
        var form = ChangeForm.of(fields);
        var wanted = fields.wants("removal") ? new Wanted.Removal() : form.typed(language.locale());
        return answer(form, form.wish(customer(account, tenant), wanted, fields.consent()));
    }

    /** Shows a change once more; a removal, unless an amount is asked for by name. */
    @POST
    @Path("/review")
    @RunOnVirtualThread
    public Response review(
            @PathParam("account") String account, @PathParam("tenant") String tenant, @BeanParam Fields fields) {
        var form = ChangeForm.of(fields);
        var wanted = fields.wants("amount") ? form.typed(language.locale()) : new Wanted.Removal();
        return answer(form, form.wish(customer(account, tenant), wanted, Consent.TO_BE_ASKED));
    }

    /**
     * Back to the form, with everything in it as it was typed, and what was understood of the amount. Nothing of it is kept.
     *
     * @param typing sent by the form itself while an amount is typed, which asks for what was understood alone
     */
    @POST
    @Path("/draft")
    @RunOnVirtualThread
    public Response draft(
            @PathParam("account") String account,
            @PathParam("tenant") String tenant,
            @HeaderParam(WHILE_TYPING) @Nullable String typing,
            @BeanParam Fields fields) {
        var actor = signedIn.actor();
        var form = ChangeForm.of(fields);
        var customer = actor.writer()
                .flatMap(writer -> customers.find(writer, customer(account, tenant)))
                .orElseThrow(NotFoundException::new);
        if (typing != null) {
            return Response.ok(new Draft(foresight.understood(customer, form))).build();
        }
        var wrong = fields.wants("amount") ? foresight.mistakes(customer, form) : List.<Mistake>of();
        return wrong.isEmpty()
                ? Response.ok(customerPage.page(actor, customer, form, Sent.NOT_YET))
                        .build()
                : notAccepted(actor, customer, form, Sent.unusable(wrong));
    }

    /**
     * Where somebody comes to whose sign-in had run out when they sent the form: the provider sends them back to its address,
     * without what was in it. Who follows that address as a link looks the same.
     */
    @GET
    public Response unsent(@PathParam("account") String account, @PathParam("tenant") String tenant) {
        return Response.seeOther(URI.create(CustomerAddress.unsent(customer(account, tenant))))
                .build();
    }

    @GET
    @Path("/review")
    public Response unsentReview(@PathParam("account") String account, @PathParam("tenant") String tenant) {
        return unsent(account, tenant);
    }

    @GET
    @Path("/draft")
    public Response unsentDraft(@PathParam("account") String account, @PathParam("tenant") String tenant) {
        return unsent(account, tenant);
    }

    private Response answer(ChangeForm form, Wish wish) {
        return answer(form, wish, CustomerAddress.changes(wish.customer()));
    }

    /**
     * What came of a filled-in form.
     *
     * @param address that takes it again once it was reviewed
     */
    Response answer(ChangeForm form, Wish wish, String address) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var actor = signedIn.actor();
        return switch (changeBudget.ask(actor, wish)) {
            case Result.Accepted(var change) -> accepted(actor, change, end);
            case Result.ToReview review ->
                Response.ok(review(form, review, address)).build();
            case Result.Unusable(var customer, var flaws) ->
                notAccepted(
                        actor, customer, form, Sent.unusable(mistakes.of(customer, form, flaws, language.locale())));
            // The id of this form is spent: what is sent next is another change.
            case Result.SentOtherwise(var customer, var before) ->
                notAccepted(actor, customer, form.anew(), Sent.otherwise(before));
            case Result.Occupied(var customer, var by) -> notAccepted(actor, customer, form, Sent.occupied(by));
            case Result.NoSuchCustomer() -> throw new NotFoundException();
        };
    }

    private Response accepted(Actor actor, UUID change, long end) {
        workers.wake();
        awaitAnswer(actor, change, end);
        return Response.seeOther(URI.create("/changes/" + change)).build();
    }

    /** Holds no database connection while it waits: each look takes one and gives it back. */
    private void awaitAnswer(Actor actor, UUID change, long end) {
        var pause = FIRST_PAUSE;
        try {
            while (System.nanoTime() < end && onItsWay(actor, change)) {
                Thread.sleep(pause);
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // The portal stops. The change was accepted, and its receipt can be looked at all the same.
            Thread.currentThread().interrupt();
        }
    }

    private boolean onItsWay(Actor actor, UUID change) {
        try {
            return changes.find(actor.reader(), change)
                    .map(receipt -> switch (receipt.change().state()) {
                        case ChangeState.Requested(var waiting, var tries) -> waiting.isEmpty();
                        case ChangeState.Submitting submitting -> true;
                        case ChangeState.Unknown unknown -> false;
                        case ChangeState.Ended ended -> false;
                    })
                    .orElse(false);
        } catch (RuntimeException e) {
            if (Outage.behind(e).isEmpty()) {
                throw e;
            }
            // The change was accepted: whatever page can be shown now, it must be the receipt's.
            LOG.debugf(e, "Change %s was accepted, and what became of it cannot be read", change);
            return false;
        }
    }

    private Review review(ChangeForm form, Result.ToReview review, String address) {
        var customer = review.customer();
        return new Review(
                customer,
                form,
                address,
                review.concerns().stream()
                        .filter(Concern.Moved.class::isInstance)
                        .map(concern -> ((Concern.Moved) concern).whenOpened())
                        .findFirst(),
                review.now(),
                review.wanted(),
                Delta.of(new BudgetMove(review.now(), review.wanted()), customer.currency()),
                review.concerns().stream().map(Concern::key).collect(Collectors.joining(" ")),
                concerns.of(review.concerns(), review.now(), customer.currency(), language.locale()));
    }

    private Response notAccepted(Actor actor, KnownCustomer customer, ChangeForm form, Sent sent) {
        return Response.status(UNPROCESSABLE)
                .entity(customerPage.page(actor, customer, form, sent))
                .build();
    }

    private static CustomerId customer(String account, String tenant) {
        return CustomerAddress.of(account, tenant).orElseThrow(NotFoundException::new);
    }
}
