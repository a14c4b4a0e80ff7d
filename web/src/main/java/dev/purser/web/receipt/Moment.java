package dev.purser.web.receipt;

import dev.purser.web.format.Sentence;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of what happened, or is still to come.
 *
 * @param at empty for what is due now
 * @param shown the time as it is written
 * @param more what to know beside it
 */
public record Moment(Optional<Instant> at, String shown, Look look, Sentence what, Optional<Sentence> more) {

    /** How a line looks. */
    public enum Look {
        PAST(""),
        GOOD("is-ok"),
        UNCERTAIN("is-unknown"),
        BAD("is-bad"),
        /** Still to come: hollow. */
        NEXT("is-next");

        private final String style;

        Look(String style) {
            this.style = style;
        }

        /** Name in the style sheet. */
        public String style() {
            return style;
        }
    }
}
