package dev.purser.chaos.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.chaos.people.PageLog.Circumstance;
import dev.purser.chaos.people.PageLog.Request;
import dev.purser.chaos.stage.Outages;
import dev.purser.chaos.stage.Outages.What;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A page is excused only while what it needs was down. */
class PageLogTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Outages outages = new Outages(now::get);
    private final PageLog log = new PageLog(outages);

    private static Request request(int node, int second, Optional<Integer> status) {
        return new Request("none", node, "GET", "/", START.plusSeconds(second), Duration.ofSeconds(2), status);
    }

    private void down(What what, int from, int until) {
        now.set(START.plusSeconds(from));
        outages.begins(what);
        now.set(START.plusSeconds(until));
        outages.ends(what);
    }

    @Test
    void excusesWhatTouchesAnOutageAndNothingElse() {
        down(What.DATABASE, 10, 20);

        assertThat(log.circumstance(request(0, 7, Optional.of(500)))).isEqualTo(Circumstance.NOTHING_DOWN);
        assertThat(log.circumstance(request(0, 9, Optional.of(500)))).isEqualTo(Circumstance.DATABASE_DOWN);
        assertThat(log.circumstance(request(1, 19, Optional.of(500)))).isEqualTo(Circumstance.DATABASE_DOWN);
        assertThat(log.circumstance(request(1, 20, Optional.of(500)))).isEqualTo(Circumstance.NOTHING_DOWN);
    }

    @Test
    void excusesOnlyTheNodeThatWasDown() {
        down(What.SECOND_NODE, 10, 20);

        assertThat(log.circumstance(request(1, 12, Optional.empty()))).isEqualTo(Circumstance.NODE_DOWN);
        assertThat(log.circumstance(request(0, 12, Optional.empty()))).isEqualTo(Circumstance.NOTHING_DOWN);
    }

    @Test
    void tellsABrokenPageFromALateOne() {
        assertThat(PageLog.broke(request(0, 0, Optional.of(503)))).isTrue();
        assertThat(PageLog.broke(request(0, 0, Optional.of(422)))).isFalse();
        assertThat(PageLog.slow(new Request("none", 0, "GET", "/", START, Duration.ofMillis(5_001), Optional.of(200))))
                .isTrue();
        assertThat(PageLog.slow(new Request("none", 0, "GET", "/", START, Duration.ofMillis(5_000), Optional.of(200))))
                .isFalse();
    }
}
