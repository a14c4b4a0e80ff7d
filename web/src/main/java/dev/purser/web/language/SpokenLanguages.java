package dev.purser.web.language;

import dev.purser.web.format.Languages;
import dev.purser.web.format.Words;
import io.quarkus.arc.Arc;
import io.quarkus.qute.i18n.Localized;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The languages that Purser speaks, and which of them to speak to whom. */
@Singleton
public class SpokenLanguages {

    /** The cookie in which a browser remembers what its person chose. */
    public static final String CHOSEN = "purser-language";

    private static final String DECIDED = SpokenLanguages.class.getName();
    private static final Control RELATED = Control.getControl(Control.FORMAT_DEFAULT);

    private final List<Locale> all;

    SpokenLanguages() {
        this(fromTheirFiles());
    }

    SpokenLanguages(List<Locale> all) {
        this.all = all.stream()
                .sorted(Comparator.comparing((Locale language) -> !language.equals(Languages.ENGLISH))
                        .thenComparing(Languages::tag))
                .toList();
    }

    /** Each file of a language becomes a bean of each bundle. */
    private static List<Locale> fromTheirFiles() {
        return Arc.container().listAll(Words.class, Any.Literal.INSTANCE).stream()
                .flatMap(bundle -> bundle.getBean().getQualifiers().stream())
                .flatMap(qualifier ->
                        qualifier instanceof Localized localized ? Stream.of(localized.value()) : Stream.empty())
                .map(Languages::of)
                .toList();
    }

    /** English first. */
    public List<Locale> all() {
        return all;
    }

    /** By choice, else by the browser's languages, else English. */
    public Locale of(RoutingContext request) {
        Locale known = request.get(DECIDED);
        if (known != null) {
            return known;
        }
        var decided = chosen(request).orElseGet(() -> wanted(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        request.put(DECIDED, decided);
        return decided;
    }

    /** What this browser remembers. */
    Optional<Locale> chosen(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(CHOSEN)).flatMap(cookie -> named(cookie.getValue()));
    }

    /** The language of that tag, if it is spoken. */
    public Optional<Locale> named(@Nullable String tag) {
        return all.stream().filter(spoken -> Languages.tag(spoken).equals(tag)).findFirst();
    }

    /** The first that is spoken of those in a header {@code Accept-Language}. */
    Locale wanted(@Nullable String accepted) {
        if (accepted == null) {
            return Languages.ENGLISH;
        }
        List<LanguageRange> ranges;
        try {
            ranges = LanguageRange.parse(accepted);
        } catch (IllegalArgumentException _) {
            // Not a list of languages: as good as none.
            return Languages.ENGLISH;
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .flatMap(range -> spoken(Locale.forLanguageTag(range.getRange())).stream())
                .findFirst()
                .orElse(Languages.ENGLISH);
    }

    /** Who reads German as in Austria reads German; who reads Chinese as in Taiwan or Hong Kong, the traditional characters. */
    public Optional<Locale> spoken(Locale wanted) {
        return RELATED.getCandidateLocales("languages", wanted).stream()
                .flatMap(related -> named(related.toLanguageTag()).stream())
                .findFirst();
    }
}
