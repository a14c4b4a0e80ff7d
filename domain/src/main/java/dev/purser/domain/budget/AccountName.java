package dev.purser.domain.budget;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of one Partner Center connection, as the settings give it: {@code PURSER_ACCOUNTS_<NAME>_…}, in lower case. */
public record AccountName(String value) implements Comparable<AccountName> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?");

    private static final Pattern WORD = Pattern.compile("\\b[a-z]");

    public AccountName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an account name: " + value);
        }
    }

    /** How the name is shown: a short one is an abbreviation ({@code EMEA}), others begin with capitals ({@code Asia-Pacific}). */
    public String shown() {
        return value.length() <= 4
                ? value.toUpperCase(Locale.ROOT)
                : WORD.matcher(value).replaceAll(word -> word.group().toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(AccountName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
