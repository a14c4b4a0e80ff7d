package dev.purser.web.errors;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words for what cannot be answered as asked. */
@MessageBundle("errors")
public interface ErrorWords {

    @Message("This could not be read")
    String badRequest();

    @Message(
            "Nothing was sent. If this was a form, it was open for too long, or its page came from somewhere else. Open it again and send it anew.")
    String badRequestNext();

    @Message("You are not signed in")
    String notSignedIn();

    @Message("Nothing was sent. Sign in, then go on.")
    String notSignedInNext();

    @Message("Signing in could not be completed")
    String signInBroke();

    @Message(
            "Nothing was sent. Try once more. If this page comes back, Purser’s own access to your identity provider is broken, most often because its client secret is wrong or has expired. Tell your administrator this number, under which Purser’s log names the cause:")
    String signInBrokeNext();

    @Message("Auditors read, they do not change")
    String auditorsRead();

    @Message("Changing budgets needs the role account manager. Nothing was sent.")
    String auditorsReadNext();

    @Message("Administrators set up, they do not change budgets")
    String administratorsSetUp();

    @Message(
            "Seeing and changing budgets needs the role account manager, seeing the history of all customers the role auditor. Nothing was sent.")
    String administratorsSetUpNext();

    @Message("A right is missing")
    String forbidden();

    @Message("This page is not part of your role. Nothing was sent.")
    String forbiddenNext();

    @Message("You are signed in, and have no role yet")
    String noRole();

    @Message(
            "Ask whoever runs the sign-in of your organisation to give you one of the roles account-manager, auditor or administrator in Purser. Tell them the name you sign in with: {name}.")
    String noRoleNext(String name);

    @Message("There is no such customer here")
    String noSuchCustomer();

    @Message("Either it does not exist, or it is not in your portfolio. An administrator can tell which.")
    String noSuchCustomerNext();

    @Message("There is no such change here")
    String noSuchChange();

    @Message(
            "Either it does not exist, or it is of a customer that is not in your portfolio. An administrator can tell which.")
    String noSuchChangeNext();

    @Message("There is no such entry here")
    String noSuchEntry();

    @Message("Either it does not exist, or it is about something that you do not see. An administrator can tell which.")
    String noSuchEntryNext();

    @Message("There is nothing at this address")
    String notFound();

    @Message("It may have been copied incompletely.")
    String notFoundNext();

    @Message("{next} What was sent just now changed nothing.")
    String changedNothing(String next);

    @Message("This address does not take that")
    String notAllowed();

    @Message("Nothing was sent. Go back to the page you came from, and from there on.")
    String notAllowedNext();

    @Message("That is too much at once")
    String tooLarge();

    @Message("Nothing was sent. A reason has at most 500 characters, a ticket 100.")
    String tooLargeNext();

    @Message("This form cannot be read")
    String notAForm();

    @Message("Nothing was sent. Open the page again and send it from there.")
    String notAFormNext();

    @Message("Something broke in Purser")
    String broken();

    @Message(
            "Nothing that was accepted is lost: a change that was accepted goes on by itself. Tell your administrator this number:")
    String brokenNext();

    @Message("Purser’s database does not answer")
    String databaseDown();

    @Message("The sign-in of your organisation does not answer")
    String signInDown();

    @Message(
            "Nobody can sign in until it does. Changes that were accepted go on by themselves. Try this page again in a minute.")
    String signInDownNext();

    @Message("This takes longer than it may")
    String slow();

    @Message(
            "Changes that were accepted go on by themselves. Try this page again in a minute. If you have just sent a form, look at the customer’s page then before you send it again: it may have been accepted.")
    String unavailableNext();

    @Message("This could not be answered")
    String other();

    @Message("Nothing was sent. Go back to the page you came from, and from there on.")
    String otherNext();

    @Message("Your customers")
    String yourCustomers();

    @Message("Customers")
    String customers();

    @Message("History")
    String history();

    @Message("Status")
    String status();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    // To sign out

    @Message("You are signed in")
    String stillSignedIn();

    @Message("Signing out ends your sessions in Purser and the one at your sign-in.")
    String stillSignedInNext();

    // Signed out

    @Message("You are signed out")
    String signedOut();

    @Message(
            "Changes that Purser had accepted go on by themselves. If this page came in answer to a form that you had filled in, that form was not accepted: sign in and send it again.")
    String signedOutNext();

    @Message("Sign in again")
    String signInAgain();
}
