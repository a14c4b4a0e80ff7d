package dev.purser.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.math.BigDecimal;
import java.time.Instant;

/** Words of the page that shows a change once more before it is made. */
@MessageBundle("review")
public interface ReviewMessages {

    @Message("Review")
    String trail();

    @Message("The budget moved while you were writing")
    String headingMoved();

    @Message("Remove the budget?")
    String headingRemoval();

    @Message("Look once more before it is sent")
    String heading();

    @Message("Nothing has been sent.")
    String nothingSent();

    @Message("Your reason: {reason}")
    String reason(String reason);

    @Message("Your reason: {reason}, ticket {ticket}")
    String reasonAndTicket(String reason, String ticket);

    @Message("When you opened")
    String opened();

    @Message("At Microsoft, last read")
    String now();

    @Message("Spend so far")
    String spend();

    @Message("Yours")
    String yours();

    @Message("At Microsoft, last listed")
    String nowListed();

    @Message("read {#moment at/}, {#age at/}")
    String readAt(Instant at);

    @Message("listed {#moment at/}, {#age at/}")
    String listedAt(Instant at);

    @Message("as of {at.withAge}")
    String openedAt(Instant at);

    @Message("{percent.wholePercent} used, as of {at.withAge}")
    String usedAt(BigDecimal percent, Instant at);

    @Message("as of {at.withAge}")
    String asOf(Instant at);

    @Message("not known")
    String notKnown();

    @Message("{by} from the budget now")
    String by(String by);

    @Message("{by} ({percent}) from the budget now")
    String byPercent(String by, String percent);

    @Message("not the same as {zero}")
    String notZero(String zero);

    @Message("It was {opened} when you opened the form; Microsoft shows {now} since.")
    String moved(String opened, String now);

    @Message("That is a rise of {percent}.")
    String steepRise(String percent);

    @Message("That is a rise from zero.")
    String riseFromZero();

    @Message("The form did not say which budget it showed. Microsoft last showed {now}.")
    String notShown(String now);

    @Message("{spend} are spent already: the new budget is used up from the start.")
    String belowSpend(String spend);

    @Message(
            "Nobody has told in which currency this customer is billed. The number is sent as it stands, and Microsoft takes it in the currency of the bill.")
    String currencyUnknown();

    @Message("To consider")
    String concerns();

    @Message("Change it from {now} to {wanted}")
    String way(String now, String wanted);

    @Message("Set it to {wanted}")
    String waySet(String wanted);

    @Message("Sent only if Microsoft still shows {now}.")
    String onlyIf(String now);

    @Message("Sent only if Microsoft still shows no budget.")
    String onlyIfNotSet();

    @Message("Change budget to {wanted}")
    String change(String wanted);

    @Message("Remove the budget of {#name customer/}")
    String wayRemoval(String customer);

    @Message(
            "Nobody is warned any more. Azure keeps running and is billed, as before. You can set it again at any time.")
    String removalMeans();

    @Message("Remove budget")
    String remove();

    @Message("Leave it at {now}")
    String leave(String now);

    @Message("Leave it not set")
    String leaveNotSet();

    @Message("Nothing is sent, and nothing of what you typed is kept.")
    String leaveMeans();

    @Message("Enter another amount")
    String another();

    @Message("What you typed is kept.")
    String anotherKept();
}
