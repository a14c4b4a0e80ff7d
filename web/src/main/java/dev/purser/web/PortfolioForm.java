package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.rights.Match;
import dev.purser.domain.rights.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What an administrator has marked and typed, with the list that they had before them. */
final class PortfolioForm {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Those that were marked, each as {@code account/tenant}. */
    @RestForm
    @Nullable List<String> customer;

    /** {@code all} for everything that matches. */
    @RestForm
    @Nullable String which;

    /** How many customers the page before has shown. */
    @RestForm
    @Nullable String confirmed;

    @RestForm
    @Nullable String reason;

    @RestForm
    @Nullable String q;

    @RestForm
    @Nullable String account;

    @RestForm
    @Nullable String held;

    @RestForm
    @Nullable String after;

    @RestForm
    @Nullable String before;

    String reason() {
        return PortfoliosPage.text(reason);
    }

    boolean confirmed() {
        return confirmed != null;
    }

    /** What the list's address said. */
    String field(String name) {
        return PortfoliosPage.text(
                switch (name) {
                    case "q" -> q;
                    case "account" -> account;
                    case "held" -> held;
                    case "after" -> after;
                    case "before" -> before;
                    default -> "";
                });
    }

    Set<CustomerId> marked() {
        return Optional.ofNullable(customer).orElseGet(List::of).stream()
                .map(written -> written.split("/", 2))
                .filter(parts -> parts.length == 2)
                .flatMap(parts -> CustomerAddress.of(parts[0], parts[1]).stream())
                .collect(Collectors.toSet());
    }

    Selection selection(Match match) {
        return "all".equals(which)
                ? new Selection.AllThatMatch(
                        match,
                        Optional.ofNullable(confirmed)
                                .filter(NUMBER.asMatchPredicate())
                                .map(Long::parseLong)
                                .map(OptionalLong::of)
                                .orElseGet(OptionalLong::empty))
                : new Selection.These(marked());
    }
}
