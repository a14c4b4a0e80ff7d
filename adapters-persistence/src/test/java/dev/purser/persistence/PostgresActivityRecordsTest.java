package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.activity.ActivityRecords;
import dev.purser.domain.activity.Origin;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Changes;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.change.Next;
import dev.purser.domain.customer.Accounts;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.Entry;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.History;
import dev.purser.domain.history.History.Detail;
import dev.purser.domain.partnercenter.Activities;
import dev.purser.domain.partnercenter.Activities.Activity;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Reader;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class PostgresActivityRecordsTest {

    private static final SpendingLimit WANTED = SpendingLimit.of("5000.5");

    @Inject
    ActivityRecords records;

    @Inject
    Changes changes;

    @Inject
    Customers customers;

    @Inject
    History history;

    @Inject
    ChangeStories stories;

    @Inject
    Installation installation;

    private CustomerId customer = new CustomerId(Installation.newAccount(), new UUID(0, 0));
    private PersonId ada = new PersonId(new UUID(0, 0));

    @BeforeEach
    void nothingIsOpen() {
        installation.endOpenChanges();
        customer = installation.customer(customer.account(), "Contoso", "contoso.example");
        ada = installation.person("Ada Lovelace");
    }

    @Test
    void aRecordUnderOurIdSettlesAnUnknownChange() {
        var change = lost();
        var sent = keep(record(correlation(change), WANTED));
        assertThat(sent).isInstanceOf(Origin.Ours.class);

        var claim = stories.claimed();
        assertThat(claim.change().id()).isEqualTo(change.id());
        assertThat(claim.recorded()).contains(correlation(change));

        changes.record(claim, claim.change().afterRecord(correlation(change)), Optional.empty());
        assertThat(state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Confirmed.class,
                        confirmed -> assertThat(confirmed.evidence()).isEqualTo(Evidence.ACTIVITY_RECORD));
        assertThat(kinds()).endsWith(EntryKind.CHANGE_RECORDED, EntryKind.CHANGE_CONFIRMED);
    }

    @Test
    void aRecordTellsWhatWasAndNotWhatIs() {
        customers.learnBudget(customer, SpendingLimit.of("4000"), customers.now());
        var change = lost();
        keep(record(correlation(change), WANTED));
        var claim = stories.claimed();
        changes.record(claim, claim.change().afterRecord(correlation(change)), Optional.empty());
        var known = customers.find(Reader.EVERYTHING, customer).orElseThrow();
        assertThat(known.budget().orElseThrow().limit()).isEqualTo(SpendingLimit.of("4000"));
        assertThat(known.lastChange()).isPresent();
    }

    @Test
    void aRecordThatComesBetweenAClaimAndItsVerdictWins() {
        var change = lost();
        installation.passes(Duration.ofMinutes(7));
        var claim = stories.claimed();
        keep(record(correlation(change), WANTED));
        changes.record(claim, new Next.RuleOut(SpendingLimit.of("4000"), UUID.randomUUID()), Optional.empty());
        assertThat(state(change))
                .isInstanceOfSatisfying(
                        ChangeState.Confirmed.class,
                        confirmed -> assertThat(confirmed.evidence()).isEqualTo(Evidence.ACTIVITY_RECORD));
        assertThat(entries().getLast().facts())
                .containsEntry("attempt", "1")
                .containsEntry("evidence", "activity-record")
                .doesNotContainKey("status");
    }

    @Test
    void aRecordThatContradictsAnOutcomeIsTold() {
        var change = lost();
        installation.passes(Duration.ofMinutes(7));
        changes.record(
                stories.claimed(), new Next.RuleOut(SpendingLimit.of("4000"), UUID.randomUUID()), Optional.empty());
        keep(record(correlation(change), WANTED));
        assertThat(kinds()).endsWith(EntryKind.CHANGE_NOT_APPLIED, EntryKind.CHANGE_APPLIED_AFTER_ALL);
        assertThat(outcomes()).containsExactly(EntryKind.CHANGE_APPLIED_AFTER_ALL);
    }

    @Test
    void nothingIsSentAgainOnceARecordProvesIt() {
        var change = lost();
        installation.passes(Duration.ofMinutes(1));
        var claim = stories.claimed();
        keep(record(correlation(change), WANTED));
        var resend = new Next.Send(
                SpendingLimit.of("4000"), claim.change().attempts().getLast().request());
        assertThat(changes.intend(claim, resend, ChangeStories.LEASE)).isEmpty();
        assertThat(stories.claimed().recorded()).contains(correlation(change));
    }

    @Test
    void aRefusalYieldsToARecord() {
        var change = lost();
        installation.passes(Duration.ofMinutes(1));
        var claim = stories.claimed();
        keep(record(correlation(change), WANTED));
        changes.record(claim, new Next.StandBack(SpendingLimit.of("7000"), UUID.randomUUID()), Optional.empty());
        assertThat(state(change)).isInstanceOf(ChangeState.Confirmed.class);
    }

    @Test
    void aChangeWithARecordOfItsOwnExplainsNoOther() {
        stories.accepted(customer, ada);
        var claim = stories.intended();
        stories.confirm(claim);
        keep(record(correlation(claim.change()), WANTED));
        assertThat(keep(record(UUID.randomUUID(), WANTED))).isInstanceOf(Origin.Outside.class);
    }

    @Test
    void aRecordOfAnotherBudgetUnderOurIdProvesNothing() {
        var change = lost();
        keep(record(correlation(change), SpendingLimit.of("1")));
        installation.passes(Duration.ofMinutes(1));
        assertThat(stories.claimed().recorded()).isEmpty();
        assertThat(kinds()).endsWith(EntryKind.CHANGE_RECORDED);
    }

    @Test
    void aConfirmedChangeStaysTheOutcomeThatIsListed() {
        stories.accepted(customer, ada);
        var claim = stories.intended();
        stories.confirm(claim);
        keep(record(correlation(claim.change()), WANTED));
        assertThat(kinds()).endsWith(EntryKind.CHANGE_CONFIRMED, EntryKind.CHANGE_RECORDED);
        assertThat(outcomes()).containsExactly(EntryKind.CHANGE_CONFIRMED);
    }

    @Test
    void whatMayBeOursIsToldSo() {
        stories.confirmed(customer, ada);
        assertThat(keep(record(UUID.randomUUID(), WANTED))).isInstanceOf(Origin.PerhapsOurs.class);
        assertThat(kinds()).endsWith(EntryKind.CHANGE_PERHAPS_RECORDED);
    }

    @Test
    void anOutsideChangeNamesItsAuthor() {
        stories.confirmed(customer, ada);
        assertThat(keep(record(UUID.randomUUID(), SpendingLimit.of("8250.5")))).isInstanceOf(Origin.Outside.class);
        var entry = entries().getLast();
        assertThat(entry.kind()).isEqualTo(EntryKind.OUTSIDE_CHANGE);
        assertThat(entry.who()).contains("Mara.Lindqvist@csp.example");
        assertThat(entry.facts())
                .containsEntry("after", "8250.5")
                .containsEntry("customerName", "Contoso")
                .containsEntry("application", "Partner Center Native App")
                .doesNotContainKey("before");
        assertThat(entry.facts().values()).noneMatch(said -> said.contains("mara") || said.contains("Mara"));
    }

    @Test
    void theSameAuthorIsTheSamePersonHoweverTheyAreWritten() {
        keep(record(UUID.randomUUID(), SpendingLimit.of("1"), "mara.lindqvist@csp.example"));
        keep(record(UUID.randomUUID(), SpendingLimit.of("2"), "Mara.Lindqvist@csp.example"));
        assertThat(entries()).hasSize(2);
        assertThat(entries().stream()
                        .map(entry -> entry.fact("who").orElseThrow())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aRecordIsKeptOnce() {
        var record = record(UUID.randomUUID(), WANTED);
        assertThat(records.unknown(customer.account(), List.of(record, record))).containsExactly(record);
        keep(record);
        assertThat(records.unknown(customer.account(), List.of(record))).isEmpty();
        keep(record);
        assertThat(kinds()).containsExactly(EntryKind.OUTSIDE_CHANGE);
    }

    @Test
    void nobodyReadsANameInTheTable() {
        keep(record(UUID.randomUUID(), WANTED));
        assertThat(installation.rows("select encode(text, 'escape') from activity where account = '%s'"
                        .formatted(customer.account())))
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst()).isNotEmpty().doesNotContainIgnoringCase("mara"));
        assertThat(installation.rows("select issuer || subject from person"))
                .noneMatch(row ->
                        String.valueOf(row.getFirst()).toLowerCase(Locale.ROOT).contains("mara"));
    }

    @Test
    void readingIsDueAgainAfterAPause() {
        var account = customer.account();
        var pause = Duration.ofMinutes(15);
        assertThat(records.begin(account, pause).orElseThrow().readThrough()).isEmpty();
        records.fail(account, ReadProblem.Kind.THROTTLED, "57 s");
        var failed = records.progress(account).orElseThrow().problem().orElseThrow();
        assertThat(failed).isEqualTo(new Accounts.Problem(ReadProblem.Kind.THROTTLED, "57 s", failed.since()));
        var moment = Instant.parse("2026-03-02T00:00:00Z");
        records.readThrough(account, moment);
        assertThat(records.begin(account, pause).orElseThrow().readThrough()).contains(moment);
        records.complete(account, 2);
        var completed = records.progress(account).orElseThrow();
        assertThat(completed.problem()).isEmpty();
        assertThat(completed.completedAt().orElseThrow()).isAfterOrEqualTo(failed.since());
        assertThat(completed.unreadable()).isEqualTo(2);
        assertThat(records.begin(account, pause)).isEmpty();
        assertThat(records.begin(account, Duration.ZERO)).isPresent();
    }

    /** A change whose only attempt got no answer. */
    private Change lost() {
        stories.accepted(customer, ada);
        var claim = stories.intended();
        stories.loseSight(claim, Duration.ofSeconds(3));
        return claim.change();
    }

    private static UUID correlation(Change change) {
        return change.attempts().getLast().correlation();
    }

    private Activity record(UUID correlation, SpendingLimit after) {
        return record(correlation, after, "Mara.Lindqvist@csp.example");
    }

    private Activity record(UUID correlation, SpendingLimit after, String person) {
        return new Activity(
                UUID.randomUUID().toString(),
                Activities.BUDGET_CHANGED,
                "succeeded",
                customers.now(),
                Optional.of(customer.tenant()),
                Optional.of(person),
                Optional.of("Partner Center Native App"),
                Optional.of(correlation),
                Optional.empty(),
                Optional.of(after),
                "{\"userPrincipalName\":\"" + person + "\"}");
    }

    private Origin keep(Activity record) {
        var timing = new TestWiring().timing();
        var around = Duration.ofMinutes(70);
        var sent = records.sent(
                customer.account(),
                record,
                record.at().minus(around),
                record.at().plus(around));
        var origin = Origin.of(record, sent, timing);
        records.keep(customer.account(), record, origin);
        return origin;
    }

    private ChangeState state(Change change) {
        return changes.find(Reader.EVERYTHING, change.id())
                .orElseThrow()
                .change()
                .state();
    }

    private List<EntryKind> kinds() {
        return entries().stream().map(Entry::kind).toList();
    }

    private List<Entry> entries() {
        return page(Detail.STEPS).reversed();
    }

    private List<EntryKind> outcomes() {
        return page(Detail.OUTCOMES).stream().map(Entry::kind).toList();
    }

    private List<Entry> page(Detail detail) {
        var query = new History.Query(
                "",
                Optional.empty(),
                Optional.of(customer),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                detail,
                OptionalLong.empty(),
                OptionalLong.empty(),
                100);
        return history.page(Reader.EVERYTHING, query).entries();
    }
}
