package dev.purser.demo;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import dev.purser.simulator.SimulatedCustomer;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/** Who has which customers in the demo: Mara the first 212, Tomás the others, Noor none. */
final class DemoPortfolios {

    private static final int OF_MARA = 212;
    private static final String ACCOUNT = "nordstern";

    private DemoPortfolios() {}

    /** People are invited by issuer and subject, as an administrator would before they come for the first time. */
    static void share(URI issuer, List<SimulatedCustomer> customers) throws SQLException {
        // Where its database is, the portal tells in the process that it shares with the demo.
        var database = new PGSimpleDataSource();
        database.setUrl(System.getProperty("quarkus.datasource.jdbc.url"));
        database.setUser(System.getProperty("quarkus.datasource.username"));
        database.setPassword(System.getProperty("quarkus.datasource.password"));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assign(connection, issuer, DemoPeople.MARA, customers.subList(0, OF_MARA));
            assign(connection, issuer, DemoPeople.TOMAS, customers.subList(OF_MARA, customers.size()));
            assign(connection, issuer, DemoPeople.NOOR, List.of());
            connection.commit();
        }
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
                grant.setString(1, ACCOUNT);
                grant.setObject(2, customer.id());
                grant.setString(3, issuer.toString());
                grant.setString(4, person.subject());
                grant.addBatch();
            }
            grant.executeBatch();
        }
    }
}
