package dev.purser.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ThrowAwayDatabase.class)
class UntilWrittenTest {

    @Inject
    UntilWritten untilWritten;

    @Inject
    Installation installation;

    private static final int TRIES = 20;

    private record Question(UUID of) {}

    private final Question question = new Question(UUID.randomUUID());
    private final AtomicInteger asked = new AtomicInteger();

    /** PostgreSQL writes for itself at times, so that not each answer need be kept. */
    @Test
    void keepsAnAnswerWhileNothingIsWritten() {
        assertThat(IntStream.range(0, TRIES).map(_ -> ask(question)).distinct().count())
                .isLessThan(TRIES);
    }

    @Test
    void tellsQuestionsApart() {
        assertThat(ask(question)).isOne();
        assertThat(ask(new Question(UUID.randomUUID()))).isEqualTo(2);
    }

    @Test
    void asksAnewOnceSomebodyHasWrittenSomething() {
        assertThat(ask(question)).isOne();

        installation.customer(Installation.newAccount(), "Contoso", "");

        assertThat(ask(question)).isEqualTo(2);
    }

    @Test
    void doesNotKeepWhatWasFoundWhileSomebodyWrote() {
        untilWritten.get(question, Integer.class, () -> {
            installation.customer(Installation.newAccount(), "Contoso", "");
            return asked.incrementAndGet();
        });

        assertThat(ask(question)).isEqualTo(2);
    }

    @Test
    void keepsNothingOfATransactionThatMayHaveWrittenItself() {
        QuarkusTransaction.requiringNew().run(() -> assertThat(ask(question)).isOne());

        assertThat(ask(question)).isEqualTo(2);
    }

    private int ask(Question about) {
        return untilWritten.get(about, Integer.class, asked::incrementAndGet);
    }
}
