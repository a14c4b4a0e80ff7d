package dev.purser.web.format;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that pages exist in. Words, amounts and dates are always written in the same one. */
public final class Languages {

    /** English is written the British way: the day before the month, 24 hours. */
    private static final List<Locale> SPOKEN = List.of(Locale.UK);

    private Languages() {}

    /** The language to write in, for the {@code locale} of a template instance, which may be absent or one we do not speak. */
    public static Locale of(@Nullable Object attribute) {
        var wanted = attribute instanceof Locale locale
                ? locale
                : Locale.forLanguageTag(attribute == null ? "" : attribute.toString());
        return SPOKEN.stream()
                .filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(SPOKEN.getFirst());
    }

    /** What separates thousands in amounts that a reader of this language types. */
    public static char thousands(Locale language) {
        return DecimalFormatSymbols.getInstance(language).getGroupingSeparator();
    }
}
