package dev.purser.web.receipt;

import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import java.util.Optional;
import java.util.UUID;

/**
 * How a change stands to others that undo it.
 *
 * @param offer what undoes it with one click; empty where the reader cannot
 * @param obstacle why it cannot be undone, for who otherwise could
 * @param by the newest change that undoes it, whatever has become of that
 */
public record Undoing(Optional<Offer> offer, Optional<Obstacle> obstacle, Optional<By> by) {

    /**
     * A form that undoes the change.
     *
     * @param form the id of the change that it makes, however often it is sent
     * @param what the budget that it asks for, in words
     * @param reason to be sent as it is, or altered
     */
    public record Offer(UUID form, String what, String reason) {}

    /**
     * What stands in the way.
     *
     * @param change another change that is open, which has to end first
     */
    public record Obstacle(String sentence, Optional<UUID> change) {}

    /** @param name what has become of it, as a name for the link */
    public record By(UUID change, String name) {

        static By of(ReceiptWords words, Change undo) {
            return new By(
                    undo.id(),
                    switch (undo.state()) {
                        case ChangeState.Confirmed confirmed -> words.undoneBy();
                        case ChangeState.Open open -> words.beingUndoneBy();
                        case ChangeState.Disputed disputed -> words.perhapsUndoneBy();
                        case ChangeState.Refused refused -> words.notUndoneBy();
                        case ChangeState.NotApplied notApplied -> words.notUndoneBy();
                        case ChangeState.Conflict conflict -> words.notUndoneBy();
                    });
        }
    }
}
