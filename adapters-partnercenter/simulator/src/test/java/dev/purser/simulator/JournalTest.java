package dev.purser.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final Journal journal = new Journal(InstantSource.system());

    @Test
    void forgetsOldReadingsButNeverAChange() {
        long first = open(Route.PATCH_BUDGET);
        long second = open(Route.GET_BUDGET);
        for (int i = 0; i < Journal.EXCHANGES_KEPT; i++) {
            open(Route.GET_BUDGET);
        }

        assertThat(journal.exchangesSince(0, 2, _ -> true))
                .extracting(Exchange::number)
                .containsExactly(first, second + 1);
        assertThat(journal.exchanges()).hasSize(Journal.EXCHANGES_KEPT + 1);
    }

    @Test
    void isReadOnFromWhereOneStopped() {
        for (int i = 0; i < 10; i++) {
            open(i % 2 == 0 ? Route.GET_BUDGET : Route.CUSTOMERS);
        }

        assertThat(journal.exchangesSince(4, 2, exchange -> exchange.route() == Route.GET_BUDGET))
                .extracting(Exchange::number)
                .containsExactly(5L, 7L);
        assertThat(journal.exchangesSince(10, 2, _ -> true)).isEmpty();
    }

    @Test
    void keepsTheFirstEnding() {
        long number = open(Route.GET_BUDGET);

        journal.end(number, new Exchange.Ending.Answered(200), "{}");
        journal.end(number, new Exchange.Ending.Broken("the caller closed the connection"));

        assertThat(journal.exchanges().getFirst().status()).contains(200);
    }

    private long open(Route route) {
        return journal.open(route, "GET", "/v1", Optional.empty(), Caller.APP_ONLY, Map.of());
    }
}
