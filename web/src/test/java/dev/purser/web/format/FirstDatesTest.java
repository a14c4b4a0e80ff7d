package dev.purser.web.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.usage.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The first dates of a language, written by many pages at once: unguarded, the JDK breaks some of them. */
class FirstDatesTest {

    /** They are the first only in a process that has written none. */
    @Test
    void areWrittenForManyPagesAtOnce() throws IOException, InterruptedException {
        var portal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pages.class.getName(),
                        "de",
                        "zh-Hant",
                        "en")
                .redirectErrorStream(true)
                .start();

        assertThat(new String(portal.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(portal.waitFor()).isZero();
    }

    /** A process of its own, which says what broke. */
    static final class Pages {

        private static final int AT_ONCE = 16;
        private static final LocalDate DAY = LocalDate.of(2026, 6, 18);
        private static final DisplayTime TIME = new DisplayTime(ZoneOffset.UTC, InstantSource.system());

        private Pages() {}

        public static void main(String... languages) throws InterruptedException {
            for (var language : languages) {
                write(Languages.of(Locale.forLanguageTag(language)));
            }
        }

        private static void write(Locale language) throws InterruptedException {
            var together = new CyclicBarrier(AT_ONCE);
            try (var pages = Executors.newFixedThreadPool(AT_ONCE)) {
                var written = IntStream.range(0, AT_ONCE)
                        .<Future<String>>mapToObj(page -> pages.submit(() -> {
                            together.await();
                            return page % 2 == 0
                                    ? TimeWords.spokenDay(DAY, TIME, language)
                                    : TimeWords.begins(new Period(DAY, DAY), TIME, language);
                        }))
                        .toList();
                for (var date : written) {
                    try {
                        date.get();
                    } catch (ExecutionException e) {
                        System.out.println(language + ": " + e.getCause());
                    }
                }
            }
        }
    }
}
