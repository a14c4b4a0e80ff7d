package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.Wording;
import dev.purser.domain.history.Draft;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History;
import dev.purser.domain.history.History.Detail;
import dev.purser.domain.history.History.Page;
import dev.purser.domain.history.History.Query;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresHistoryTest {

    private static final int SIZE = 4;

    @Inject
    History history;

    @Inject
    ChangeStories stories;

    @Inject
    Installation installation;

    @Inject
    MeterRegistry meters;

    private PersonId ada = new PersonId(new UUID(0, 0));
    private CustomerId contoso = new CustomerId(Installation.newAccount(), new UUID(0, 0));
    private Reader reader = Reader.NOBODY;

    @BeforeEach
    void makeACustomer() {
        installation.endOpenChanges();
        ada = installation.person("Ada Lovelace");
        contoso = installation.customer(Installation.newAccount(), "Contoso", "contoso.example");
        installation.assign(ada, contoso);
        reader = new Reader(new Reader.Customers.PortfolioOf(ada), Reader.Portal.HIDDEN);
    }

    @Test
    void countsWhatItHasWrittenAndNothingThatWasTakenBack() {
        var before = confirmed();

        stories.confirmed(contoso, ada);
        assertThat(confirmed()).isEqualTo(before + 1);

        QuarkusTransaction.begin();
        stories.confirmed(contoso, ada);
        QuarkusTransaction.rollback();
        assertThat(confirmed()).isEqualTo(before + 1);
    }

    private double confirmed() {
        return meters.get("purser.entries")
                .tag("kind", EntryKind.CHANGE_CONFIRMED.key())
                .counter()
                .count();
    }

    @Test
    void visitsEachEntryOnceNewestFirstAndBackAgain() {
        var changes = IntStream.range(0, 5)
                .mapToObj(number -> stories.confirmed(contoso, ada))
                .toList();
        var expected = changes.reversed().stream()
                .flatMap(change -> history.ofChange(reader, change.id()).reversed().stream())
                .map(Entry::id)
                .toList();
        assertThat(expected).hasSize(15);

        var page = history.page(reader, query(OptionalLong.empty(), OptionalLong.empty()));
        assertThat(page.newer()).isEmpty();
        var visited = new ArrayList<>(ids(page));
        while (page.older().isPresent()) {
            page = history.page(reader, query(page.older(), OptionalLong.empty()));
            assertThat(page.total()).isEqualTo(15);
            assertThat(page.newer()).isPresent();
            visited.addAll(ids(page));
        }
        assertThat(visited).isEqualTo(expected);

        var back = new ArrayList<>(ids(page));
        while (page.newer().isPresent()) {
            page = history.page(reader, query(OptionalLong.empty(), page.newer()));
            assertThat(page.older()).isPresent();
            back.addAll(0, ids(page));
        }
        assertThat(back).isEqualTo(expected);
    }

    @Test
    void beginsWithTheNewestWhereNothingLiesBeyondThePlace() {
        stories.confirmed(contoso, ada);
        var newest = history.page(reader, query(OptionalLong.empty(), OptionalLong.empty()));

        assertThat(newest.entries()).hasSize(3);
        assertThat(ids(history.page(reader, query(OptionalLong.of(1), OptionalLong.empty()))))
                .isEqualTo(ids(newest));
        assertThat(ids(history.page(reader, query(OptionalLong.empty(), OptionalLong.of(Long.MAX_VALUE)))))
                .isEqualTo(ids(newest));
    }

    @Test
    void listsWhatEachChangeHasComeToOrEveryStep() {
        var first = stories.confirmed(contoso, ada);
        var second = stories.accepted(contoso, ada);
        stories.loseSight(stories.intended(), Duration.ofMinutes(10));

        assertThat(history.page(reader, query("", Detail.OUTCOMES)).entries())
                .extracting(entry -> entry.fact("change").orElseThrow(), Entry::kind)
                .containsExactly(
                        tuple(second.id().toString(), EntryKind.CHANGE_UNKNOWN),
                        tuple(first.id().toString(), EntryKind.CHANGE_CONFIRMED));
        assertThat(history.page(reader, query("", Detail.OUTCOMES)).total()).isEqualTo(2);
        assertThat(history.page(reader, query("", Detail.STEPS)).total()).isEqualTo(6);
    }

    @Test
    void findsEntriesByWhatTheySayOfAChange() {
        var change = stories.confirmed(contoso, ada, new Wording("5k", "100% ÖKO_Projekt", Optional.of("INC-7!")));
        stories.confirmed(contoso, ada, new Wording("5k", "other", Optional.empty()));
        var attempt = installation
                .rows("select correlation, request from attempt where change = '" + change.id() + "'")
                .getFirst();
        var tenant = contoso.tenant().toString();

        for (var text : List.of("öko_p", "100%", "inc-7!", " ÖKO ", change.id().toString())) {
            assertThat(total(text)).as(text).isEqualTo(3);
        }
        for (var id : attempt) {
            assertThat(total(String.valueOf(id).toUpperCase(Locale.ROOT)))
                    .as(id)
                    .isEqualTo(3);
        }
        for (var text : List.of("CONTOSO", "contoso.ex", tenant, "", "\0")) {
            assertThat(total(text)).as(text).isEqualTo(6);
        }
        for (var text : List.of("öko%p", "100_", "x_y", UUID.randomUUID().toString(), "o\nk")) {
            assertThat(total(text)).as(text).isZero();
        }
    }

    @Test
    void findsEntriesByTheCorrelationOfTheOutcome() {
        var change = stories.confirmed(contoso, ada);
        var readBack = UUID.randomUUID();
        installation.execute("update change set correlation = '%s' where id = '%s'".formatted(readBack, change.id()));

        assertThat(total(readBack.toString())).isEqualTo(3);
    }

    private long total(String text) {
        return history.page(reader, query(text, Detail.STEPS)).total();
    }

    @Test
    void filtersByPersonCustomerKindAndTime() {
        var bert = installation.person("Bert");
        var fabrikam = installation.customer(Installation.newAccount(), "Fabrikam", "");
        installation.assign(ada, fabrikam);
        stories.confirmed(contoso, ada);
        stories.confirmed(fabrikam, bert);
        var entries = history.page(reader, query("", Detail.STEPS)).entries();
        var berts = entries.getFirst().fact("who");
        var middle = Optional.of(entries.get(3).at());
        assertThat(entries).hasSize(6);

        assertThat(filtered(berts, Optional.empty(), Set.of())).isEqualTo(ids(entries.subList(0, 3)));
        assertThat(filtered(Optional.of("\0"), Optional.empty(), Set.of())).isEmpty();
        assertThat(filtered(Optional.empty(), Optional.of(contoso), Set.of())).isEqualTo(ids(entries.subList(3, 6)));
        assertThat(filtered(
                        Optional.empty(), Optional.of(new CustomerId(contoso.account(), fabrikam.tenant())), Set.of()))
                .isEmpty();
        assertThat(filtered(
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(EntryKind.CHANGE_SENDING, EntryKind.CHANGE_REQUESTED)))
                .isEqualTo(ids(List.of(entries.get(1), entries.get(2), entries.get(4), entries.get(5))));
        assertThat(ids(history.page(reader, between(middle, Optional.empty())))).isEqualTo(ids(entries.subList(0, 4)));
        assertThat(ids(history.page(reader, between(Optional.empty(), middle)))).isEqualTo(ids(entries.subList(4, 6)));
    }

    private List<Long> filtered(Optional<String> who, Optional<CustomerId> customer, Set<EntryKind> kinds) {
        return ids(history.page(
                reader,
                new Query(
                        "",
                        who,
                        customer,
                        kinds,
                        Optional.empty(),
                        Optional.empty(),
                        Detail.STEPS,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        100)));
    }

    private static Query between(Optional<Instant> from, Optional<Instant> until) {
        return new Query(
                "",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                from,
                until,
                Detail.STEPS,
                OptionalLong.empty(),
                OptionalLong.empty(),
                100);
    }

    @Test
    void findsAnEntryWithTheNeighboursThatTheReaderMaySee() {
        var own = stories.confirmed(contoso, ada);
        stories.confirmed(installation.customer(Installation.newAccount(), "Foreign", ""), ada);
        installation.administratorSignsIn();
        stories.confirmed(contoso, ada);
        var entries = history.page(reader, query("", Detail.STEPS)).entries();

        var third = history.find(reader, entries.get(3).id()).orElseThrow();

        assertThat(third.entry().fact("change")).contains(own.id().toString());
        assertThat(third.earlier()).hasValue(entries.get(4).id());
        assertThat(third.later()).hasValue(entries.get(2).id());
        assertThat(third.streamLength()).isEqualTo(6);
        assertThat(history.find(reader, entries.getFirst().id()).orElseThrow().later())
                .isEmpty();
        assertThat(history.find(reader, entries.getLast().id()).orElseThrow().earlier())
                .isEmpty();
        var all = history.find(Reader.EVERYTHING, entries.get(2).id()).orElseThrow();
        assertThat(all.earlier()).hasValue(entries.get(2).id() - 1);
    }

    @Test
    void showsEntriesOfCustomersOnlyToThoseWhoSeeThem() {
        var change = stories.confirmed(contoso, ada);
        var id = history.ofChange(Reader.EVERYTHING, change.id()).getFirst().id();
        var bert = installation.person("Bert");

        for (var other : List.of(
                Reader.NOBODY,
                new Reader(new Reader.Customers.PortfolioOf(bert), Reader.Portal.SEEN),
                new Reader(new Reader.Customers.NamesOnly(), Reader.Portal.SEEN))) {
            assertThat(history.find(other, id)).isEmpty();
            assertThat(history.ofChange(other, change.id())).isEmpty();
            assertThat(history.page(other, query(change.id().toString(), Detail.STEPS))
                            .total())
                    .isZero();
            assertThat(history.people(other)).extracting(History.Named::name).doesNotContain("Ada Lovelace");
        }
        assertThat(history.find(reader, id)).isPresent();
        assertThat(history.ofChange(reader, change.id())).hasSize(3);
    }

    @Test
    void showsThePortalOnlyToThoseWhoSeeIt() {
        installation.administratorSignsIn();
        var portalOnly = new Reader(new Reader.Customers.None(), Reader.Portal.SEEN);
        var entry = history.page(portalOnly, query("", Detail.STEPS)).entries().getFirst();

        assertThat(entry.kind()).isEqualTo(EntryKind.SIGNED_IN);
        assertThat(entry.who()).contains("Grace Hopper");
        assertThat(history.find(reader, entry.id())).isEmpty();
        assertThat(history.page(reader, query("", Detail.STEPS)).entries()).isEmpty();
        assertThat(history.find(new Reader(new Reader.Customers.All(), Reader.Portal.HIDDEN), entry.id()))
                .isEmpty();
        assertThat(history.page(portalOnly, query("", Detail.OUTCOMES)).entries())
                .extracting(Entry::id)
                .contains(entry.id());
    }

    @Test
    void namesThePeopleOfTheEntriesThatTheReaderSees() {
        stories.confirmed(contoso, ada);
        stories.confirmed(contoso, installation.person("Bert"));
        stories.confirmed(installation.customer(Installation.newAccount(), "Foreign", ""), installation.person("Carl"));

        assertThat(history.people(reader)).extracting(History.Named::name).containsExactly("Ada Lovelace", "Bert");
        assertThat(history.people(reader).getFirst().pseudonym()).startsWith("hmac-sha256:");
    }

    @Test
    void keepsBytesThatHashToTheirHashAndColumnsThatRepeatThem() {
        Change change = stories.confirmed(contoso, ada);

        var entries = history.ofChange(reader, change.id());

        assertThat(entries).hasSize(3).allSatisfy(entry -> {
            assertThat(HexFormat.of().formatHex(Draft.hash(entry.canonical()))).isEqualTo(entry.hash());
            assertThat(entry.fact("number")).contains(Long.toString(entry.number()));
            assertThat(entry.fact("kind")).contains(entry.kind().key());
            assertThat(entry.fact("stream")).contains(entry.stream());
            assertThat(entry.fact("time").map(Instant::parse)).contains(entry.at());
            assertThat(entry.customer()).contains(contoso);
            assertThat(entry.who()).contains("Ada Lovelace");
        });
        var columns = installation.rows("""
                select account, tenant, customer_name, change, who, before_amount, after_amount, currency, reason, ticket
                from entry where change = '%s' order by id""".formatted(change.id()));
        for (int number = 0; number < entries.size(); number++) {
            var facts = entries.get(number).facts();
            var row = columns.get(number);
            assertThat(row.subList(0, 5))
                    .containsExactly(
                            facts.get("account"),
                            facts.get("customer"),
                            facts.get("customerName"),
                            facts.get("change"),
                            facts.get("who"));
            assertThat(new BigDecimal(String.valueOf(row.get(5)))).isEqualTo(facts.get("before"));
            assertThat(new BigDecimal(String.valueOf(row.get(6)))).isEqualTo(facts.get("after"));
            assertThat(row.subList(7, 10))
                    .containsExactly(facts.get("currency"), facts.get("reason"), facts.get("ticket"));
        }
    }

    private static Query query(String text, Detail detail) {
        return new Query(
                text,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                detail,
                OptionalLong.empty(),
                OptionalLong.empty(),
                100);
    }

    private static Query query(OptionalLong before, OptionalLong after) {
        return new Query(
                "",
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Detail.STEPS,
                before,
                after,
                SIZE);
    }

    private static List<Long> ids(Page page) {
        return ids(page.entries());
    }

    private static List<Long> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
