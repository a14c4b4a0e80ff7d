package dev.purser.web.errors;

import dev.purser.domain.portfolio.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is said where something cannot be answered as asked.
 *
 * @param reference under which the failure stands in the log, if it is one of Purser's own
 * @param ways on
 */
public record Failure(String title, String next, Optional<String> reference, List<Way> ways) {

    /** A link to go on with. */
    public record Way(String words, String address) {}

    /** Who asked, as far as it is known without asking anything else, which might fail as well. */
    public record Asker(String name, Set<Role> roles, SignedIn signedIn) {

        public static final Asker NOBODY = new Asker("", Set.of(), SignedIn.NO);

        boolean is(Role role) {
            return roles.contains(role);
        }
    }

    /** Whether somebody is signed in. */
    public enum SignedIn {
        YES,
        NO
    }

    /** For an answer with that status to a request for that path. */
    public static Failure of(ErrorWords words, int status, String path, Asker asker) {
        return switch (status) {
            case 400 -> failure(words, words.badRequest(), words.badRequestNext(), asker);
            case 401 ->
                new Failure(
                        words.notSignedIn(),
                        words.notSignedInNext(),
                        Optional.empty(),
                        List.of(new Way(words.signIn(), "/")));
            case 403 -> forbidden(words, path, asker);
            case 404 -> notFound(words, path, asker);
            case 405 -> failure(words, words.notAllowed(), words.notAllowedNext(), asker);
            case 413 -> failure(words, words.tooLarge(), words.tooLargeNext(), asker);
            case 415 -> failure(words, words.notAForm(), words.notAFormNext(), asker);
            default -> failure(words, words.other(), words.otherNext(), asker);
        };
    }

    /** For somebody whom the identity provider let in, and Purser could not. */
    public static Failure signInBroke(ErrorWords words, String reference) {
        return new Failure(
                words.signInBroke(),
                words.signInBrokeNext(),
                Optional.of(reference),
                List.of(new Way(words.signInAgain(), "/")));
    }

    /** For a failure of Purser's own. */
    public static Failure broken(ErrorWords words, String reference, Asker asker) {
        return new Failure(words.broken(), words.brokenNext(), Optional.of(reference), pages(words, asker));
    }

    /** For what cannot be answered as long as something that Purser needs does not answer. */
    public static Failure unavailable(ErrorWords words, Outage outage, Asker asker) {
        return switch (outage.of()) {
            case DATABASE -> failure(words, words.databaseDown(), words.unavailableNext(), asker);
            case SIGN_IN -> new Failure(words.signInDown(), words.signInDownNext(), Optional.empty(), List.of());
        };
    }

    /** For an answer that people have waited for long enough. */
    public static Failure slow(ErrorWords words, Asker asker) {
        return failure(words, words.slow(), words.unavailableNext(), asker);
    }

    private static Failure forbidden(ErrorWords words, String path, Asker asker) {
        if (asker.roles().isEmpty()) {
            return new Failure(
                    words.noRole(),
                    words.noRoleNext(asker.name()),
                    Optional.empty(),
                    List.of(new Way(words.signOut(), "/sign-out/provider")));
        }
        if (asker.is(Role.ACCOUNT_MANAGER) || path.startsWith("/settings/")) {
            return failure(words, words.forbidden(), words.forbiddenNext(), asker);
        }
        return asker.is(Role.AUDITOR)
                ? failure(words, words.auditorsRead(), words.auditorsReadNext(), asker)
                : failure(words, words.administratorsSetUp(), words.administratorsSetUpNext(), asker);
    }

    private static Failure notFound(ErrorWords words, String path, Asker asker) {
        if (path.startsWith("/customers/")) {
            return failure(words, words.noSuchCustomer(), words.noSuchCustomerNext(), asker)
                    .beginningWith("/customers");
        }
        if (path.startsWith("/changes/")) {
            return failure(words, words.noSuchChange(), words.noSuchChangeNext(), asker);
        }
        return path.startsWith("/history/")
                ? failure(words, words.noSuchEntry(), words.noSuchEntryNext(), asker)
                        .beginningWith("/history")
                : failure(words, words.notFound(), words.notFoundNext(), asker);
    }

    /** The same, for a form: this sending of it came to nothing, whatever became of an earlier one. */
    public Failure havingChangedNothing(ErrorWords words) {
        return new Failure(title, words.changedNothing(next), reference, ways);
    }

    private Failure beginningWith(String address) {
        var ordered = ways.stream()
                .sorted(Comparator.comparing(way -> !way.address().equals(address)))
                .toList();
        return new Failure(title, next, reference, ordered);
    }

    private static Failure failure(ErrorWords words, String title, String next, Asker asker) {
        return new Failure(title, next, Optional.empty(), pages(words, asker));
    }

    /** The pages that the asker may see, the one they begin with first. */
    private static List<Way> pages(ErrorWords words, Asker asker) {
        var customers =
                new Way(asker.is(Role.ACCOUNT_MANAGER) ? words.yourCustomers() : words.customers(), "/customers");
        var history = new Way(words.history(), "/history");
        var status = new Way(words.status(), "/status");
        if (asker.is(Role.ACCOUNT_MANAGER)) {
            return List.of(customers, history, status);
        }
        if (asker.is(Role.AUDITOR)) {
            return List.of(history, customers, status);
        }
        if (asker.is(Role.ADMINISTRATOR)) {
            return List.of(status, history, customers);
        }
        return asker.signedIn() == SignedIn.YES ? List.of() : List.of(new Way(words.signIn(), "/"));
    }

    /** In plain words, for programs. */
    public String text() {
        return title + "\n" + next + reference.map(number -> " " + number).orElse("") + "\n";
    }
}
