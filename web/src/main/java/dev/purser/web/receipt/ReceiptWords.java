package dev.purser.web.receipt;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the receipt page around its result. Amounts, times and names come formatted. */
@MessageBundle("receipt")
public interface ReceiptWords {

    // The page

    @Message("Budget change for")
    String heading();

    @Message("{outcome}: {customer}")
    String title(String outcome, String customer);

    @Message("Customers")
    String customers();

    @Message("Change")
    String change();

    @Message("{currency} a month")
    String aMonth(String currency);

    @Message("currency not known")
    String currencyNotKnown();

    @Message("Before and after")
    String sum();

    @Message("Before")
    String before();

    @Message("Change")
    String difference();

    @Message("Asked for")
    String asked();

    @Message("After")
    String after();

    @Message("not known yet")
    String notKnownYet();

    @Message("not known")
    String notKnown();

    @Message("not set")
    String notSet();

    @Message("Warns only. Azure keeps running and is billed.")
    String warnsOnly();

    @Message("Copy link")
    String copyLink();

    @Message("Print")
    String print();

    @Message("Next customer")
    String nextCustomer();

    @Message("Copied")
    String copied();

    @Message("What happened")
    String whatHappened();

    @Message("What happened, and what comes next")
    String whatComesNext();

    @Message("For the record")
    String record();

    @Message("Reason")
    String reason();

    @Message("Ticket")
    String ticket();

    @Message("none")
    String noTicket();

    @Message("Who")
    String who();

    @Message("erased person")
    String erased();

    @Message("Customer")
    String customer();

    @Message("Entries")
    String entries();

    @Message("Ids and Microsoft’s answer")
    String ids();

    @Message("Attempt {number}")
    String attempt(String number);

    @Message("request")
    String request();

    @Message("correlation")
    String correlation();

    @Message("Answer")
    String answer();

    @Message("What broke")
    String broke();

    @Message("As text for the ticket")
    String asText();

    @Message("Copy text")
    String copyText();

    @Message("Until then")
    String untilThen();

    @Message("Nobody can change this customer’s budget in Purser. In Partner Center somebody could; please do not.")
    String untilThenWhat();

    @Message("Look again")
    String lookAgain();

    @Message("You may leave this page: it is settled without you.")
    String mayLeave();

    @Message("This page no longer follows the change by itself.")
    String followingLost();

    @Message("Ask again")
    String askAgain();

    @Message("Compare and decide")
    String compare();

    @Message("Change {id}, printed by {who} on {date} at {time} ({zone})")
    String printed(String id, String who, String date, String time, String zone);

    @Message("Trail")
    String trail();

    // Undoing

    @Message("Undo this change")
    String undo();

    @Message("A new change asks for the budget of before. Both stay in the history, with their reasons, for ever.")
    String undoWhat();

    @Message("Undo: back to {amount}")
    String undoTo(String amount);

    @Message("Undo: remove the budget")
    String undoToNotSet();

    @Message("Undo of {amount}, confirmed on {date} at {time}")
    String undoReason(String amount, String date, String time);

    @Message("Undo of the removal, confirmed on {date} at {time}")
    String undoReasonRemoval(String date, String time);

    @Message("It cannot be undone any more: the budget is {now} by now.")
    String undoMovedOn(String now);

    @Message("It cannot be undone any more: the budget was removed since.")
    String undoRemovedSince();

    @Message("It cannot be undone right now: another change of this budget is under way.")
    String undoOccupied();

    @Message("See that change")
    String undoOccupiedBy();

    @Message("Undoes")
    String undoes();

    @Message("Undone by")
    String undoneBy();

    @Message("Being undone by")
    String beingUndoneBy();

    @Message("Perhaps undone by")
    String perhapsUndoneBy();

    @Message("Not undone by")
    String notUndoneBy();

    @Message("change {id}")
    String changeNamed(String id);

    // What came of an attempt

    @Message("applied")
    String endApplied();

    @Message("refused")
    String endRejected();

    @Message("token not accepted")
    String endUnauthorized();

    @Message("asked to wait")
    String endThrottled();

    @Message("never sent")
    String endNeverSent();

    @Message("credentials refused, never sent")
    String endCredentialsRefused();

    @Message("no certain answer")
    String endLost();

    @Message("no answer yet")
    String endNone();

    // As text for the ticket

    @Message("Budget of {customer} raised from {before} to {after} ({percent}).")
    String ticketRaised(String customer, String before, String after, String percent);

    @Message("Budget of {customer} lowered from {before} to {after} ({percent}).")
    String ticketLowered(String customer, String before, String after, String percent);

    @Message("Budget of {customer} changed from {before} to {after}.")
    String ticketChanged(String customer, String before, String after);

    @Message("Asked for: budget of {customer} from {before} to {after}.")
    String ticketAsked(String customer, String before, String after);

    @Message("{date}, {zone}: {sentence}")
    String ticketOutcome(String date, String zone, String sentence);

    @Message("Reason: {reason} ({ticket}). Asked for by {who} on {date} at {time}.")
    String ticketReason(String reason, String ticket, String who, String date, String time);

    @Message("Reason: {reason}. Asked for by {who} on {date} at {time}.")
    String ticketReasonOnly(String reason, String who, String date, String time);
}
