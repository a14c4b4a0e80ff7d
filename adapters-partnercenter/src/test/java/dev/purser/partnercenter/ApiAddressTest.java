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
        "https://api.example,https://elsewhere.example/v1/customers?size=2&seekOperation=Next",
        "https://api.example,//elsewhere.example/customers?size=2&seekOperation=Next",
        "https://api.example,//10.0.0.7:8080/customers?size=2&seekOperation=Next",
        "https://api.example,//[::1]/customers?size=2&seekOperation=Next",
        "https://api.example,http://api.example:8080/v1/customers?size=2&seekOperation=Next",
        "https://api.example,https://user:password@api.example/v1/customers?size=2&seekOperation=Next",
        "https://api.example,/V1/customers?size=2&seekOperation=Next#second-page",
        "https://api.example,//customers?size=2&seekOperation=Next",
        "https://api.example,//v1//customers?size=2&seekOperation=Next",
        "https://api.example,///v1/customers?size=2&seekOperation=Next",
        "https://api.example,/v1///customers?size=2&seekOperation=Next",
        "https://api.example,https://api.example//v1//customers?size=2&seekOperation=Next",
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
        "/customers?filter=%7B%22Field%22%3A%22Domain%22%7D&t=a%2Fb%3D%3D,filter=%7B%22Field%22%3A%22Domain%22%7D&t=a%2Fb%3D%3D",
        "/customers?t=//evil.example/../x,t=//evil.example/../x",
        "/customers?,''",
        "/customers,",
    })
    void keepsAQueryToTheLetter(String link, String query) throws UnreadableAnswer {
        var address = new ApiAddress(URI.create("https://api.example")).linked(link);

        assertThat(address.getRawPath()).isEqualTo("/v1/customers");
        assertThat(address.getRawQuery()).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource({
        "mailto:somebody@api.example",
        "ftp://api.example/v1/customers",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/v1/../../admin",
        "../admin",
        "./admin",
        "/v1/%2e%2E/admin",
        "/v1/.%2E/admin",
        "/v1/..;x=1/admin",
        "/v1/..%3bx/admin",
        "/v1/..%2f..%2fadmin",
        "/v1/..%5Cadmin",
        "/v1/..\\admin",
        "?seekOperation=Next",
        "#second-page",
        "/",
        "//",
        "/v1/",
        "https://evil.example",
        "https:",
        "/customers?name={raw}",
        "/customers?name=a b",
        "http://[broken/customers",
    })
    void neverLeadsAnywhereElse(String link) {
        assertThatThrownBy(() -> new ApiAddress(URI.create("https://api.example")).linked(link))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageStartingWith("a next link");
    }
}
