package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.budget.AccountName;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerCenterAccountTest {

    @Test
    void showsNoSecret() {
        assertThat(account("contoso.onmicrosoft.com", "hidden-secret", Cloud.GLOBAL.baseUrl())
                        .toString())
                .contains("emea", "contoso.onmicrosoft.com", "client-id", "refreshToken=given")
                .doesNotContain("hidden");
    }

    @Test
    void showsNoSecretInTheRecordsThatCarryThem() {
        assertThat(new Token("hidden", TokenLife.begin(InstantSource.system(), System::nanoTime, Duration.ofHours(1)))
                        .toString())
                .doesNotContain("hidden");
        assertThat(new TokenJson("hidden", "1", "hidden", "hidden", null, null).toString())
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @EnumSource(Cloud.class)
    void takesTheAddressesOfEveryCloud(Cloud cloud) {
        assertThat(account("contoso.onmicrosoft.com", "secret", cloud.baseUrl()).baseUrl())
                .hasScheme("https");
        assertThat(cloud.authority()).hasScheme("https");
        assertThat(Cloud.of(cloud.key())).isEqualTo(cloud);
    }

    @Test
    void namesTheCloudsThereAre() {
        assertThatThrownBy(() -> Cloud.of("moon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a cloud: moon; there are [global, us-government, china, germany]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1:8080/", "http://[::1]:8080", "https://example.com/a"})
    void takesPlainHttpOnThisMachineOnly(String address) {
        assertThat(account("tenant", "secret", URI.create(address)).baseUrl()).hasToString(address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com,must begin with https://",
        "http://127.0.0.1.example.com,must begin with https://",
        "http://localhost.example.com,must begin with https://",
        "ftp://localhost,must begin with https://",
        "example.com,must be https://host",
        "https:///path,must be https://host",
        "https://user:hidden@example.com,must be https://host",
        "https://example.com?key=hidden,must be https://host",
        "https://example.com#part,must be https://host",
    })
    void refusesAnAddressThatWouldGiveSecretsAway(String address, String words) {
        assertThatThrownBy(() -> account("tenant", "secret", URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Account emea: the base URL " + words)
                .message()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({"'',secret,tenant", "a/b,secret,tenant", "..,secret,tenant", "tenant,' ',client secret"})
    void refusesWhatIsMissing(String tenant, String secret, String words) {
        assertThatThrownBy(() -> account(tenant, secret, Cloud.GLOBAL.baseUrl()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void refusesTwoAccountsOfTheSameName() {
        var twins = List.of(
                account("one", "secret", Cloud.GLOBAL.baseUrl()), account("two", "secret", Cloud.CHINA.baseUrl()));

        assertThatThrownBy(() -> new PartnerCenter(twins, InstantSource.system()).close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("emea");
    }

    private static PartnerCenterAccount account(String tenant, String secret, URI baseUrl) {
        return new PartnerCenterAccount(
                new AccountName("emea"),
                Cloud.GLOBAL,
                tenant,
                "client-id",
                secret,
                Optional.of("hidden-refresh-token"),
                baseUrl,
                Cloud.GLOBAL.authority(),
                TokenVersion.V2,
                Optional.empty());
    }
}
