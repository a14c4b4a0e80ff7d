package dev.purser.persistence;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.usage.UsedShare;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Customers with every mixture of known, unknown and equal values, and the orders that a list of them has, in Java. */
final class MadeCustomers {

    static final List<AccountName> ACCOUNTS = List.of(new AccountName("apac"), new AccountName("latam"));
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final List<String> NAMES = List.of(
            "Äpfel AG",
            "Apfel AG",
            "apfel ag",
            "Zebra",
            "zebra",
            "Ørsted",
            "Contoso",
            "contoso 2",
            "Łódź Sp",
            "Éclair");

    /** A customer as it will be kept, in the terms of the table. */
    record Made(
            CustomerId id,
            String name,
            Optional<BigDecimal> budget,
            Optional<Instant> budgetReadAt,
            Optional<BigDecimal> spend,
            boolean usageRead,
            String currency,
            Optional<Instant> lastChangeAt,
            boolean problem,
            boolean ended,
            boolean unknown) {

        BigDecimal used() {
            if (budget.isEmpty() || spend.isEmpty() || !currency.equals("EUR")) {
                return BigDecimal.valueOf(-1);
            }
            return switch (UsedShare.of(spend.get(), SpendingLimit.of(budget.get()))) {
                case UsedShare.Percent(var percent) -> percent;
                case UsedShare.OverZero overZero -> new BigDecimal("1000000000000");
                case UsedShare.NoBudget noBudget -> BigDecimal.valueOf(-1);
            };
        }

        boolean over() {
            return used().compareTo(BigDecimal.valueOf(100)) > 0;
        }

        boolean withoutBudget() {
            return budgetReadAt.isPresent() && budget.isEmpty();
        }

        int attention() {
            return over() ? 5 : unknown ? 4 : problem ? 3 : withoutBudget() ? 2 : ended ? 1 : 0;
        }
    }

    private MadeCustomers() {}

    static List<Made> some(int count, long seed) {
        var random = new Random(seed);
        return IntStream.range(0, count).mapToObj(number -> one(random)).toList();
    }

    private static Made one(Random random) {
        var budgetRead = random.nextInt(5) > 0;
        var usageRead = random.nextInt(5) > 0;
        return new Made(
                new CustomerId(ACCOUNTS.get(random.nextInt(2)), new UUID(random.nextLong(), random.nextLong())),
                NAMES.get(random.nextInt(NAMES.size())),
                budgetRead && random.nextInt(4) > 0 ? Optional.of(amount(random)) : Optional.empty(),
                budgetRead ? Optional.of(moment(random)) : Optional.empty(),
                usageRead && random.nextInt(4) > 0 ? Optional.of(amount(random)) : Optional.empty(),
                usageRead,
                random.nextInt(4) > 0 ? "EUR" : "USD",
                random.nextBoolean() ? Optional.of(moment(random)) : Optional.empty(),
                random.nextInt(6) == 0,
                random.nextInt(6) == 0,
                random.nextInt(8) == 0);
    }

    private static BigDecimal amount(Random random) {
        return new BigDecimal(List.of("0", "7", "70.5", "300", "299.995", "123456789012345678901.23")
                .get(random.nextInt(6)));
    }

    private static Instant moment(Random random) {
        return NOON.plus(random.nextInt(6) * 500_000L, ChronoUnit.MICROS);
    }

    /** Writes them down, with all of them in the person's portfolio. What was spent is always in euros. */
    static void keep(Installation installation, List<Made> customers, PersonId person) {
        installation.execute(
                customers.stream().map(made -> script(made, person)).collect(Collectors.joining()));
    }

    private static String script(Made made, PersonId person) {
        return """
                insert into customer (account, tenant, name, domain, listed_at, budget, budget_read_at, currency,
                    currency_from, usage, usage_read_at, spend, spend_currency, plan, last_change_at, problem,
                    problem_words, problem_since, problem_correlation, relationship_ended_at)
                values (%s, '', now(), %s, %s, '%s', 'configuration', %s, %s, %s, %s, %s, %s, %s, '502', now(), '%s', %s);
                insert into portfolio (person, account, tenant) values ('%s', '%s', '%s');
                """.formatted(
                                "'%s', '%s', '%s'".formatted(made.id.account(), made.id.tenant(), made.name),
                                text(made.budget),
                                text(made.budgetReadAt),
                                made.currency,
                                text(made.usageRead, made.spend.isPresent() ? "spent" : "none"),
                                text(made.usageRead, NOON),
                                text(made.spend),
                                text(made.spend.isPresent(), "EUR"),
                                text(made.spend.isPresent(), "azure-plan"),
                                text(made.lastChangeAt),
                                text(made.problem, "UNAVAILABLE"),
                                UUID.randomUUID(),
                                text(made.ended, NOON),
                                person,
                                made.id.account(),
                                made.id.tenant())
                + (made.unknown ? unknownChange(made.id, person) : "");
    }

    /** Whose next check is far away, so that nobody claims it. */
    private static String unknownChange(CustomerId customer, PersonId person) {
        return """
                insert into change (id, account, tenant, customer_name, person, seen, wanted, typed, reason, asked_at,
                    state, due_at, trouble, trouble_detail, unknown_since, certain_by)
                values ('%s', '%s', '%s', 'x', '%s', '1', '2', '2', 'test', now(), 'UNKNOWN', now() + interval '1 day',
                    'BROKEN_OFF', '', now(), now() + interval '1 day');
                """.formatted(UUID.randomUUID(), customer.account(), customer.tenant(), person);
    }

    private static String text(Optional<?> value) {
        return value.map(known -> "'" + known + "'").orElse("null");
    }

    private static String text(boolean given, @Nullable Object value) {
        return given ? "'" + value + "'" : "null";
    }

    static Comparator<Made> order(Sort sort, Direction direction) {
        var order = by(sort).thenComparing(made -> made.id.account())
                // Not by UUID, whose halves Java compares as signed numbers.
                .thenComparing(made -> made.id.tenant().toString());
        return switch (direction) {
            case ASCENDING -> order;
            case DESCENDING -> order.reversed();
        };
    }

    private static Comparator<Made> by(Sort sort) {
        return switch (sort) {
            case CUSTOMER -> Comparator.comparing(made -> made.name, asPeopleLookUp());
            case ACCOUNT -> Comparator.comparing(made -> made.id.account());
            case BUDGET ->
                Comparator.comparing(
                        made -> made.budget.orElse(BigDecimal.valueOf(made.budgetReadAt.isPresent() ? -1 : -2)));
            case SPEND -> Comparator.comparing(made -> made.spend.orElse(BigDecimal.valueOf(made.usageRead ? -1 : -2)));
            case USED -> Comparator.comparing(Made::used);
            case AS_OF -> Comparator.comparing(made -> made.budgetReadAt.orElse(Instant.EPOCH));
            case LAST_CHANGE -> Comparator.comparing(made -> made.lastChangeAt.orElse(Instant.EPOCH));
            case FLAGS -> Comparator.comparingInt(Made::attention);
        };
    }

    /** Letters first, then their marks, then small before capital: the levels of the Unicode Collation Algorithm. */
    private static Comparator<String> asPeopleLookUp() {
        return Comparator.comparing(MadeCustomers::letters)
                .thenComparing(MadeCustomers::marks)
                .thenComparing(MadeCustomers::capitals);
    }

    private static String letters(String name) {
        return decomposed(name).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }

    /** For each letter whether it has a mark. */
    private static String marks(String name) {
        return decomposed(name).replaceAll("\\P{M}\\p{M}", "1").replaceAll("[^1]", "0");
    }

    private static String capitals(String name) {
        return decomposed(name)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\p{Lu}", "1")
                .replaceAll("[^1]", "0");
    }

    /** The stroke of these two is no mark of its own in Unicode, but is sorted as one. */
    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replace("ł", "l\u0301")
                .replace("Ł", "L\u0301")
                .replace("Ø", "O\u0301");
    }
}
