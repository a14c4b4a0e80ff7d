package dev.purser.web.receipt;

import dev.purser.web.format.Sentence;
import java.util.List;

/**
 * The result of a change.
 *
 * @param title for the window, without the customer
 * @param sentence the result
 * @param meaning what it means for the budget, and what to do
 */
public record Outcome(Tone tone, String title, Sentence sentence, List<Sentence> meaning, Way way) {

    public Outcome {
        meaning = List.copyOf(meaning);
    }

    /** What the person can do next, beside going on to the next customer. */
    public enum Way {
        NONE,
        /** It settles by itself; the page can be looked at again. */
        LOOK_AGAIN,
        /** The same can be asked for again. */
        ASK_AGAIN,
        /** The budget is another one than the person saw. */
        COMPARE
    }
}
