package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    private static final Instant THEN = Instant.parse("2026-06-18T08:42:07.012337Z");
    private static final DisplayTime TIME = new DisplayTime(ZoneId.of("Europe/Berlin"), InstantSource.fixed(THEN));

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "en 10:42:07.012 10:42:07.012337",
                "de 10:42:07,012 10:42:07,012337",
                "zh-Hant 10:42:07.012 10:42:07.012337"
            })
    void writesFractionsOfASecondAsDecimals(String language, String millis, String micros) {
        var locale = Locale.forLanguageTag(language);

        assertThat(TimeWords.millis(THEN, TIME, locale)).isEqualTo(millis);
        assertThat(TimeWords.micros(THEN, TIME, locale)).isEqualTo(micros);
    }
}
