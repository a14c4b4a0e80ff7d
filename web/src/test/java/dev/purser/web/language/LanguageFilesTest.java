package dev.purser.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says everything, and nothing but what English says. */
class LanguageFilesTest {

    private static final Path FILES = Path.of("src/main/languages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** All that is filled in, and all cases; how many forms a number has is each language's own affair. */
    private static final Pattern FILLED_IN = Pattern.compile("\\{(?!/|#if|#else|#when)[^}]*}");

    private static final Pattern SENTENCE = Pattern.compile("\\p{Ll}{2,} \\p{Ll}{2,}");

    private static final Pattern USED_AS_MARKUP =
            Pattern.compile("\\b(\\w+):(\\w+)(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\.raw\\b");

    private static final Map<String, Method> MESSAGES = messages();

    private static Map<String, Method> messages() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.purser.web").stream()
                        .filter(bundle -> bundle.isAnnotatedWith(MessageBundle.class))
                        .map(JavaClass::reflect)
                        .flatMap(bundle -> Arrays.stream(bundle.getDeclaredMethods()))
                        .collect(Collectors.toMap(
                                LanguageFilesTest::key, message -> message, (one, other) -> one, TreeMap::new));
    }

    static Stream<Path> languages() throws IOException {
        try (var files = Files.list(FILES)) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void findsTheMessages() {
        assertThat(MESSAGES).hasSizeGreaterThan(700);
        assertThat(FILES)
                .isDirectoryContaining("glob:**/de.properties")
                .isDirectoryContaining("glob:**/zh-Hant.properties");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysEverything(Path language) {
        var said = said(language);
        assertThat(MESSAGES.entrySet().stream()
                        .filter(message -> !said.containsKey(message.getKey()))
                        .map(message -> message.getKey() + "=" + english(message.getValue())))
                .as("to be translated in %s", language.getFileName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysNothingElse(Path language) {
        assertThat(said(language).keySet().stream().filter(key -> !MESSAGES.containsKey(key)))
                .as("stale in %s", language.getFileName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void fillsInWhatEnglishFillsIn(Path language) {
        said(language).forEach((key, said) -> {
            var english = MESSAGES.get(key);
            if (english != null) {
                assertThat(filledIn(said)).as(key).isEqualTo(filledIn(english(english)));
            }
        });
    }

    /** Names of things are the same in every language; sentences are not. */
    @ParameterizedTest
    @MethodSource("languages")
    void leavesNoSentenceInEnglish(Path language) {
        said(language).forEach((key, said) -> {
            var english = MESSAGES.get(key);
            if (english != null
                    && SENTENCE.matcher(FILLED_IN.matcher(said).replaceAll("")).find()) {
                assertThat(said).as(key).isNotEqualTo(english(english));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void holdsNoMarkup(Path language) {
        said(language).forEach((key, said) -> assertThat(said).as(key).doesNotContain("<", ">", "&"));
    }

    /** What a person or Microsoft has written becomes part of markup only inside a tag, which escapes it. */
    @Test
    void nothingForeignIsPutIntoMarkup() throws IOException {
        var raw = usedAsMarkup();
        assertThat(raw).hasSizeGreaterThan(10);
        for (var key : raw) {
            var message = Objects.requireNonNull(MESSAGES.get(key), key);
            for (var text : Stream.of(message.getParameters())
                    .filter(parameter -> CharSequence.class.isAssignableFrom(parameter.getType()))
                    .map(Parameter::getName)
                    .toList()) {
                var bare = Pattern.compile("\\{" + text + "\\b[^}]*}");
                assertThat(english(message)).as(key).doesNotContainPattern(bare);
                for (var language : languages().toList()) {
                    assertThat(said(language).get(key)).as(key).doesNotContainPattern(bare);
                }
            }
        }
    }

    private static Set<String> usedAsMarkup() throws IOException {
        try (var templates = Files.walk(TEMPLATES)) {
            return templates
                    .filter(Files::isRegularFile)
                    .flatMap(template -> USED_AS_MARKUP.matcher(read(template)).results())
                    .map(used -> used.group(1) + "." + used.group(2))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> filledIn(String message) {
        return FILLED_IN
                .matcher(message)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key that stands twice would be taken once by the build, without a word. */
    private static Map<String, String> said(Path language) {
        var said = new LinkedHashMap<String, String>();
        read(language)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    var parts = line.split("=", 2);
                    assertThat(parts).as(line).hasSize(2);
                    assertThat(said.put(parts[0], parts[1]))
                            .as("%s stands twice", parts[0])
                            .isNull();
                });
        return new TreeMap<>(said);
    }

    private static String key(Method message) {
        var bundle = Objects.requireNonNull(message.getDeclaringClass().getAnnotation(MessageBundle.class));
        return bundle.value() + "." + message.getName();
    }

    private static String english(Method message) {
        return Objects.requireNonNull(message.getAnnotation(Message.class), message.getName())
                .value();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
