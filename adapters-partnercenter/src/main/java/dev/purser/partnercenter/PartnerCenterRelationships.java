package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships;
import java.util.ArrayList;
import java.util.Optional;

/**
 * {@link Relationships} over {@code /v1/customers} and {@code /v1/customers/{tenant}}, as the application alone. A page with a customer that cannot be told
 * is unreadable as a whole: to leave the customer out would look as if the relationship had ended.
 */
public final class PartnerCenterRelationships implements Relationships {

    /** 500 is what Microsoft gives at most. */
    private static final Pages CUSTOMERS = new Pages("/customers?size=500", Credential.APPLICATION);

    private final Connections connections;

    PartnerCenterRelationships(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Reading<Page> page(AccountName account, Optional<Continuation> after) {
        return connections.ask(
                account, connection -> CUSTOMERS.page(connection, after, PartnerCenterRelationships::page));
    }

    private static Page page(PageJson page, Optional<Continuation> next) throws UnreadableAnswer {
        var customers = new ArrayList<Customer>();
        for (var item : page.listed()) {
            customers.add(Json.convert(item, CustomerJson.class).customer());
        }
        return new Page(customers, next);
    }

    @Override
    public Reading<Relationship> read(CustomerId customer) {
        return connections.ask(customer.account(), connection -> read(connection, customer));
    }

    private static Reading<Relationship> read(Connection connection, CustomerId customer) {
        var address = connection.address().of("/customers/" + customer.tenant());
        return connection.get(Question.aboutOne(address, Credential.APPLICATION, body -> {
            var relationship = Json.read(body, CustomerJson.class).relationship();
            if (!relationship.customer().tenant().equals(customer.tenant())) {
                throw new UnreadableAnswer("another customer");
            }
            return relationship;
        }));
    }
}
