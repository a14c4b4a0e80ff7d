package dev.purser.web;

import dev.purser.web.format.DisplayTime;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the frame around each page. */
@MessageBundle("layout")
public interface LayoutMessages {

    @Message("Purser")
    String product();

    @Message("Skip to content")
    String skip();

    @Message("Demo")
    String demo();

    @Message("Demo: nothing is sent to Microsoft.")
    String demoSentence();

    @Message("Come in as someone else")
    String demoChange();

    @Message("Main")
    String pages();

    @Message("Customers")
    String customers();

    @Message("History")
    String history();

    @Message("Portfolios")
    String portfolios();

    @Message("Status")
    String status();

    @Message("Search customers")
    String search();

    @Message("Search")
    String searchButton();

    @Message("Name, domain or tenant id")
    String searchHint();

    @Message("Your account")
    String account();

    @Message("Signed in without a role")
    String noRole();

    @Message("Sign out")
    String signOut();

    @Message("Language")
    String language();

    @Message("Keys")
    String keys();

    @Message("Next row, row before")
    String keysRows();

    @Message("Open what is marked")
    String keysOpen();

    @Message("Change the budget of the customer shown, or of the marked row")
    String keysEdit();

    @Message("Show or close this list")
    String keysHelp();

    @Message("Close it")
    String keysClose();

    @Message("Use these keys in this browser")
    String keysUsed();

    @Message("While you type in a field they are letters.")
    String keysTyping();

    @Message("Times are {time.zone.id} ({time.offset}). Budgets warn only: Azure keeps running and is billed.")
    String foot(DisplayTime time);

    @Message("Times are {time.offset}. Budgets warn only: Azure keeps running and is billed.")
    String footFixed(DisplayTime time);
}
