package dev.purser.web.receipt;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The result of a change in words. Amounts, times and names come formatted. */
@MessageBundle("outcomes")
public interface OutcomeWords {

    // Titles: the outcome in as few words as a window's title has room for

    @Message("Confirmed")
    String titleConfirmed();

    @Message("Refused")
    String titleRefused();

    @Message("Not applied")
    String titleNotApplied();

    @Message("Applied after all")
    String titleAppliedAfterAll();

    @Message("Microsoft’s activity records show that {amount} was applied, at {time} by Microsoft’s clock.")
    String appliedAfterAll(String amount, String time);

    @Message("Microsoft’s activity records show that the budget was removed, at {time} by Microsoft’s clock.")
    String removedAfterAll(String time);

    @Message("Purser had come to another outcome before that record appeared; the course below tells which.")
    String anotherOutcomeBefore();

    @Message("Somebody may have changed the budget since: look at the customer’s page before you ask for anything.")
    String lookBeforeAsking();

    @Message("Changed by someone else")
    String titleSomeoneElse();

    @Message("Not known yet")
    String titleUnknown();

    @Message("Not known")
    String titleNotKnown();

    @Message("Waiting")
    String titleWaiting();

    // Confirmed

    @Message("Microsoft confirmed {amount} at {time}.")
    String confirmed(String amount, String time);

    @Message("Microsoft confirmed: no budget is set, at {time}.")
    String confirmedRemoval(String time);

    @Message("Up {difference} ({percent}).")
    String up(String difference, String percent);

    @Message("Up {difference}.")
    String upFromZero(String difference);

    @Message("Down {difference} ({percent}).")
    String down(String difference, String percent);

    @Message("Before, no budget was set.")
    String set();

    @Message("It was {amount} before. Microsoft warns nobody any more; Azure keeps running and is billed.")
    String removed(String amount);

    @Message("{percent} of it is used.")
    String used(String percent);

    @Message("More than nothing is spent already, and the budget is zero.")
    String usedOverZero();

    @Message("It took {seconds} seconds.")
    String took(String seconds);

    @Message(
            "The first request got no certain answer; the same request was sent a second time, and Microsoft answered it.")
    String byAnswerToResend();

    @Message("No certain answer came; the budget was read back and is what was asked for.")
    String byReadBack();

    @Message("No certain answer came; Microsoft’s activity record carries our correlation id.")
    String byActivityRecord();

    // Refused

    @Message("Microsoft refused {amount} at {time}.")
    String refused(String amount, String time);

    @Message("Microsoft refused to remove the budget, at {time}.")
    String refusedRemoval(String time);

    @Message("The budget is still {amount}.")
    String still(String amount);

    @Message("Still no budget is set.")
    String stillNotSet();

    @Message("Nothing was sent: Microsoft refused already to show the budget.")
    String refusedToShow();

    @Message("Nothing was applied. Before it could be sent again, Microsoft refused to show the budget.")
    String refusedToShowAgain();

    @Message("Microsoft’s words: “{words}” ({code}).")
    String words(String words, String code);

    @Message("Microsoft gave no words, only {code}.")
    String noWords(String code);

    @Message("{status}, code {code}")
    String statusAndCode(String status, String code);

    @Message("status {status}")
    String status(String status);

    @Message(
            "Microsoft does not accept the credentials of the account {account}. Ask an administrator to renew them, then ask again.")
    String mendCredentials(String account);

    @Message(
            "Microsoft does not accept the client secret of the account {account}. Ask an administrator to store a new one, then ask again.")
    String mendSecret(String account);

    @Message(
            "Microsoft does not accept the refresh token of the account {account} any more: its user has to sign in at Microsoft anew. Ask an administrator to see to that, then ask again.")
    String mendGrant(String account);

    @Message(
            "Microsoft knows no relationship with this customer any more, so its budget can neither be read nor changed here. Its history stays.")
    String mendEnded();

    @Message("Ask an administrator to give the account {account} the role Admin agent at Microsoft, then ask again.")
    String mendRight(String account);

    @Message("Microsoft has no Azure usage for this customer. Ask again once the customer uses Azure.")
    String mendNoUsage();

    @Message(
            "Microsoft says 404 for this customer, and not why. Ask again, or show an administrator the ids on this page.")
    String mendNotFound();

    @Message("The same again would be refused again. Show an administrator the ids on this page.")
    String mendRequest();

    // Not applied

    @Message("Not applied: the budget is still {amount}.")
    String notApplied(String amount);

    @Message("Not applied: still no budget is set.")
    String notAppliedNotSet();

    @Message(
            "At {time} Microsoft still showed it, and by then the request could no longer arrive. You may ask again without fear of a double change.")
    String notAppliedCertain(String time);

    // Changed by someone else

    @Message("Changed by someone else: Microsoft shows {shown}, not the {seen} you saw.")
    String conflictYouSaw(String shown, String seen);

    @Message("Changed by someone else: Microsoft shows {shown}, not the {seen} seen before.")
    String conflict(String shown, String seen);

    @Message("Changed by someone else: Microsoft shows {shown}, where no budget was set before.")
    String conflictFromNotSet(String shown);

    @Message("no budget")
    String noBudget();

    @Message("Nothing was sent.")
    String nothingSent();

    @Message("Nothing was applied.")
    String nothingWasApplied();

    @Message("Compare and decide.")
    String conflictCompare();

    @Message("The budget is what was asked for already.")
    String conflictAsAsked();

    @Message("Changed by someone else: Microsoft shows {shown}, neither what it was nor what was asked for.")
    String disputed(String shown);

    @Message("We do not know: the customer cannot be read any more.")
    String disputedUnreadable();

    @Message(
            "The request of {time} got no certain answer. It may have been applied and then changed again, or never applied; it can no longer arrive.")
    String disputedMeaning(String time);

    @Message(
            "The request of {time} got no certain answer, and Microsoft no longer shows this customer. It can no longer arrive; whether it had been applied only Microsoft can tell.")
    String disputedUnreadableMeaning(String time);

    // Waiting

    @Message("Waiting: it is being sent to Microsoft…")
    String waiting();

    @Message("Waiting: Microsoft asks us to wait until {time}.")
    String waitingThrottled(String time);

    @Message("Waiting until {time}: an earlier request to this customer may still land.")
    String waitingQuarantine(String time);

    @Message("Waiting: Microsoft shows a budget that may have been replaced a moment ago. It is read again.")
    String waitingOldReading();

    @Message("Waiting: Microsoft cannot be reached or read.")
    String waitingUnavailable();

    @Message("Waiting: the account {account} is no longer set up in Purser.")
    String waitingNotSetUp(String account);

    @Message(
            "It is sent by itself once an administrator has set the account up again, if Microsoft then still shows the budget that was seen.")
    String sentOnceSetUp();

    @Message("Waiting: Microsoft asks for a new token, which is being fetched.")
    String waitingToken();

    @Message("Nothing was sent yet, and nothing is lost.")
    String nothingSentYet();

    @Message("Nothing is on its way, nothing was applied, and nothing is lost.")
    String nothingApplied();

    @Message("It is sent by itself at {time}, if Microsoft then still shows {amount}.")
    String sentAt(String time, String amount);

    @Message("It is sent by itself at {time}, if then still no budget is set.")
    String sentAtIfNotSet(String time);

    @Message("It is sent by itself, if Microsoft still shows {amount}.")
    String sentSoon(String amount);

    @Message("It is sent by itself, if still no budget is set.")
    String sentSoonIfNotSet();

    @Message("Waiting for Microsoft’s answer…")
    String submitting();

    @Message("The request for {amount} is on its way since {time}. Microsoft has half a minute to answer.")
    String submittingSince(String amount, String time);

    @Message("The request to remove the budget is on its way since {time}. Microsoft has half a minute to answer.")
    String submittingRemovalSince(String time);

    // Unknown

    @Message("We do not know yet whether Microsoft applied {amount}.")
    String unknown(String amount);

    @Message("We do not know yet whether Microsoft removed the budget.")
    String unknownRemoval();

    @Message(
            "The request was recorded at {time}, and what came of it was not. It is looked after by itself in a minute or two.")
    String answerOverdue(String time);

    @Message("The account was no longer set up in Purser at {time}.")
    String notSetUp(String time);

    @Message("Microsoft could not be reached at {time}.")
    String notReached(String time);

    @Message("The connection broke at {time}, after the request had left.")
    String brokenOff(String time);

    @Message("No answer had come by {time}.")
    String noAnswer(String time);

    @Message("Microsoft reported an error of its own at {time}.")
    String serviceError(String time);

    @Message("An answer came at {time} that cannot be read.")
    String unreadable(String time);

    @Message("Microsoft accepted the request at {time}, but showed another budget than the one sent.")
    String otherBudgetShown(String time);

    @Message("Sending it again came to nothing at {time}; the attempt before it still has no answer.")
    String earlierUnanswered(String time);

    @Message("What came of the request was not recorded, which was noticed at {time}.")
    String portalStopped(String time);

    @Message(
            "It is settled by reading: from {time} on, what Microsoft shows decides; where that is what was asked for, it may be confirmed before.")
    String certainBy(String time);

    @Message("It could have been settled since {time}, but Microsoft could not be read.")
    String certainOverdue(String time);

    @Message("The next reading settles it.")
    String certainNext();

    @Message("It is checked at {time}.")
    String firstCheck(String time);

    @Message("It is being checked.")
    String firstCheckNow();

    @Message("Checked {#if checks == '1'}once{#else}{checks} times{/if}, next at {time}.")
    String checked(String checks, String time);

    @Message("Checked {#if checks == '1'}once{#else}{checks} times{/if}, and being checked again.")
    String checkedAndNow(String checks);

    // Lengths of time

    @Message("{seconds} s")
    String seconds(String seconds);

    @Message("{minutes} min")
    String minutes(String minutes);
}
