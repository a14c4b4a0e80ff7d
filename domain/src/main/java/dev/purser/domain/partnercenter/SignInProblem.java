package dev.purser.domain.partnercenter;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why Microsoft Entra ID gives no token, as far as Purser knows what to do about it. The numbers are those of Microsoft's
 * page "Microsoft Entra authentication and authorization error codes".
 */
public enum SignInProblem {
    /** The person signed in without a second factor, and a policy asks for one. */
    SECOND_FACTOR_MISSING(50072, 50074, 50076, 50079),
    /** The consent was revoked, as a new password does too. */
    REVOKED(50173, 700084),
    /** The consent was not used for too long, or a policy has ended it. */
    EXPIRED(70008, 70043, 700082),
    /** Nobody, or nobody who may, has consented to what the application asks for. */
    NOT_CONSENTED(65001, 65004, 90094),
    /** The application's secret is not the right one. */
    SECRET_WRONG(7000215),
    /** The application's secret has expired. */
    SECRET_EXPIRED(7000222),
    /** There is no such application in the tenant. */
    APPLICATION_UNKNOWN(700016),
    /** The address to come back to is not registered. */
    REDIRECT_UNKNOWN(50011),
    /** The address to come back to is registered for an application without a secret. */
    REDIRECT_OF_OTHER_PLATFORM(700025, 9002326, 9002327);

    private static final Pattern NUMBER = Pattern.compile("\\bAADSTS(\\d{4,9})\\b");

    private final Set<Integer> numbers;

    SignInProblem(Integer... numbers) {
        this.numbers = Set.of(numbers);
    }

    /** The problem that Microsoft's words name by its number. */
    public static Optional<SignInProblem> in(String words) {
        var number = NUMBER.matcher(words);
        return number.find() ? of(Integer.parseInt(number.group(1))) : Optional.empty();
    }

    private static Optional<SignInProblem> of(int number) {
        return Arrays.stream(values())
                .filter(problem -> problem.numbers.contains(number))
                .findFirst();
    }
}
