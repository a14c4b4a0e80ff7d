package dev.purser.demo;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import java.io.IOException;
import java.net.HttpCookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads another language finds nothing that Purser says in English, on any page that links and forms lead to. */
@ExtendWith(OneDemo.class)
@SuppressWarnings("NullAway.Init") // The demo is given before each test.
class NoEnglishLeftTest {

    private static final Path WEB = Path.of("../target/classes");
    private static final Path LANGUAGES = Path.of("../src/main/languages");
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Pages whose addresses differ in ids, figures and filters alone look alike. */
    private static final int OF_EACH_KIND = 4;

    /** What people choose as a reason is theirs once it is kept, whatever language it was in. */
    private static final String THEIRS = "reason.*|undoReason.*";

    private static final Pattern QUOTED = Pattern.compile("<(\\w+)[^>]*\\slang=\"en\"[^>]*>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile("<(script|style)\\b.*?</\\1>|<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SAID_BY_ATTRIBUTES =
            Pattern.compile("\\s(?:aria-label|placeholder|title|alt|data-label|data-copied)=\"([^\"]*)\"");
    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern VARIABLE = Pattern.compile("[0-9a-f]{8}-[-0-9a-f]{27}|=[^&]*|\\d+");

    private RunningDemo demo;
    private People people;

    @BeforeEach
    void come(RunningDemo demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "zh-Hant"})
    void saysNothingInEnglish(String language) throws IOException {
        var english = english(Files.readString(LANGUAGES.resolve(language + ".properties")));
        assertThat(english).hasSizeGreaterThan(500);
        var found = new TreeSet<String>();
        var pages = new HashMap<String, Integer>();
        BiConsumer<String, String> look = (where, page) -> {
            assertThat(page).as(where).contains("<html lang=\"" + language + "\"");
            pages.merge(where.replaceFirst(" .*", ""), 1, Integer::sum);
            said(page)
                    .forEach(said ->
                            left(said, english).ifPresent(left -> found.add(where + ": " + left + " in: " + said)));
        };
        var mara = reading(DemoPeople.MARA, language);
        var tomas = reading(DemoPeople.TOMAS, language);
        change(tomas, look);
        crawl("tomas", tomas, look);
        crawl("mara", mara, look);
        crawl("ingrid", reading(DemoPeople.INGRID, language), look);
        crawl("priya", reading(DemoPeople.PRIYA, language), look);
        crawl("noor", reading(DemoPeople.NOOR, language), look);
        crawl("lee", reading(DemoPeople.LEE, language), look);
        var nobody = Visitor.nobody(demo);
        speak(nobody, language);
        look.accept("nobody /signed-out", nobody.get("/signed-out").body());
        assertThat(found).isEmpty();
        assertThat(pages.get("mara")).isGreaterThan(20);
        assertThat(pages.get("ingrid")).isGreaterThan(10);
    }

    /** Everything that forms lead to. */
    private void change(Visitor tomas, BiConsumer<String, String> look) {
        var customer = people.customerOfTomas();
        for (var amount : List.of(
                "", "abc", "1.234.5", "1.234", "1,234", "-9999999", "9999999999999999", "1.23456", "USDT 5", "XXX 5")) {
            look.accept("tomas typing " + amount, send(tomas, customer, "/changes", amount));
        }
        for (var amount : List.of("+1", "-1", "+300%", "0", "1.234", "1,234", "abc")) {
            look.accept("tomas drafting " + amount, send(tomas, customer, "/changes/draft", amount));
        }
        look.accept("tomas reviewing", send(tomas, customer, "/changes", "+300%"));
        look.accept("tomas removing", send(tomas, customer, "/changes/review", ""));
        look.accept("tomas confirmed", settled(tomas, customer, "+1", "status--confirmed|notice--ok"));
        for (var fault : List.of(
                "{\"kind\": \"answer-with\", \"status\": 403, \"contentType\": \"application/json\", \"body\": \"{\\\"code\\\": \\\"900150\\\", \\\"description\\\": \\\"The role lacks rights.\\\"}\"}",
                "{\"kind\": \"too-many-requests\", \"retryAfterSeconds\": 600}",
                "{\"kind\": \"answer-with\", \"status\": 502, \"contentType\": \"text/html\", \"body\": \"<html>\"}",
                "{\"kind\": \"apply-then-drop\"}")) {
            var troubled = people.customerOfTomas();
            demo.microsoft().trouble(troubled.id(), "PATCH_BUDGET", 1_000, fault);
            look.accept("tomas troubled by " + fault, settled(tomas, troubled, "+1", "status--|notice--"));
            look.accept(
                    "tomas looking at who is troubled by " + fault,
                    tomas.get(troubled.page()).body());
        }
        for (var wrong : List.of(
                "/nowhere",
                "/customers/nordstern/nobody",
                "/changes/none",
                "/history/0",
                "/history?from=tomorrow&outcome=x&customer=y")) {
            look.accept("tomas at " + wrong, tomas.get(wrong).body());
        }
        look.accept(
                "tomas without a token",
                tomas.post(customer.page() + "/changes", Map.of("amount", "1")).body());
        look.accept(
                "tomas with too much",
                tomas.post(customer.page() + "/changes", Map.of("reason", "x".repeat(70_000)))
                        .body());
    }

    private static String send(Visitor tomas, Customer customer, String address, String amount) {
        var form = Forms.budget(tomas, customer.page(), amount);
        form.put("reason", "");
        return tomas.post(customer.page() + address, form).body();
    }

    private static String settled(Visitor tomas, Customer customer, String amount, String shown) {
        var form = Forms.budget(tomas, customer.page(), amount);
        form.put("reason", "4711");
        var receipt = tomas.post(customer.page() + "/changes", form)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var look = Pattern.compile(shown);
        Await.until(receipt, SOON, () -> look.matcher(tomas.get(receipt).body()).find());
        return tomas.get(receipt).body();
    }

    private static void crawl(String who, Visitor visitor, BiConsumer<String, String> look) {
        var seen = new HashSet<String>();
        var kinds = new HashMap<String, Integer>();
        var open = new ArrayDeque<>(List.of("/customers", "/history", "/history?steps=all", "/status", "/sign-out"));
        while (!open.isEmpty()) {
            var address = open.remove().replace("&amp;", "&");
            if (!seen.add(address)
                    || kinds.merge(VARIABLE.matcher(address).replaceAll("…"), 1, Integer::sum) > OF_EACH_KIND) {
                continue;
            }
            var answer = visitor.get(address);
            if (answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/html"))
                    .isEmpty()) {
                continue;
            }
            look.accept(who + " " + address, answer.body());
            LINK.matcher(answer.body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(not(link -> link.matches("/(css|js|webjars)/.*|.*[.]svg|/sign-out/.*|.*/raw|/")))
                    .forEach(open::add);
        }
    }

    private Visitor reading(DemoPerson person, String language) {
        var visitor = Visitor.signedIn(demo, person);
        speak(visitor, language);
        return visitor;
    }

    private static void speak(Visitor visitor, String language) {
        var chosen = new HttpCookie("purser-language", language);
        chosen.setPath("/");
        visitor.borrow(chosen);
    }

    /** What Purser says in English and not in that language: sentences between what is filled in, and words. */
    private static Set<String> english(String translated) {
        return new ClassFileImporter()
                .importPath(WEB).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(message -> !message.getName().matches(THEIRS))
                        .flatMap(message -> message.tryGetAnnotationOfType("io.quarkus.qute.i18n.Message").stream())
                        .flatMap(message ->
                                Stream.of(((String) message.get("value").orElseThrow()).split("\\{[^}]*}")))
                        .map(NoEnglishLeftTest::bare)
                        .filter(part -> part.matches(".*[a-z]{3}.*"))
                        .filter(part -> !translated.contains(part))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The texts of a page, without what is quoted in English as such. */
    private static List<String> said(String page) {
        var seen = UNSEEN.matcher(QUOTED.matcher(page).replaceAll("")).replaceAll("");
        return Stream.concat(
                        Stream.of(ELEMENT.split(seen)),
                        SAID_BY_ATTRIBUTES.matcher(seen).results().map((MatchResult said) -> said.group(1)))
                .map(text -> text.replace("&#39;", "'")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replaceAll("\\s+", " "))
                .map(NoEnglishLeftTest::bare)
                .filter(not(String::isEmpty))
                .toList();
    }

    /** A word that stands alone, or some of them anywhere: names and figures of customers hold single words too. */
    private static Optional<String> left(String said, Set<String> english) {
        return english.contains(said)
                ? Optional.of(said)
                : english.stream()
                        .filter(part -> part.indexOf(' ') > 0 && said.contains(part))
                        .findFirst();
    }

    private static String bare(String text) {
        return text.replaceAll("^[\\s.,:;()“”]+|[\\s.,:;()“”]+$", "");
    }
}
