package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a change has to wait. */
class PausesTest {

    private final WireStage stage = new WireStage();

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Retry-After: 41,41",
        "'Retry-After: Fri, 20 Nov 2026 10:00:57 GMT',57",
        "'Retry-After: Fri, 20 Nov 2026 09:00:00 GMT',1",
        "X-Other: 1,30",
        "Retry-After: soon,30",
        "Retry-After: 0,1",
        "Retry-After: 86400,900",
        "Retry-After: 99999999999999999999999999,900",
        "Retry-After: -5,30",
        "Retry-After: 1.5,30",
        "Retry-After: 41 s,30",
        "Retry-After:,30",
        "'Retry-After: Fri, 20 Nov 2026 23:59:59 GMT',900",
        "'Retry-After: 20.11.2026 10:00:57',30",
        "'Retry-After: Fri, 31 Nov 2026 10:00:57 GMT',30",
    })
    void waitsAsLongAsMicrosoftAsksAndUpToATenthMore(String header, long seconds) {
        stage.api.answer(Reply.sample(429, "error-429.json", header, "Date: Fri, 20 Nov 2026 10:00:00 GMT"));

        assertThat(stage.send(SpendingLimit.of("8250.50")))
                .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        throttled -> assertThat(throttled.pause())
                                .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1100)));
    }

    /** It is 09:14:02. Where Microsoft tells no time of its own, half a minute takes the place of what cannot be right. */
    @ParameterizedTest
    @CsvSource({
        "Fri,09:14:02,PT0S,09:14:59,57",
        "Fri,08:14:02,PT0S,08:14:59,57",
        "Fri,10:14:02,PT0S,10:14:59,57",
        "Fri,09:14:02,PT1H,09:14:59,57",
        "Fri,09:14:02,PT-1H,09:14:59,57",
        "Fri,10:14:02,PT-1H,10:14:59,57",
        ",,PT0S,09:14:59,57",
        ",,PT1H,09:14:59,30",
        ",,PT-1H,09:14:59,30",
        "Noday,09:14:02,PT1H,09:14:59,30",
    })
    void waitsEquallyLongWhicheverClockIsWrong(
            @Nullable String day, @Nullable String date, Duration ours, String until, long seconds) {
        stage.clock.pass(ours);
        stage.api.answer(Reply.sample(
                429,
                "error-429.json",
                "Retry-After: Fri, 20 Nov 2026 " + until + " GMT",
                day == null ? "X-No-Date: 1" : "Date: " + day + ", 20 Nov 2026 " + date + " GMT"));

        assertThat(stage.send(SpendingLimit.of("8250.50")))
                .isInstanceOfSatisfying(
                        Answer.Throttled.class,
                        throttled -> assertThat(throttled.pause())
                                .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1100)));
    }
}
