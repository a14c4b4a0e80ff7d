package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thousands of random histories, each decided by its seed: what is recorded is true in all of them. */
class ChangeHistoriesTest {

    private static final int HISTORIES = 2_000;
    private static final int ENOUGH_TO_CATCH = 3_000;

    @Test
    void recordsNothingButTheTruthAndComesToEveryOutcome() {
        var outcomes = inHistories(() -> LongStream.range(0, HISTORIES)
                .boxed()
                .flatMap(seed -> {
                    var history = new RandomHistory(seed, Design.AS_SPECIFIED);
                    assertThat(history.run()).as("seed %d", seed).isEmpty();
                    return history.outcomes().stream().map(ChangeHistoriesTest::inShort);
                })
                .collect(Collectors.toSet()));

        assertThat(outcomes)
                .containsExactlyInAnyOrder(
                        "confirmed by answer",
                        "confirmed by answer-to-resend",
                        "confirmed by read-back",
                        "refused",
                        "not applied",
                        "conflict",
                        "disputed");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AS_SPECIFIED")
    void catchesEveryWrongDesign(Design wrong) {
        assertThat(firstViolation(wrong, ENOUGH_TO_CATCH)).isPresent();
    }

    private static String inShort(ChangeState state) {
        return switch (state) {
            case ChangeState.Confirmed(var evidence, var correlation, var at) -> "confirmed by " + evidence.key();
            case ChangeState.Refused refused -> "refused";
            case ChangeState.NotApplied notApplied -> "not applied";
            case ChangeState.Conflict conflict -> "conflict";
            case ChangeState.Disputed disputed -> "disputed";
            case ChangeState.Open open -> "open";
        };
    }

    private static Optional<String> firstViolation(Design design, int histories) {
        return inHistories(() -> LongStream.range(0, histories)
                .mapToObj(seed -> violation(seed, design))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<String> violation(long seed, Design design) {
        return new RandomHistory(seed, design).run().map(what -> "seed " + seed + ": " + what);
    }

    /** On a virtual thread like the nodes, so that passing a turn costs no switch of the machine's threads. */
    private static <T> T inHistories(Supplier<T> task) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException | Error unexpected) {
                result.completeExceptionally(unexpected);
            }
        });
        return result.join();
    }
}
