package dev.purser.web.format;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that pages are written in. Words, amounts and dates are always written in the same one. */
public final class Languages {

    /** English is written the British way: the day before the month, 24 hours. */
    public static final Locale ENGLISH = Locale.UK;

    private Languages() {}

    /** The language to write in, for the {@code locale} of a template instance, which is absent where nobody reads yet. */
    public static Locale of(@Nullable Object attribute) {
        if (attribute == null) {
            return ENGLISH;
        }
        var wanted = attribute instanceof Locale locale ? locale : Locale.forLanguageTag(attribute.toString());
        return wanted.getLanguage().equals(ENGLISH.getLanguage()) ? ENGLISH : wanted;
    }

    /** As its file is named, and as pages tell browsers: {@code en}, {@code de}, {@code zh-Hant}. */
    public static String tag(Locale language) {
        return language.equals(ENGLISH) ? language.getLanguage() : language.toLanguageTag();
    }

    /** The language of a page, for its {@code lang}. */
    @TemplateExtension(namespace = "language")
    static String tag(@TemplateAttribute("locale") @Nullable Object locale) {
        return tag(of(locale));
    }

    /** The words of a bundle in that language. */
    public static <B> B words(Class<B> bundle, Locale language) {
        return MessageBundles.get(bundle, Localized.Literal.of(tag(language)));
    }

    /** What separates thousands in amounts that a reader of this language types. */
    public static char thousands(Locale language) {
        return DecimalFormatSymbols.getInstance(language).getGroupingSeparator();
    }
}
