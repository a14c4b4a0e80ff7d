package dev.purser.demo;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import dev.purser.simulator.SimulatedCustomer;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who has which customers in the demo: Mara the first 212, Tomás the others, Noor none. */
final class DemoPortfolios {

    private static final int OF_MARA = 212;

    private DemoPortfolios() {}

    /** People are invited by issuer and subject, as an administrator would before they come for the first time. */
    static void share(Connection database, URI issuer, List<SimulatedCustomer> customers) throws SQLException {
        assign(database, issuer, DemoPeople.MARA, customers.subList(0, OF_MARA));
        assign(database, issuer, DemoPeople.TOMAS, customers.subList(OF_MARA, customers.size()));
        assign(database, issuer, DemoPeople.NOOR, List.of());
    }

    private static void assign(Connection connection, URI issuer, DemoPerson person, List<SimulatedCustomer> customers)
            throws SQLException {
        try (var invite = connection.prepareStatement("""
                        insert into person (id, issuer, subject) values (?, ?, ?) on conflict (issuer, subject) do nothing""");
                var grant = connection.prepareStatement("""
                        insert into portfolio (person, account, tenant)
                        select id, ?, ? from person where issuer = ? and subject = ? on conflict do nothing""")) {
            invite.setObject(1, UUID.randomUUID());
            invite.setString(2, issuer.toString());
            invite.setString(3, person.subject());
            invite.executeUpdate();
            for (var customer : customers) {
                grant.setString(1, DemoDatabase.ACCOUNT);
                grant.setObject(2, customer.id());
                grant.setString(3, issuer.toString());
                grant.setString(4, person.subject());
                grant.addBatch();
            }
            grant.executeBatch();
        }
    }
}
