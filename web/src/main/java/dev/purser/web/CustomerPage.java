package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Changes.Occupant;
import dev.purser.domain.change.Changes.Receipt;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.usage.SpendByDay;
import dev.purser.web.Mistakes.Mistake;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.SpendCourse;
import dev.purser.web.history.EntrySentences;
import dev.purser.web.history.HistoryWords;
import dev.purser.web.history.Line;
import dev.purser.web.history.OutcomeChoice;
import dev.purser.web.language.ReaderLanguage;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One customer: its budget now, the form to change it, its spend, and what happened to it. */
@Path("/customers/{account}/{tenant}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"account-manager", "auditor", "administrator"})
public class CustomerPage {

    /** Who was given the customer is told by the same history, but is no change of it. */
    private static final Set<EntryKind> OF_BUDGETS = EnumSet.complementOf(EnumSet.copyOf(OutcomeChoice.RIGHTS.kinds()));

    private static final int NEWEST = 10;

    private final Customers customers;
    private final Readings readings;
    private final Changes changes;
    private final History history;
    private final SpendByDay spendByDay;
    private final SignedInActor signedIn;
    private final Foresight foresight;
    private final DisplayTime time;
    private final ReaderLanguage language;

    CustomerPage(
            Customers customers,
            Readings readings,
            Changes changes,
            History history,
            SpendByDay spendByDay,
            SignedInActor signedIn,
            Foresight foresight,
            DisplayTime time,
            ReaderLanguage language) {
        this.customers = customers;
        this.readings = readings;
        this.changes = changes;
        this.history = history;
        this.spendByDay = spendByDay;
        this.signedIn = signedIn;
        this.foresight = foresight;
        this.time = time;
        this.language = language;
    }

    /**
     * The page.
     *
     * @param understood what the amount in the form comes to
     * @param sent what came of a form that was sent and not accepted
     * @param open the change that keeps others out
     * @param course of the spend, as soon as two days of the period are known
     * @param lines the newest of its history
     * @param total how many there are
     * @param reading since when Microsoft is being asked for its values
     */
    record Customer(
            KnownCustomer customer,
            Optional<Instant> reading,
            Access access,
            ChangeForm form,
            Optional<Understood> understood,
            Sent sent,
            Optional<Open> open,
            Optional<SpendCourse> course,
            List<Line> lines,
            long total)
            implements TemplateInstance {}

    /** What the person may do with this customer. */
    enum Access {
        CHANGES,
        READS,
        /** Amounts and history are none of their business. */
        SEES_NAME;

        public boolean changes() {
            return this == CHANGES;
        }

        public boolean seesAmounts() {
            return this != SEES_NAME;
        }
    }

    /**
     * What came of a form that was not accepted; nothing was sent to Microsoft.
     *
     * @param mistakes what is to be mended
     * @param before what the same form had been sent with, if this person had sent it
     * @param by the change that was in the way
     */
    record Sent(How how, List<Mistake> mistakes, Optional<Change> before, Optional<Occupant> by) {

        enum How {
            NOT_YET,
            /** It did not arrive, or there was none: its address was asked for. */
            UNSENT,
            UNUSABLE,
            OCCUPIED,
            OTHERWISE
        }

        static final Sent NOT_YET = new Sent(How.NOT_YET, List.of(), Optional.empty(), Optional.empty());

        static final Sent UNSENT = new Sent(How.UNSENT, List.of(), Optional.empty(), Optional.empty());

        static Sent unusable(List<Mistake> mistakes) {
            return new Sent(How.UNUSABLE, mistakes, Optional.empty(), Optional.empty());
        }

        static Sent otherwise(Optional<Change> before) {
            return new Sent(How.OTHERWISE, List.of(), before, Optional.empty());
        }

        static Sent occupied(Occupant by) {
            return new Sent(How.OCCUPIED, List.of(), Optional.empty(), Optional.of(by));
        }

        public boolean notYet() {
            return how == How.NOT_YET;
        }

        public boolean unsent() {
            return how == How.UNSENT;
        }

        public boolean otherwise() {
            return how == How.OTHERWISE;
        }

        /** What is wrong with a field. */
        public Optional<Mistake> at(String place) {
            return mistakes.stream()
                    .filter(mistake -> mistake.place().equals(place))
                    .findFirst();
        }
    }

    /**
     * A change that is under way.
     *
     * @param waiting what it waits for, and until when
     */
    record Open(Occupant by, Standing standing, Optional<Waiting> waiting) {

        /** Until then an earlier request may still land, and nothing new is sent. */
        public Optional<Instant> quarantinedUntil() {
            return until(Waiting.Cause.QUARANTINE);
        }

        public Optional<Instant> throttledUntil() {
            return until(Waiting.Cause.THROTTLED);
        }

        private Optional<Instant> until(Waiting.Cause cause) {
            return waiting.filter(what -> what.cause() == cause).map(Waiting::until);
        }

        public boolean unknown() {
            return standing == Standing.UNKNOWN;
        }

        enum Standing {
            OWN,
            OTHERS,
            /** Nobody knows yet whether it was applied. */
            UNKNOWN
        }
    }

    @GET
    @RunOnVirtualThread
    public Response show(
            @PathParam("account") String account,
            @PathParam("tenant") String tenant,
            @QueryParam("unsent") @Nullable String unsent) {
        var actor = signedIn.actor();
        var customer = find(actor, account, tenant);
        return Response.ok(page(actor, customer, ChangeForm.empty(), unsent == null ? Sent.NOT_YET : Sent.UNSENT))
                .build();
    }

    /** Where somebody comes to whose sign-in had run out when they asked to read. */
    @GET
    @Path("/readings")
    @RolesAllowed({"account-manager", "auditor"})
    public Response notRead(@PathParam("account") String account, @PathParam("tenant") String tenant) {
        var customer = CustomerAddress.of(account, tenant).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(CustomerAddress.page(customer))).build();
    }

    /**
     * Reads budget and spend from Microsoft now. What cannot be read keeps its last values; what takes long is read all the
     * same, and shown later.
     */
    @POST
    @Path("/readings")
    @RolesAllowed({"account-manager", "auditor"})
    @RunOnVirtualThread
    public Response read(@PathParam("account") String account, @PathParam("tenant") String tenant) {
        var customer = find(signedIn.actor(), account, tenant);
        readings.read(customer.id());
        return Response.seeOther(URI.create(CustomerAddress.page(customer.id())))
                .build();
    }

    /** The page with a form as it is; which customers may be changed is asked anew. */
    Customer page(Actor actor, KnownCustomer customer, ChangeForm form, Sent sent) {
        var reader = actor.reader();
        if (reader.customers() instanceof Reader.Customers.NamesOnly) {
            return new Customer(
                    customer,
                    Optional.empty(),
                    Access.SEES_NAME,
                    form,
                    Optional.empty(),
                    sent,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    0);
        }
        var newest = history.page(
                reader,
                new History.Query(
                        "",
                        Optional.empty(),
                        Optional.of(customer.id()),
                        OF_BUDGETS,
                        Optional.empty(),
                        Optional.empty(),
                        History.Detail.OUTCOMES,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        NEWEST));
        var sentences = new EntrySentences(
                language.words(HistoryWords.class), Figures.about(time, language.locale(), time.now()));
        return new Customer(
                customer,
                readings.since(customer.id()),
                access(actor, customer.id()),
                form,
                // What is wrong with it is said at the field already.
                sent.at("amount").isEmpty() ? foresight.understood(customer, form) : Optional.empty(),
                sent,
                sent.by().map(by -> open(actor, by)).or(() -> underWay(actor, customer)),
                course(reader, customer),
                newest.entries().stream()
                        .map(entry -> Line.of(sentences, entry))
                        .toList(),
                newest.total());
    }

    private Optional<SpendCourse> course(Reader reader, KnownCustomer customer) {
        if (!(customer.usage() instanceof UsageRead.Spent(var usage, var at))
                || usage.period().isEmpty()) {
            return Optional.empty();
        }
        var currency = usage.spend().currency();
        var period = usage.period().get();
        var days = spendByDay.of(reader, customer.id(), period, currency);
        return days.size() < 2
                ? Optional.empty()
                : Optional.of(SpendCourse.of(period, usage.plan(), days, currency, limit(customer, currency)));
    }

    /** What the spend is held against: a budget in another currency than it cannot be drawn beside it. */
    private static Optional<BigDecimal> limit(KnownCustomer customer, Currency currency) {
        return customer.budget()
                .filter(read -> customer.currency().known().equals(Optional.of(currency)))
                .map(BudgetRead::limit)
                .flatMap(limit ->
                        limit instanceof SpendingLimit.Limit(var amount) ? Optional.of(amount) : Optional.empty());
    }

    private KnownCustomer find(Actor actor, String account, String tenant) {
        return CustomerAddress.of(account, tenant)
                .flatMap(id -> customers.find(actor.reader(), id))
                .orElseThrow(NotFoundException::new);
    }

    private Access access(Actor actor, CustomerId customer) {
        return actor.writer()
                .flatMap(writer -> customers.find(writer, customer))
                .map(may -> Access.CHANGES)
                .orElse(Access.READS);
    }

    /** Empty where it has ended in between. */
    private Optional<Open> underWay(Actor actor, KnownCustomer customer) {
        return customer.openChange()
                .flatMap(open -> changes.find(actor.reader(), open.change()))
                .filter(receipt -> receipt.change().state() instanceof ChangeState.Open)
                .map(receipt -> open(actor, occupant(receipt), receipt.change()));
    }

    private static Occupant occupant(Receipt receipt) {
        var change = receipt.change();
        return new Occupant(change.id(), receipt.who().orElse(""), change.askedAt(), change.before(), change.wanted());
    }

    private Open open(Actor actor, Occupant by) {
        return changes.find(actor.reader(), by.change())
                .map(receipt -> open(actor, by, receipt.change()))
                .orElseGet(() -> new Open(by, Open.Standing.OTHERS, Optional.empty()));
    }

    private static Open open(Actor actor, Occupant by, Change change) {
        return new Open(
                by,
                standing(actor, change),
                change.state() instanceof ChangeState.Requested(var waiting, var tries) ? waiting : Optional.empty());
    }

    private static Open.Standing standing(Actor actor, Change change) {
        if (change.state() instanceof ChangeState.Unknown) {
            return Open.Standing.UNKNOWN;
        }
        return change.who().equals(actor.person()) ? Open.Standing.OWN : Open.Standing.OTHERS;
    }
}
