package dev.purser.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.PipelineModel.Bounds;
import dev.purser.domain.change.PipelineModel.Readings;
import dev.purser.domain.change.Situation.Spare;
import dev.purser.domain.change.StoredChanges.Standing;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Not some histories but all of them, as far as the bounds go: {@code -Dpurser.model.more=1} lets one more of everything
 * go wrong, which takes minutes and gigabytes ({@code -DargLine=-Xmx8g}).
 */
class PipelineModelTest {

    private static final int MORE = Integer.getInteger("purser.model.more", 0);

    private static final List<SpendingLimit> ONE = List.of(SpendingLimit.of("200"));
    private static final List<SpendingLimit> TWO = List.of(SpendingLimit.of("200"), SpendingLimit.of("300"));
    private static final List<SpendingLimit> THERE_AND_BACK = List.of(SpendingLimit.of("200"), SpendingLimit.of("100"));

    /** Each lets other things go wrong together, since all of them at once would be too many. */
    private static final List<Bounds> ALL = List.of(
            new Bounds(ONE, Readings.STALE, spare(1, 1, 1, 0)),
            new Bounds(ONE, Readings.STALE, spare(0, 0, 1, 1)),
            new Bounds(TWO, Readings.UP_TO_DATE, spare(1, 1, 0, 0)),
            new Bounds(TWO, Readings.STALE, spare(0, 0, 1, 0)),
            new Bounds(THERE_AND_BACK, Readings.STALE, spare(0, 1, 0, 0)));

    private static final Bounds ENOUGH_TO_CATCH = new Bounds(TWO, Readings.STALE, new Spare(0, 1, 1, 0));

    @Test
    void recordsNothingButTheTruthAndComesToAnEndWhateverHappens() {
        var standings = EnumSet.noneOf(Standing.class);
        var heard = new HashSet<Class<?>>();
        for (var bounds : ALL) {
            var model = new PipelineModel(Design.AS_SPECIFIED, bounds);
            var search = new PipelineSearch(model);

            assertThat(search.run()).as("%s", bounds).isEmpty();

            assertThat(search.situations()).as("%s", bounds).isGreaterThan(10_000);
            standings.addAll(search.standings());
            heard.addAll(model.heard());
        }
        assertThat(standings).containsExactly(Standing.values());
        assertThat(heard).contains(Answer.class.getPermittedSubclasses());
        assertThat(heard).contains(Reading.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            // What pages have read of others' edits is left to the seeded histories.
            names = {"AS_SPECIFIED", "OTHERS_EDITS_SETTLE_AT_ONCE"})
    void tellsStepByStepHowAWrongDesignFails(Design wrong) {
        var way = new PipelineSearch(new PipelineModel(wrong, ENOUGH_TO_CATCH)).run();

        assertThat(way)
                .hasValueSatisfying(told -> assertThat(told)
                        .startsWith(whatBreaks(wrong))
                        .contains("change to 200 is asked for", "a node claims 1", "sends 1#1"));
    }

    private static String whatBreaks(Design wrong) {
        return switch (wrong) {
            case AS_SPECIFIED, OTHERS_EDITS_SETTLE_AT_ONCE -> "Nothing";
            case ENTRY_AFTER_THE_CALL -> "I1: sent without an intent";
            case SILENCE_MEANS_FAILED, REFUSAL_AFTER_SILENCE_BELIEVED -> "I3: REFUSED, but applied";
            case FIRST_READING_DECIDES, NO_QUARANTINE, NO_SEND_FENCE, VERDICT_ON_A_STALE_READING ->
                "I3: NOT_APPLIED, but applied";
            case THROTTLED_AFTER_SILENCE_BEGINS_ANEW -> "Sent again more than once";
        };
    }

    private static Spare spare(int crashes, int expiries, int oddities, int edits) {
        return new Spare(crashes + MORE, expiries + MORE, oddities + MORE, edits);
    }
}
