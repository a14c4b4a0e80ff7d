package dev.purser.web.connect;

import dev.purser.domain.partnercenter.SignInProblem;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words in the terminal of an administrator who connects an account, and on the page at the end. */
@MessageBundle("connect")
public interface ConnectWords {

    // Before

    @Message("Connecting the account {account}.")
    String connecting(String account);

    @Message(
            "The application {application} needs the redirect address http://localhost, registered at Microsoft under the platform Web. Any port is accepted there; if yours wants it exactly: {redirect}")
    String register(String application, String redirect);

    @Message(
            "Open this address, and sign in as the user with whose rights Purser is to read spend. Use a second factor: without one Microsoft may refuse to tell spend.")
    String open();

    @Message(
            "No browser on this machine? Open it on another one. At the end its browser finds nothing at an address that begins with {redirect}: copy that address, paste it here and press Enter.")
    String elsewhere(String redirect);

    @Message("Waiting for {minutes} minutes. Ctrl-C ends it; nothing changes then.")
    String waiting(long minutes);

    // How it ended

    @Message(
            "The account {account} is connected: Purser asks for its spend with these rights from now on. You can close this page.")
    String connected(String account);

    @Message(
            "The account {account} is connected: Purser asks for its spend with these rights from now on. A portal that runs needs no restart.")
    String connectedHere(String account);

    @Message(
            "You signed in without a second factor. Microsoft may refuse to tell spend: if /status says so, turn on multi-factor authentication for that user and connect again.")
    String withoutSecondFactor();

    @Message("Nothing was connected: nobody came back from Microsoft within {minutes} minutes. Run the command again.")
    String timedOut(long minutes);

    @Message("Nothing was connected: the command was ended.")
    String ended();

    @Message("Nothing was connected: the consent was declined.")
    String declined();

    @Message("Nothing was connected: Microsoft says “{words}” ({code}).")
    String refused(String words, String code);

    @Message("""
            {#when problem}\
            {#is SECOND_FACTOR_MISSING}Sign in with a second factor.\
            {#is NOT_CONSENTED}An administrator of the tenant has to consent to the application.\
            {#is SECRET_WRONG}The application’s secret in {variable} is not the right one.\
            {#is SECRET_EXPIRED}The application’s secret in {variable} has expired.\
            {#is APPLICATION_UNKNOWN}Microsoft knows no such application in the tenant.\
            {#is REDIRECT_UNKNOWN}Register {redirect} as a redirect address of the application.\
            {#is REDIRECT_OF_OTHER_PLATFORM}Register the redirect address under the platform Web, and remove it from the others.\
            {#else}Run the command again.\
            {/when}""")
    String whatToDo(SignInProblem problem, String variable, String redirect);

    @Message("Nothing was connected: Microsoft asks to wait {seconds} seconds. Run the command again then.")
    String toWait(long seconds);

    @Message("Nothing was connected: Microsoft’s answer is of no use ({detail}). Run the command again.")
    String noTokens(String detail);

    @Message(
            "Nothing was connected: you signed in to the tenant {tenant}, but the account {account} belongs to {own}. Sign in as a user of that tenant.")
    String otherTenant(String tenant, String account, String own);

    @Message(
            "Nothing was connected: Microsoft gave no refresh token. The application must be allowed to keep access (offline_access).")
    String noRefreshToken();

    @Message(
            "Nothing was connected: what Microsoft gave is for {audience} and not for Partner Center. Give the application the permission user_impersonation of Partner Center.")
    String otherAudience(String audience);

    @Message(
            "The consent may or may not have been stored: the database gave no answer to that. Look at /status, and run the command again if the account is not connected there.")
    String notStored();

    @Message("This answer belongs to another sign-in. Use the newest address that Purser has printed.")
    String notOurs();

    @Message("That is not an address to which Microsoft sent a browser: it begins with {redirect} and holds “state=”.")
    String notPasted(String redirect);

    // What stands in the way

    @Message("The database cannot be reached, so that nothing could be stored: {reason}")
    String noDatabase(String reason);

    @Message("The port {port} of this machine is in use: choose another one with --port.")
    String portInUse(int port);

    // The page

    @Message("Purser: connecting {account}")
    String title(String account);
}
