package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example,/customers?size=2&seekOperation=Next",
        "https://api.example,/v1/customers?size=2&seekOperation=Next",
        "https://api.example/,customers?size=2&seekOperation=Next",
        "https://api.example/,v1/customers?size=2&seekOperation=Next",
        "https://api.example,https://api.example/v1/customers?size=2&seekOperation=Next",
        "https://api.example,https://API.example:443/customers?size=2&seekOperation=Next",
        "https://api.example:443,//api.example/v1/customers?size=2&seekOperation=Next",
    })
    void resolvesEveryFormOfALink(String base, String link) throws UnreadableAnswer {
        assertThat(new ApiAddress(URI.create(base)).linked(link))
                .hasPath("/v1/customers")
                .hasQuery("size=2&seekOperation=Next")
                .hasScheme("https")
                .hasHost("api.example");
    }

    @ParameterizedTest
    @CsvSource({
        "/customers",
        "/v1/customers",
        "/gateway/v1/customers",
        "https://api.example/gateway/v1/customers",
        "https://api.example/v1/customers",
    })
    void keepsThePathBeforeTheVersion(String link) throws UnreadableAnswer {
        assertThat(new ApiAddress(URI.create("https://api.example/gateway/")).linked(link))
                .hasToString("https://api.example/gateway/v1/customers");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/v1/customers",
        "//evil.example/v1/customers",
        "http://api.example/v1/customers",
        "https://api.example:8443/v1/customers",
        "https://user@api.example/v1/customers",
        "https://api.example.evil.example/v1/customers",
        "mailto:somebody@api.example",
        "/v1/../../admin",
        "/v1/%2e%2E/admin",
        "?seekOperation=Next",
        "/customers?name={raw}",
    })
    void neverLeadsAnywhereElse(String link) {
        assertThatThrownBy(() -> new ApiAddress(URI.create("https://api.example")).linked(link))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageStartingWith("a next link");
    }
}
