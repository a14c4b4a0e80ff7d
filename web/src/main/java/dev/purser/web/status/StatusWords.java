package dev.purser.web.status;

import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import dev.purser.domain.partnercenter.SignInProblem;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** Words of the status page. */
@MessageBundle("status")
public interface StatusWords {

    @Message("Status")
    String heading();

    @Message("As of")
    String asOf();

    @Message("Look again")
    String lookAgain();

    // What stands in the way

    @Message("Microsoft refuses the credentials of the account {account}.")
    String credentialsRefused(String account);

    @Message(
            "What needs them waits until an administrator mends what Microsoft names: the application’s secret in {variable}, or, if it speaks of a grant or a sign-in, the consent: run ./purser connect {account}. This by itself changes no budget at Microsoft.")
    String credentialsNext(String variable, String account);

    @Message("The account {account} has to be connected again.")
    String toConnect(String account);

    @Message("""
            {#when problem}\
            {#is SECOND_FACTOR_MISSING}Microsoft demands a sign-in with a second factor. \
            {#is REVOKED}The consent was revoked, as happens with a new password. \
            {#is EXPIRED}The consent has expired. \
            {#is NOT_CONSENTED}Microsoft knows of no consent. \
            {#else}\
            {/when}\
            An administrator runs: ./purser connect {account}. Until then spend is not read. Budgets are read and changed as before.""")
    String toConnectNext(SignInProblem problem, String account);

    @Message("""
            {#when problem}\
            {#is SECRET_EXPIRED}The application’s secret has expired. \
            {#is SECRET_WRONG}The application’s secret is not the right one. \
            {#is APPLICATION_UNKNOWN}Microsoft knows no such application in the tenant. \
            {#else}\
            {/when}\
            What needs it waits until an administrator mends {variable} and restarts Purser. This by itself changes no budget at Microsoft.""")
    String secretNext(SignInProblem problem, String variable);

    @Message("Microsoft refuses the refresh token of the account {account}.")
    String grantRefused(String account);

    @Message(
            "Spend is not read until an administrator runs ./purser connect {account}, or gives a new one in {variable} and restarts. Budgets are read and changed without it.")
    String grantNext(String account, String variable);

    @Message("The account {account} is no longer set up.")
    String notSetUp(String account);

    @Message(
            "Its customers keep their last values, and its open changes wait, until an administrator restores its settings ({variable}). This by itself changes no budget at Microsoft.")
    String notSetUpNext(String variable);

    @Message("The account {account} lacks a right at Microsoft.")
    String rightMissing(String account);

    @Message(
            "Its customers cannot be read until an administrator gives it the role Admin agent. This by itself changes no budget at Microsoft.")
    String rightNext();

    @Message("Purser works. Microsoft asks us to wait for the account {account}.")
    String throttled(String account);

    @Message("What waits to be sent is sent by itself afterwards. Pages show the last known values with their age.")
    String throttledNext();

    @Message("Microsoft could not be reached or read for the account {account}.")
    String unavailable(String account);

    @Message(
            "You see what was last known, each value with its age. Changes are accepted, and sent as soon as Microsoft answers.")
    String unavailableNext();

    @Message("Microsoft does not let us read the account {account}.")
    String refused(String account);

    @Message("You see what was last known, each value with its age. It is tried again by itself.")
    String refusedNext();

    @Message("In technical words: “{#said words/}”")
    String words(String words);

    @Message("The application’s database role owns the tables.")
    String ownedByApplication();

    @Message(
            "The history can then be altered with the application’s own password. Run the migrations under a role of their own (QUARKUS_FLYWAY_USERNAME) and give the application the other one.")
    String ownedNext();

    // Accounts

    @Message("Accounts at Microsoft")
    String accounts();

    @Message("Account")
    String account();

    @Message("State")
    String state();

    @Message("Last full read")
    String lastRead();

    @Message("Activity records")
    String records();

    @Message(
            "{#if count == 1}1 record could not be understood; it proves nothing{#else}{count.figure} records could not be understood; they prove nothing{/if}")
    String recordsUnreadable(int count);

    @Message("Customers")
    String customers();

    @Message("Budget and spend")
    String appAndUser();

    @Message("Budget alone: spend can be read once an administrator has run ./purser connect {account}")
    String appOnly(String account);

    @Message("No longer in the settings: its customers keep their last values")
    String notConfigured();

    @Message("""
            {#when key}\
            {#is 'global'}Global cloud\
            {#is 'us-government'}US Government\
            {#is 'china'}21Vianet\
            {#is 'germany'}Germany\
            {#else}{key}\
            {/when}""")
    String cloud(String key);

    @Message("Read")
    String read();

    @Message("Being read")
    String reading();

    @Message("Not read yet")
    String notRead();

    @Message("""
            {#when kind}\
            {#is CREDENTIALS}Credentials refused\
            {#is GRANT}Refresh token refused\
            {#is RIGHT_MISSING}A right is missing\
            {#is RELATIONSHIP_ENDED}Microsoft does not find it\
            {#is NOT_FOUND}Microsoft says 404\
            {#is ACCOUNT_NOT_SET_UP}Not set up\
            {#is THROTTLED}Microsoft asks us to wait\
            {#is UNAVAILABLE}Cannot be reached or read\
            {#is REFUSED}Microsoft refused\
            {/when}""")
    String problem(ReadProblem.Kind kind);

    @Message("since {at.briefly}")
    String since(Instant at);

    @Message("You see no customers yet")
    String noCustomers();

    @Message("An account appears here when you may see one of its customers. An administrator grants them.")
    String noCustomersNext();

    // Work under way

    @Message("Work under way")
    String work();

    @Message("Unknown")
    String unknown();

    @Message("Waiting")
    String waiting();

    @Message("{#if count == 1}1 change{#else}{count.figure} changes{/if}")
    String changes(long count);

    @Message("none")
    String none();

    @Message("asked for")
    String askedFor();

    // This installation

    @Message("This installation")
    String installation();

    @Message("Version")
    String version();

    @Message("Database")
    String database();

    @Message("answers in {milliseconds} ms")
    String answers(String milliseconds);

    @Message("History")
    String history();

    @Message("The application can only add to it and read it")
    String appendOnly();

    @Message("The application could alter it")
    String alterable();
}
