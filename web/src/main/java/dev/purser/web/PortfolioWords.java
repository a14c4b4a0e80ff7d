package dev.purser.web;

import dev.purser.domain.portfolio.Invitee.Kind;
import dev.purser.domain.rights.Match.Holding;
import dev.purser.domain.rights.ShareCustomers.Flaw;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** Words of the pages about portfolios. */
@MessageBundle("portfolios")
public interface PortfolioWords {

    // Everybody

    @Message("Portfolios")
    String heading();

    @Message(
            "Who sees and changes which customers. A change of rights works at the next click and is an entry in the history.")
    String what();

    @Message(
            "Every account manager sees all customers, for PURSER_PORTFOLIOS is “open”. What is granted here counts once it is “assigned”.")
    String open();

    @Message("People")
    String people();

    @Message(
            "{#if customers == 0}No customers have been read yet.{#else if nobodys == 0}Every one of {customers.figure} customers is in somebody’s portfolio.{#else if nobodys == 1}1 of {customers.figure} customers is in nobody’s portfolio.{#else}{nobodys.figure} of {customers.figure} customers are in nobody’s portfolio.{/if}")
    String nobodys(long nobodys, long customers);

    @Message("Find a person")
    String find();

    @Message("Name or address")
    String findBy();

    @Message("Find")
    String findButton();

    @Message("Show everybody")
    String everybody();

    @Message("Nobody is called “{text}”")
    String noneCalled(String text);

    @Message(
            "Here stand all who have signed in once, and who was invited. Somebody who has not come yet can be invited.")
    String noneCalledNext();

    @Message("Only the first {shown.figure} are shown. Find the others by their name.")
    String onlyFirst(int shown);

    @Message("Person")
    String person();

    @Message("Role")
    String role();

    @Message("Customers")
    String customers();

    @Message("Last signed in")
    String lastHere();

    @Message("No role")
    String noRole();

    @Message("Not noted yet")
    String roleNotNoted();

    @Message("Invited")
    String invited();

    @Message("Erased person")
    String erased();

    @Message("Sees no customer")
    String seesNone();

    @Message("never")
    String never();

    // Inviting

    @Message("Invite somebody")
    String invite();

    @Message(
            "For people who have not signed in yet, so that their customers are there when they come. Purser sends no message: tell them yourself.")
    String inviteWhat();

    @Message("Known by")
    String knownBy();

    @Message("""
            {#when kind}\
            {#is SUBJECT}Subject\
            {#is OBJECT_ID}Object id\
            {#is ADDRESS}E-mail address\
            {/when}""")
    String kind(Kind kind);

    @Message("""
            {#when kind}\
            {#is SUBJECT}the value of “sub”, as the sign-in provider shows it\
            {#is OBJECT_ID}of the user in Microsoft Entra ID. Addresses can be changed there by others, and so prove nothing.\
            {#is ADDRESS}counts only if the sign-in provider says that it is verified\
            {/when}""")
    String kindHint(Kind kind);

    @Message("Address, subject or object id")
    String invitee();

    @Message("They will sign in at {issuer}.")
    String issuer(String issuer);

    @Message("Invite")
    String inviteButton();

    @Message("1 thing to mend: nobody was invited")
    String notInvited();

    @Message("{#if text.isEmpty}Write by what they are known.{#else}“{text}” is not what was chosen above.{/if}")
    String inviteeWrong(String text);

    // One person

    @Message("Trail")
    String trail();

    @Message(
            "{#if count == 0}Holds no customers{#else if count == 1}Holds 1 customer{#else}Holds {count.figure} customers{/if}")
    String holds(long count);

    @Message("Signed in {at.longDay}")
    String signedIn(Instant at);

    @Message("Invited {at.longDay}, has not come yet")
    String invitedAt(Instant at);

    @Message("Has not come yet")
    String notCome();

    @Message("Not an account manager")
    String lacksRole();

    @Message(
            "Their newest sign-in came without that role. Customers that are granted here count once the sign-in provider gives it to them.")
    String lacksRoleMeans();

    @Message("Their name was erased")
    String isErased();

    @Message("What they hold can be taken. Nothing can be granted to them.")
    String isErasedMeans();

    @Message("Part {part}.")
    String part(String part);

    @Message("Entry {number.figure}")
    String entry(long number);

    @Message("Find customers")
    String filter();

    @Message("Name, domain or tenant id")
    String text();

    @Message("Account")
    String account();

    @Message("All accounts")
    String allAccounts();

    @Message("Whose")
    String whose();

    @Message("""
            {#when holding}\
            {#is ANYBODYS}All customers\
            {#is HELD}Theirs\
            {#is NOT_HELD}Not theirs\
            {#is NOBODYS}Nobody’s\
            {/when}""")
    String holding(Holding holding);

    @Message("Show")
    String show();

    @Message("{#if count == 1}1 customer{#else}{count.figure} customers{/if}")
    String found(long count);

    @Message("No customer matches")
    String noneMatches();

    @Message("Show all customers")
    String showAll();

    @Message("Mark {name}")
    String mark(String name);

    @Message("Marked")
    String marked();

    @Message("Customer")
    String customer();

    @Message("In the portfolio")
    String inPortfolio();

    @Message("since {at.shortDay}")
    String since(Instant at);

    @Message("by {who}")
    String by(String who);

    @Message("by an erased person")
    String byErased();

    @Message("entered in the database")
    String byHand();

    @Message("granted by the demo")
    String byDemo();

    @Message("no")
    String notHeld();

    @Message("Grant or take")
    String share();

    @Message("Reason")
    String reason();

    @Message("Kept for ever in the history, with your name.")
    String reasonHint();

    @Message("Grant the marked")
    String grantMarked();

    @Message("Take the marked")
    String takeMarked();

    @Message("All that match, on all pages:")
    String allThatMatch();

    @Message("{#if count == 1}Grant 1 customer{#else}Grant all {count.figure}{/if}")
    String grantAll(long count);

    @Message("{#if count == 1}Take 1 customer{#else}Take all {count.figure}{/if}")
    String takeAll(long count);

    @Message(
            "{#if count == 1}1 thing to mend: nothing was changed{#else}{count} things to mend: nothing was changed{/if}")
    String mistakes(int count);

    @Message("""
            {#when flaw}\
            {#is NOTHING_SELECTED}Mark at least one customer\
            {#is REASON_MISSING}Write why\
            {#is REASON_TOO_LONG}The reason is longer than 500 characters\
            {/when}""")
    String flaw(Flaw flaw);

    // Confirming

    @Message("{#if count == 1}Grant 1 customer to {name}?{#else}Grant {count.figure} customers to {name}?{/if}")
    String confirmGrant(long count, String name);

    @Message("{#if count == 1}Take 1 customer from {name}?{#else}Take {count.figure} customers from {name}?{/if}")
    String confirmTake(long count, String name);

    @Message("Nothing was changed yet.")
    String notYet();

    @Message("The number has changed since you saw it. Nothing was changed yet.")
    String notYetAgain();

    @Message("Which customers")
    String which();

    @Message("All customers that {name} does not hold yet")
    String whichGrant(String name);

    @Message("All customers that {name} holds")
    String whichTake(String name);

    @Message("called “{text}”")
    String whichText(String text);

    @Message("of the account {account}")
    String whichAccount(String account);

    @Message("that are in nobody’s portfolio")
    String whichNobodys();

    @Message("Customers that come later are not among them.")
    String notLater();

    @Message("It works at their next click.")
    String grantMeans();

    @Message("It works at their next click. Changes that are under way go on.")
    String takeMeans();

    @Message("{#if count == 1}Grant 1 customer{#else}Grant {count.figure} customers{/if}")
    String grantSure(long count);

    @Message("{#if count == 1}Take 1 customer{#else}Take {count.figure} customers{/if}")
    String takeSure(long count);

    @Message("Leave everything as it is")
    String leave();

    @Message("Back to the list.")
    String leaveMeans();

    // Sessions and invitations

    @Message("Sessions")
    String sessions();

    @Message(
            "Signs {name} out of every browser. They can sign in again and hold what they held. Who must not come back at all has to be blocked at the sign-in provider.")
    String sessionsMeans(String name);

    @Message("End all sessions")
    String endSessions();

    @Message("Invitation")
    String invitation();

    @Message("Withdraws the invitation, and takes the customers that were granted to it.")
    String withdrawMeans();

    @Message("Withdraw the invitation")
    String withdraw();

    // What was not done

    @Message("""
            {#when remark}\
            {#is NOTHING}Nothing was changed: all of these customers are that way already.\
            {#is UNSENT}Nothing was changed: no form arrived. If you had sent one after your sign-in had run out, fill it in again.\
            {#is KNOWN}Nobody was invited: they have signed in before. This is their portfolio.\
            {#is INVITED}They were invited before. This is their portfolio.\
            {#is ACCEPTED}Nothing was withdrawn: they have come meanwhile. What they hold can be taken.\
            {#is NOT_INVITED}Nothing was withdrawn: there is no such invitation any more.\
            {#is NO_SESSION}Nothing was ended: they have never signed in.\
            {#is ERASED}Nothing was granted: their name was erased.\
            {/when}""")
    String remark(Remark remark);
}
