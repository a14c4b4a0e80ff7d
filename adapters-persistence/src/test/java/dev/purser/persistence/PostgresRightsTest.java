package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.rights.Grants;
import dev.purser.domain.rights.Grants.Outcome;
import dev.purser.domain.rights.Holder.Standing;
import dev.purser.domain.rights.Invitations;
import dev.purser.domain.rights.Issuer;
import dev.purser.domain.rights.Match;
import dev.purser.domain.rights.RightsContract;
import dev.purser.domain.rights.Selection;
import dev.purser.domain.rights.Sharing;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresRightsTest extends RightsContract {

    @Inject
    People people;

    @Inject
    Grants grants;

    @Inject
    Invitations invitations;

    @Inject
    Customers customers;

    @Inject
    History history;

    @Inject
    Installation installation;

    private int before;

    @BeforeEach
    void otherTestsHaveWrittenToo() {
        before = installation.entries("portal").size();
    }

    @Override
    protected People people() {
        return people;
    }

    @Override
    protected Grants grants() {
        return grants;
    }

    @Override
    protected Invitations invitations() {
        return invitations;
    }

    @Override
    protected CustomerId customer(AccountName account, String name, String domain) {
        return installation.customer(account, name, domain);
    }

    @Override
    protected List<CustomerId> customers(AccountName account, int count) {
        var made = IntStream.range(0, count)
                .mapToObj(number -> new Relationships.Customer(UUID.randomUUID(), "Customer " + number, ""))
                .toList();
        customers.learn(account, made);
        return made.stream()
                .map(customer -> new CustomerId(account, customer.tenant()))
                .toList();
    }

    @Override
    protected List<Map<String, String>> entries() {
        var all = installation.entries("portal");
        return all.subList(before, all.size());
    }

    @Override
    protected void erase(PersonId person) {
        installation.execute(
                "update person set name = null, address = null, pseudonym_key = null, pseudonym = null where id = '"
                        + person + "'");
    }

    @Override
    protected Instant now() {
        return customers.now();
    }

    @Override
    protected Outcome asRequest(Supplier<Outcome> work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return work.get();
        } finally {
            context.terminate();
        }
    }

    private Outcome grant(PersonId by, PersonId person, CustomerId... granted) {
        return grants.share(
                new Grants.Order(by, person, Sharing.GRANT, new Selection.These(Set.of(granted)), "New in the team"));
    }

    private List<Entry> found(Reader reader, String text, Optional<String> who, Optional<CustomerId> customer) {
        var query = new History.Query(
                text,
                who,
                customer,
                Set.of(EntryKind.CUSTOMERS_GRANTED),
                Optional.empty(),
                Optional.empty(),
                History.Detail.OUTCOMES,
                OptionalLong.empty(),
                OptionalLong.empty(),
                10);
        return history.page(reader, query).entries();
    }

    @Test
    void tellsTheHistoryWhoCouldSeeACustomerAndWhoGaveIt() {
        var priya = installation.administratorSignsIn();
        var noor = installation.person("Noor Haddad");
        var account = Installation.newAccount();
        var contoso = installation.customer(account, "Contoso " + account, "");
        var fabrikam = installation.customer(account, "Fabrikam", "");
        grant(priya, noor, contoso, fabrikam);
        grant(priya, installation.person("Mara Lindqvist"), fabrikam);

        assertThat(found(Reader.EVERYTHING, "", Optional.empty(), Optional.of(contoso)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.who()).contains("Grace Hopper");
                    assertThat(entry.person()).contains("Noor Haddad");
                    assertThat(history.customersOf(Reader.EVERYTHING, entry.id()))
                            .extracting(History.Concerned::customer)
                            .containsExactly(contoso, fabrikam);
                });
        assertThat(found(Reader.EVERYTHING, "", Optional.empty(), Optional.of(fabrikam)))
                .extracting(Entry::person)
                .containsExactly(Optional.of("Mara Lindqvist"), Optional.of("Noor Haddad"));
        assertThat(found(Reader.EVERYTHING, "contoso " + account, Optional.empty(), Optional.empty()))
                .as("by the customer's name")
                .hasSize(1);
        assertThat(found(Reader.EVERYTHING, contoso.tenant().toString(), Optional.empty(), Optional.empty()))
                .as("by the tenant id")
                .hasSize(1);
        assertThat(found(Reader.EVERYTHING, "", Optional.of(pseudonym(noor)), Optional.empty()))
                .as("by the person whose rights they are")
                .hasSize(1);
        assertThat(history.people(Reader.EVERYTHING))
                .extracting(History.Named::pseudonym)
                .contains(pseudonym(noor));
    }

    @Test
    void hidesEntriesAboutRightsFromAccountManagers() {
        var noor = installation.person("Noor Haddad");
        var contoso = installation.customer(Installation.newAccount(), "Contoso", "");
        var outcome = (Outcome.Shared) grant(installation.administratorSignsIn(), noor, contoso);
        var reader = new Reader(new Reader.Customers.PortfolioOf(noor), Reader.Portal.HIDDEN);

        assertThat(customers.find(reader, contoso)).isPresent();
        assertThat(found(reader, "", Optional.empty(), Optional.of(contoso))).isEmpty();
        assertThat(history.find(reader, outcome.entries().getFirst())).isEmpty();
        assertThat(history.customersOf(reader, outcome.entries().getFirst())).isEmpty();
        var administrator = new Reader(new Reader.Customers.NamesOnly(), Reader.Portal.SEEN);
        assertThat(found(administrator, "", Optional.empty(), Optional.of(contoso)))
                .hasSize(1);
    }

    @Test
    void takesTheRightAwayFromTheNextQuery() {
        var priya = installation.administratorSignsIn();
        var noor = installation.person("Noor Haddad");
        var contoso = installation.customer(Installation.newAccount(), "Contoso", "");
        grant(priya, noor, contoso);
        var reader = new Reader(new Reader.Customers.PortfolioOf(noor), Reader.Portal.HIDDEN);
        assertThat(customers.find(reader, contoso)).isPresent();

        grants.share(
                new Grants.Order(priya, noor, Sharing.TAKE, new Selection.These(Set.of(contoso)), "Left the team"));

        assertThat(customers.find(reader, contoso)).isEmpty();
    }

    @Test
    void pagesThroughCustomersByName() {
        var priya = installation.administratorSignsIn();
        var noor = installation.person("Noor Haddad");
        var account = Installation.newAccount();
        customers(account, 5);
        var match = new Match("", Optional.of(account), Match.Holding.NOT_HELD);

        var first = grants.page(noor, match, Optional.empty(), 3).customers();
        var second = grants.page(noor, match, first.next(), 3).customers();

        assertThat(first.total()).isEqualTo(5);
        assertThat(first.customers())
                .extracting(customer -> customer.name())
                .containsExactly("Customer 0", "Customer 1", "Customer 2");
        assertThat(second.customers())
                .extracting(customer -> customer.name())
                .containsExactly("Customer 3", "Customer 4");
        assertThat(second.next()).isEmpty();
        assertThat(grants.find(priya, noor)).isPresent();
    }

    @Test
    void letsGrantToWhoWasEnteredByHand() {
        var priya = installation.administratorSignsIn();
        var id = UUID.randomUUID();
        installation.execute("insert into person (id, issuer, subject) values ('%s', 'https://id.example', '%s')"
                .formatted(id, "subject-of-" + id));
        var person = new PersonId(id);
        var contoso = installation.customer(Installation.newAccount(), "Contoso", "");
        installation.assign(person, contoso);
        var fabrikam = installation.customer(Installation.newAccount(), "Fabrikam", "");

        assertThat(grants.find(priya, person)).get().satisfies(holder -> {
            assertThat(holder.name()).isEqualTo("subject-of-" + id);
            assertThat(holder.standing()).isEqualTo(new Standing.Invited(Invitee.Kind.SUBJECT, Optional.empty()));
        });
        assertThat(grant(priya, person, fabrikam)).isInstanceOf(Outcome.Shared.class);

        assertThat(entries().getLast().get("person")).isEqualTo(pseudonym(person));
        var held = grants.page(person, new Match("", Optional.empty(), Match.Holding.HELD), Optional.empty(), 50)
                .held();
        assertThat(held.get(contoso))
                .satisfies(grant -> assertThat(grant.entry()).isEmpty());
    }

    @Test
    void keepsNothingReadableOfAnInvitation() {
        var priya = installation.administratorSignsIn();
        var address =
                Invitee.of(Invitee.Kind.ADDRESS, "readable@contoso.example").orElseThrow();

        invitations.invite(priya, new Issuer("https://id.example"), address);

        assertThat(installation
                        .rows("select p::text, encode(name, 'escape') from person p where invitation is not null")
                        .toString())
                .contains("hmac-sha256:")
                .doesNotContain("readable@");
    }

    private String pseudonym(PersonId person) {
        return Optional.ofNullable(installation
                        .rows("select pseudonym from person where id = '" + person + "'")
                        .getFirst()
                        .getFirst())
                .orElseThrow();
    }
}
