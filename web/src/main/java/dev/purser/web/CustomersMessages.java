package dev.purser.web;

import dev.purser.domain.customer.Customers.Flag;
import dev.purser.domain.customer.Customers.Sort;
import dev.purser.domain.customer.KnownCustomer.ReadProblem;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.Instant;

/** Words of the list of customers. */
@MessageBundle("customers")
public interface CustomersMessages {

    @Message("Customers")
    String heading();

    @Message(
            "{#if count == 1}1 customer{#else}{count.figure} customers{/if} in {#if accounts == 1}1 account{#else}{accounts} accounts{/if}")
    String extent(long count, int accounts);

    @Message("newest data as of {at.withAge}")
    String newest(Instant at);

    @Message(
            "{#if count == 1}1 could not be read and keeps its last values{#else}{count.figure} could not be read and keep their last values{/if}")
    String failing(long count);

    @Message("Filter customers")
    String filter();

    @Message("Account")
    String account();

    @Message("All accounts")
    String allAccounts();

    @Message("Needs")
    String needs();

    @Message("All customers")
    String allNeeds();

    @Message("""
            {#when flag}\
            {#is OVER_BUDGET}Over budget\
            {#is NO_BUDGET}No budget\
            {#is UNKNOWN}Unknown\
            {#is NOT_READ_LATELY}Not read lately\
            {#is RELATIONSHIP_ENDED}Relationship ended\
            {/when}""")
    String flag(Flag flag);

    @Message("Currency")
    String currency();

    @Message("All currencies")
    String allCurrencies();

    @Message("Show")
    String show();

    @Message("Shown:")
    String shown();

    @Message("“{text}”")
    String searched(String text);

    @Message("take off")
    String takeOff();

    @Message("""
            {#when sort}\
            {#is CUSTOMER}Customer\
            {#is ACCOUNT}Account\
            {#is BUDGET}Budget\
            {#is SPEND}Spend so far\
            {#is USED}Used\
            {#is AS_OF}As of\
            {#is LAST_CHANGE}Last change\
            {#is FLAGS}Flags\
            {/when}""")
    String column(Sort sort);

    @Message("Budget")
    String budget();

    @Message("Spend so far")
    String spend();

    @Message("Tenant")
    String tenant();

    @Message("not read yet")
    String notRead();

    @Message("no usage")
    String noUsage();

    @Message("not readable")
    String notReadable();

    @Message("today")
    String today();

    @Message("Over budget")
    String overBudget();

    @Message("No budget")
    String noBudget();

    @Message("Unknown")
    String unknown();

    @Message("Being changed")
    String beingChanged();

    @Message("Relationship ended")
    String ended();

    @Message("No Azure usage")
    String noAzureUsage();

    @Message("Not read yet")
    String neverRead();

    @Message("Not read for {age}")
    String notReadFor(String age);

    @Message("spend {at.withAge}")
    String spendRead(Instant at);

    @Message("""
            {#when kind}\
            {#is CREDENTIALS}Credentials refused\
            {#is RIGHT_MISSING}A right is missing\
            {#is GRANT}Refresh token refused\
            {#is RELATIONSHIP_ENDED}Microsoft does not find it\
            {#is NOT_FOUND}Microsoft says 404\
            {#is ACCOUNT_NOT_SET_UP}The account is not set up\
            {#is THROTTLED}Microsoft asks us to wait\
            {#is UNAVAILABLE}Microsoft cannot be reached or read\
            {#is REFUSED}Microsoft refused\
            {/when}""")
    String cause(ReadProblem.Kind kind);

    @Message("Rows 1 to {rows.figure} of {total.figure}")
    String firstRows(int rows, long total);

    @Message("{rows.figure} of {total.figure} customers")
    String rows(int rows, long total);

    @Message("You see no customers yet")
    String noneGranted();

    @Message("An administrator grants them. Tell them the name you sign in with: {name}.")
    String noneGrantedNext(String name);

    @Message("You can ask:")
    String noneGrantedAsk();

    @Message("No customers have been read yet")
    String noneRead();

    @Message("Purser reads them from Microsoft after it has started, which takes a few minutes.")
    String noneReadNext();

    @Message("How reading goes")
    String status();

    @Message("No customer is called “{text}”")
    String noneCalled(String text);

    @Message("Searched name, domain and tenant id of {#if count == 1}1 customer{#else}{count.figure} customers{/if}.")
    String noneCalledNext(long count);

    @Message("No customer matches")
    String noneMatches();

    @Message(
            "{#if count == 1}There is 1 customer without these filters.{#else}There are {count.figure} customers without these filters.{/if}")
    String noneMatchesNext(long count);

    @Message("{#if count == 1}Show it{#else}Show all {count.figure}{/if}")
    String showAll(long count);
}
