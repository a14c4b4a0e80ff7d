package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.People.Identity;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import dev.purser.domain.portfolio.Role;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresPeopleTest {

    private static final String ISSUER = "https://id.example";
    private static final Set<Role> MANAGER = Set.of(Role.ACCOUNT_MANAGER);
    private static final Instant SIGNED_IN = Instant.parse("2026-03-02T09:00:00.123456789Z");

    @Inject
    People people;

    @Inject
    History history;

    @Inject
    Installation installation;

    @Inject
    ChangeStories stories;

    private final Identity ada = identity("Ada Lovelace", "ada@contoso.example");

    @BeforeEach
    void nothingIsOpen() {
        installation.endOpenChanges();
    }

    @Test
    void knowsAPersonAgain() {
        var first = recognised(ada, SIGNED_IN);

        assertThat(recognised(ada, SIGNED_IN)).isEqualTo(first);
        assertThat(recognised(ada, SIGNED_IN.plusSeconds(3600))).isEqualTo(first);
        assertThat(recognised(identity("Ada Lovelace", "ada@contoso.example"), SIGNED_IN))
                .isNotEqualTo(first);
        assertThat(recognised(new Identity("https://other.example", ada.subject(), "Ada", ""), SIGNED_IN))
                .isNotEqualTo(first);
    }

    @Test
    void knowsOnePersonThoughManyRequestsComeAtOnce() throws Exception {
        var start = new CyclicBarrier(6);
        var found = new ArrayList<PersonId>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var running = new ArrayList<Future<PersonId>>();
            for (int request = 0; request < 6; request++) {
                running.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return asRequest(() -> people.recognise(ada, Set.of(Role.AUDITOR), SIGNED_IN)
                            .orElseThrow());
                }));
            }
            for (var one : running) {
                found.add(one.get(30, TimeUnit.SECONDS));
            }
        }

        assertThat(found).hasSize(6).containsOnly(found.getFirst());
        assertThat(signIns(pseudonym(found.getFirst()))).hasSize(1);
    }

    private static PersonId asRequest(Supplier<PersonId> work) {
        var context = Arc.container().requestContext();
        context.activate();
        try {
            return work.get();
        } finally {
            context.terminate();
        }
    }

    @Test
    void followsTheIdentityProviderInTheName() {
        var person = recognised(ada, SIGNED_IN);
        stories.accepted(installation.customer(Installation.newAccount(), "Contoso", ""), person);
        assertThat(named(person)).isEqualTo("Ada Lovelace");

        recognised(new Identity(ISSUER, ada.subject(), "Ada King", ""), SIGNED_IN.plusSeconds(60));
        assertThat(named(person)).isEqualTo("Ada King");

        recognised(new Identity(ISSUER, ada.subject(), "Ada Byron", ""), SIGNED_IN);
        assertThat(named(person)).as("what an older session says").isEqualTo("Ada King");
    }

    private String named(PersonId person) {
        return history.people(Reader.EVERYTHING).stream()
                .filter(named -> named.pseudonym().equals(pseudonym(person)))
                .map(History.Named::name)
                .findFirst()
                .orElse("");
    }

    @Test
    void keepsNothingReadable() {
        recognised(ada, SIGNED_IN);

        var raw = installation
                .rows("select encode(person_send.bytes, 'hex') from (select convert_to(p::text, 'UTF8') as bytes"
                        + " from person p where subject = '" + ada.subject() + "') person_send")
                .getFirst()
                .getFirst();
        var columns = installation
                .rows(
                        "select encode(name, 'hex') || encode(address, 'hex') || encode(pseudonym_key, 'hex') || pseudonym"
                                + " from person where subject = '" + ada.subject() + "'")
                .getFirst()
                .getFirst();
        for (var part : List.of("Ada", "Lovelace", "ada@", "contoso")) {
            assertThat(raw).doesNotContain(hex(part)).doesNotContain(hex(hex(part)));
            assertThat(columns).doesNotContain(hex(part));
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void namesAPersonByTheSamePseudonymForEver() {
        var person = recognised(ada, SIGNED_IN);
        var pseudonym = pseudonym(person);

        recognised(new Identity(ISSUER, ada.subject(), "Ada King", "king@example"), SIGNED_IN.plusSeconds(60));

        assertThat(pseudonym(person)).isEqualTo(pseudonym).matches("hmac-sha256:[0-9a-f]{64}");
        assertThat(pseudonym(recognised(identity("Ada Lovelace", ""), SIGNED_IN)))
                .isNotEqualTo(pseudonym);
    }

    @Test
    void notesEachSignInOfAPrivilegedRoleOnce() {
        var roles = Set.of(Role.AUDITOR, Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER);
        var person = people.recognise(ada, roles, SIGNED_IN).orElseThrow();
        people.recognise(ada, roles, SIGNED_IN);
        people.recognise(new Identity(ISSUER, ada.subject(), "Ada King", ""), roles, SIGNED_IN);

        assertThat(signIns(pseudonym(person))).singleElement().satisfies(entry -> {
            assertThat(entry.fact("role")).contains("administrator auditor");
            assertThat(entry.who()).contains("Ada King");
            assertThat(entry.stream()).isEqualTo(new Stream.OfPortal().key());
            assertThat(entry.customer()).isEmpty();
        });
        people.recognise(ada, Set.of(Role.AUDITOR), SIGNED_IN.plusSeconds(1));
        assertThat(signIns(pseudonym(person))).hasSize(2);
    }

    @Test
    void notesNoSignInOfAnAccountManager() {
        var person = recognised(ada, SIGNED_IN);

        assertThat(signIns(pseudonym(person))).isEmpty();
    }

    @Test
    void refusesSessionsThatBeganBeforeTheyWereEnded() {
        var person = recognised(ada, SIGNED_IN);

        people.endSessions(person);

        assertThat(people.recognise(ada, Set.of(Role.AUDITOR), SIGNED_IN)).isEmpty();
        assertThat(people.recognise(ada, Set.of(Role.AUDITOR), SIGNED_IN.plusSeconds(60)))
                .as("newer than the last one, yet before the end")
                .isEmpty();
        assertThat(signIns(pseudonym(person))).isEmpty();
        var later = databaseTime().plusSeconds(2);
        assertThat(recognised(ada, later)).isEqualTo(person);
        assertThat(people.recognise(ada, MANAGER, SIGNED_IN)).isEmpty();
        assertThat(recognised(ada, later)).isEqualTo(person);
    }

    @Test
    void admitsASignInFromTheSecondAfterTheEndOn() {
        var person = recognised(ada, SIGNED_IN);
        people.endSessions(person);
        var validFrom = validFrom(person);

        assertThat(people.recognise(ada, MANAGER, validFrom.minusSeconds(1))).isEmpty();
        assertThat(people.recognise(ada, MANAGER, validFrom)).contains(person);
        assertThat(Duration.between(databaseTime(), validFrom)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void recognisesAPersonWhoWasGivenAPortfolioBefore() {
        var invited = UUID.randomUUID();
        installation.execute("insert into person (id, issuer, subject) values ('%s', '%s', '%s')"
                .formatted(invited, ISSUER, ada.subject()));

        assertThat(recognised(ada, SIGNED_IN)).isEqualTo(new PersonId(invited));
        assertThat(pseudonym(new PersonId(invited))).startsWith("hmac-sha256:");
    }

    @Test
    void leavesAReadableHistoryOfAPersonWhoseRowWasDeleted() {
        erased("delete from person where id = '%s'");
    }

    @Test
    void leavesAReadableHistoryOfAPersonWhoseRowWasEmptied() {
        erased("update person set name = null, address = null, pseudonym_key = null where id = '%s'");
    }

    @Test
    void leavesAReadableHistoryOfAPersonWhosePseudonymWasTakenToo() {
        erased("update person set name = null, address = null, pseudonym_key = null, pseudonym = null where id = '%s'");
    }

    /** While the change is on its way, which goes on. */
    private void erased(String sql) {
        var person = recognised(ada, SIGNED_IN);
        var pseudonym = pseudonym(person);
        var customer = installation.customer(Installation.newAccount(), "Contoso", "");
        var change = stories.accepted(customer, person);
        var claim = stories.intended();

        installation.execute(sql.formatted(person));
        stories.confirm(claim);

        var entries = history.ofChange(Reader.EVERYTHING, change.id());
        assertThat(entries)
                .extracting(Entry::kind)
                .containsExactly(EntryKind.CHANGE_REQUESTED, EntryKind.CHANGE_SENDING, EntryKind.CHANGE_CONFIRMED);
        assertThat(entries).extracting(Entry::who).containsOnly(Optional.empty());
        assertThat(entries).extracting(entry -> entry.facts().get("who")).containsOnly(pseudonym);
        assertThat(history.people(Reader.EVERYTHING))
                .extracting(History.Named::pseudonym)
                .doesNotContain(pseudonym);
        assertThat(recognised(ada, SIGNED_IN.plusSeconds(60)))
                .satisfies(again -> assertThat(pseudonym(again)).isNotEqualTo(pseudonym));
    }

    private List<Entry> signIns(String pseudonym) {
        var query = new History.Query(
                "",
                Optional.of(pseudonym),
                Optional.empty(),
                Set.of(EntryKind.SIGNED_IN),
                Optional.empty(),
                Optional.empty(),
                History.Detail.STEPS,
                OptionalLong.empty(),
                OptionalLong.empty(),
                10);
        return history.page(Reader.EVERYTHING, query).entries();
    }

    private String pseudonym(PersonId person) {
        return one("select pseudonym from person where id = '" + person + "'");
    }

    private Instant validFrom(PersonId person) {
        return Instant.parse(one("select to_char(sessions_valid_from, 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
                + " from person where id = '" + person + "'"));
    }

    private Instant databaseTime() {
        return Instant.parse(one("select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    private String one(String query) {
        @Nullable String value = installation.rows(query).getFirst().getFirst();
        return Optional.ofNullable(value).orElseThrow();
    }

    private PersonId recognised(Identity identity, Instant signedInAt) {
        return people.recognise(identity, MANAGER, signedInAt).orElseThrow();
    }

    private static Identity identity(String name, String address) {
        return new Identity(ISSUER, UUID.randomUUID().toString(), name, address);
    }
}
