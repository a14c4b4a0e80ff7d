package dev.purser.domain.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.purser.domain.budget.BudgetPolicy.Concern;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetPolicyTest {

    private static final BillingCurrency EURO = new BillingCurrency.Told(Currency.getInstance("EUR"));
    private static final SpendingLimit NOW = SpendingLimit.of("1000");

    private final BudgetPolicy policy = new BudgetPolicy(new BigDecimal("50"));

    @Test
    void letsAnOrdinaryRisePass() {
        assertThat(concerns(NOW, SpendingLimit.of("1500"))).isEmpty();
        assertThat(concerns(NOW, SpendingLimit.of("1"))).isEmpty();
    }

    @Test
    void reviewsARiseAboveItsLimit() {
        assertThat(concerns(NOW, SpendingLimit.of("1600")))
                .containsExactly(new Concern.SteepRise(new BigDecimal("60.0")));
    }

    @Test
    void reviewsARiseThatIsOnlyJustAboveTheLimit() {
        assertThat(concerns(NOW, SpendingLimit.of("1500.01")))
                .containsExactly(new Concern.SteepRise(new BigDecimal("50.0")));
    }

    @Test
    void knowsNoPercentageOfNothing() {
        assertThat(concerns(SpendingLimit.notSet(), SpendingLimit.of("1000000")))
                .isEmpty();
    }

    @Test
    void reviewsAnyRiseFromZero() {
        assertThat(concerns(SpendingLimit.of("0"), SpendingLimit.of("0.01")))
                .containsExactly(new Concern.RiseFromZero());
    }

    @Test
    void reviewsWhatComesFromAFormThatDoesNotSayWhatItShowed() {
        assertThat(policy.concerns(Optional.empty(), NOW, SpendingLimit.of("1100"), EURO, Optional.empty()))
                .containsExactly(new Concern.NotShown());
    }

    @Test
    void reviewsARemoval() {
        assertThat(policy.concerns(
                        Optional.of(NOW),
                        NOW,
                        SpendingLimit.notSet(),
                        BillingCurrency.unknown(),
                        Optional.of(new BigDecimal("9"))))
                .containsExactly(new Concern.Removal());
    }

    @Test
    void reviewsABudgetBelowTheSpend() {
        var spend = new BigDecimal("800.00");
        assertThat(policy.concerns(Optional.of(NOW), NOW, SpendingLimit.of("799.99"), EURO, Optional.of(spend)))
                .containsExactly(new Concern.BelowSpend(spend));
        assertThat(policy.concerns(Optional.of(NOW), NOW, SpendingLimit.of("800"), EURO, Optional.of(spend)))
                .isEmpty();
    }

    @Test
    void reviewsAnAmountInAnUnknownCurrency() {
        assertThat(policy.concerns(
                        Optional.of(NOW), NOW, SpendingLimit.of("1"), BillingCurrency.unknown(), Optional.empty()))
                .containsExactly(new Concern.CurrencyUnknown());
    }

    @Test
    void reviewsABudgetThatMovedSinceTheFormWasOpened() {
        var opened = SpendingLimit.notSet();
        assertThat(policy.concerns(Optional.of(opened), NOW, SpendingLimit.of("1100"), EURO, Optional.empty()))
                .containsExactly(new Concern.Moved(opened));
    }

    @Test
    void namesEveryConcernAtOnce() {
        assertThat(policy.concerns(
                        Optional.of(SpendingLimit.of("900")),
                        NOW,
                        SpendingLimit.of("2000"),
                        BillingCurrency.unknown(),
                        Optional.of(new BigDecimal("3000"))))
                .hasOnlyElementsOfTypes(
                        Concern.Moved.class,
                        Concern.CurrencyUnknown.class,
                        Concern.SteepRise.class,
                        Concern.BelowSpend.class)
                .hasSize(4);
    }

    @Test
    void refusesALimitBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BudgetPolicy(new BigDecimal("-1")));
    }

    private List<Concern> concerns(SpendingLimit now, SpendingLimit wanted) {
        return policy.concerns(Optional.of(now), now, wanted, EURO, Optional.empty());
    }
}
