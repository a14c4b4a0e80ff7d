package dev.purser.web.format;

import dev.purser.domain.portfolio.Role;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that every page uses. */
@MessageBundle("words")
public interface Words {

    /** What its speakers call the language. */
    @Message("English")
    String languageName();

    @Message("not set")
    String notSet();

    @Message("never")
    String never();

    @Message("asked for")
    String askedFor();

    @Message("(currency not known)")
    String currencyNotKnown();

    @Message("over 0")
    String overZero();

    @Message("Warns only. Azure keeps running and is billed.")
    String warnsOnly();

    @Message("""
            {#when age.unit}\
            {#is NOW}just now\
            {#is SECONDS}{age.count} s ago\
            {#is MINUTES}{age.count} min ago\
            {#is HOURS}{age.count} h ago\
            {#is DAYS}{age.count.figure} d ago\
            {/when}""")
    String age(Age age);

    @Message("""
            {#when age.unit}\
            {#is NOW}1 s\
            {#is SECONDS}{age.count} s\
            {#is MINUTES}{age.count} min\
            {#is HOURS}{age.count} h\
            {#is DAYS}{age.count.figure} days\
            {/when}""")
    String lasting(Age age);

    /** A further fact behind one that stands before it. */
    @Message(", {fact}")
    String behind(String fact);

    /** A further name behind those of a list. */
    @Message(", {name}")
    String further(String name);

    @Message("{one}, {other}")
    String both(String one, String other);

    @Message("at {time}")
    String atTime(String time);

    /** A time of another day than the rest of its sentence, to be read in place of the time alone. */
    @Message("{day}, {clock}")
    String dayAndClock(String day, String clock);

    @Message("on {day} at {time}")
    String onDayAtTime(String day, String time);

    @Message("Pages")
    String pages();

    @Message("First")
    String firstPage();

    @Message("Previous")
    String previousPage();

    @Message("Next")
    String nextPage();

    @Message("""
            {#when outcome}\
            {#is ASKED}Asked for\
            {#is WAITING}Waiting\
            {#is SENDING}Being sent\
            {#is UNKNOWN}Unknown\
            {#is CONFIRMED}Confirmed\
            {#is REFUSED}Refused\
            {#is NOT_APPLIED}Not applied\
            {#is SOMEONE_ELSE}Changed by someone else\
            {#is NEVER_KNOWN}Cannot be known\
            {#is APPLIED_AFTER_ALL}Applied after all\
            {#is OUTSIDE}Changed outside Purser\
            {#is PERHAPS_OURS}Perhaps this change\
            {#is RECORDED}Recorded\
            {/when}""")
    String outcome(Outcome outcome);

    @Message("""
            {#when role}\
            {#is ACCOUNT_MANAGER}Account manager\
            {#is AUDITOR}Auditor\
            {#is ADMINISTRATOR}Administrator\
            {/when}""")
    String role(Role role);
}
