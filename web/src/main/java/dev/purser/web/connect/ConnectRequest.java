package dev.purser.web.connect;

import dev.purser.domain.budget.AccountName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the administrator asked for.
 *
 * @param port on which Microsoft's answer is awaited; 0 takes any free one
 */
public record ConnectRequest(AccountName account, int port) {

    /** The mode of the product in which it is. */
    public static final String COMMAND = "connect";

    private static final String PORT = "--port";
    private static final int LARGEST_PORT = 65_535;

    /** Cannot be understood; the message says why, for the administrator. */
    public static final class Misunderstood extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Misunderstood(String message) {
            super(message);
        }
    }

    /**
     * Reads {@code connect <account> [--port <port>]}.
     *
     * @param known the accounts that are set up
     * @throws Misunderstood where it is not that, or the account is not one of them
     */
    public static ConnectRequest of(List<String> arguments, List<AccountName> known) {
        Optional<String> account = Optional.empty();
        int port = 0;
        var left = arguments.subList(1, arguments.size()).iterator();
        while (left.hasNext()) {
            var argument = left.next();
            if (argument.equals(PORT) && left.hasNext()) {
                port = port(left.next());
            } else if (argument.startsWith(PORT + "=")) {
                port = port(argument.substring(PORT.length() + 1));
            } else if (argument.startsWith("-") || account.isPresent()) {
                throw new Misunderstood(
                        "Not understood: " + argument + ". Usage: ./purser connect <account> [--port <port>]");
            } else {
                account = Optional.of(argument);
            }
        }
        return new ConnectRequest(account(account, known), port);
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= LARGEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new Misunderstood("Not a port: " + text);
    }

    /** As in the settings or in the portal, in any case, with hyphens or underscores. */
    private static AccountName account(Optional<String> named, List<AccountName> known) {
        var there = " Accounts that are set up: "
                + String.join(", ", known.stream().map(AccountName::value).toList());
        var name = named.orElseThrow(() -> new Misunderstood("Which account? ./purser connect <account>." + there));
        return known.stream()
                .filter(account ->
                        account.value().equals(name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new Misunderstood("There is no account " + name + "." + there));
    }
}
