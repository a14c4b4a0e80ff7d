package dev.purser.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.Money;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.ChangeBudget.Prospect;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.usage.Usage;
import dev.purser.web.Mistakes.Mistake;
import dev.purser.web.format.Bundles;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnderstoodTest {

    private static final Instant READ = Instant.parse("2026-06-18T08:31:12Z");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final String READ_AGAIN = "Now 4,000.00 EUR, read again before anything is sent.";
    private static final String REVIEWED = "It is shown once more first.";

    private static KnownCustomer customer(String spent, Optional<OpenChange> open) {
        return new KnownCustomer(
                new CustomerId(new AccountName("emea"), new UUID(3, 3)),
                "Contoso",
                "contoso.example",
                Optional.empty(),
                Optional.of(new BudgetRead(SpendingLimit.of("4000"), READ, BudgetRead.Source.ITSELF)),
                new BillingCurrency.Told(EURO),
                new UsageRead.Spent(
                        new Usage(
                                new Money(new BigDecimal(spent), EURO),
                                Optional.empty(),
                                Usage.Plan.AZURE_PLAN,
                                Optional.empty(),
                                Optional.empty()),
                        READ),
                Optional.empty(),
                open,
                Optional.empty());
    }

    private static Understood budget(KnownCustomer customer, String from, String to, Concern... concerns) {
        var prospect = new Prospect.Budget(SpendingLimit.of(from), SpendingLimit.of(to), List.of(concerns));
        var considered = List.of(concerns).stream().map(Concern::key).toList();
        return Understood.budget("typed", prospect, customer, considered, words(), figures());
    }

    private static CustomerMessages words() {
        return Bundles.english(CustomerMessages.class);
    }

    private static Figures figures() {
        var time = new DisplayTime(ZoneOffset.UTC, InstantSource.fixed(READ));
        return new Figures(
                time, Locale.UK, Bundles.english(Words.class), time.here(READ).toLocalDate());
    }

    @Test
    void showsTheBudgetTheStepAndWhatWouldBeUsedOfIt() {
        var raised = budget(customer("2461.18", Optional.empty()), "4000", "5000");
        assertThat(raised.budget()).contains("5,000.00 EUR, up 1,000.00 EUR (+25.0%)");
        assertThat(raised.meaning()).containsExactly("49% of it would be used.", READ_AGAIN);

        var lowered = budget(customer("2461.18", Optional.empty()), "4000", "3000");
        assertThat(lowered.budget()).contains("3,000.00 EUR, down 1,000.00 EUR (−25.0%)");
        assertThat(lowered.meaning()).containsExactly("82% of it would be used.", READ_AGAIN);
    }

    @Test
    void statesNoPercentageWhereThereIsNothingToTakeItOf() {
        var customer = customer("0", Optional.empty());

        assertThat(budget(customer, "0", "5000").budget()).contains("5,000.00 EUR, up 5,000.00 EUR");
        var first =
                new Prospect.Budget(SpendingLimit.notSet(), SpendingLimit.of("5000"), List.of(new Concern.NotShown()));
        assertThat(Understood.budget("5k", first, customer, List.of(), words(), figures())
                        .budget())
                .contains("5,000.00 EUR");
    }

    @Test
    void tellsWhatIsConsideredAndThatItIsShownOnceMore() {
        var steep = budget(
                customer("2461.18", Optional.empty()), "4000", "40000", new Concern.SteepRise(new BigDecimal("900.0")));

        assertThat(steep.meaning()).containsExactly("6% of it would be used.", "steep-rise", REVIEWED);
    }

    @Test
    void leavesTheShareOutWhereMoreIsSpentAlready() {
        var low = budget(
                customer("2461.18", Optional.empty()),
                "4000",
                "2000",
                new Concern.BelowSpend(new BigDecimal("2461.18")));

        assertThat(low.meaning()).containsExactly("below-spend", REVIEWED);
    }

    @Test
    void tellsThatAnotherChangeIsInTheWay() {
        var open = new OpenChange(new UUID(1, 1), false, "Tomás", READ);

        assertThat(budget(customer("2461.18", Optional.of(open)), "4000", "5000")
                        .meaning())
                .containsExactly(
                        "49% of it would be used.",
                        "Another change of this budget is open. One change at a time for each customer.");
    }

    @Test
    void asksAboutWhatCanMeanTwoAmounts() {
        var mistake = new Mistake(
                "amount",
                "1.234 can mean two amounts",
                "1.234 can mean two amounts. Which one?",
                List.of(new BigDecimal("1.234"), new BigDecimal("1234")));

        var asked = Understood.mistake("1.234", mistake, customer("0", Optional.empty()), words(), figures());

        assertThat(asked.budget()).isEmpty();
        assertThat(asked.meaning())
                .containsExactly(
                        "1.234 can mean two amounts. Which one?",
                        "1.234 EUR or 1,234.00 EUR: you are asked before anything is sent.");
    }
}
