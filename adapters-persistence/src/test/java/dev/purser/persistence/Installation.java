package dev.purser.persistence;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What tests need of an installation that no port gives them: time that passes, people, portfolios, and raw entries. */
@Singleton
class Installation {

    private final DataSource database;
    private final People people;
    private final Customers customers;

    Installation(DataSource database, People people, Customers customers) {
        this.database = database;
        this.people = people;
        this.customers = customers;
    }

    /** An account that no other test has. */
    static AccountName newAccount() {
        return new AccountName(UUID.randomUUID().toString());
    }

    /** A new customer, whom no reader but those of all customers may see. */
    CustomerId customer(AccountName account, String name, String domain) {
        var tenant = UUID.randomUUID();
        customers.learn(account, List.of(new Relationships.Customer(tenant, name, domain)));
        return new CustomerId(account, tenant);
    }

    /**
     * The clock is PostgreSQL's own. Time passes by moving everything that is compared with it into the past. A transaction
     * whose connection was cut may still be at work; it has locked the lease first, and is waited for there.
     */
    void passes(Duration time) {
        execute("""
                begin;
                lock table customer_lease in exclusive mode;
                update change set due_at = due_at - %1$s, certain_by = certain_by - %1$s, asked_at = asked_at - %1$s,
                    ended_at = ended_at - %1$s;
                update attempt set intended_at = intended_at - %1$s;
                update customer_lease set held_until = held_until - %1$s, quarantine_until = quarantine_until - %1$s;
                update refresh_token set held_until = held_until - %1$s, used_at = used_at - %1$s;
                update customer set budget_read_at = budget_read_at - %1$s, budget_since = budget_since - %1$s,
                    budget_agreed_at = budget_agreed_at - %1$s, budget_listed_at = budget_listed_at - %1$s,
                    usage_read_at = usage_read_at - %1$s;
                commit""".formatted("interval '" + time.toMillis() + " milliseconds'"));
    }

    /** Ends what other tests have left open. */
    void endOpenChanges() {
        execute("""
                update change set state = 'REFUSED', due_at = null, ended_at = now(), correlation = id,
                    refused_step = 'READING', refusal_status = 400, refusal_words = ''
                where due_at is not null""");
    }

    PersonId person(String name) {
        return signsIn(name, Role.ACCOUNT_MANAGER);
    }

    /** A new person, whose sign-in is an entry. */
    PersonId administratorSignsIn() {
        return signsIn("Grace Hopper", Role.ADMINISTRATOR);
    }

    private PersonId signsIn(String name, Role role) {
        var identity =
                new People.Identity("https://id.example", UUID.randomUUID().toString(), name, "");
        return people.recognise(identity, Set.of(role), Instant.now()).orElseThrow();
    }

    void assign(PersonId person, CustomerId customer) {
        execute("insert into portfolio (person, account, tenant) values ('%s', '%s', '%s')"
                .formatted(person, customer.account(), customer.tenant()));
    }

    List<Map<String, String>> entries(String stream) {
        var found = new ArrayList<Map<String, String>>();
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select canonical from entry where stream = ? order by number")) {
            query.setString(1, stream);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(facts(rows.getBytes(1)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // Entries hold nothing but texts.
    private static Map<String, String> facts(byte[] canonical) {
        try {
            return new ObjectMapper().readValue(canonical, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the application's role. */
    void execute(String sql) {
        try (var connection = database.getConnection()) {
            execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** As the application's role: the rows, each with its columns as texts, null where a column is. */
    List<List<@Nullable String>> rows(String query) {
        try (var connection = database.getConnection()) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** As the role that owns the tables and runs the migrations. */
    Connection asOwner() throws SQLException {
        var settings = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                settings.getValue("quarkus.flyway.jdbc-url", String.class),
                settings.getValue("quarkus.flyway.username", String.class),
                settings.getValue("quarkus.flyway.password", String.class));
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<List<@Nullable String>> rows(Connection connection, String query) throws SQLException {
        var found = new ArrayList<List<@Nullable String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                var row = new ArrayList<@Nullable String>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(rows.getString(column));
                }
                found.add(row);
            }
        }
        return found;
    }
}
