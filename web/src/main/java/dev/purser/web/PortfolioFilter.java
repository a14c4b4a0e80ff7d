package dev.purser.web;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Customers.Page;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.history.ForeignText;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.rights.Match;
import dev.purser.domain.rights.Match.Holding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which customers an administrator looks at, for one person. All of it stands in the address; what cannot be read there is
 * passed over.
 */
record PortfolioFilter(PersonId person, Match match, Optional<Position> from) {

    private static final int LONGEST_TEXT = 200;

    /** @param parameters the first value of a parameter, or empty text */
    static PortfolioFilter of(PersonId person, Function<String, String> parameters) {
        var text = ForeignText.oneLine(parameters.apply("q"));
        return new PortfolioFilter(
                person,
                new Match(
                        text.substring(
                                0,
                                text.offsetByCodePoints(
                                        0, Math.min(text.codePointCount(0, text.length()), LONGEST_TEXT))),
                        CustomerAddress.account(parameters.apply("account")),
                        holding(parameters.apply("held"))),
                PlaceInList.read(Sort.CUSTOMER, parameters.apply("after"), parameters.apply("before")));
    }

    private static Holding holding(String written) {
        return Arrays.stream(Holding.values())
                .filter(holding -> written(holding).equals(written))
                .findFirst()
                .orElse(Holding.ANYBODYS);
    }

    static String written(Holding holding) {
        return holding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String text() {
        return match.text();
    }

    public String account() {
        return match.account().map(AccountName::value).orElse("");
    }

    public String held() {
        return written(match.holding());
    }

    public List<AccountName> accounts() {
        return match.account().stream().toList();
    }

    /** The place in the list, as a form carries it. */
    public Optional<String> after() {
        return place(Position.Side.AFTER);
    }

    public Optional<String> before() {
        return place(Position.Side.BEFORE);
    }

    private Optional<String> place(Position.Side side) {
        return from.filter(place -> place.side() == side).map(PlaceInList::written);
    }

    public boolean isIn(AccountName account) {
        return match.account().equals(Optional.of(account));
    }

    public List<Holding> holdings() {
        return List.of(Holding.values());
    }

    public boolean shows(Holding holding) {
        return match.holding() == holding;
    }

    /** Whether any customer is left out. */
    public boolean filtered() {
        return !match.equals(new Match("", Optional.empty(), Holding.ANYBODYS));
    }

    /** Where the list goes on from that page of it. */
    public Pager pager(Page page) {
        return new Pager(
                from.map(place -> address(Optional.empty(), "", "")),
                page.previous().map(place -> address(Optional.of(place), "", "")),
                page.next().map(place -> address(Optional.of(place), "", "")));
    }

    public String here() {
        return address(from, "", "");
    }

    /** The same list, with one more parameter. */
    String with(String name, String value) {
        return address(from, name, value);
    }

    /** The same person's list of everybody. */
    public String everyone() {
        return PortfolioPage.address(person);
    }

    private String address(Optional<Position> place, String name, String value) {
        var parameters = new ArrayList<List<String>>();
        if (!text().isEmpty()) {
            parameters.add(List.of("q", text()));
        }
        match.account().ifPresent(account -> parameters.add(List.of("account", account.value())));
        if (match.holding() != Holding.ANYBODYS) {
            parameters.add(List.of("held", held()));
        }
        place.ifPresent(at -> parameters.add(
                List.of(at.side() == Position.Side.AFTER ? "after" : "before", PlaceInList.written(at))));
        if (!name.isEmpty()) {
            parameters.add(List.of(name, value));
        }
        var query = parameters.stream()
                .map(parameter ->
                        parameter.getFirst() + "=" + URLEncoder.encode(parameter.getLast(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? everyone() : everyone() + "?" + query;
    }
}
