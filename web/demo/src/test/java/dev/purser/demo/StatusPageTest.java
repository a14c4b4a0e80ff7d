package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How Purser is, as its page tells. */
@ExtendWith(OneDemo.class)
class StatusPageTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern RECORDS_READ = Pattern.compile(
            "data-label=\"Activity records\"><span class=\"status status--confirmed\">.*?<span>Read<span class=\"status__more\"><time",
            Pattern.DOTALL);

    private final People people;

    StatusPageTest(People people) {
        this.people = people;
    }

    @Test
    void tellsWhenTheActivityRecordsOfEachAccountWereRead() {
        for (DemoPerson person : new DemoPerson[] {DemoPeople.INGRID, DemoPeople.MARA}) {
            var visitor = people.as(person);
            Await.until(
                    "the records are read",
                    SOON,
                    () -> RECORDS_READ.matcher(visitor.get("/status").body()).find());
            assertThat(visitor.get("/status").body()).doesNotContain("could not be understood");
        }
    }
}
