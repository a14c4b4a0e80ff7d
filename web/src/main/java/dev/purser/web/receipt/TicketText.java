package dev.purser.web.receipt;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.web.format.Figures;
import java.time.Instant;
import java.util.List;

/** A receipt in plain words, to be copied into a ticket. */
record TicketText(ReceiptWords words, Figures figures, Instant now) {

    /** @param who name of the person who asked */
    List<String> of(Change change, Outcome outcome, String who) {
        var known = change.state() instanceof ChangeState.Ended ended ? ended.at() : now;
        return List.of(
                change.state() instanceof ChangeState.Confirmed ? moved(change) : asked(change),
                words.ticketOutcome(
                        figures.date(known),
                        figures.offset(known),
                        outcome.sentence().text()),
                reason(change, who),
                words.warnsOnly());
    }

    private String moved(Change change) {
        var percent = change.move().percent().map(figures::signedPercent);
        return percent.map(by -> switch (change.move().direction()) {
                    case RAISED -> words.ticketRaised(change.customerName(), before(change), after(change), by);
                    case LOWERED -> words.ticketLowered(change.customerName(), before(change), after(change), by);
                    case SET, REMOVED, UNCHANGED -> plainlyMoved(change);
                })
                .orElseGet(() -> plainlyMoved(change));
    }

    private String plainlyMoved(Change change) {
        return words.ticketChanged(change.customerName(), before(change), after(change));
    }

    private String asked(Change change) {
        return words.ticketAsked(change.customerName(), before(change), after(change));
    }

    private String before(Change change) {
        return amount(change, change.before());
    }

    private String after(Change change) {
        return amount(change, change.wanted());
    }

    private String amount(Change change, SpendingLimit limit) {
        return switch (limit) {
            case NotSet notSet -> words.notSet();
            case Limit amount -> figures.amount(amount, change.currency());
        };
    }

    private String reason(Change change, String who) {
        var date = figures.date(change.askedAt());
        var time = figures.clock(change.askedAt());
        var reason = change.wording().reason();
        return change.wording()
                .ticket()
                .map(ticket -> words.ticketReason(reason, ticket, who, date, time))
                .orElseGet(() -> words.ticketReasonOnly(reason, who, date, time));
    }
}
