package dev.purser.web.format;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.web.format.UsedBar.Level;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What each row of a list holds: amounts, bars, times and outcomes, each as it stands in a page. A list shows some hundreds
 * of them; a template of their own for each took longer than all the rest of the page.
 */
@TemplateExtension
final class Elements {

    private static final int USUAL_DECIMALS = 2;

    /** A message is a template as well, and writing it anew took longer than the element around it. */
    private static final Map<Said, String> SAID = new ConcurrentHashMap<>();

    private Elements() {}

    /** {@code 4,000.00 EUR} */
    static RawString html(Amount amount, @TemplateAttribute("locale") @Nullable Object locale) {
        return new RawString(data(amount, AmountWords.number(amount, locale), Languages.of(locale)));
    }

    /** {@code +500.00 EUR} */
    static RawString signedHtml(Amount amount, @TemplateAttribute("locale") @Nullable Object locale) {
        return new RawString(data(amount, AmountWords.signed(amount, locale), Languages.of(locale)));
    }

    /** {@code 4,000.00 EUR} or {@code not set} */
    static RawString html(
            SpendingLimit limit, BillingCurrency currency, @TemplateAttribute("locale") @Nullable Object locale) {
        return Amount.of(limit, currency)
                .map(amount -> html(amount, locale))
                .orElseGet(() -> new RawString(
                        "<span class=\"not-set\">" + text(words(locale).notSet()) + "</span>"));
    }

    /** {@code +500.00 EUR} and {@code +12.5%} */
    static RawString html(Delta delta, @TemplateAttribute("locale") @Nullable Object locale) {
        var percent = delta.percent()
                .map(part -> "<span class=\"sub\">" + text(AmountWords.signedPercent(part, locale)) + "</span>")
                .orElse("");
        return new RawString(signedHtml(delta.by(), locale) + percent);
    }

    /** {@code 62%} and its bar. */
    static RawString html(UsedBar used, @TemplateAttribute("locale") @Nullable Object locale) {
        var percent = used.percent()
                .map(known -> AmountWords.wholePercent(known, locale))
                .orElseGet(() -> used.broken() ? text(words(locale).overZero()) : "–");
        return new RawString("<span class=\"used used--" + used.level().shape() + "\"><span class=\"used__percent\">"
                + percent + "</span>" + bar(used, "") + "</span>");
    }

    /** The bar alone, as wide as there is room. */
    static RawString wide(UsedBar used) {
        return new RawString(bar(used, " bar--wide"));
    }

    /** The shape of an outcome and its word. */
    static RawString html(Outcome outcome, @TemplateAttribute("locale") @Nullable Object locale) {
        return html(outcome, Optional.empty(), locale);
    }

    /** The same, with a word of explanation below it. */
    static RawString html(
            Outcome outcome, Optional<String> more, @TemplateAttribute("locale") @Nullable Object locale) {
        var below = more.map(said -> "<span class=\"status__more\"><bdi>" + text(said) + "</bdi></span>")
                .orElse("");
        return new RawString("<span class=\"status status--" + outcome.shape() + "\">" + icon(outcome.shape())
                + "<span>" + said(outcome, locale, words -> words.outcome(outcome)) + below + "</span></span>");
    }

    /** {@code 10:42}, or {@code 9 Jun} where it is another day's. */
    static RawString briefly(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        return new RawString(brief(at, time, locale));
    }

    /** {@code 10:42, 5 min ago} */
    static RawString withAge(
            Instant at,
            @TemplateAttribute("displayTime") Object time,
            @TemplateAttribute("locale") @Nullable Object locale) {
        var age = TimeWords.age(at, time);
        return new RawString(brief(at, time, locale) + "<span class=\"age\">"
                + said(age, locale, words -> words.behind(words.age(age))) + "</span>");
    }

    private static String brief(Instant at, Object time, @Nullable Object locale) {
        return "<time datetime=\"" + TimeWords.utc(at) + "\">"
                + (TimeWords.today(at, time) ? TimeWords.minute(at, time) : text(TimeWords.shortDay(at, time, locale)))
                + "</time>";
    }

    private static String data(Amount amount, String number, Locale language) {
        var decimals = amount.decimals() == USUAL_DECIMALS ? "" : " data-decimals=\"" + amount.decimals() + "\"";
        return "<data class=\"money\" value=\"" + amount.plain() + "\"" + decimals + "><span class=\"money__amount\">"
                + number + "</span> <span class=\"money__code\">"
                + amount.currency().map(Currency::getCurrencyCode).orElseGet(() -> currencyNotKnown(language))
                + "</span></data>";
    }

    private static String currencyNotKnown(Locale language) {
        return "<span aria-hidden=\"true\">?</span><span class=\"visually-hidden\">"
                + text(Languages.words(Words.class, language).currencyNotKnown()) + "</span>";
    }

    private static String bar(UsedBar used, String width) {
        var drawing = used.level() == Level.NONE
                ? "<rect class=\"bar__none\" x=\"0.5\" y=\"2.5\" width=\"79\" height=\"5\"/>"
                : "<rect class=\"bar__track\" x=\"0\" y=\"2\" width=\"80\" height=\"6\"/>"
                        + "<rect class=\"bar__fill\" x=\"0\" y=\"2\" width=\"" + used.fill() + "\" height=\"6\"/>"
                        + (used.broken() ? "<path class=\"bar__break\" d=\"M101 11l5-12M108 11l5-12\"/>" : "")
                        + "<path class=\"bar__limit\" d=\"M80 0v10\"/>";
        return "<svg class=\"bar bar--" + used.level().shape() + width
                + "\" viewBox=\"0 0 120 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">"
                + drawing + "</svg>";
    }

    /** @param shape the ending of its name in {@code icons.svg} */
    static RawString icon(String shape) {
        return new RawString("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"/icons.svg#i-"
                + shape + "\"/></svg>");
    }

    private record Said(Object of, Locale language) {}

    /**
     * What the words are for a value.
     *
     * @param of what the words depend on alone, of which there are few: outcomes, and ages, one more of them a day
     */
    private static String said(Object of, @Nullable Object locale, Function<Words, String> words) {
        return SAID.computeIfAbsent(new Said(of, Languages.of(locale)), _ -> text(words.apply(words(locale))));
    }

    private static String text(String words) {
        return Sentence.escaped(words);
    }

    private static Words words(@Nullable Object locale) {
        return Languages.words(Words.class, Languages.of(locale));
    }
}
