package dev.purser.demo.signin;

import static dev.purser.demo.signin.TestPortal.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees, and what else the server lets nobody do. */
class SignInPageTest {
    @TempDir
    private static Path folder;

    private static TestPortal portal;

    @BeforeAll
    static void start() {
        portal = new TestPortal(folder);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void showsEverybodyOneCanBe() throws Exception {
        String page = portal.ask(question()).body();
        assertThat(page)
                .contains("<h1>Who are you today?</h1>")
                .contains("Demo: nothing is sent to Microsoft.")
                .contains("300 customers in 11 currencies");
        for (DemoPerson person : DemoPeople.ALL) {
            assertThat(page)
                    .contains("name=\"person\" value=\"" + person.subject() + "\"")
                    .contains(person.name())
                    .contains(person.roleSentence());
        }
    }

    @Test
    void carriesTheQuestionAlong() throws Exception {
        String page = portal.ask(question()).body();
        question()
                .forEach((name, value) -> assertThat(page)
                        .contains("<input type=\"hidden\" name=\"" + name + "\" value=\"" + value + "\">"));
    }

    @Test
    void showsNothingAsMarkupThatIsNotItsOwn() throws Exception {
        String page =
                portal.ask(question("state", "\"><script>alert('&')</script>")).body();
        assertThat(page)
                .doesNotContain("<script")
                .contains("value=\"&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;\"");
    }

    @Test
    void isAskedByAFormToo() throws Exception {
        assertThat(portal.post("/authorize", question()).body()).contains("Who are you today?");
    }

    @Test
    void letsFormsGoToItselfAndThePortalAlone() throws Exception {
        assertThat(portal.ask(question()).headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'self'; img-src 'self';"
                        + " form-action 'self' http://localhost:8080; base-uri 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/authorize",
                "/sign-in",
                "/token",
                "/userinfo",
                "/end-session",
                "/jwks",
                "/.well-known/openid-configuration",
                "/sign-in.css",
                "/mark.svg",
                "/",
                "/sign-in.css/more"
            })
    void protectsEveryAnswer(String path) throws Exception {
        for (HttpResponse<String> answer : List.of(portal.get(path), portal.post(path, question()))) {
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none';")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 404", "/authorize/more, 404", "/sign-in, 405", "/token, 405", "/sign-in.css, 200", "/mark.svg, 200"
    })
    void answersAGetOf(String path, int status) throws Exception {
        assertThat(portal.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesAFormThatIsTooLong() throws Exception {
        assertThat(portal.post("/sign-in", question("state", "x".repeat(70_000)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void answersUnderItsOwnNameOnly() throws Exception {
        assertThat(statusUnder(portal.issuer().getAuthority())).isEqualTo(200);
        assertThat(statusUnder("rebound.example.org:" + portal.issuer().getPort()))
                .isEqualTo(421);
        assertThat(statusUnder("localhost")).isEqualTo(421);
    }

    private static int statusUnder(String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), portal.issuer().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET /jwks HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    @Test
    void isReachedFromThisMachineOnly() throws Exception {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(it -> !it.isLoopbackAddress() && !it.isLinkLocalAddress())
                .toList();
        for (InetAddress other : others) {
            assertThat(reaches(other)).as("%s", other).isFalse();
        }
        assertThat(reaches(InetAddress.ofLiteral("127.0.0.2"))).isFalse();
        assertThat(reaches(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    }

    private static boolean reaches(InetAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, portal.issuer().getPort()), 5_000);
            return true;
        } catch (ConnectException _) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    de-AT,de;q=0.9,en;q=0.8 | de
                    zh-TW                   | zh-Hant
                    zh-HK,zh;q=0.9          | zh-Hant
                    fr                      | en
                    not a language          | en
                    """)
    void speaksTheBrowsersLanguage(String asked, String spoken) throws Exception {
        HttpResponse<String> answer =
                portal.get("/authorize?" + TestPortal.encoded(question()), it -> it.header("Accept-Language", asked));
        assertThat(answer.body()).contains("<html lang=\"" + spoken + "\">");
    }

    @Test
    void speaksTheLanguageOfTheQuestionFirst() throws Exception {
        HttpResponse<String> answer = portal.get(
                "/authorize?" + TestPortal.encoded(question("ui_locales", "zh-Hant de")),
                it -> it.header("Accept-Language", "de"));
        assertThat(answer.body()).contains("您今天是誰？").contains("客戶經理");
    }

    @ParameterizedTest
    @EnumSource(Words.class)
    void saysTheSameInEveryLanguage(Words words) throws IOException {
        Properties english = properties("en");
        Properties these = properties(words.tag());
        assertThat(these.stringPropertyNames()).containsAll(english.stringPropertyNames());
        for (Refusal refusal : Refusal.values()) {
            assertThat(words.say(refusal.sentence())).isNotBlank();
        }
        for (DemoPerson person : DemoPeople.ALL) {
            words.optional("person." + person.subject())
                    .ifPresent(sentence -> assertThat(numbers(sentence)).isEqualTo(numbers(person.roleSentence())));
        }
    }

    private static Properties properties(String tag) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Words.class.getResourceAsStream("words_" + tag + ".properties")) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static List<String> numbers(String sentence) {
        return Pattern.compile("\\d+")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://portal.example.org:8080",
                "http://192.168.1.4:8080",
                "https://localhost:8443",
                "http://localhost:8080/",
                "http://localhost:8080/path",
                "http://me@localhost:8080",
                "http://localhost"
            })
    void isForNoPortalButOneOnThisMachine(String portal) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(URI.create(portal)), TestPortal.SECRET));
    }

    @Test
    void isForOneNameOfThisMachineOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(
                        List.of(URI.create("http://localhost:8080"), URI.create("http://127.0.0.1:8080")),
                        TestPortal.SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a-secret-of-only-31-characters.", "a secret that has more than 32 characters"})
    void refusesASecretThatIsShortOrReadsDifferentlyWhenEncoded(String secret) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(List.of(URI.create(TestPortal.ORIGIN)), secret));
    }

    private static SignInSettings settings(List<URI> portals, String secret) {
        return new SignInSettings(
                0,
                portals,
                TestPortal.CLIENT,
                secret,
                folder.resolve("key"),
                DemoPeople.ALL,
                300,
                11,
                InstantSource.system());
    }
}
