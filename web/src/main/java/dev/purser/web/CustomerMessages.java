package dev.purser.web;

import dev.purser.domain.budget.Money;
import dev.purser.domain.usage.Period;
import dev.purser.web.format.Amount;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Words of a customer's page. */
@MessageBundle("customer")
public interface CustomerMessages {

    // Head

    @Message("Trail")
    String trail();

    @Message("Nothing was sent: {name}")
    String titleNotSent(String name);

    @Message("Tenant")
    String tenant();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("currency not known")
    String currencyNotKnown();

    @Message("{code}, as configured")
    String currencyConfigured(String code);

    @Message(
            "billed {period.begins} to {period.last.spokenDay}, {#if left == 1}1 day left{#else if left == 0}last day{#else}{left} days left{/if}")
    String billed(Period period, long left);

    @Message("Administrators see names. Budgets, spend and history are for account managers and auditors.")
    String nameOnly();

    @Message("Who was given this customer, and by whom")
    String rights();

    // Budget now

    @Message("Budget now")
    String budgetNow();

    @Message("Budget as last known")
    String budgetThen();

    @Message("Read from Microsoft {#moment at/}, {#age at/}.")
    String readAt(Instant at);

    @Message("Listed by Microsoft {#moment at/}, {#age at/}; not read by itself yet.")
    String listedAt(Instant at);

    @Message("Read again")
    String readAgain();

    @Message("Read now")
    String readNow();

    @Message("not read yet")
    String notRead();

    @Message("The budget has not been read from Microsoft yet, so nobody can say what would change.")
    String notReadMeans();

    @Message("{percent} used:")
    String used(String percent);

    @Message("Over 0:")
    String usedOverZero();

    @Message("{#moneyText spend.shown/} so far, as of {at.withAge}.")
    String spentSoFar(Money spend, Instant at);

    // Form

    @Message("New budget")
    String amount();

    @Message("5000, 5,000.00, 5k, +10% or −500")
    String amountHint();

    @Message("{code} a month")
    String amountUnit(String code);

    @Message("a month, currency not known")
    String amountUnitUnknown();

    @Message("Reason")
    String reason();

    @Message("Choose one or write your own. Auditors will read it, and it is kept for ever.")
    String reasonHint();

    @Message("Customer request")
    String reasonCustomerRequest();

    @Message("Seasonal")
    String reasonSeasonal();

    @Message("Contract")
    String reasonContract();

    @Message("Correction")
    String reasonCorrection();

    @Message("Security score")
    String reasonSecurityScore();

    @Message("Other")
    String reasonOther();

    @Message("Ticket (optional)")
    String ticket();

    @Message("Change budget")
    String change();

    @Message("Remove budget")
    String remove();

    @Message("Preview")
    String preview();

    // What was understood, before anything is sent

    @Message("What you type is explained here, before anything is sent.")
    String understoodWaits();

    @Message(
            "What this means cannot be shown just now. Nothing was sent; the amount is checked when you press “Change budget”.")
    String understoodFailed();

    @Message("“{typed}” means:")
    String understoodOf(String typed);

    @Message("{budget}, up {difference} ({percent})")
    String understoodUp(String budget, String difference, String percent);

    @Message("{budget}, up {difference}")
    String understoodUpFromZero(String budget, String difference);

    @Message("{budget}, down {difference} ({percent})")
    String understoodDown(String budget, String difference, String percent);

    @Message("{percent} of it would be used.")
    String understoodUsed(String percent);

    @Message("Now {now}, read again before anything is sent.")
    String understoodNow(String now);

    @Message("It is shown once more first.")
    String understoodReviewed();

    @Message("Another change of this budget is open. One change at a time for each customer.")
    String understoodOccupied();

    @Message("{one} or {other}: you are asked before anything is sent.")
    String understoodReadings(String one, String other);

    // What is to be mended

    @Message("Nothing was sent. {#if count == 1}One thing to mend{#else}{count} things to mend{/if}")
    String mistakes(int count);

    @Message("Type the new budget")
    String amountMissing();

    @Message("“{typed}” is no amount. Type one like 5000, 5,000.00, 5k, +10% or −500")
    String amountUnreadable(String typed);

    @Message("This customer is billed in {billed}, not in {typed}")
    String amountOtherCurrency(String billed, String typed);

    @Message("The currency of this customer is not known. Type the amount without {typed}")
    String amountCurrencyUnknown(String typed);

    @Message("{typed} can mean two amounts")
    String amountAmbiguous(String typed);

    @Message("{typed} can mean two amounts. Which one?")
    String amountAmbiguousBeside(String typed);

    @Message("That would be {result}. A budget cannot be below zero")
    String amountBelowZero(String result);

    @Message("An amount of more than {digits} digits cannot be kept exactly")
    String amountTooLarge(int digits);

    @Message("{#if permitted == 0}{code} has no decimals{#else}{code} has no more than {permitted} decimals{/if}")
    String amountDecimals(String code, int permitted);

    @Message("No currency has more than {permitted} decimals")
    String amountDecimalsUnknown(int permitted);

    @Message("No budget is set, so there is nothing to start from. Type the amount itself")
    String amountNothingToStartFrom();

    @Message("The budget is {amount} already")
    String amountUnchanged(String amount);

    @Message("No budget is set, so there is none to remove")
    String nothingToRemove();

    @Message("Give a reason")
    String reasonMissing();

    @Message("Give a reason. Auditors will read it.")
    String reasonMissingBeside();

    @Message("A reason can have {permitted} characters")
    String reasonTooLong(int permitted);

    @Message("A ticket can have {permitted} characters")
    String ticketTooLong(int permitted);

    @Message("The budget has not been read from Microsoft yet. Read it first")
    String budgetNotRead();

    @Message("The relationship with this customer has ended. Its budget can no longer be changed")
    String relationshipEnded();

    @Message("No form arrived, so nothing new was sent.")
    String unsent();

    @Message(
            "This happens when a sign-in has run out before a form is sent, and when the form’s address is opened as a link. If you typed something, it may still be in the form when you go back in your browser; otherwise type it anew.")
    String unsentMeans();

    @Message("Only a confirmed change can be undone, and that one was not")
    String nothingToUndo();

    @Message("The budget is {now} by now, no longer the {made} of that change, so it cannot be undone")
    String movedOn(String now, String made);

    @Message("The budget was removed since, it is no longer the {made} of that change, so it cannot be undone")
    String removedSince(String made);

    @Message("A budget of {now} was set since that removal, so it cannot be undone")
    String setSinceRemoval(String now);

    // Sent, and not accepted

    @Message("This form was already sent with {amount}.")
    String sentBefore(String amount);

    @Message("This form was already sent to remove the budget.")
    String sentBeforeRemoval();

    @Message("This form was already sent, with something else in it.")
    String sentBeforeByOthers();

    @Message(
            "Nothing was sent this time. What is in the form now would be another change; send it again if you want both.")
    String sentBeforeMeans();

    @Message("See that change")
    String seeChange();

    @Message("{#name who/} is changing this budget since {#clock at/}, {#age at/}.")
    String occupied(String who, Instant at);

    @Message("Somebody is changing this budget since {#clock at/}, {#age at/}.")
    String occupiedByErased(Instant at);

    @Message("You are changing this budget since {#clock at/}, {#age at/}.")
    String occupiedBySelf(Instant at);

    @Message("We do not know yet whether Microsoft applied {amount}.")
    String occupiedUnknown(String amount);

    @Message("We do not know yet whether Microsoft removed the budget.")
    String occupiedUnknownRemoval();

    @Message("From {from} to {to}. One change at a time for each customer.")
    String occupiedMeans(String from, String to);

    @Message("Waiting until {#clock at/}, because an earlier request to this customer may still land.")
    String quarantined(Instant at);

    @Message("Microsoft asks us to wait until {#clock at/}.")
    String throttledUntil(Instant at);

    @Message("Yours was not sent.")
    String yoursNotSent();

    @Message("It is settled by reading. Until then nobody can ask for another budget.")
    String occupiedUnknownMeans();

    // States

    @Message("Microsoft was asked at {#clock at/} and has not answered yet.")
    String reading(Instant at);

    @Message("You see what was last known. It is read all the same, and shown here once Microsoft answers.")
    String readingMeans();

    @Message("Look again")
    String lookAgain();

    @Message("The spend is {words:lasting(at.age)} old, read {#moment at/}.")
    String spendOld(Instant at);

    @Message("More may be spent by now than is shown, and the share of the budget may be higher.")
    String spendOldMeans();

    @Message("The relationship with this customer ended on {#day at/}.")
    String ended(Instant at);

    @Message("Its budget can no longer be read or changed. Its history stays, under the name it had.")
    String endedMeans();

    @Message("Its history")
    String endedHistory();

    @Message("Microsoft refuses the credentials of the account {account}.")
    String credentials(String account);

    @Message(
            "No budget of this account can be read or changed until an administrator has renewed them in its settings. This by itself changes no budget at Microsoft. Microsoft’s words: “{#said words/}”")
    String credentialsMeans(String words);

    @Message("Microsoft refuses the refresh token of the account {account}.")
    String grant(String account);

    @Message(
            "Spend cannot be read until an administrator has renewed it. The budget can be read and changed. Microsoft’s words: “{#said words/}”")
    String grantMeans(String words);

    @Message("Microsoft says 404 for this customer since {at.briefly}, {#age at/}.")
    String notFound(Instant at);

    @Message(
            "It does not say why. You see what was last known, and it is tried again. Microsoft’s words: “{#said words/}”")
    String notFoundMeans(String words);

    @Message("The account {account} is no longer set up in Purser.")
    String notSetUp(String account);

    @Message(
            "You see what was last known. Nothing is read or sent until an administrator has set the account up again; a change that is asked for waits until then.")
    String notSetUpMeans();

    @Message("The account {account} lacks a right at Microsoft.")
    String rightMissing(String account);

    @Message(
            "This customer cannot be read or changed until an administrator has asked for the role Admin agent and a delegated relationship. Microsoft’s words: “{#said words/}”")
    String rightMissingMeans(String words);

    @Message("Microsoft does not find this customer since {#day at/}.")
    String gone(Instant at);

    @Message("The relationship may have ended. You see what was last known. Microsoft’s words: “{#said words/}”")
    String goneMeans(String words);

    @Message("Microsoft asked us to wait when this customer was last read, {#age at/}.")
    String throttled(Instant at);

    @Message("It is read again by itself. The budget can be changed; it is read before anything is sent.")
    String throttledMeans();

    @Message("Microsoft could not be reached or read since {at.briefly}, {#age at/}.")
    String unavailable(Instant at);

    @Message(
            "You see what was last known, each value with its age. Changes are accepted and sent as soon as Microsoft answers.")
    String unavailableMeans();

    @Message("Microsoft refuses to show this customer since {at.briefly}, {#age at/}.")
    String refused(Instant at);

    @Message("You see what was last known. Microsoft’s words: “{#said words/}”")
    String refusedMeans(String words);

    @Message("Number for your administrator: {#code number/}")
    String correlation(UUID number);

    @Message("These figures are {words:lasting(at.age)} old, read {#moment at/}.")
    String old(Instant at);

    @Message("These figures are {words:lasting(at.age)} old, listed {#moment at/}.")
    String oldListed(Instant at);

    @Message("The budget can be changed; it is read again before anything is sent.")
    String oldMeans();

    @Message("No Azure usage")
    String noUsage();

    @Message(
            "Microsoft has no usage for this customer, so there is no spend to compare. A budget can be set all the same.")
    String noUsageMeans();

    @Message("No spend yet this month")
    String noSpend();

    @Message("The period began on {first.spokenDay}. Microsoft reports the first figures after a day or two.")
    String noSpendMeans(LocalDate first);

    @Message("Microsoft did not say in which currency this customer is billed.")
    String currencyUnknown();

    @Message("Amounts are shown without one. You will be asked before anything is sent.")
    String currencyUnknownMeans();

    // Spend

    @Message("Spend against budget")
    String spendHeading();

    @Message("Spend against budget, {period.begins} to {period.last.spokenDay}")
    String spendHeadingPeriod(Period period);

    @Message("{amount.text} were spent by {day.spokenDay}.")
    String courseSaid(Amount amount, LocalDate day);

    @Message("The budget is {amount.text}.")
    String courseBudget(Amount amount);

    @Message("The table below holds every value.")
    String courseBelow();

    @Message("budget now {amount.text}")
    String courseLimit(Amount amount);

    @Message("{amount.text} by {day.spokenDay}")
    String courseCounted(Amount amount, LocalDate day);

    @Message(
            "Microsoft tells its latest count alone. Purser keeps one a day: from the second on, the course is drawn here.")
    String courseLater();

    @Message("Every value as a table")
    String courseTable();

    @Message("Day")
    String courseDay();

    @Message("More than the day before")
    String courseMore();

    @Message("no count of the day before")
    String courseDayBeforeMissing();

    @Message("Spend so far")
    String spend();

    @Message("before tax, as of {at.withAge}")
    String spendAsOf(Instant at);

    @Message("In US dollars")
    String usd();

    @Message("as Microsoft converts it")
    String usdBy();

    @Message("Used")
    String usedShare();

    @Message("of {budget}")
    String usedOf(String budget);

    @Message("no budget set")
    String usedOfNothing();

    @Message("Bought as")
    String plan();

    @Message("Azure plan")
    String planAzure();

    @Message("Microsoft Azure (0145P)")
    String planLegacy();

    @Message("Spend has not been read. This account may lack the credentials that can read it.")
    String spendNotRead();

    // History

    @Message("History of this customer")
    String history();

    @Message("{#if total == 1}1 change.{#else}{total.figure} changes.{/if}")
    String historyTotal(long total);

    @Message("All of them")
    String historyAll();

    @Message("Nothing has been changed with Purser yet.")
    String historyNone();

    @Message("Entry")
    String historyEntry();

    @Message("When")
    String historyWhen();

    @Message("Before")
    String historyBefore();

    @Message("After")
    String historyAfter();

    @Message("Change")
    String historyChange();

    @Message("Reason")
    String historyReason();

    @Message("Who")
    String historyWho();

    @Message("Outcome")
    String historyOutcome();
}
