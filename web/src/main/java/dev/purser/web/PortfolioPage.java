package dev.purser.web;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Portfolios;
import dev.purser.domain.rights.AdmitPeople;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Grants.Grant;
import dev.purser.domain.rights.Holder;
import dev.purser.domain.rights.Invitations.Ending;
import dev.purser.domain.rights.Invitations.Withdrawal;
import dev.purser.domain.rights.ShareCustomers;
import dev.purser.domain.rights.ShareCustomers.Flaw;
import dev.purser.domain.rights.ShareCustomers.Result;
import dev.purser.domain.rights.Sharing;
import dev.purser.web.settings.Settings;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** One person's portfolio: which customers they hold, and the forms that grant and take them. */
@Path(PortfoliosPage.ADDRESS + "/{person}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed("administrator")
public class PortfolioPage {

    private static final int UNPROCESSABLE = 422;
    private static final int ROWS = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Grants grants;
    private final Customers customers;
    private final ShareCustomers shareCustomers;
    private final AdmitPeople admitPeople;
    private final SignedInActor signedIn;
    private final WrittenDown writtenDown;
    private final Settings settings;

    PortfolioPage(
            Grants grants,
            Customers customers,
            ShareCustomers shareCustomers,
            AdmitPeople admitPeople,
            SignedInActor signedIn,
            WrittenDown writtenDown,
            Settings settings) {
        this.grants = grants;
        this.customers = customers;
        this.shareCustomers = shareCustomers;
        this.admitPeople = admitPeople;
        this.signedIn = signedIn;
        this.writtenDown = writtenDown;
        this.settings = settings;
    }

    static String address(PersonId person) {
        return PortfoliosPage.ADDRESS + "/" + person;
    }

    /**
     * The page.
     *
     * @param grantable how many customers that match could be granted, on all pages
     * @param takeable how many could be taken
     * @param flaws all that is to be mended
     */
    record Portfolio(
            Holder holder,
            PortfolioFilter filter,
            List<AccountName> accounts,
            Customers.Page page,
            List<Line> lines,
            long grantable,
            long takeable,
            String reason,
            List<Flaw> flaws,
            List<Flaw> flawsOfReason,
            List<Flaw> flawsOfList,
            Portfolios sharing,
            Optional<WrittenDown.Said> done,
            Optional<Remark> remark)
            implements TemplateInstance {}

    /** @param grant if the person holds the customer */
    record Line(KnownCustomer customer, Optional<Grant> grant, boolean marked) {}

    /** So many customers that nothing is done before their number was seen. */
    record Confirm(Holder holder, PortfolioFilter filter, Sharing sharing, long customers, String reason, boolean again)
            implements TemplateInstance {}

    @GET
    @RunOnVirtualThread
    public TemplateInstance show(@PathParam("person") String person, @Context UriInfo address) {
        var parameters = address.getQueryParameters();
        var holder = find(person);
        return page(
                holder,
                PortfolioFilter.of(holder.id(), name -> PortfoliosPage.text(parameters.getFirst(name))),
                new Typed("", Set.of(), List.of()),
                writtenDown.in(PortfoliosPage.text(parameters.getFirst(WrittenDown.PARAMETER))),
                Remark.of(PortfoliosPage.text(parameters.getFirst(Remark.PARAMETER))));
    }

    @POST
    @Path("/grants")
    @RunOnVirtualThread
    public Response grant(@PathParam("person") String person, @BeanParam PortfolioForm form) {
        return share(find(person), Sharing.GRANT, form);
    }

    @POST
    @Path("/takings")
    @RunOnVirtualThread
    public Response take(@PathParam("person") String person, @BeanParam PortfolioForm form) {
        return share(find(person), Sharing.TAKE, form);
    }

    private Response share(Holder holder, Sharing sharing, PortfolioForm form) {
        var filter = PortfolioFilter.of(holder.id(), form::field);
        var selection = form.selection(filter.match());
        return switch (shareCustomers.share(signedIn.actor(), holder.id(), sharing, selection, form.reason())) {
            case Result.Shared(var count, var entries) ->
                to(filter.with(WrittenDown.PARAMETER, entries.getLast().toString()));
            case Result.Nothing() -> to(filter.with(Remark.PARAMETER, Remark.NOTHING.key()));
            case Result.Erased() -> to(filter.with(Remark.PARAMETER, Remark.ERASED.key()));
            case Result.ToConfirm(var count) ->
                Response.ok(new Confirm(holder, filter, sharing, count, form.reason(), form.confirmed()))
                        .build();
            case Result.Unusable(var flaws) ->
                Response.status(UNPROCESSABLE)
                        .entity(page(
                                holder,
                                filter,
                                new Typed(form.reason(), form.marked(), flaws),
                                Optional.empty(),
                                Optional.empty()))
                        .build();
            case Result.NoSuchPerson() -> throw new NotFoundException();
            case Result.NotPermitted() -> throw new ForbiddenException();
        };
    }

    @POST
    @Path("/ended-sessions")
    @RunOnVirtualThread
    public Response endSessions(@PathParam("person") String person) {
        var holder = find(person);
        return switch (admitPeople.endSessions(signedIn.actor(), holder.id())) {
            case AdmitPeople.Result.Done<Ending>(Ending.Ended(var entry)) ->
                to(holder.id(), WrittenDown.PARAMETER, Long.toString(entry));
            case AdmitPeople.Result.Done<Ending>(Ending.NoSession()) ->
                to(holder.id(), Remark.PARAMETER, Remark.NO_SESSION.key());
            case AdmitPeople.Result.Unusable<Ending> nothing -> throw new NotFoundException();
            case AdmitPeople.Result.NoSuchPerson<Ending> nobody -> throw new NotFoundException();
            case AdmitPeople.Result.NotPermitted<Ending> no -> throw new ForbiddenException();
        };
    }

    @POST
    @Path("/withdrawal")
    @RunOnVirtualThread
    public Response withdraw(@PathParam("person") String person) {
        var holder = find(person);
        return switch (admitPeople.withdraw(signedIn.actor(), holder.id())) {
            case AdmitPeople.Result.Done<Withdrawal>(Withdrawal.Withdrawn(var entry)) ->
                to(PortfoliosPage.ADDRESS + "?" + WrittenDown.PARAMETER + "=" + entry);
            case AdmitPeople.Result.Done<Withdrawal>(Withdrawal.Accepted()) ->
                to(holder.id(), Remark.PARAMETER, Remark.ACCEPTED.key());
            case AdmitPeople.Result.Done<Withdrawal>(Withdrawal.NotInvited()) ->
                to(PortfoliosPage.ADDRESS + "?" + Remark.PARAMETER + "=" + Remark.NOT_INVITED.key());
            case AdmitPeople.Result.Unusable<Withdrawal> nothing -> throw new NotFoundException();
            case AdmitPeople.Result.NoSuchPerson<Withdrawal> nobody -> throw new NotFoundException();
            case AdmitPeople.Result.NotPermitted<Withdrawal> no -> throw new ForbiddenException();
        };
    }

    /** Where somebody comes to whose sign-in had run out when they sent a form, and who follows its address as a link. */
    @GET
    @Path("/grants")
    @RunOnVirtualThread
    public Response unsent(@PathParam("person") String person) {
        return to(find(person).id(), Remark.PARAMETER, Remark.UNSENT.key());
    }

    @GET
    @Path("/takings")
    @RunOnVirtualThread
    public Response unsentTaking(@PathParam("person") String person) {
        return unsent(person);
    }

    @GET
    @Path("/ended-sessions")
    @RunOnVirtualThread
    public Response unsentEnding(@PathParam("person") String person) {
        return unsent(person);
    }

    @GET
    @Path("/withdrawal")
    @RunOnVirtualThread
    public Response unsentWithdrawal(@PathParam("person") String person) {
        return unsent(person);
    }

    private static Response to(PersonId person, String parameter, String value) {
        return to(address(person) + "?" + parameter + "=" + value);
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    private Holder find(String person) {
        return Optional.of(person)
                .filter(ID.asMatchPredicate())
                .map(id -> new PersonId(UUID.fromString(id)))
                .flatMap(id -> grants.find(signedIn.actor().person(), id))
                .orElseThrow(NotFoundException::new);
    }

    /** What was typed and marked, and what of it is to be mended. */
    private record Typed(String reason, Set<CustomerId> marked, List<Flaw> flaws) {}

    private Portfolio page(
            Holder holder,
            PortfolioFilter filter,
            Typed typed,
            Optional<WrittenDown.Said> done,
            Optional<Remark> remark) {
        var found = grants.page(holder.id(), filter.match(), filter.from(), ROWS);
        return new Portfolio(
                holder,
                filter,
                customers.overview(signedIn.actor().reader()).accounts(),
                found.customers(),
                found.customers().customers().stream()
                        .map(customer -> new Line(
                                customer,
                                Optional.ofNullable(found.held().get(customer.id())),
                                typed.marked.contains(customer.id())))
                        .toList(),
                grants.affected(holder.id(), Sharing.GRANT, filter.match()),
                grants.affected(holder.id(), Sharing.TAKE, filter.match()),
                typed.reason,
                typed.flaws,
                typed.flaws.stream()
                        .filter(flaw -> flaw != Flaw.NOTHING_SELECTED)
                        .toList(),
                typed.flaws.stream()
                        .filter(flaw -> flaw == Flaw.NOTHING_SELECTED)
                        .toList(),
                settings.portfolios(),
                done,
                remark);
    }
}
