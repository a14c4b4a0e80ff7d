package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.Customers.Overview;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The customers that a person sees, with their last known budgets and spend. */
@Path("/customers")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"account-manager", "auditor", "administrator"})
public class CustomersPage {

    private static final int ROWS = 50;

    private final Customers customers;
    private final People people;
    private final SignedInActor signedIn;

    CustomersPage(Customers customers, People people, SignedInActor signedIn) {
        this.customers = customers;
        this.people = people;
        this.signedIn = signedIn;
    }

    /** Customers with their amounts. */
    record Amounts(
            CustomerFilter filter, Overview overview, Customers.Page page, List<Column> columns, List<Flag> flags)
            implements TemplateInstance {}

    /** Names alone, for those who see no amounts. */
    record Names(CustomerFilter filter, Overview overview, Customers.Page page, List<Column> columns)
            implements TemplateInstance {}

    /**
     * Nobody to be seen at all, and why.
     *
     * @param administrators who can be asked for customers, by name
     */
    record Nobody(Actor actor, Why why, List<String> administrators) implements TemplateInstance {}

    enum Why {
        NONE_GRANTED,
        NONE_READ
    }

    /** @param sorted the order, if the list is sorted by this column */
    record Column(Sort sort, String address, Optional<Direction> sorted) {

        public boolean ascending() {
            return sorted.equals(Optional.of(Direction.ASCENDING));
        }
    }

    @GET
    @RunOnVirtualThread
    public Response list(@Context UriInfo address) {
        var actor = signedIn.actor();
        var reader = actor.reader();
        var filter = CustomerFilter.of(name ->
                Optional.ofNullable(address.getQueryParameters().getFirst(name)).orElse(""));
        var overview = customers.overview(reader);
        if (overview.customers() == 0) {
            return Response.ok(new Nobody(actor, why(reader), people.administrators(actor.person())))
                    .build();
        }
        var page = customers.page(reader, filter.query(ROWS));
        if (filter.searchesOnly() && page.total() == 1) {
            return Response.seeOther(found(page.customers().getFirst().id(), actor))
                    .build();
        }
        return Response.ok(
                        switch (reader.customers()) {
                            case Reader.Customers.NamesOnly namesOnly -> names(filter.byNames(), overview, page);
                            case Reader.Customers all ->
                                new Amounts(
                                        filter, overview, page, columns(filter, Sort.values()), List.of(Flag.values()));
                        })
                .build();
    }

    private static Names names(CustomerFilter filter, Overview overview, Customers.Page page) {
        return new Names(filter, overview, page, columns(filter, Sort.CUSTOMER, Sort.ACCOUNT));
    }

    /** Who finds the one customer is brought to it, with the cursor where the new budget is typed. */
    private static URI found(CustomerId customer, Actor actor) {
        return URI.create(CustomerAddress.page(customer) + (actor.writer().isPresent() ? "#amount" : ""));
    }

    private static Why why(Reader reader) {
        return switch (reader.customers()) {
            case Reader.Customers.PortfolioOf portfolio -> Why.NONE_GRANTED;
            case Reader.Customers.None none -> Why.NONE_GRANTED;
            case Reader.Customers.All all -> Why.NONE_READ;
            case Reader.Customers.NamesOnly namesOnly -> Why.NONE_READ;
        };
    }

    private static List<Column> columns(CustomerFilter filter, Sort... sorts) {
        return Arrays.stream(sorts)
                .map(sort -> new Column(
                        sort,
                        filter.sortedBy(sort),
                        Stream.of(filter.direction())
                                .filter(direction -> filter.isSortedBy(sort))
                                .findFirst()))
                .toList();
    }
}
