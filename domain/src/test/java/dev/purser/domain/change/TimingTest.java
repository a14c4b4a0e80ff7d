package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimingTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void addsUpToTheQuarantine() {
        var timing = new Timing(Duration.ofMinutes(5), MINUTE, Duration.ofSeconds(10));

        assertThat(timing.quarantine()).isEqualTo(Duration.ofSeconds(370));
    }

    @Test
    void refusesTimesThatMakeNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(MINUTE.negated(), MINUTE, MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(MINUTE, MINUTE.negated(), MINUTE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(MINUTE, MINUTE, MINUTE.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Timing(MINUTE, MINUTE, Duration.ZERO));
    }
}
