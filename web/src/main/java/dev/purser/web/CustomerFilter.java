package dev.purser.web;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Customers.Direction;
import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.Customers.Page;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.Customers.Query;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.history.ForeignText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which customers are listed, and in which order. All of it stands in the address; what cannot be read there is passed over. */
record CustomerFilter(
        String text,
        Optional<AccountName> account,
        Optional<String> currency,
        Optional<Flag> flag,
        Sort sort,
        Direction direction,
        Optional<Position> from) {

    private static final String ADDRESS = "/customers";
    private static final int LONGEST_TEXT = 200;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** Everybody, those first who have used most of their budget. */
    private static final CustomerFilter ALL = new CustomerFilter(
            "", Optional.empty(), Optional.empty(), Optional.empty(), Sort.USED, first(Sort.USED), Optional.empty());

    /** @param parameters the first value of a parameter in the address, or empty text */
    static CustomerFilter of(Function<String, String> parameters) {
        var sort = named(Sort.values(), parameters.apply("sort")).orElse(ALL.sort);
        return new CustomerFilter(
                cut(ForeignText.oneLine(parameters.apply("q"))),
                CustomerAddress.account(parameters.apply("account")),
                Optional.of(parameters.apply("currency")).filter(CURRENCY.asMatchPredicate()),
                named(Flag.values(), parameters.apply("needs")),
                sort,
                named(Direction.values(), parameters.apply("direction")).orElse(first(sort)),
                PlaceInList.read(sort, parameters.apply("after"), parameters.apply("before")));
    }

    Query query(int size) {
        return new Query(text, account, currency, flag, sort, direction, from, size);
    }

    /** Whether this is the search field's question and nothing else. */
    public boolean searchesOnly() {
        return !text.isEmpty() && equals(ALL.searching(text));
    }

    public boolean isFirstPage() {
        return from.isEmpty();
    }

    boolean isSortedBy(Sort column) {
        return sort == column;
    }

    public boolean isIn(AccountName one) {
        return account.equals(Optional.of(one));
    }

    public boolean isBilledIn(String code) {
        return currency.equals(Optional.of(code));
    }

    public boolean needs(Flag one) {
        return flag.equals(Optional.of(one));
    }

    /** Where a column's heading leads: sorts by it, or turns the order round if it is the sorted one. */
    String sortedBy(Sort column) {
        var turned = direction == Direction.ASCENDING ? Direction.DESCENDING : Direction.ASCENDING;
        return with(column, column == sort ? turned : first(column), Optional.empty())
                .address();
    }

    /** In the order of a column that is shown to those who see names alone, as their list is. */
    CustomerFilter byNames() {
        return switch (sort) {
            case CUSTOMER, ACCOUNT -> this;
            case BUDGET, SPEND, USED, AS_OF, LAST_CHANGE, FLAGS ->
                with(Sort.CUSTOMER, first(Sort.CUSTOMER), Optional.empty());
        };
    }

    /** Where the list goes on from that page of it. */
    public Pager pager(Page page) {
        return new Pager(
                from.map(place -> at(Optional.empty())),
                page.previous().map(place -> at(Optional.of(place))),
                page.next().map(place -> at(Optional.of(place))));
    }

    private String at(Optional<Position> place) {
        return with(sort, direction, place).address();
    }

    /** Where the search is taken off and the rest stays. */
    public String withoutText() {
        return searching("").address();
    }

    public String everyoneAddress() {
        return ADDRESS;
    }

    /** What the filter's form has to carry along, as it does not show it. */
    public List<Parameter> carried() {
        return parameters().stream()
                .filter(parameter -> List.of("q", "sort", "direction").contains(parameter.name()))
                .toList();
    }

    /** A name and a value in the address. */
    record Parameter(String name, String value) {}

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private CustomerFilter searching(String sought) {
        return new CustomerFilter(sought, account, currency, flag, sort, direction, Optional.empty());
    }

    private CustomerFilter with(Sort column, Direction order, Optional<Position> place) {
        return new CustomerFilter(text, account, currency, flag, column, order, place);
    }

    private String address() {
        var query = parameters().stream()
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? ADDRESS : ADDRESS + "?" + query;
    }

    private List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        if (!text.isEmpty()) {
            parameters.add(new Parameter("q", text));
        }
        account.ifPresent(one -> parameters.add(new Parameter("account", one.value())));
        flag.ifPresent(one -> parameters.add(new Parameter("needs", written(one))));
        currency.ifPresent(one -> parameters.add(new Parameter("currency", one)));
        if (sort != ALL.sort || direction != ALL.direction) {
            parameters.add(new Parameter("sort", written(sort)));
        }
        if (direction != first(sort)) {
            parameters.add(new Parameter("direction", written(direction)));
        }
        from.ifPresent(place -> parameters.add(new Parameter(written(place.side()), PlaceInList.written(place))));
        return parameters;
    }

    /** The order in which a column is looked at first: names from A, amounts and needs from the largest. */
    private static Direction first(Sort column) {
        return switch (column) {
            case CUSTOMER, ACCOUNT, AS_OF -> Direction.ASCENDING;
            case BUDGET, SPEND, USED, LAST_CHANGE, FLAGS -> Direction.DESCENDING;
        };
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String written) {
        return Arrays.stream(values)
                .filter(value -> written(value).equals(written))
                .findFirst();
    }

    private static String cut(String text) {
        return text.substring(
                0, text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST_TEXT)));
    }
}
