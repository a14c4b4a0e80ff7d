package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.Customers.Page;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Position.Side;
import dev.purser.domain.customer.Customers.Query;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.portfolio.Reader;
import dev.purser.persistence.MadeCustomers.Made;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerPagesTest {

    private static final int COUNT = 120;
    private static final int SIZE = 7;
    private static final AccountName APAC = MadeCustomers.ACCOUNTS.getFirst();

    @Inject
    Customers customers;

    @Inject
    Installation installation;

    private List<Made> made = List.of();
    private Reader reader = Reader.NOBODY;

    @BeforeEach
    void makeCustomersOnce() {
        if (!made.isEmpty()) {
            return;
        }
        var person = installation.person("Ada Lovelace");
        made = MadeCustomers.some(COUNT, 20260302);
        MadeCustomers.keep(installation, made, person);
        reader = new Reader(new Reader.Customers.PortfolioOf(person), Reader.Portal.HIDDEN);
    }

    @ParameterizedTest
    @EnumSource
    void visitsEachCustomerOnceAndInOrderAscending(Sort sort) {
        visitsEachCustomerOnceAndInOrder(sort, Direction.ASCENDING);
    }

    @ParameterizedTest
    @EnumSource
    void visitsEachCustomerOnceAndInOrderDescending(Sort sort) {
        visitsEachCustomerOnceAndInOrder(sort, Direction.DESCENDING);
    }

    private void visitsEachCustomerOnceAndInOrder(Sort sort, Direction direction) {
        var expected = made.stream()
                .sorted(MadeCustomers.order(sort, direction))
                .map(Made::id)
                .toList();
        var visited = new ArrayList<CustomerId>();
        var page = page(sort, direction, Optional.empty());
        assertThat(page.previous()).isEmpty();
        visited.addAll(ids(page));
        while (page.next().isPresent()) {
            page = page(sort, direction, page.next());
            assertThat(page.total()).isEqualTo(COUNT);
            assertThat(page.previous()).isPresent();
            visited.addAll(ids(page));
        }
        assertThat(visited).isEqualTo(expected);

        var back = new ArrayList<>(ids(page));
        while (page.previous().isPresent()) {
            page = page(sort, direction, page.previous());
            assertThat(page.next()).isPresent();
            back.addAll(0, ids(page));
        }
        assertThat(back).isEqualTo(expected);
    }

    @Test
    void ordersNamesAsPeopleLookThemUp() {
        var account = account();
        var names = List.of("apfel", "Apfel", "äpfel", "Contoso", "Łódź", "zebra", "Zeta");
        names.reversed().forEach(name -> customer(account, name, ""));

        assertThat(found(Reader.EVERYTHING, query("", account))).isEqualTo(names);
    }

    @Test
    void findsPartsOfNamesAndDomainsLiterally() {
        var account = account();
        for (var name : List.of("100% Öko!", "a_b", "axb", "O'Neill \"x\"", "İstanbul", "BACK\\slash", "Größe")) {
            customer(account, name, "");
        }
        customer(account, "Zeta", "fabrikam.example");

        assertThat(found(Reader.EVERYTHING, query("100%", account))).containsExactly("100% Öko!");
        assertThat(found(Reader.EVERYTHING, query("%", account))).containsExactly("100% Öko!");
        assertThat(found(Reader.EVERYTHING, query("A_B", account))).containsExactly("a_b");
        assertThat(found(Reader.EVERYTHING, query("öko!", account))).containsExactly("100% Öko!");
        assertThat(found(Reader.EVERYTHING, query("ÖKO", account))).containsExactly("100% Öko!");
        assertThat(found(Reader.EVERYTHING, query("o'neill \"", account))).containsExactly("O'Neill \"x\"");
        assertThat(found(Reader.EVERYTHING, query("İSTAN", account))).containsExactly("İstanbul");
        assertThat(found(Reader.EVERYTHING, query("k\\S", account))).containsExactly("BACK\\slash");
        assertThat(found(Reader.EVERYTHING, query("GRÖß", account))).containsExactly("Größe");
        assertThat(found(Reader.EVERYTHING, query("fabriKAM.ex", account))).containsExactly("Zeta");
        assertThat(found(Reader.EVERYTHING, query("\0", account))).hasSize(8);
        assertThat(found(Reader.EVERYTHING, query("contoso", account))).isEmpty();
    }

    @Test
    void findsTenantsByTheBeginningOfTheirId() {
        var account = account();
        var customer = customer(account, "Contoso", "");
        customer(account, "Fabrikam", "");
        var tenant = customer.tenant().toString();

        assertThat(found(Reader.EVERYTHING, query(tenant.substring(0, 13), account)))
                .containsExactly("Contoso");
        assertThat(found(Reader.EVERYTHING, query(tenant.toUpperCase(Locale.ROOT), account)))
                .containsExactly("Contoso");
        assertThat(found(Reader.EVERYTHING, query(tenant.substring(5), account)))
                .isEmpty();
    }

    @Test
    void filtersByAccountCurrencyAndFlag() {
        assertFinds(
                query(Optional.of(APAC), Optional.empty(), Optional.empty()),
                one -> one.id().account().equals(APAC));
        assertFinds(
                query(Optional.empty(), Optional.of("USD"), Optional.empty()),
                one -> one.currency().equals("USD"));
        assertFinds(query(Optional.empty(), Optional.of("GBP"), Optional.empty()), one -> false);
        assertFinds(flagged(Flag.OVER_BUDGET), Made::over);
        assertFinds(flagged(Flag.NO_BUDGET), Made::withoutBudget);
        assertFinds(flagged(Flag.UNKNOWN), Made::unknown);
        assertFinds(flagged(Flag.RELATIONSHIP_ENDED), Made::ended);
        // The values that were made are years old.
        assertFinds(flagged(Flag.NOT_READ_LATELY), one -> !one.ended());
        assertFinds(
                query(Optional.of(APAC), Optional.of("EUR"), Optional.of(Flag.OVER_BUDGET)),
                one -> one.id().account().equals(APAC) && one.currency().equals("EUR") && one.over());
    }

    @ParameterizedTest
    @EnumSource
    void beginsAtTheStartWhereAPlaceMakesNoSense(Sort sort) {
        var first = page(sort, Direction.ASCENDING, Optional.empty());
        var amounts = sort != Sort.CUSTOMER && sort != Sort.ACCOUNT;
        for (var nonsense : List.of(
                "\0",
                "1e999999999",
                "NaN",
                "-",
                "1,5",
                "+1000000000-12-31T23:59:59Z",
                "yesterday",
                "99999999999",
                "")) {
            var place = new Position(nonsense, new CustomerId(APAC, UUID.randomUUID()), Side.AFTER);

            var page = page(sort, Direction.ASCENDING, Optional.of(place));

            if (nonsense.equals("\0") || (amounts && !nonsense.equals("99999999999"))) {
                assertThat(page).as(nonsense).isEqualTo(first);
            } else {
                assertThat(page.customers()).as(nonsense).isNotEmpty();
            }
        }
    }

    @Test
    void beginsAtTheStartWhereNothingLiesBeyondThePlace() {
        var first = page(Sort.CUSTOMER, Direction.ASCENDING, Optional.empty());
        var ids = new CustomerId(APAC, UUID.randomUUID());

        assertThat(page(Sort.CUSTOMER, Direction.ASCENDING, Optional.of(new Position("zzzz", ids, Side.AFTER))))
                .isEqualTo(first);
        assertThat(page(Sort.CUSTOMER, Direction.ASCENDING, Optional.of(new Position("", ids, Side.BEFORE))))
                .isEqualTo(first);
    }

    @Test
    void showsNoAmountsToWhoMaySeeOnlyNames() {
        var names = new Reader(new Reader.Customers.NamesOnly(), Reader.Portal.SEEN);
        var first = made.getFirst();

        assertThat(customers.find(names, first.id())).hasValueSatisfying(shown -> {
            assertThat(shown.name()).isEqualTo(first.name());
            assertThat(shown.budget()).isEmpty();
            assertThat(shown.usage()).isEqualTo(new KnownCustomer.UsageRead.NotRead());
            assertThat(shown.currency().known()).isEmpty();
            assertThat(shown.problem()).isEmpty();
            assertThat(shown.openChange()).isEmpty();
            assertThat(shown.lastChange()).isEmpty();
        });
        var byName = customers.page(names, sorted(Sort.CUSTOMER, Optional.empty()));
        for (var sort : Sort.values()) {
            if (sort == Sort.ACCOUNT) {
                continue;
            }
            var page = customers.page(names, sorted(sort, Optional.empty()));
            assertThat(page).as(sort.toString()).isEqualTo(byName);
            // The place that a page goes on from tells nothing either, and leads to the next one.
            assertThat(page.next().orElseThrow().value())
                    .isEqualTo(page.customers().getLast().name());
            assertThat(customers.page(names, sorted(Sort.CUSTOMER, page.next())).customers())
                    .doesNotContainAnyElementsOf(page.customers());
        }
        var over = new Query(
                "",
                Optional.of(APAC),
                Optional.of("EUR"),
                Optional.of(Flag.OVER_BUDGET),
                Sort.CUSTOMER,
                Direction.ASCENDING,
                Optional.empty(),
                SIZE);
        assertThat(customers.page(names, over).total())
                .isEqualTo(customers
                        .page(names, query(Optional.of(APAC), Optional.empty(), Optional.empty()))
                        .total());
    }

    @Test
    void showsAPortfolioNothingElse() {
        var foreign = customer(APAC, "Foreign", "");

        assertThat(customers.find(reader, foreign)).isEmpty();
        assertThat(found(reader, query("foreign", APAC))).isEmpty();
        assertThat(customers.find(reader, made.getFirst().id())).isPresent();
        assertThat(customers.find(Reader.EVERYTHING, foreign)).isPresent();
        assertThat(customers.find(Reader.NOBODY, foreign)).isEmpty();
        assertThat(customers
                        .page(Reader.NOBODY, sorted(Sort.CUSTOMER, Optional.empty()))
                        .total())
                .isZero();
    }

    @Test
    void headsTheListOfAPortfolio() {
        var overview = customers.overview(reader);

        assertThat(overview.customers()).isEqualTo(COUNT);
        assertThat(overview.accounts()).containsExactlyElementsOf(MadeCustomers.ACCOUNTS);
        assertThat(overview.currencies()).containsExactly("EUR", "USD");
        assertThat(overview.failing())
                .isEqualTo(made.stream()
                        .filter(one -> one.problem() && !one.ended())
                        .count());
        assertThat(overview.newest())
                .isEqualTo(made.stream()
                        .flatMap(one -> one.budgetReadAt().stream())
                        .max(Instant::compareTo));
        assertThat(overview.oldest())
                .isEqualTo(made.stream()
                        .flatMap(one -> one.budgetReadAt().stream())
                        .min(Instant::compareTo));
        assertThat(customers.overview(Reader.NOBODY))
                .isEqualTo(new Customers.Overview(0, List.of(), List.of(), Optional.empty(), Optional.empty(), 0));
    }

    private void assertFinds(Query query, Predicate<Made> expected) {
        var page = customers.page(reader, query);
        var ids = made.stream().filter(expected).map(Made::id).toList();
        assertThat(ids(page)).as(query.toString()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(page.total()).isEqualTo(ids.size());
    }

    private static Query flagged(Flag flag) {
        return query(Optional.empty(), Optional.empty(), Optional.of(flag));
    }

    private static Query query(Optional<AccountName> account, Optional<String> currency, Optional<Flag> flag) {
        return new Query("", account, currency, flag, Sort.CUSTOMER, Direction.ASCENDING, Optional.empty(), COUNT);
    }

    private static Query query(String text, AccountName account) {
        return new Query(
                text,
                Optional.of(account),
                Optional.empty(),
                Optional.empty(),
                Sort.CUSTOMER,
                Direction.ASCENDING,
                Optional.empty(),
                COUNT);
    }

    private static Query sorted(Sort sort, Optional<Position> from) {
        return new Query(
                "", Optional.empty(), Optional.empty(), Optional.empty(), sort, Direction.ASCENDING, from, SIZE);
    }

    private Page page(Sort sort, Direction direction, Optional<Position> from) {
        return customers.page(
                reader,
                new Query("", Optional.empty(), Optional.empty(), Optional.empty(), sort, direction, from, SIZE));
    }

    private List<String> found(Reader by, Query query) {
        return customers.page(by, query).customers().stream()
                .map(KnownCustomer::name)
                .toList();
    }

    private static List<CustomerId> ids(Page page) {
        return page.customers().stream().map(KnownCustomer::id).toList();
    }

    private CustomerId customer(AccountName account, String name, String domain) {
        return installation.customer(account, name, domain);
    }

    private static AccountName account() {
        return Installation.newAccount();
    }
}
