package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody is shown who asks to read a customer again. */
@ExtendWith(OneDemo.class)
class ReadingPageTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String NOT_ANSWERED = "and has not answered yet.";

    private final RunningDemo demo;
    private final People people;

    ReadingPageTest(RunningDemo demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    @Test
    void doesNotWaitForMicrosoft() {
        var mara = people.mara();
        var customer = people.customerOfMara();
        demo.microsoft().trouble(customer.id(), "GET_BUDGET", 1, "{\"kind\": \"slow\", \"millis\": 9000}");
        var token = Visitor.hidden(mara.get(customer.page()).body()).get(Visitor.TOKEN);

        assertThat(mara.post(customer.page() + "/readings", Map.of(Visitor.TOKEN, token))
                        .statusCode())
                .isEqualTo(303);

        assertThat(mara.get(customer.page()).body()).contains(NOT_ANSWERED);
        Await.until(
                "it was read all the same",
                SOON,
                () -> !mara.get(customer.page()).body().contains(NOT_ANSWERED));
    }
}
