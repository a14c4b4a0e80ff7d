package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships.Continuation;
import dev.purser.domain.partnercenter.Usages;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;

/**
 * {@link Usages} over {@code /v1/customers/usagerecords} and {@code /v1/customers/{tenant}/usagesummary}, as the
 * application and a user. An account without a user's refresh token asks as the application alone, which Microsoft
 * refuses (900329).
 */
public final class PartnerCenterUsages implements Usages {

    private static final Logger LOG = System.getLogger(PartnerCenterUsages.class.getName());
    private static final String RECORDS = "/customers/usagerecords";

    private final Connections connections;

    PartnerCenterUsages(Connections connections) {
        this.connections = connections;
    }

    @Override
    public boolean canRead(AccountName account) {
        return connections
                .find(account)
                .filter(connection -> credential(connection) == Credential.APPLICATION_AND_USER)
                .isPresent();
    }

    private static Credential credential(Connection connection) {
        return connection.userTokens().exist() ? Credential.APPLICATION_AND_USER : Credential.APPLICATION;
    }

    @Override
    public Reading<CustomerUsage> read(CustomerId customer) {
        return connections.ask(customer.account(), connection -> read(connection, customer));
    }

    private static Reading<CustomerUsage> read(Connection connection, CustomerId customer) {
        var address = connection.address().of("/customers/" + customer.tenant() + "/usagesummary");
        return connection.get(Question.aboutOne(address, credential(connection), body -> {
            var usage = Json.read(body, UsageJson.class).usage();
            return ofCustomer(usage, customer.tenant());
        }));
    }

    private static CustomerUsage ofCustomer(CustomerUsage usage, UUID tenant) throws UnreadableAnswer {
        if (!usage.tenant().equals(tenant)) {
            throw new UnreadableAnswer("the usage of another customer");
        }
        return usage;
    }

    /**
     * One record that cannot be read is left out, so that it does not hide the others' spend; the customer keeps what is
     * known of it, with its age.
     */
    @Override
    public Reading<Page> page(AccountName account, Optional<Continuation> after) {
        return connections.ask(
                account,
                connection -> new Pages(RECORDS, credential(connection))
                        .page(connection, after, (page, next) -> page(connection, page, next)));
    }

    private static Page page(Connection connection, PageJson page, Optional<Continuation> next)
            throws UnreadableAnswer {
        var usages = new ArrayList<CustomerUsage>();
        var items = page.listed();
        for (var item : items) {
            try {
                usages.add(Json.convert(item, UsageJson.class).usage());
            } catch (UnreadableAnswer unreadable) {
                LOG.log(
                        Level.WARNING,
                        "A usage record of account {0} is left out: {1}",
                        connection.account().name(),
                        unreadable.words());
            }
        }
        if (usages.isEmpty() && !items.isEmpty()) {
            throw new UnreadableAnswer("a page of usage records of which none can be read");
        }
        return new Page(usages, next);
    }
}
