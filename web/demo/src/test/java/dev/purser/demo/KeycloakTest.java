package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import dev.purser.simulator.KnownCustomers;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product, set as {@code docs/operations.md} says, with a real Keycloak:
 *
 * <pre>./purser test -pl web/demo -am -Dit.test=KeycloakTest -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false
 *     -Dfailsafe.failIfNoSpecifiedTests=false -Dpurser.keycloak</pre>
 */
@EnabledIfSystemProperty(named = "keycloak.home", matches = ".+")
class KeycloakTest {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit gives it.
    private Path folder;

    @Test
    void signsPeopleInAndOutWithTheirRoles() throws Exception {
        var portal = URI.create("http://localhost:" + Ports.any());
        var provider = URI.create("http://localhost:" + Ports.any());
        var management = URI.create("http://127.0.0.1:" + Ports.any());
        var keycloak = keycloak(provider, portal);
        try (var partnerCenter = PartnerCenterSimulator.start(SimulatorSettings.standard())) {
            awaitAnswer(keycloak, provider.resolve("/realms/company/.well-known/openid-configuration"));
            var purser = purser(portal, management, provider, partnerCenter);
            try (var browser = new Chromium()) {
                awaitAnswer(purser, management.resolve("/q/health/ready"));
                changesABudgetAndSignsOut(portal, browser.window(new NewContextOptions().setLocale("en-GB")));
                isToldThatTheRoleIsMissing(portal, browser.window(new NewContextOptions().setLocale("en-GB")));
            } finally {
                end(purser);
            }
        } finally {
            end(keycloak);
        }
    }

    private static void changesABudgetAndSignsOut(URI portal, BrowserContext window) {
        var desk = new Desk(window.newPage());
        signIn(desk.page(), portal, "grace", "correct horse");
        Await.until(
                "customers are read",
                SOON,
                () -> desk.open(portal + "/customers")
                                .page()
                                .locator("tbody tr")
                                .count()
                        > 0);
        assertThat(desk.page().locator("body")).containsText("Grace Hopper");

        desk.open(portal + "/customers/emea/" + KnownCustomers.CONTOSO_RETAIL).change("+10%", "Customer request");
        assertThat(desk.outcome())
                .containsText("Microsoft confirmed", new ContainsTextOptions().setTimeout(SOON.toMillis()));

        desk.open(portal + "/sign-out")
                .page()
                .locator("main form button")
                .first()
                .click();
        desk.page().waitForURL("**/signed-out*");

        // Keycloak knows that it is over, too: it asks for the password again.
        desk.open(portal + "/customers");
        assertThat(desk.page().locator("#password")).isVisible();
    }

    private static void isToldThatTheRoleIsMissing(URI portal, BrowserContext window) {
        var page = window.newPage();
        signIn(page, portal, "ada", "battery staple");
        page.navigate(portal + "/customers");
        assertThat(page.locator("main")).containsText("role");
        assertThat(page.locator("tbody tr")).hasCount(0);
    }

    private static void signIn(Page page, URI portal, String name, String password) {
        page.navigate(portal + "/");
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(portal.toString()) + ".*"));
    }

    private Process keycloak(URI address, URI portal) throws IOException {
        var home = Path.of(System.getProperty("keycloak.home")).toRealPath();
        var realm = new String(
                        KeycloakTest.class
                                .getResourceAsStream("/keycloak-realm.json")
                                .readAllBytes(),
                        UTF_8)
                .replace("${PORTAL}", portal.toString());
        Files.writeString(Files.createDirectories(home.resolve("data/import")).resolve("company-realm.json"), realm);
        return start(
                "keycloak.txt",
                List.of(
                        "bash",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + address.getPort()),
                Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_KC_HEAP", "-Xmx512m"));
    }

    private Process purser(URI portal, URI management, URI provider, PartnerCenterSimulator partnerCenter)
            throws IOException {
        var account = SimulatorSettings.standard();
        var settings = Map.ofEntries(
                Map.entry("PURSER_HOME", folder.resolve("purser").toString()),
                Map.entry("PURSER_PORTFOLIOS", "open"),
                Map.entry("PURSER_PUBLIC_URL", portal.toString()),
                Map.entry("PURSER_ACCOUNTS_EMEA_TENANT", account.tenantId().toString()),
                Map.entry("PURSER_ACCOUNTS_EMEA_CLIENT_ID", account.clientId().toString()),
                Map.entry("PURSER_ACCOUNTS_EMEA_CLIENT_SECRET", account.clientSecret()),
                Map.entry("PURSER_ACCOUNTS_EMEA_REFRESH_TOKEN", account.refreshToken()),
                Map.entry(
                        "PURSER_ACCOUNTS_EMEA_BASE_URL", partnerCenter.baseUrl().toString()),
                Map.entry(
                        "PURSER_ACCOUNTS_EMEA_AUTHORITY",
                        partnerCenter.authority().toString()),
                Map.entry("PURSER_ROLES_CLAIM", "realm_access/roles"),
                Map.entry("QUARKUS_OIDC_ROLES_SOURCE", "accesstoken"),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", provider + "/realms/company"),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", "purser"),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", "nothing-secret-this-keycloak-is-thrown-away"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(portal.getPort())),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(management.getPort())));
        return start(
                "purser.txt",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-jar",
                        ROOT.resolve("web/target/quarkus-app/quarkus-run.jar").toString()),
                settings);
    }

    private Process start(String output, List<String> command, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private void awaitAnswer(Process process, URI address) {
        try (var http = HttpClient.newHttpClient()) {
            Await.until(address + " answers", LONGEST_START, () -> {
                if (!process.isAlive()) {
                    throw new AssertionError("It has ended: " + outputs());
                }
                return answers(http, address);
            });
        }
    }

    private static boolean answers(HttpClient http, URI address) {
        try {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String outputs() {
        return Stream.of("keycloak.txt", "purser.txt")
                .map(folder::resolve)
                .filter(Files::exists)
                .map(KeycloakTest::read)
                .reduce("", String::concat);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what it has started: Keycloak's script is not the server itself. */
    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
