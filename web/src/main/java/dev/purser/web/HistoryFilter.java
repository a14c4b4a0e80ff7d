package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.history.History.Detail;
import dev.purser.domain.history.History.Named;
import dev.purser.domain.history.History.Page;
import dev.purser.domain.history.History.Query;
import dev.purser.web.history.OutcomeChoice;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are listed. All of it stands in the address, so that a list can be bookmarked and sent to somebody.
 *
 * @param parameters of the address that say something, without the place in the list
 * @param before only entries older than this one
 * @param after only entries newer than this one
 */
record HistoryFilter(Map<String, String> parameters, OptionalLong before, OptionalLong after) {

    static final int PAGE = 50;

    private static final String ADDRESS = "/history";
    static final String TEXT = "q";
    static final String WHO = "who";
    static final String CUSTOMER = "customer";
    static final String OUTCOME = "outcome";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String STEPS = "steps";
    private static final List<String> NAMES = List.of(TEXT, WHO, CUSTOMER, OUTCOME, FROM, UNTIL, STEPS);
    private static final Pattern CURSOR = Pattern.compile("\\d{1,18}");

    /** Why nothing can be listed. */
    sealed interface Flaw {

        /**
         * The text is no day.
         *
         * @param name of the field
         */
        record NotADay(String name, String text) implements Flaw {}

        record DaysCrossed() implements Flaw {}

        record NotACustomer(String text) implements Flaw {}

        record NotAnOutcome(String text) implements Flaw {}
    }

    /** The filter in an address. A place in the list that cannot be read is its beginning. */
    static HistoryFilter of(MultivaluedMap<String, String> address) {
        var parameters = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            Optional.ofNullable(address.getFirst(name))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> parameters.put(name, text));
        }
        return new HistoryFilter(parameters, cursor(address.getFirst("before")), cursor(address.getFirst("after")));
    }

    private static OptionalLong cursor(@Nullable String text) {
        return text != null && CURSOR.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    HistoryFilter {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    public String text() {
        return value(TEXT);
    }

    /** Pseudonym of a person. */
    public String who() {
        return value(WHO);
    }

    public String from() {
        return value(FROM);
    }

    public String until() {
        return value(UNTIL);
    }

    public String customer() {
        return value(CUSTOMER);
    }

    public String outcome() {
        return value(OUTCOME);
    }

    Detail detail() {
        return value(STEPS).equals("all") ? Detail.STEPS : Detail.OUTCOMES;
    }

    public boolean everyStep() {
        return detail() == Detail.STEPS;
    }

    /** Whether somebody is filtered by who can no longer be named. */
    public boolean byErased(List<Named> people) {
        return !who().isEmpty()
                && people.stream().noneMatch(person -> person.pseudonym().equals(who()));
    }

    public boolean filtered() {
        return !parameters.isEmpty();
    }

    /** Whether the list begins somewhere else than with the newest entry. */
    public boolean paged() {
        return before.isPresent() || after.isPresent();
    }

    Optional<OutcomeChoice> chosenOutcome() {
        return OutcomeChoice.of(outcome());
    }

    public Optional<CustomerId> chosenCustomer() {
        var parts = customer().split("/", 2);
        return parts.length == 2 ? CustomerAddress.of(parts[0], parts[1]) : Optional.empty();
    }

    Optional<LocalDate> firstDay() {
        return day(from());
    }

    Optional<LocalDate> lastDay() {
        return day(until());
    }

    List<Flaw> flaws() {
        var flaws = new ArrayList<Flaw>();
        if (!customer().isEmpty() && chosenCustomer().isEmpty()) {
            flaws.add(new Flaw.NotACustomer(customer()));
        }
        if (!outcome().isEmpty() && chosenOutcome().isEmpty()) {
            flaws.add(new Flaw.NotAnOutcome(outcome()));
        }
        if (!from().isEmpty() && firstDay().isEmpty()) {
            flaws.add(new Flaw.NotADay(FROM, from()));
        }
        if (!until().isEmpty() && lastDay().isEmpty()) {
            flaws.add(new Flaw.NotADay(UNTIL, until()));
        }
        if (firstDay().flatMap(first -> lastDay().map(first::isAfter)).orElse(false)) {
            flaws.add(new Flaw.DaysCrossed());
        }
        return flaws;
    }

    /** @param zone in which days begin and end */
    Query query(ZoneId zone) {
        return new Query(
                text(),
                Optional.of(who()).filter(who -> !who.isEmpty()),
                chosenCustomer(),
                chosenOutcome().map(OutcomeChoice::kinds).orElse(Set.of()),
                firstDay().map(day -> beginning(day, zone)),
                lastDay().map(day -> beginning(day.plusDays(1), zone)),
                detail(),
                before,
                after,
                PAGE);
    }

    private static Instant beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The same list without one of its filters, from its beginning. */
    String without(String name) {
        var rest = new LinkedHashMap<>(parameters);
        rest.remove(name);
        return address(rest);
    }

    /** The same list from its beginning. */
    public String beginning() {
        return address(parameters);
    }

    /** Where the list goes on from that page of it. */
    public Pager pager(Page page) {
        return new Pager(
                Optional.of(beginning()).filter(address -> paged()),
                at("after", page.newer()),
                at("before", page.older()));
    }

    private Optional<String> at(String name, OptionalLong entry) {
        return entry.stream().mapToObj(id -> place(name, id)).findFirst();
    }

    private String place(String name, long entry) {
        var all = new LinkedHashMap<>(parameters);
        all.put(name, Long.toString(entry));
        return address(all);
    }

    private static String address(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ADDRESS
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", ADDRESS + "?", ""));
    }

    private String value(String name) {
        return parameters.getOrDefault(name, "");
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1 && day.getYear() <= 9998);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
