package dev.purser.web.receipt;

import dev.purser.domain.change.Attempt;
import dev.purser.web.format.Sentence;
import dev.purser.web.receipt.Outcome.Way;
import java.util.List;

/**
 * Everything that a receipt says of a change.
 *
 * @param way what the reader can do next
 * @param version changes with what is told, on every node alike; the seconds of a pause excepted, which count down
 */
public record Told(
        Outcome outcome,
        Way way,
        Sum sum,
        List<Moment> course,
        List<Sending> sendings,
        List<Answer> answers,
        List<String> ticketText,
        Settling settling,
        String version) {

    /** Whether there will be more to tell. */
    public enum Settling {
        OPEN,
        ENDED
    }

    /**
     * What Microsoft answered, or what broke.
     *
     * @param name which of the two
     */
    public record Answer(String name, Sentence value) {}

    /** An attempt with what came of it. */
    public record Sending(Attempt attempt, String end) {}

    public boolean open() {
        return settling == Settling.OPEN;
    }

    /** Whether somebody else's change could make it harder to tell what became of this one. */
    public boolean openAndUnknown() {
        return open() && outcome.tone() == Tone.UNKNOWN;
    }

    /** What the ticket gets when it is copied. */
    public String textToCopy() {
        return String.join("\n", ticketText);
    }
}
