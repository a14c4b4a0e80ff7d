package dev.purser.simulator;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** What the service knows of who did what: changes of budgets, and what else goes on at a partner. */
final class AuditLog {

    private static final int OTHER_RECORDS_A_DAY = 3;
    private static final String PORTAL = "Partner Center Native App";
    private static final List<String> PEOPLE = List.of("mara.lindqvist", "it", "jonas.behrens");

    private record Kind(String operation, String resource) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("update_customer_user_licenses", "license"),
            new Kind("add_customer", "customer"),
            new Kind("create_customer_user", "customer_user"),
            new Kind("update_subscription", "subscription"));
    private static final Kind UNKNOWN = new Kind("some_future_operation", "some_future_resource");

    private final World world;
    private final Journal journal;
    private final SimulatorSettings settings;
    private final Switches switches;

    AuditLog(World world, Journal journal, SimulatorSettings settings, Switches switches) {
        this.world = world;
        this.journal = journal;
        this.settings = settings;
        this.switches = switches;
    }

    /** The records of these days that are there already, the newest first. */
    List<AuditRecord> records(LocalDate first, LocalDate last) {
        Instant now = settings.clock().instant();
        Instant from = first.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return Stream.concat(
                        budgetChanges(now),
                        first.datesUntil(last.plusDays(1))
                                .flatMap(day -> otherRecords(day).stream())
                                .filter(record -> !record.at().isAfter(now)))
                .filter(record -> !record.at().isBefore(from) && record.at().isBefore(to))
                .sorted(Comparator.comparing(AuditRecord::at).reversed())
                .toList();
    }

    private Stream<AuditRecord> budgetChanges(Instant now) {
        Behaviour behaviour = switches.now();
        return journal.applied().reversed().stream()
                .filter(change ->
                        change.origin() == Origin.OUTSIDE || behaviour.auditedApi() == Behaviour.AuditedApi.RECORDED)
                .filter(change -> !change.at().plus(behaviour.auditDelay()).isAfter(now))
                .map(this::record);
    }

    private AuditRecord record(Applied change) {
        boolean overApi = change.origin() == Origin.API;
        SimulatedCustomer customer = world.customer(change.customer());
        return new AuditRecord(
                change.number(),
                customer,
                // A tick apart at least, so that changes of one moment have different ids.
                change.at().plusNanos(change.number() % 1_000 * 100),
                "update_customer_spending_budget",
                "customer",
                "succeeded",
                overApi ? Optional.empty() : Optional.of(person(change.number())),
                overApi ? settings.clientId().toString() : PORTAL,
                Optional.of(value(customer, change.before())),
                Optional.of(value(customer, change.after())),
                correlation(change),
                Optional.of(change.after().map(BigDecimal::toPlainString)));
    }

    private Optional<String> correlation(Applied change) {
        return switch (switches.now().auditCorrelation()) {
            case OF_THE_REQUEST -> Optional.of(change.correlationId());
            case ANOTHER -> Optional.of(derived("correlation" + change.number()));
            case ABSENT -> Optional.empty();
        };
    }

    private static String value(SimulatedCustomer customer, Optional<BigDecimal> budget) {
        return WireJson.pascal(WireJson.text(SpendingBudgetBody.full(customer, budget)));
    }

    /** The same day has the same records each time. */
    private List<AuditRecord> otherRecords(LocalDate day) {
        SplittableRandom random = new SplittableRandom(settings.seed() ^ day.toEpochDay());
        List<AuditRecord> records = new ArrayList<>();
        for (int i = 0; i < OTHER_RECORDS_A_DAY; i++) {
            List<SimulatedCustomer> customers = world.customers();
            SimulatedCustomer customer = customers.get(random.nextInt(customers.size()));
            Kind known = KINDS.get(random.nextInt(KINDS.size()));
            long number = day.toEpochDay() * OTHER_RECORDS_A_DAY + i;
            boolean strange = i == 0 && switches.now().auditKinds() == Behaviour.AuditKinds.SOME_UNKNOWN;
            Kind kind = strange ? UNKNOWN : known;
            Duration time = Duration.ofMillis(random.nextLong(Duration.ofDays(1).toMillis()));
            records.add(new AuditRecord(
                    number,
                    customer,
                    day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(time),
                    kind.operation(),
                    kind.resource(),
                    strange ? "progress" : i == 1 ? "failed" : "succeeded",
                    strange ? Optional.empty() : Optional.of(person(number)),
                    strange ? derived("application" + number) : "FulfillmentService",
                    Optional.empty(),
                    kind.resource().equals("license")
                            ? Optional.of("{\"LicensesToAssign\":[],\"LicensesToRemove\":null}")
                            : Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return records;
    }

    private static String person(long number) {
        return PEOPLE.get((int) Math.floorMod(number, (long) PEOPLE.size())) + "@" + ProfilesResource.DOMAIN;
    }

    private static String derived(String from) {
        return UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
