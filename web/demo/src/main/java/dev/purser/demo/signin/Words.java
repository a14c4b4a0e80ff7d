package dev.purser.demo.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The sentences of the pages, in one language. */
enum Words {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch"),
    TRADITIONAL_CHINESE("zh-Hant", "繁體中文");

    /** What readers of traditional characters are known to ask for. */
    private static final List<Locale> TRADITIONAL =
            List.of(Locale.forLanguageTag("zh-Hant"), Locale.TRADITIONAL_CHINESE, Locale.forLanguageTag("zh-HK"));

    private final String tag;
    private final String name;
    private final Properties sentences = new Properties();

    Words(String tag, String name) {
        this.tag = tag;
        this.name = name;
        String file = "words_" + tag + ".properties";
        try (InputStream stream = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
                InputStreamReader reader = new InputStreamReader(stream, UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** By {@code ui_locales}, else by the browser's languages, else English. */
    static Words of(Request request) {
        return request.parameters()
                .get("ui_locales")
                .flatMap(it -> chosen(it.replace(' ', ',')))
                .or(() -> request.header("Accept-Language").flatMap(Words::chosen))
                .orElse(ENGLISH);
    }

    private static Optional<Words> chosen(String languages) {
        List<LanguageRange> ranges;
        try {
            ranges = LanguageRange.parse(languages);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        List<Locale> known = new ArrayList<>(TRADITIONAL);
        known.add(Locale.ENGLISH);
        known.add(Locale.GERMAN);
        return Optional.ofNullable(Locale.lookup(ranges, known)).map(found -> switch (found.getLanguage()) {
            case "de" -> GERMAN;
            case "zh" -> TRADITIONAL_CHINESE;
            default -> ENGLISH;
        });
    }

    /** As BCP 47 has it. */
    String tag() {
        return tag;
    }

    /** What its readers call it. */
    String languageName() {
        return name;
    }

    /** Without a sentence for this key there is no page. */
    String say(String key, Object... values) {
        return new MessageFormat(
                        optional(key).orElseThrow(() -> new IllegalArgumentException(tag + " lacks " + key)),
                        Locale.forLanguageTag(tag))
                .format(values);
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(sentences.getProperty(key));
    }
}
