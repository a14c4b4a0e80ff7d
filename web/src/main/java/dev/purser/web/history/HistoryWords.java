package dev.purser.web.history;

import dev.purser.domain.portfolio.Invitee.Kind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** Words of the history pages. Amounts, times and names come formatted. */
@MessageBundle("history")
public interface HistoryWords {

    // The list

    @Message("History")
    String heading();

    @Message("Filter the history")
    String filter();

    @Message("Customer, reason, ticket or any id")
    String text();

    @Message("Who")
    String who();

    @Message("Everyone")
    String everyone();

    @Message("erased person")
    String erased();

    @Message("Outcome")
    String outcome();

    @Message("Every outcome")
    String everyOutcome();

    @Message("From")
    String from();

    @Message("Until")
    String until();

    @Message("Every step")
    String everyStep();

    @Message("Show")
    String show();

    @Message("Shown:")
    String shown();

    @Message("take off")
    String takeOff();

    @Message("“{text}”")
    String chipText(String text);

    @Message("from {day}")
    String chipFrom(String day);

    @Message("until {day}")
    String chipUntil(String day);

    @Message("every step of each change")
    String chipSteps();

    @Message("{#if count == 1}1 entry{#else}{count.figure} entries{/if}")
    String count(long count);

    @Message("Entry")
    String entry();

    @Message("When")
    String when();

    @Message("Customer")
    String customer();

    @Message("Before")
    String before();

    @Message("After")
    String after();

    @Message("Change")
    String change();

    @Message("Reason")
    String reason();

    @Message("asked for")
    String askedFor();

    @Message("This installation")
    String installation();

    @Message("{shown.figure} of {total.figure}, newest first")
    String pager(int shown, long total);

    @Message("Printed by {who} on {date} at {time} ({zone})")
    String printed(String who, String date, String time, String zone);

    // Nothing to list

    @Message("No entries yet")
    String empty();

    @Message(
            "Every change of a budget that you may see will stand here with each of its steps, with who asked for it and why.")
    String emptyWhat();

    @Message("No entry matches")
    String noHit();

    @Message("Searched names, reasons, tickets and ids of everything that you may see, with the filters shown above.")
    String noHitWhat();

    @Message("There are no entries beyond this one")
    String beyond();

    @Message("Newest")
    String newest();

    @Message("Show all")
    String showAll();

    // An address that cannot be read

    @Message("Nothing is listed. To mend:")
    String unusable();

    @Message("“{text}” is not a day such as 2026-06-18")
    String notADay(String text);

    @Message("The first day is after the last one")
    String daysCrossed();

    @Message("“{text}” is not a customer’s address")
    String notACustomer(String text);

    @Message("“{text}” is not an outcome")
    String notAnOutcome(String text);

    // Outcomes to choose from

    @Message("""
            {#when choice}\
            {#is CONFIRMED}Confirmed\
            {#is REFUSED}Refused\
            {#is NOT_APPLIED}Not applied\
            {#is SOMEONE_ELSE}Changed by someone else\
            {#is UNKNOWN}Unknown\
            {#is WAITING}Waiting\
            {#is OUTSIDE}Changed outside Purser\
            {#is SIGNED_IN}Signed in\
            {#is CONNECTED}Account connected\
            {#is RIGHTS}Rights changed\
            {/when}""")
    String choice(OutcomeChoice choice);

    // What was done, in the list

    @Message("Budget set")
    String set();

    @Message("Budget raised")
    String raised();

    @Message("Budget lowered")
    String lowered();

    @Message("Budget set to zero")
    String setToZero();

    @Message("Budget removed")
    String removed();

    @Message("Budget as it was")
    String unchanged();

    @Message("Asked to set the budget")
    String askedToSet();

    @Message("Asked to raise the budget")
    String askedToRaise();

    @Message("Asked to lower the budget")
    String askedToLower();

    @Message("Asked to set the budget to zero")
    String askedToSetToZero();

    @Message("Asked to remove the budget")
    String askedToRemove();

    @Message("Asked for the same budget")
    String askedForTheSame();

    @Message("In Microsoft's activity records")
    String recorded();

    @Message("Applied after all, say Microsoft's records")
    String appliedAfterAll();

    @Message("Perhaps in Microsoft's activity records")
    String perhapsRecorded();

    @Message("Changed outside Purser")
    String outside();

    @Message("Signed in as {roles}")
    String signedInAs(String roles);

    @Message("Connected the account {account}")
    String connected(String account);

    @Message("{#if count == 1}1 customer{#else}{count.figure} customers{/if}")
    String customers(long count);

    @Message("Granted {customers} to {person}")
    String granted(String customers, String person);

    @Message("Took {customers} from {person}")
    String taken(String customers, String person);

    @Message("Invited {person}")
    String invited(String person);

    @Message("Withdrew the invitation of {person}")
    String withdrew(String person);

    @Message("Signed in for the first time, as invited")
    String accepted();

    @Message("Ended all sessions of {person}")
    String ended(String person);

    @Message("account manager")
    String accountManager();

    @Message("auditor")
    String auditor();

    @Message("administrator")
    String administrator();

    @Message("{one} and {other}")
    String and(String one, String other);

    // The sentence of an entry

    @Message("{customer}: raised to {amount}")
    String saysRaised(String customer, String amount);

    @Message("{customer}: lowered to {amount}")
    String saysLowered(String customer, String amount);

    @Message("{customer}: set to {amount}")
    String saysSet(String customer, String amount);

    @Message("{customer}: budget removed")
    String saysRemoved(String customer);

    @Message("{customer}: still {amount}")
    String saysUnchanged(String customer, String amount);

    @Message("the removal of the budget")
    String removal();

    @Message("{customer}: {wish} asked for")
    String saysRequested(String customer, String wish);

    @Message("{customer}: {wish} waits to be sent")
    String saysWaiting(String customer, String wish);

    @Message("{customer}: {wish} about to be sent")
    String saysSending(String customer, String wish);

    @Message("{customer}: not known whether {wish} was applied")
    String saysUnknown(String customer, String wish);

    @Message("{customer}: {wish} refused by Microsoft")
    String saysRefused(String customer, String wish);

    @Message("{customer}: {wish} not applied")
    String saysNotApplied(String customer, String wish);

    @Message("{customer}: changed by someone else, {wish} not applied")
    String saysConflict(String customer, String wish);

    @Message("{customer}: changed by someone else, not {wish}")
    String saysDisputed(String customer, String wish);

    @Message("{customer}: cannot be known whether {wish} was applied")
    String saysNeverKnown(String customer, String wish);

    @Message("{customer}: {wish} is in Microsoft's activity records")
    String saysRecorded(String customer, String wish);

    @Message("{customer}: Microsoft recorded another budget than {wish} under this change's id")
    String saysRecordedOtherwise(String customer, String wish);

    @Message("{customer}: Microsoft's activity records show that {wish} was applied after all")
    String saysAppliedAfterAll(String customer, String wish);

    @Message("{customer}: Microsoft's activity records may tell of {wish}, or of somebody else's change")
    String saysPerhapsRecorded(String customer, String wish);

    @Message("{customer}: changed to {amount} outside Purser")
    String saysOutside(String customer, String amount);

    @Message("{customer}: budget removed outside Purser")
    String saysRemovedOutside(String customer);

    @Message("{customer}: changed outside Purser; Microsoft does not say to what")
    String saysOutsideSomehow(String customer);

    @Message("{who} signed in as {roles}")
    String saysSignedIn(String who, String roles);

    @Message("{who} signed in at Microsoft and connected the account {account}")
    String saysConnectedBy(String who, String account);

    @Message("The account {account} was connected")
    String saysConnected(String account);

    @Message("{who} granted {customers} to {person}")
    String saysGranted(String who, String customers, String person);

    @Message("{who} took {customers} from {person}")
    String saysTaken(String who, String customers, String person);

    @Message("{who} invited {person}")
    String saysInvited(String who, String person);

    @Message("{who} withdrew the invitation of {person}")
    String saysWithdrew(String who, String person);

    @Message("{who} signed in for the first time, as invited")
    String saysAccepted(String who);

    @Message("{who} ended all sessions of {person}")
    String saysEnded(String who, String person);

    // An entry

    @Message("Trail")
    String trail();

    @Message("Entry {number.figure}")
    String entryNumber(long number);

    @Message("Neighbours")
    String neighbours();

    @Message("Earlier: {number.figure}")
    String earlier(long number);

    @Message("Later: {number.figure}")
    String later(long number);

    @Message("What it says")
    String said();

    @Message("Asked for")
    String asked();

    @Message("At Microsoft")
    String atMicrosoft();

    @Message("not set")
    String notSet();

    @Message("could not be read")
    String couldNotBeRead();

    @Message("Currency")
    String currency();

    @Message("not known")
    String currencyUnknown();

    @Message("{currency}, as Microsoft told")
    String currencyTold(String currency);

    @Message("{currency}, as configured")
    String currencyConfigured(String currency);

    @Message("Undoes")
    String undoes();

    @Message("undoes change {id}")
    String undoesChange(String id);

    @Message("Typed")
    String typed();

    @Message("Ticket")
    String ticket();

    @Message("none")
    String noTicket();

    @Message("nobody")
    String nobody();

    @Message("Evidence")
    String evidence();

    @Message("Microsoft’s answer to attempt {attempt}, with the same amount")
    String byAnswer(String attempt);

    @Message("Microsoft’s answer to the second sending, with the same amount")
    String byAnswerToResend();

    @Message("Read back: Microsoft showed the budget that was asked for")
    String byReadBack();

    @Message("Microsoft’s activity record with our correlation id")
    String byActivityRecord();

    @Message("Why")
    String why();

    @Message("Microsoft showed a budget that may have been replaced a moment before")
    String oldReading();

    @Message("The account was no longer set up in Purser")
    String notSetUp();

    @Message("An earlier request to this customer may still land")
    String quarantine();

    @Message("Microsoft asked us to wait {pause}")
    String throttled(String pause);

    @Message("Microsoft could not be reached or read")
    String unavailable();

    @Message("Microsoft asked for a new token")
    String newToken();

    @Message("Done at Microsoft")
    String recordedAt();

    @Message("done {at.briefly}")
    String doneAt(Instant at);

    @Message("Microsoft's record")
    String record();

    @Message("What broke")
    String broke();

    @Message("Microsoft could not be reached")
    String notReached();

    @Message("The connection broke before an answer came")
    String brokenOff();

    @Message("No answer came in time")
    String noAnswer();

    @Message("Microsoft reported an error of its own")
    String serviceError();

    @Message("An answer came that cannot be read")
    String unreadable();

    @Message("Microsoft accepted it, but showed another budget")
    String otherBudgetShown();

    @Message("Sending it again came to nothing; the attempt before it still has no answer")
    String earlierUnanswered();

    @Message("What came of the request was not recorded")
    String portalStopped();

    @Message("Details")
    String detail();

    @Message("Microsoft’s words")
    String words();

    @Message("Code")
    String code();

    @Message("Status")
    String status();

    @Message("Role")
    String role();

    @Message("Whose rights")
    String person();

    @Message("Account")
    String accountName();

    @Message("Found by")
    String search();

    @Message("In the portfolio afterwards")
    String holds();

    @Message("Part")
    String part();

    @Message("{part} of {parts}, with {total} customers together")
    String partOf(String part, String parts, String total);

    @Message("Invited by")
    String invitedBy();

    @Message("""
            {#when kind}\
            {#is SUBJECT}the subject at the sign-in provider\
            {#is OBJECT_ID}the object id in Microsoft Entra ID\
            {#is ADDRESS}an e-mail address that the sign-in provider has to vouch for\
            {/when}""")
    String invitee(Kind kind);

    @Message("Customers")
    String customersNow();

    @Message("In the order of their names, as they are called now. The entry itself holds their tenant ids.")
    String customersNowWhat();

    @Message("Second factor")
    String secondFactor();

    @Message("Used at this sign-in")
    String secondFactorUsed();

    @Message("Not used at this sign-in")
    String secondFactorNotUsed();

    @Message("Microsoft did not say")
    String secondFactorNotTold();

    @Message("Tenant")
    String tenant();

    @Message("Application")
    String application();

    @Message("Attempt")
    String attempt();

    @Message("Request")
    String request();

    @Message("Correlation")
    String correlation();

    @Message("its entry {number.figure} of {count.figure}")
    String position(long number, long count);

    @Message("Stream")
    String stream();

    @Message("What was hashed")
    String hashed();

    @Message(
            "These {count.figure} bytes, stored once and never changed. The person is named by a pseudonym, so that a name can be erased without breaking the hash.")
    String hashedWhat(int count);

    @Message("These {count.figure} bytes, stored once and never changed.")
    String hashedWithoutPerson(int count);

    @Message("Its hash")
    String hash();

    @Message("SHA-256 over a byte of zero and these bytes: the leaf of RFC 9162’s Merkle tree.")
    String hashWhat();

    @Message("Raw bytes")
    String raw();

    @Message("{seconds} s")
    String seconds(String seconds);
}
