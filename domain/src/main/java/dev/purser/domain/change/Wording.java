package dev.purser.domain.change;

import dev.purser.domain.history.ForeignText;
import java.util.Optional;

/**
 * What the person wrote: kept for ever, in the history.
 *
 * @param typed the budget as it was typed; empty text for a removal
 * @param reason required
 */
public record Wording(String typed, String reason, Optional<String> ticket) {

    public static final int LONGEST_REASON = 500;
    public static final int LONGEST_TICKET = 100;

    public Wording {
        typed = ForeignText.oneLine(typed);
        reason = ForeignText.oneLine(reason);
        ticket = ticket.map(ForeignText::oneLine).filter(text -> !text.isEmpty());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason of " + reason.length() + " characters");
        }
        if (ticket.isPresent() && ticket.get().length() > LONGEST_TICKET) {
            throw new IllegalArgumentException("A ticket of " + ticket.get().length() + " characters");
        }
    }
}
