package dev.purser.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** {@code /v1/auditrecords}: at most 90 days back, at most 30 days at a time. */
final class AuditResource {

    private static final int LOOK_BACK_DAYS = 90;
    private static final int LONGEST_WINDOW_DAYS = 30;

    private final AuditLog log;
    private final Pages pages;
    private final Switches switches;
    private final InstantSource clock;
    private final UUID partner;

    AuditResource(AuditLog log, Pages pages, Switches switches, SimulatorSettings settings) {
        this.log = log;
        this.pages = pages;
        this.switches = switches;
        this.clock = settings.clock();
        this.partner = settings.tenantId();
    }

    Reply list(ApiCall call) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Optional<LocalDate> end = date(call.query(), "enddate", today);
        Optional<LocalDate> start =
                date(call.query(), "startdate", end.orElse(today).minusDays(LONGEST_WINDOW_DAYS));
        if (start.isEmpty() || end.isEmpty()) {
            return Reply.json(400, ErrorBody.notBindable());
        }
        if (start.get().isBefore(today.minusDays(LOOK_BACK_DAYS))) {
            return invalid("startDate: at most 90 days ago");
        }
        long days = ChronoUnit.DAYS.between(start.get(), end.get());
        if (days < 0 || days > LONGEST_WINDOW_DAYS) {
            return invalid("startDate, endDate: at most 30 days apart");
        }
        String asked = call.query().get("filter");
        Optional<Predicate<AuditRecord>> wanted =
                asked == null ? Optional.of(_ -> true) : Filter.of(asked).flatMap(AuditResource::wanted);
        String address = "/auditrecords?startDate=" + start.get() + "&endDate=" + end.get() + "&size="
                + call.query().getOrDefault("size", "500")
                + (asked == null ? "" : "&filter=" + URLEncoder.encode(asked, StandardCharsets.UTF_8));
        return wanted.map(filter -> pages.page(
                        call,
                        address,
                        log.records(start.get(), end.get()),
                        filter,
                        record -> record.wire(partner, switches.now().auditFields())))
                .orElseGet(() -> invalid("filter: value is not valid"));
    }

    /** JSON null when there is no such record. */
    Reply one(String id) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<AuditRecord> records = log.records(today.minusDays(LOOK_BACK_DAYS), today);
        return records.stream()
                .filter(record -> record.id(partner).equals(id))
                .findFirst()
                .map(record -> Reply.ok(record.wire(partner, switches.now().auditFields())))
                .orElseGet(() -> new Reply(200, Reply.JSON, "null", Map.of()));
    }

    private static Optional<Predicate<AuditRecord>> wanted(Filter filter) {
        return switch (filter.field()) {
            case "companyname" ->
                Optional.of(record -> filter.isWithin(record.customer().name()));
            case "customerid" ->
                Optional.of(record -> filter.equalTo(record.customer().id().toString()));
            case "resourcetype" -> Optional.of(record -> filter.equalTo(record.resource()));
            default -> Optional.empty();
        };
    }

    /** A day, with or without a time of it; empty when the text is neither. */
    private static Optional<LocalDate> date(Map<String, String> query, String name, LocalDate ifAbsent) {
        String text = query.get(name);
        if (text == null) {
            return Optional.of(ifAbsent);
        }
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+ -][0-9:]+)?)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, "2026-11-19".length())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Reply invalid(String data) {
        return Reply.json(400, ErrorBody.withData("800002", "The request input is not valid.", data));
    }
}
