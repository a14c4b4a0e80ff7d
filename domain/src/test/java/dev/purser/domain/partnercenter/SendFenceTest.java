package dev.purser.domain.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.StoppedClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SendFenceTest {

    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final StoppedClock wall = new StoppedClock();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final SendFence fence = SendFence.raise(wall, nanos::get, LENGTH);

    @Test
    void permitsSendingWhileBothClocksShowLess() {
        assertThat(fence.permitsSending()).isTrue();
        both(LENGTH.minusNanos(1));
        assertThat(fence.permitsSending()).isTrue();
    }

    @Test
    void closesForGoodAtItsLength() {
        both(LENGTH);
        assertThat(fence.permitsSending()).isFalse();
        both(Duration.ofDays(3));
        assertThat(fence.permitsSending()).isFalse();
    }

    @Test
    void closesByTheWallClockWhileTheMonotonicOneSlept() {
        wall.passes(LENGTH);
        assertThat(fence.permitsSending()).isFalse();
    }

    @Test
    void closesByTheMonotonicClockWhileTheWallClockWasSetBack() {
        wall.passes(Duration.ofHours(-1));
        assertThat(fence.permitsSending()).isTrue();
        nanos.addAndGet(LENGTH.toNanos());
        assertThat(fence.permitsSending()).isFalse();
    }

    private void both(Duration time) {
        wall.passes(time);
        nanos.addAndGet(time.toNanos());
    }
}
