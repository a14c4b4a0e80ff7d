package dev.purser.web.status;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts.Problem;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.history.Database;
import dev.purser.domain.partnercenter.SignInProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that stands in the way.
 *
 * @param notice how it looks: the ending of the notice's class
 * @param icon the ending of its icon's name
 * @param said Microsoft's words, or what broke; empty where there are none
 */
public record Trouble(String notice, String icon, String title, String next, Optional<String> said) {

    /** The gravest first. */
    public static List<Trouble> of(StatusWords words, List<AccountLine> accounts, Database.Guard guard) {
        return Stream.concat(
                        guard(words, guard).stream(),
                        accounts.stream()
                                .sorted((one, other) -> other.stage().compareTo(one.stage()))
                                .flatMap(line -> of(words, line).stream()))
                .toList();
    }

    private static Optional<Trouble> guard(StatusWords words, Database.Guard guard) {
        return switch (guard) {
            case APPEND_ONLY -> Optional.empty();
            case OWNED_BY_APPLICATION ->
                Optional.of(
                        new Trouble("warn", "over", words.ownedByApplication(), words.ownedNext(), Optional.empty()));
        };
    }

    /** Of an account that is not set up any more, nothing else matters. */
    private static Optional<Trouble> of(StatusWords words, AccountLine line) {
        return line.settings().isEmpty()
                ? Optional.of(notSetUp(words, line.name()))
                : line.read().problem().map(problem -> of(words, line.name(), problem));
    }

    private static Trouble notSetUp(StatusWords words, AccountName account) {
        return new Trouble(
                "warn",
                "stale",
                words.notSetUp(account.shown()),
                words.notSetUpNext(variable(account, "…")),
                Optional.empty());
    }

    private static Trouble of(StatusWords words, AccountName account, Problem problem) {
        var name = account.shown();
        var said = Optional.of(problem.words()).filter(text -> !text.isBlank());
        return switch (problem.kind()) {
            case CREDENTIALS, GRANT -> credentials(words, account, problem, said);
            case RIGHT_MISSING -> new Trouble("bad", "refused", words.rightMissing(name), words.rightNext(), said);
            case THROTTLED ->
                new Trouble("wait", "waiting", words.throttled(name), words.throttledNext(), Optional.empty());
            case UNAVAILABLE -> new Trouble("warn", "stale", words.unavailable(name), words.unavailableNext(), said);
            case ACCOUNT_NOT_SET_UP -> notSetUp(words, account);
            case RELATIONSHIP_ENDED, NOT_FOUND, REFUSED ->
                new Trouble("warn", "stale", words.refused(name), words.refusedNext(), said);
        };
    }

    private static Trouble credentials(StatusWords words, AccountName account, Problem problem, Optional<String> said) {
        var name = account.shown();
        return SignInProblem.in(problem.words())
                .map(known -> switch (known) {
                    case SECOND_FACTOR_MISSING, REVOKED, EXPIRED, NOT_CONSENTED ->
                        new Trouble(
                                "warn",
                                "stale",
                                words.toConnect(name),
                                words.toConnectNext(known, account.value()),
                                said);
                    case SECRET_WRONG, SECRET_EXPIRED ->
                        new Trouble(
                                "bad",
                                "refused",
                                words.credentialsRefused(name),
                                words.secretNext(known, variable(account, "CLIENT_SECRET")),
                                said);
                    case APPLICATION_UNKNOWN ->
                        new Trouble(
                                "bad",
                                "refused",
                                words.credentialsRefused(name),
                                words.secretNext(known, variable(account, "CLIENT_ID")),
                                said);
                    case REDIRECT_UNKNOWN, REDIRECT_OF_OTHER_PLATFORM -> unknown(words, account, problem, said);
                })
                .orElseGet(() -> unknown(words, account, problem, said));
    }

    /** The kind tells what is refused, but Microsoft named no cause that we know. */
    private static Trouble unknown(StatusWords words, AccountName account, Problem problem, Optional<String> said) {
        if (problem.kind() == ReadProblem.Kind.GRANT) {
            return new Trouble(
                    "warn",
                    "stale",
                    words.grantRefused(account.shown()),
                    words.grantNext(account.value(), variable(account, "REFRESH_TOKEN")),
                    said);
        }
        return new Trouble(
                "bad",
                "refused",
                words.credentialsRefused(account.shown()),
                words.credentialsNext(variable(account, "CLIENT_SECRET"), account.value()),
                said);
    }

    private static String variable(AccountName account, String setting) {
        return "PURSER_ACCOUNTS_" + account.value().toUpperCase(Locale.ROOT).replace('-', '_') + "_" + setting;
    }
}
