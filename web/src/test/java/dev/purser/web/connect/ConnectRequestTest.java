package dev.purser.web.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.purser.domain.budget.AccountName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectRequestTest {

    private static final AccountName ASIA = new AccountName("asia-pacific");
    private static final List<AccountName> KNOWN = List.of(ASIA, new AccountName("emea"));

    @ParameterizedTest
    @CsvSource({
        "connect asia-pacific,0",
        "connect ASIA_PACIFIC,0",
        "connect Asia-Pacific --port 8400,8400",
        "connect --port=8400 asia-pacific,8400",
    })
    void understandsAnAccountAndAPort(String line, int port) {
        assertThat(request(line)).isEqualTo(new ConnectRequest(ASIA, port));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect|Which account? ./purser connect <account>. Accounts that are set up: asia-pacific, emea",
                "connect apac|There is no account apac. Accounts that are set up: asia-pacific, emea",
                "connect emea --port|Not understood: --port. Usage: ./purser connect <account> [--port <port>]",
                "connect emea --port 70000|Not a port: 70000",
                "connect emea asia-pacific|Not understood: asia-pacific. Usage: ./purser connect <account> [--port <port>]",
            })
    void saysWhatItDoesNotUnderstand(String line, String words) {
        assertThatThrownBy(() -> request(line))
                .isInstanceOf(ConnectRequest.Misunderstood.class)
                .hasMessage(words);
    }

    @Test
    void shownArrivalsHoldNoCode() {
        assertThat(new Arrival(Arrival.query("code=hidden&state=hidden&bad=%ZZ"), _ -> {}).toString())
                .isEqualTo("Arrival[code, state, bad]");
    }

    private static ConnectRequest request(String line) {
        return ConnectRequest.of(List.of(line.split(" ")), KNOWN);
    }
}
