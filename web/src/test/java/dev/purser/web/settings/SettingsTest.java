package dev.purser.web.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.purser.domain.portfolio.Portfolios;
import dev.purser.partnercenter.Cloud;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.partnercenter.TokenVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Map<String, String> LEAST = Map.of(
            "PURSER_ACCOUNTS_EMEA_TENANT", "partner.example",
            "PURSER_ACCOUNTS_EMEA_CLIENT_ID", "client",
            "PURSER_ACCOUNTS_EMEA_CLIENT_SECRET", "the-client-secret",
            "QUARKUS_OIDC_AUTH_SERVER_URL", "https://id.example/tenant/v2.0",
            "QUARKUS_OIDC_CLIENT_ID", "purser",
            "QUARKUS_OIDC_CREDENTIALS_SECRET", "the-sign-in-secret");

    @Test
    void needsOneAccountAndASignInAndFillsInTheRest() {
        var settings = Settings.of(LEAST);

        assertThat(settings.home()).isEqualTo(Path.of("data"));
        assertThat(settings.database()).isEmpty();
        assertThat(settings.rolesClaim()).isEqualTo("roles");
        assertThat(settings.portfolios()).isEqualTo(Portfolios.ASSIGNED);
        assertThat(settings.timing().landingWindow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.timing().readStaleness()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.timing().sendFence()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.policy().reviewedRise()).isEqualTo(BigDecimal.valueOf(100));
        var account = settings.accounts().getFirst();
        assertThat(account.name().value()).isEqualTo("emea");
        assertThat(account.cloud()).isEqualTo(Cloud.GLOBAL);
        assertThat(account.baseUrl()).isEqualTo(Cloud.GLOBAL.baseUrl());
        assertThat(account.tokenVersion()).isEqualTo(TokenVersion.V2);
        assertThat(account.refreshToken()).isEmpty();
        assertThat(account.currency()).isEmpty();
    }

    @Test
    void readsEverySettingOfAnAccount() {
        var settings = Settings.of(with(Map.of(
                "PURSER_ACCOUNTS_ASIA_PACIFIC_CLOUD", "china",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_TENANT", "apac.example",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_CLIENT_ID", "apac",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_CLIENT_SECRET", "apac-secret",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_REFRESH_TOKEN", "apac-refresh",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_BASE_URL", "http://127.0.0.1:9000",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_AUTHORITY", "https://login.example",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_TOKEN_VERSION", "v1",
                "PURSER_ACCOUNTS_ASIA_PACIFIC_CURRENCY", "SGD")));

        assertThat(settings.accounts())
                .extracting(account -> account.name().value())
                .containsExactly("asia-pacific", "emea");
        var account = settings.accounts().getFirst();
        assertThat(account.cloud()).isEqualTo(Cloud.CHINA);
        assertThat(account.refreshToken()).contains("apac-refresh");
        assertThat(account.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:9000"));
        assertThat(account.authority()).isEqualTo(URI.create("https://login.example"));
        assertThat(account.tokenVersion()).isEqualTo(TokenVersion.V1);
        assertThat(account.currency()).contains(Currency.getInstance("SGD"));
    }

    @Test
    void readsTheOtherSettings() {
        var settings = Settings.of(with(Map.of(
                "PURSER_HOME", "/var/lib/purser",
                "PURSER_ROLES_CLAIM", "realm_access/roles",
                "PURSER_PORTFOLIOS", "open",
                "PURSER_SECRET", "0123456789abcdef0123456789abcdef",
                "PURSER_PUBLIC_URL", "https://purser.example",
                "PURSER_TIME_ZONE", "Europe/Berlin",
                "PURSER_LANDING_WINDOW", "PT2M",
                "PURSER_READ_STALENESS", "30s",
                "PURSER_SEND_FENCE", "5",
                "PURSER_REVIEW_RISE", "50.5")));

        assertThat(settings.home()).isEqualTo(Path.of("/var/lib/purser"));
        assertThat(settings.rolesClaim()).isEqualTo("realm_access/roles");
        assertThat(settings.portfolios()).isEqualTo(Portfolios.OPEN);
        assertThat(settings.secret()).contains("0123456789abcdef0123456789abcdef");
        assertThat(settings.publicUrl()).contains(URI.create("https://purser.example"));
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(settings.timing().landingWindow()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.timing().readStaleness()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.timing().sendFence()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.policy().reviewedRise()).isEqualTo(new BigDecimal("50.5"));
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(complaints(Map.of()))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("PURSER_ACCOUNTS_<NAME>_TENANT"))
                .anyMatch(line -> line.startsWith("QUARKUS_OIDC_AUTH_SERVER_URL is missing"))
                .anyMatch(line -> line.startsWith("QUARKUS_OIDC_CLIENT_ID is missing"))
                .anyMatch(line -> line.startsWith("QUARKUS_OIDC_CREDENTIALS_SECRET is missing"));
    }

    @Test
    void namesWhatAnAccountLacks() {
        assertThat(complaints(with(Map.of("PURSER_ACCOUNTS_AMER_TENANT", "amer.example"))))
                .containsExactly(
                        "PURSER_ACCOUNTS_AMER_CLIENT_ID is missing", "PURSER_ACCOUNTS_AMER_CLIENT_SECRET is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PURSER_ACCOUNTS_EMEA_TENNANT",
                "PURSER_ACCOUNTS_EMEA",
                "PURSER_ACCOUNTS_EMEA_CURRENCIES",
                "PURSER_PORTFOLIO",
                "PURSER_REVIEWRISE"
            })
    void stopsAtANameThatItDoesNotKnow(String name) {
        assertThat(complaints(with(Map.of(name, "x"))))
                .containsExactly(name + " is not a setting of Purser: see docs/configuration.md");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PURSER_SERVICE_HOST",
                "PURSER_SERVICE_PORT",
                "PURSER_SERVICE_PORT_HTTP",
                "PURSER_PORT",
                "PURSER_PORT_8080_TCP",
                "PURSER_PORT_8080_TCP_ADDR",
                "PURSER_DB_SERVICE_HOST",
                "PURSER_ACCOUNTS_SERVICE_HOST",
                "PURSER_ACCOUNTS_PORT_80_TCP_PROTO"
            })
    void leavesAloneWhatKubernetesInjects(String name) {
        assertThat(Settings.of(with(Map.of(name, "tcp://10.0.0.1:8080"))).accounts())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PURSER_PORTFOLIOS, everybody",
        "PURSER_TIME_ZONE, Middle/Earth",
        "PURSER_LANDING_WINDOW, soon",
        "PURSER_LANDING_WINDOW, -PT5M",
        "PURSER_READ_STALENESS, 5x",
        "PURSER_REVIEW_RISE, -1",
        "PURSER_REVIEW_RISE, much",
        "PURSER_PUBLIC_URL, purser.example",
        "PURSER_ACCOUNTS_EMEA_CLOUD, moon",
        "PURSER_ACCOUNTS_EMEA_TOKEN_VERSION, v3",
        "PURSER_ACCOUNTS_EMEA_CURRENCY, EURO",
        "PURSER_ACCOUNTS_EMEA_BASE_URL, ftp://api.example"
    })
    void saysWhatAMalformedSettingMustBe(String name, String value) {
        assertThat(complaints(with(Map.of(name, value))))
                .singleElement()
                .asString()
                .startsWith(name + " is " + value + ", but must be ");
    }

    @Test
    void refusesAFenceThatNothingCouldPass() {
        assertThat(complaints(with(Map.of("PURSER_SEND_FENCE", "0"))))
                .singleElement()
                .asString()
                .startsWith("PURSER_SEND_FENCE is zero");
    }

    @Test
    void refusesCredentialsThatWouldTravelUnencrypted() {
        assertThat(complaints(with(Map.of("PURSER_ACCOUNTS_EMEA_BASE_URL", "http://api.example"))))
                .singleElement()
                .asString()
                .contains("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "organizations", "consumers"})
    void refusesAnIssuerWherePeopleOfEveryOrganisationCanSignIn(String anybody) {
        var issuer = Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", "https://login.microsoftonline.com/" + anybody + "/v2.0");

        assertThat(complaints(with(issuer))).singleElement().asString().contains("every organisation");
    }

    @Test
    void readsSecretsFromFiles(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "from-a-file\n");
        var variables = new HashMap<>(LEAST);
        variables.remove("PURSER_ACCOUNTS_EMEA_CLIENT_SECRET");
        variables.remove("QUARKUS_OIDC_CREDENTIALS_SECRET");
        variables.put("PURSER_ACCOUNTS_EMEA_CLIENT_SECRET_FILE", file.toString());
        variables.put("QUARKUS_OIDC_CREDENTIALS_SECRET_FILE", file.toString());

        var settings = Settings.of(variables);

        assertThat(settings.accounts())
                .extracting(PartnerCenterAccount::clientSecret)
                .containsExactly("from-a-file");
        assertThat(settings.secretsFromFiles()).containsEntry("quarkus.oidc.credentials.secret", "from-a-file");
    }

    @Test
    void refusesASecretGivenTwiceOrInAFileThatIsNotThere() {
        assertThat(complaints(with(Map.of("PURSER_ACCOUNTS_EMEA_CLIENT_SECRET_FILE", "/nowhere/secret"))))
                .containsExactlyInAnyOrder(
                        "PURSER_ACCOUNTS_EMEA_CLIENT_SECRET and PURSER_ACCOUNTS_EMEA_CLIENT_SECRET_FILE are both set: keep one of them");
        assertThat(complaints(with(Map.of("PURSER_SECRET_FILE", "/nowhere/secret"))))
                .containsExactly("PURSER_SECRET_FILE: the file cannot be read: /nowhere/secret");
    }

    @Test
    void wantsTheNamesThatBelongToADatabaseOfOnesOwn() {
        assertThat(complaints(with(Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://db/purser"))))
                .containsExactly("QUARKUS_DATASOURCE_USERNAME is missing");
        assertThat(complaints(with(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:mysql://db/purser",
                        "QUARKUS_DATASOURCE_USERNAME", "purser"))))
                .containsExactly("QUARKUS_DATASOURCE_JDBC_URL must begin with jdbc:postgresql:");
    }

    @Test
    void tellsNoSecret() {
        var settings = Settings.of(with(Map.of("PURSER_SECRET", "0123456789abcdef0123456789abcdef")));

        assertThat(settings.toString()).doesNotContain("the-client-secret", "0123456789abcdef");
        assertThat(complaints(with(Map.of("PURSER_SECRET", "tooshort")))).noneMatch(line -> line.contains("tooshort"));
    }

    @Test
    void takesAnEmptyVariableAsNotSet() {
        assertThat(Settings.of(with(Map.of("PURSER_TIME_ZONE", " "))).timeZone())
                .isEqualTo(ZoneId.systemDefault());
        assertThat(Optional.ofNullable(Settings.of(LEAST).secret()).orElseThrow())
                .isEmpty();
    }

    private static Map<String, String> with(Map<String, String> more) {
        var all = new HashMap<>(LEAST);
        all.putAll(more);
        return all;
    }

    private static List<String> complaints(Map<String, String> variables) {
        var bad = new BadSettings[1];
        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(() -> Settings.of(variables))
                .satisfies(thrown -> bad[0] = thrown);
        return bad[0].lines();
    }
}
