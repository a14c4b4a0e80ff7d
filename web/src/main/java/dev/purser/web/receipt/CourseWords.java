package dev.purser.web.receipt;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What happened to a change, and what is still to come, in words. Amounts, times and names come formatted. */
@MessageBundle("course")
public interface CourseWords {

    // What happened, and what comes next

    @Message("{who} asked for {amount}")
    String lineRequested(String who, String amount);

    @Message("{who} asked to remove the budget")
    String lineRequestedRemoval(String who);

    @Message("typed as {typed}")
    String lineTyped(String typed);

    @Message("Microsoft showed a budget that may have been replaced a moment before")
    String lineOldReading();

    @Message("The account was no longer set up in Purser")
    String lineNotSetUp();

    @Message("An earlier request to this customer may still land")
    String lineQuarantine();

    @Message("Microsoft asked us to wait {pause}")
    String lineThrottled(String pause);

    @Message("Microsoft could not be reached or read")
    String lineUnavailable();

    @Message("Microsoft did not accept the token; a new one is fetched")
    String lineNewToken();

    @Message("Nothing was applied")
    String lineNothingApplied();

    @Message("Recorded the intent to send it")
    String lineIntent();

    @Message("Recorded the intent, then sent it")
    String lineSent();

    @Message("Recorded the intent, but nothing was sent")
    String lineNeverSent();

    @Message("Attempt {number}. Microsoft showed {amount} right before")
    String lineAttempt(String number, String amount);

    @Message("Attempt {number}. Microsoft showed no budget right before")
    String lineAttemptNotSet(String number);

    @Message("Microsoft could not be reached")
    String lineNotReached();

    @Message("The connection broke before an answer came")
    String lineBrokenOff();

    @Message("No answer came in time")
    String lineNoAnswer();

    @Message("Microsoft reported an error of its own")
    String lineServiceError();

    @Message("An answer came that cannot be read")
    String lineUnreadable();

    @Message("Microsoft accepted it, but showed another budget")
    String lineOtherBudgetShown();

    @Message("Sending it again came to nothing; the attempt before it still has no answer")
    String lineEarlierUnanswered();

    @Message("What came of the request was not recorded")
    String linePortalStopped();

    @Message("It may have been applied, may still be, or may not")
    String lineUncertain();

    @Message("Checked: Microsoft shows {amount}")
    String lineChecked(String amount);

    @Message("Checked: Microsoft shows no budget")
    String lineCheckedNotSet();

    @Message("Checked: Microsoft could not be read")
    String lineCheckedUnreadable();

    @Message("Check {number}. This alone proves nothing")
    String lineCheckProvesNothing(String number);

    @Message("Check {number}")
    String lineCheck(String number);

    @Message("Microsoft confirmed {amount}")
    String lineConfirmed(String amount);

    @Message("Microsoft confirmed that no budget is set")
    String lineConfirmedRemoval();

    @Message("{status}, the answer itself is the evidence")
    String lineByAnswer(String status);

    @Message("{status}, the answer to the second sending is the evidence")
    String lineByAnswerToResend(String status);

    @Message("Read back: the budget Microsoft shows is the evidence")
    String lineByReadBack();

    @Message("Microsoft’s activity record with our correlation id is the evidence")
    String lineByActivityRecord();

    @Message("Microsoft refused it")
    String lineRefused();

    @Message("“{words}” ({code})")
    String lineWords(String words, String code);

    @Message("Microsoft still shows {amount}")
    String lineNotApplied(String amount);

    @Message("Microsoft still shows no budget")
    String lineNotAppliedNotSet();

    @Message("The request can no longer arrive: certainly not applied")
    String lineNotAppliedCertain();

    @Message("Microsoft showed {amount} instead")
    String lineConflict(String amount);

    @Message("Microsoft showed no budget any more")
    String lineConflictNotSet();

    @Message("Nothing was sent")
    String lineNothingSent();

    @Message("Microsoft shows {amount}, neither what it was nor what was asked for")
    String lineDisputed(String amount);

    @Message("Microsoft shows no budget, neither what it was nor what was asked for")
    String lineDisputedNotSet();

    @Message("The customer cannot be read any more")
    String lineDisputedUnreadable();

    @Message("Microsoft's activity records tell of this change")
    String lineRecorded();

    @Message("Microsoft's activity records tell of another budget under an id of this change")
    String lineRecordedOtherwise();

    @Message("Microsoft's activity records show that this change was applied after all")
    String lineAppliedAfterAll();

    @Message(
            "Microsoft's activity records tell of this budget at about this time, but not under an id of Purser's: it may be this change or somebody else's")
    String linePerhapsRecorded();

    @Message("The budget was changed outside Purser")
    String lineOutside();

    @Message("Done {at}, by Microsoft's clock")
    String lineRecordedAt(String at);

    @Message("Somebody signed in")
    String lineSignedIn();

    @Message("The account was connected")
    String lineConnected();

    @Message("Rights were changed")
    String lineRights();

    @Message("now")
    String now();

    @Message("It is sent")
    String nextSent();

    @Message("If Microsoft then still shows {amount}")
    String nextSentIf(String amount);

    @Message("If then still no budget is set")
    String nextSentIfNotSet();

    @Message("An answer at the latest")
    String nextAnswer();

    @Message("After that it is settled by reading")
    String nextAnswerElse();

    @Message("soon")
    String soon();

    @Message("It is looked after and settled by reading")
    String nextLookedAfter();

    @Message("Next check")
    String nextCheck();

    @Message("A reading decides from then on")
    String nextCertain();

    @Message("What Microsoft shows then is the outcome, as soon as it can be read")
    String nextCertainHow();

    @Message("It is certain then, if Microsoft can be read")
    String nextCheckDecides();
}
