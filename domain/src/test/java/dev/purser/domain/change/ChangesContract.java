package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.Changes.Acceptance;
import dev.purser.domain.change.Changes.Receipt;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.LastChange;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of {@link Changes}. An implementation is right when a class that extends this one is green. */
public abstract class ChangesContract extends ClaimsContract {

    private static final int AT_ONCE = 6;

    @Test
    void acceptsAWishAsItWasAsked() {
        var wish = wish();

        var change = accepted(wish);

        assertThat(change).usingRecursiveComparison().ignoringFields("askedAt").isEqualTo(wish);
        assertThat(change.state()).isEqualTo(new ChangeState.Requested(Optional.empty(), 0));
    }

    @Test
    void acceptsNothingForACustomerThatTheWriterMayNotChange() {
        var writer = reader(new Reader.Customers.PortfolioOf(ada()));
        var wish = wish();
        for (var nobody : List.of(writer, Reader.NOBODY, reader(new Reader.Customers.NamesOnly()))) {
            assertThat(changes().accept(nobody, wish)).isEqualTo(new Acceptance.NotPermitted());
        }
        assertThat(kinds(contoso())).isEmpty();
        assertThat(changes().find(Reader.EVERYTHING, wish.id())).isEmpty();

        assign(ada(), contoso());
        assertThat(changes().accept(writer, wish)).isEqualTo(new Acceptance.Accepted(wish.id()));
        assertThat(changes().accept(Reader.NOBODY, wish)).isEqualTo(new Acceptance.NotPermitted());
    }

    @Test
    void keepsEveryKindOfCurrencyAndBudget() {
        for (var currency :
                List.of(EURO, BillingCurrency.unknown(), new BillingCurrency.Configured(Currency.getInstance("JPY")))) {
            var removal = wish(customer("Fabrikam", ""), SpendingLimit.of("1234.567"), SpendingLimit.notSet());
            var wish = new Change(
                    removal.id(),
                    removal.customer(),
                    removal.customerName(),
                    removal.who(),
                    removal.seen(),
                    removal.wanted(),
                    currency,
                    new Wording("", "no longer needed", Optional.empty()),
                    removal.askedAt(),
                    removal.state(),
                    removal.attempts(),
                    Optional.empty());

            assertThat(accepted(wish))
                    .usingRecursiveComparison()
                    .ignoringFields("askedAt")
                    .isEqualTo(wish);
        }
    }

    @Test
    void givesBackAllThatWasAskedForWhereNothingIsLeftOut() {
        var undone = accepted();
        lost();
        passes(Duration.ofSeconds(10));
        changes().record(claimed(), new Next.Confirm(Evidence.READ_BACK, 200, UUID.randomUUID()), Optional.empty());
        var certainBy = stored(undone).attempts().getLast().intendedAt().plus(TIMING.quarantine());
        var wish = new Change(
                UUID.randomUUID(),
                contoso(),
                "Contoso, as it was called then",
                ada(),
                SpendingLimit.of("5000"),
                SpendingLimit.of("4000.5"),
                new BillingCurrency.Configured(Currency.getInstance("JPY")),
                new Wording("4000,5", "asked for by mistake", Optional.of("T-18")),
                undone.askedAt(),
                new ChangeState.Requested(Optional.of(new Waiting(Waiting.Cause.QUARANTINE, certainBy)), 0),
                List.of(),
                Optional.of(undone.id()));
        assertThat(wish.toString()).as("left out").doesNotContain("Optional.empty");

        assertThat(accepted(wish))
                .usingRecursiveComparison()
                .ignoringFields("askedAt")
                .isEqualTo(wish);
        passes(TIMING.quarantine());
        assertThat(claimed().change()).isEqualTo(stored(wish));
    }

    @Test
    void knowsAWishThatWasAcceptedBefore() {
        var wish = wish();
        var change = accepted(wish);

        assertThat(changes().accept(Reader.EVERYTHING, wish)).isEqualTo(new Acceptance.Known(change));

        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void knowsAWishByItsIdWhateverItAsks() {
        var wish = wish();
        confirmAtOnce(wish);
        var other = withId(wish(customer("Fabrikam", ""), SpendingLimit.notSet(), SpendingLimit.of("1")), wish.id());

        assertThat(changes().accept(Reader.EVERYTHING, other)).isEqualTo(new Acceptance.Known(stored(wish)));
    }

    @Test
    void tellsTheSecondPersonThatTheCustomerIsOccupied() {
        var change = accepted();

        var second =
                changes().accept(Reader.EVERYTHING, wish(contoso(), SpendingLimit.of("4000"), SpendingLimit.of("9")));

        assertThat(second).isInstanceOfSatisfying(Acceptance.Occupied.class, occupied -> {
            assertThat(occupied.by().change()).isEqualTo(change.id());
            assertThat(occupied.by().who()).isEqualTo("Ada Lovelace");
            assertThat(occupied.by().since()).isEqualTo(change.askedAt());
            assertThat(occupied.by().seen()).isEqualTo(change.seen());
            assertThat(occupied.by().wanted()).isEqualTo(change.wanted());
        });
        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void keepsTheCustomerOccupiedUntilTheChangeHasEnded() {
        accepted();
        var second = wish(contoso(), SpendingLimit.of("5000"), SpendingLimit.of("6000"));
        var claim = intended();
        assertThat(changes().accept(Reader.EVERYTHING, second)).isInstanceOf(Acceptance.Occupied.class);
        lost(claim);
        assertThat(changes().accept(Reader.EVERYTHING, second)).isInstanceOf(Acceptance.Occupied.class);
        passes(TIMING.quarantine().plus(MOMENT));
        ruleOut(claimed());

        assertThat(changes().accept(Reader.EVERYTHING, second)).isEqualTo(new Acceptance.Accepted(second.id()));
    }

    @Test
    void sendsTheNextChangeAtOnceWhereEveryAttemptHasACertainAnswer() {
        confirmAtOnce(wish());
        var next = accepted(wish(contoso(), SpendingLimit.of("5000"), SpendingLimit.of("6000")));

        assertThat(next.state()).isEqualTo(new ChangeState.Requested(Optional.empty(), 0));
        assertThat(claimed().change().id()).isEqualTo(next.id());
    }

    @Test
    void holdsTheNextChangeBackUntilTheQuarantineIsOver() {
        var first = accepted();
        lost();
        passes(Duration.ofSeconds(10));
        changes().record(claimed(), new Next.Confirm(Evidence.READ_BACK, 200, UUID.randomUUID()), Optional.empty());
        var certainBy = stored(first).attempts().getLast().intendedAt().plus(TIMING.quarantine());

        var next = accepted(wish(contoso(), SpendingLimit.of("5000"), SpendingLimit.of("6000")));

        var waiting = new Waiting(Waiting.Cause.QUARANTINE, certainBy);
        assertThat(next.state()).isEqualTo(new ChangeState.Requested(Optional.of(waiting), 0));
        assertThat(kinds(contoso())).endsWith("change-confirmed", "change-requested");
        assertThat(changes().claim(NODE, LEASE)).isEmpty();
        passes(TIMING.quarantine().minus(Duration.ofSeconds(10)).minus(MOMENT));
        assertThat(changes().claim(NODE, LEASE)).isEmpty();
        passes(MOMENT.multipliedBy(2));
        assertThat(claimed().quarantineOver()).isTrue();
    }

    @Test
    void findsAChangeForWhoMaySeeItsCustomer() {
        var bert = person("Bert");
        var other = customer("Fabrikam", "fabrikam.example");
        assign(ada(), contoso());
        assign(bert, other);
        var change = accepted();
        var receipt = new Receipt(change, Optional.of("Ada Lovelace"), "contoso.example");

        assertThat(changes().find(Reader.EVERYTHING, change.id())).contains(receipt);
        assertThat(changes().find(reader(new Reader.Customers.PortfolioOf(ada())), change.id()))
                .contains(receipt);
        assertThat(changes().find(reader(new Reader.Customers.PortfolioOf(bert)), change.id()))
                .isEmpty();
        assertThat(changes().find(reader(new Reader.Customers.NamesOnly()), change.id()))
                .isEmpty();
        assertThat(changes().find(Reader.NOBODY, change.id())).isEmpty();
        assertThat(changes().find(Reader.EVERYTHING, UUID.randomUUID())).isEmpty();
    }

    @Test
    void keepsWhichChangeAnotherOneUndoes() {
        var undone = wish();
        confirmAtOnce(undone);
        var undo = accepted(undoing(undone));

        assertThat(stored(undone).undoes()).isEmpty();
        assertThat(undo.undoes()).contains(undone.id());
        assertThat(claimed().change().undoes()).contains(undone.id());
        assertThat(entries(contoso()).getFirst()).doesNotContainKey("undoes");
        assertThat(entries(contoso()).getLast())
                .containsEntry("kind", "change-requested")
                .containsEntry("undoes", undone.id().toString());
    }

    private Change undoing(Change undone) {
        return new Change(
                UUID.randomUUID(),
                undone.customer(),
                undone.customerName(),
                undone.who(),
                undone.wanted(),
                undone.seen(),
                undone.currency(),
                new Wording("", "undo", Optional.empty()),
                undone.askedAt(),
                undone.state(),
                List.of(),
                Optional.of(undone.id()));
    }

    @Test
    void showsAtTheCustomerThatAChangeIsOpen() {
        var change = accepted();
        assertThat(known().openChange()).contains(new OpenChange(change.id(), false, "Ada Lovelace", change.askedAt()));

        var claim = intended();
        assertThat(known().openChange().map(OpenChange::unknown)).contains(false);
        lost(claim);
        assertThat(known().openChange().map(OpenChange::unknown)).contains(true);

        passes(TIMING.quarantine().plus(MOMENT));
        ruleOut(claimed());
        assertThat(known().openChange()).isEmpty();
        assertThat(known().lastChange()).isEmpty();
        assertThat(known().budget()).isEmpty();
    }

    @Test
    void knowsAConfirmedBudgetAtOnce() {
        var wish = wish();
        confirmAtOnce(wish);

        var at = ((ChangeState.Confirmed) stored(wish).state()).at();
        assertThat(known().budget()).contains(new BudgetRead(wish.wanted(), at, BudgetRead.Source.ITSELF));
        assertThat(known().lastChange()).contains(new LastChange(at, "Ada Lovelace"));
        assertThat(known().openChange()).isEmpty();
    }

    private KnownCustomer known() {
        return customers().find(Reader.EVERYTHING, contoso()).orElseThrow();
    }

    @Test
    void tellsTheWholeStoryOfAChangeInItsEntries() {
        var change = accepted();
        var sending = intended();
        lost(sending);
        passes(Duration.ofSeconds(10));
        changes()
                .record(
                        claimed(),
                        new Next.KeepLooking(Optional.of(SpendingLimit.of("4000")), Duration.ofSeconds(6)),
                        Optional.empty());
        passes(Duration.ofSeconds(10));
        var confirmation = UUID.randomUUID();
        changes().record(claimed(), new Next.Confirm(Evidence.READ_BACK, 200, confirmation), Optional.empty());

        var attempt = sending.change().attempts().getLast();
        var told = entries(contoso());
        assertThat(told).hasSize(4);
        assertEntry(told.get(0), change, 1, Map.of("kind", "change-requested", "typed", "5k"));
        assertEntry(
                told.get(1),
                change,
                2,
                Map.of(
                        "kind",
                        "change-sending",
                        "attempt",
                        "1",
                        "request",
                        change.id().toString(),
                        "correlation",
                        attempt.correlation().toString()));
        assertEntry(
                told.get(2),
                change,
                3,
                Map.of(
                        "kind", "change-unknown",
                        "attempt", "1",
                        "trouble", "broken-off",
                        "detail", "connection reset",
                        "correlation", attempt.correlation().toString()));
        assertEntry(
                told.get(3),
                change,
                4,
                Map.of(
                        "kind", "change-confirmed",
                        "attempt", "1",
                        "evidence", "read-back",
                        "status", "200",
                        "correlation", confirmation.toString()));
        assertThat(told)
                .extracting(entry -> entry.get("who"))
                .doesNotContainNull()
                .containsOnly(told.get(0).get("who"));
        assertThat(told.get(0).get("who")).doesNotContain("Ada").doesNotContain(ada().toString());
    }

    @Test
    void writesOneEntryForWaitingOfOneKind() {
        accepted();
        for (var cause : List.of(
                Waiting.Cause.UNAVAILABLE,
                Waiting.Cause.UNAVAILABLE,
                Waiting.Cause.THROTTLED,
                Waiting.Cause.THROTTLED,
                Waiting.Cause.UNAVAILABLE)) {
            changes().record(claimed(), new Next.Wait(cause, Duration.ZERO, "503"), Optional.empty());
        }

        assertThat(kinds(contoso()))
                .containsExactly("change-requested", "change-waiting", "change-waiting", "change-waiting");
        assertThat(entries(contoso()).get(1))
                .containsEntry("cause", "unavailable")
                .containsEntry("pause", "PT0S");
        assertThat(entries(contoso()).get(2)).containsEntry("cause", "throttled");
    }

    @Test
    void numbersTheEntriesOfEachCustomerForItself() {
        var fabrikam = customer("Fabrikam", "");
        confirmAtOnce(wish());
        confirmAtOnce(wish(fabrikam, SpendingLimit.notSet(), SpendingLimit.of("70")));
        confirmAtOnce(wish(contoso(), SpendingLimit.of("5000"), SpendingLimit.of("6000")));

        assertThat(numbers(entries(contoso()))).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(numbers(entries(fabrikam))).containsExactly("1", "2", "3");
    }

    @Test
    void writesNoEntryForAWishThatIsNotAccepted() {
        accepted();
        changes().accept(Reader.EVERYTHING, wish(contoso(), SpendingLimit.of("4000"), SpendingLimit.of("9")));
        claimed();

        assertThat(numbers(entries(contoso()))).containsExactly("1");
    }

    @Test
    void acceptsTheSameFormOnlyOnceHoweverManyComeAtOnce() throws Exception {
        var wish = wish();

        var results = atOnce(number -> changes().accept(Reader.EVERYTHING, wish));

        assertThat(results).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Acceptance.Known.class::isInstance).hasSize(AT_ONCE - 1);
        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void acceptsOneOpenChangeACustomerHoweverManyAskAtOnce() throws Exception {
        var results = atOnce(number -> changes()
                .accept(
                        Reader.EVERYTHING,
                        wish(contoso(), SpendingLimit.of("4000"), SpendingLimit.of(Integer.toString(number)))));

        assertThat(results).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(Acceptance.Occupied.class::isInstance).hasSize(AT_ONCE - 1);
        assertThat(kinds(contoso())).containsExactly("change-requested");
    }

    @Test
    void givesOneChangeToOneNodeHoweverManyClaimAtOnce() throws Exception {
        accepted();

        var claims = atOnce(number -> changes().claim("node-" + number, LEASE));

        assertThat(claims).filteredOn(Optional::isPresent).hasSize(1);
    }

    private interface Numbered<T> {
        T run(int number);
    }

    private static <T> List<T> atOnce(Numbered<T> task)
            throws InterruptedException, ExecutionException, TimeoutException {
        var start = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = new ArrayList<Future<T>>();
            for (var number : IntStream.range(0, AT_ONCE).toArray()) {
                Callable<T> one = () -> {
                    start.await(10, TimeUnit.SECONDS);
                    return task.run(number);
                };
                running.add(threads.submit(one));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get(30, TimeUnit.SECONDS));
            }
            return results;
        }
    }

    private void confirmAtOnce(Change wish) {
        accepted(wish);
        confirm(intended());
    }

    private void assertEntry(Map<String, String> entry, Change change, int number, Map<String, String> own) {
        assertThat(entry).containsAllEntriesOf(own).containsAllEntriesOf(common(change, number));
        assertThat(entry.get("time")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        var members = new ArrayList<>(own.keySet());
        members.addAll(common(change, number).keySet());
        members.addAll(List.of("time", "who"));
        assertThat(entry).containsOnlyKeys(members.toArray(String[]::new));
    }

    private static Map<String, String> common(Change change, int number) {
        var customer = change.customer();
        return Map.ofEntries(
                Map.entry("format", "purser-entry/1"),
                Map.entry("stream", "customer:" + customer.account() + "/" + customer.tenant()),
                Map.entry("number", Integer.toString(number)),
                Map.entry("change", change.id().toString()),
                Map.entry("account", customer.account().value()),
                Map.entry("customer", customer.tenant().toString()),
                Map.entry("customerName", "Contoso"),
                Map.entry("before", "4000.00"),
                Map.entry("after", "5000.00"),
                Map.entry("currency", "EUR"),
                Map.entry("currencyFrom", "microsoft"),
                Map.entry("reason", "customer request"),
                Map.entry("ticket", "T-17"));
    }

    private static List<String> numbers(List<Map<String, String>> entries) {
        return entries.stream().map(entry -> entry.getOrDefault("number", "")).toList();
    }

    private static Reader reader(Reader.Customers customers) {
        return new Reader(customers, Reader.Portal.HIDDEN);
    }

    private static Change withId(Change change, UUID id) {
        return new Change(
                id,
                change.customer(),
                change.customerName(),
                change.who(),
                change.seen(),
                change.wanted(),
                change.currency(),
                change.wording(),
                change.askedAt(),
                change.state(),
                change.attempts(),
                Optional.empty());
    }
}
