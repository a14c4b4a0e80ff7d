package dev.purser.partnercenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.partnercenter.SocketServer.Conversation;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A budget on a connection that dies, or behaves strangely, at the worst moments. Whatever happens, it leaves at most once,
 * and is told to be certain only where it is.
 */
class DyingConnectionTest {

    private static final SpendingLimit WANTED = SpendingLimit.of("8250.50");
    private static final String BUDGET = "{\"amount\":7500}";
    private static final String WANTED_BUDGET = "{\"amount\":8250.50}";

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 200, 400})
    void isLostWhenTheServerResetsInTheMiddleOfTheRequest(int bytes) {
        answered(
                line -> {
                    line.hear(bytes);
                    line.reset();
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED)).isInstanceOf(Answer.Lost.class);
                    assertThat(server.lines()).hasSize(1);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 400})
    void isLostWhenTheServerHangsUpInTheMiddleOfTheRequest(int bytes) {
        answered(line -> line.hear(bytes), (stage, server) -> {
            assertThat(stage.send(WANTED)).isInstanceOf(Answer.Lost.class);
            assertThat(server.lines()).hasSize(1);
        });
    }

    /** Whether anything left before the farewell came is left to chance. */
    @RepeatedTest(10)
    void isNeverCertainWhenTheServerHangsUpAtOnce() {
        answered(line -> {}, (stage, server) -> {
            assertThat(stage.send(WANTED)).isInstanceOfAny(Answer.Lost.class, Answer.NeverSent.class);
            assertThat(server.lines()).hasSize(1);
        });
    }

    @Test
    void isLostWhenTheServerFallsSilentButGoesOnListening() {
        answered(
                line -> {
                    line.hearBudget();
                    line.fallSilent();
                    line.hearAll();
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED))
                            .isInstanceOfSatisfying(
                                    Answer.Lost.class,
                                    lost -> assertThat(lost.trouble().kind()).isEqualTo(Trouble.Kind.BROKEN_OFF));
                    assertThat(server.begun("PATCH")).isEqualTo(1);
                });
    }

    @Test
    void takesAnAnswerThatComesBeforeTheBodyWasRead() {
        answered(
                line -> {
                    line.hearThrough("PATCH ");
                    line.sayJson("403 Forbidden", "{\"code\":\"900150\",\"description\":\"No\"}", "Connection: close");
                    line.fallSilent();
                    line.hearAll();
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED))
                            .isInstanceOfSatisfying(
                                    Answer.Rejected.class,
                                    rejected -> assertThat(rejected.refusal().code())
                                            .contains("900150"));
                    assertThat(server.begun("PATCH")).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "103 Early Hints"})
    void waitsForTheAnswerBehindAnInterimOne(String interim) {
        answered(
                line -> {
                    line.hearBudget();
                    line.say("HTTP/1.1 " + interim + "\r\n\r\n");
                    line.sayJson("200 OK", WANTED_BUDGET);
                    line.hearAll();
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED)).isEqualTo(shown());
                    assertThat(server.begun("PATCH")).isEqualTo(1);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "101 Switching Protocols", "102 Processing", "103 Early Hints", "199 What"})
    void takesNoInterimAnswerForTheLastWord(String interim) {
        answered(
                line -> {
                    line.hearBudget();
                    line.say("HTTP/1.1 " + interim + "\r\n\r\n");
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED)).isInstanceOf(Answer.Lost.class);
                    assertThat(server.begun("PATCH")).isEqualTo(1);
                });
    }

    @Test
    void neverAsksTheServerWhetherItWouldTakeTheBody() {
        answered(
                line -> {
                    line.hearBudget();
                    line.sayJson("200 OK", WANTED_BUDGET);
                    line.hearAll();
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED)).isEqualTo(shown());
                    assertThat(server.lines().getFirst().heard()).doesNotContainIgnoringCase("expect:");
                });
    }

    @Test
    void takesTheAnswerOfAnOldServerThatThenHangsUp() {
        answered(
                line -> {
                    line.hearBudget();
                    line.say("HTTP/1.0 200 OK\r\n\r\n" + WANTED_BUDGET);
                },
                (stage, server) -> assertThat(stage.send(WANTED)).isEqualTo(shown()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 18\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Content-Length: -1",
                "Content-Length: many",
                "Transfer-Encoding: chunked"
            })
    void isLostWhereNobodyCanSayWhereTheAnswerEnds(String framing) {
        answered(
                line -> {
                    line.hearBudget();
                    line.say("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n" + WANTED_BUDGET);
                },
                (stage, server) -> {
                    assertThat(stage.send(WANTED)).isInstanceOf(Answer.Lost.class);
                    assertThat(server.begun("PATCH")).isEqualTo(1);
                });
    }

    /** What the server says in advance would else be taken for the answer to the next request on that connection. */
    @RepeatedTest(20)
    void doesNotTakeAnAnswerTooManyForItsOwn() {
        answered(
                line -> {
                    line.hearHead();
                    if (line.heard().startsWith("GET")) {
                        line.say("HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n" + BUDGET
                                + "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n" + WANTED_BUDGET);
                    } else {
                        line.sayJson("403 Forbidden", "{\"code\":\"900150\"}");
                    }
                    line.hearAll();
                },
                (stage, server) -> {
                    assertThat(stage.read()).isInstanceOf(Reading.Read.class);
                    var answer = stage.send(WANTED);
                    assertThat(answer).isNotInstanceOf(Answer.Shown.class);
                    assertFits(answer, server);
                });
    }

    @Test
    void opensAnotherConnectionWhereTheServerAnnouncedToClose() {
        answered(
                line -> {
                    if (line.hearThrough("\r\n\r\n") && line.heard().startsWith("GET")) {
                        line.sayJson("200 OK", BUDGET, "Connection: close");
                        line.hearAll();
                    } else {
                        line.hearBudget();
                        line.sayJson("200 OK", WANTED_BUDGET);
                        line.hearAll();
                    }
                },
                (stage, server) -> {
                    assertThat(stage.read()).isInstanceOf(Reading.Read.class);
                    assertThat(stage.send(WANTED)).isEqualTo(shown());
                    assertThat(server.lines()).hasSize(2);
                });
    }

    /**
     * The server closes the idle connection at about the moment at which the budget leaves on it. Which comes first is left
     * to chance; the answer must fit what the server has seen in any case.
     */
    @RepeatedTest(100)
    void tellsTheTruthWhenAnIdleConnectionIsClosedJustAsTheBudgetLeaves() {
        answered(
                line -> {
                    line.hearHead();
                    if (line.heard().startsWith("GET")) {
                        line.sayJson("200 OK", BUDGET);
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(600_000));
                        if (ThreadLocalRandom.current().nextBoolean()) {
                            line.reset();
                        }
                    } else {
                        line.hearBudget();
                        line.sayJson("200 OK", WANTED_BUDGET);
                        line.hearAll();
                    }
                },
                (stage, server) -> {
                    assertThat(stage.read()).isInstanceOf(Reading.Read.class);
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(600_000));

                    assertFits(stage.send(WANTED), server);
                });
    }

    private static void assertFits(Answer answer, SocketServer server) {
        switch (answer) {
            case Answer.Shown shown -> assertThat(server.begun("PATCH")).isEqualTo(1);
            case Answer.Rejected rejected -> assertThat(server.begun("PATCH")).isEqualTo(1);
            case Answer.Lost lost ->
                assertThat(server.begun("PATCH")).as("not sent again").isLessThanOrEqualTo(1);
            case Answer.NeverSent never -> assertThat(server.begun("PATCH")).isZero();
            case Answer other -> throw new AssertionError(other);
        }
    }

    private interface Meeting {
        void between(WireStage stage, SocketServer server);
    }

    private static void answered(Conversation conversation, Meeting meeting) {
        var limits = new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofMillis(1));
        try (var server = new SocketServer(conversation);
                var stage = new WireStage(limits, WireStage.at(server.url()))) {
            meeting.between(stage, server);
        }
    }

    private static Answer shown() {
        return new Answer.Shown(WANTED, 200, WireStage.CORRELATION);
    }
}
