package dev.purser.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final long SEED = SimulatorSettings.standard().seed();

    private final List<SeededCustomer> seeded = WorldMaker.customers(SEED, 300);
    private final List<SimulatedCustomer> customers =
            seeded.stream().map(SeededCustomer::customer).toList();

    @Test
    void isTheSameForTheSameSeedOnly() {
        assertThat(WorldMaker.customers(SEED, 300)).isEqualTo(seeded);
        assertThat(WorldMaker.customers(SEED + 1, 300)).isNotEqualTo(seeded);
        assertThat(WorldMaker.customers(SEED, 900).subList(0, 300)).isEqualTo(seeded);
    }

    @Test
    void hasTheNumberOfCustomersAskedFor() {
        assertThat(WorldMaker.customers(SEED, 1)).hasSize(1);
        assertThat(WorldMaker.customers(SEED, 20_000)).hasSize(20_000);
    }

    @Test
    void billsInElevenCurrencies() {
        assertThat(customers)
                .extracting(SimulatedCustomer::currency)
                .contains("EUR", "USD", "GBP", "CHF", "JPY", "AUD", "SGD", "HUF", "AED", "KWD", "NOK");
        assertThat(customers.stream().map(SimulatedCustomer::currency).distinct())
                .hasSize(11);
    }

    @Test
    void givesNoTwoCustomersOneIdNameOrDomain() {
        assertThat(customers).extracting(SimulatedCustomer::id).doesNotHaveDuplicates();
        assertThat(customers).extracting(SimulatedCustomer::name).doesNotHaveDuplicates();
        assertThat(customers).extracting(SimulatedCustomer::domain).doesNotHaveDuplicates();
    }

    @Test
    void usesDomainsBelowExampleAlone() {
        assertThat(customers)
                .extracting(SimulatedCustomer::domain)
                .allMatch(domain -> domain.matches("[a-z0-9]+(-[a-z0-9]+)*\\.example"));
    }

    @Test
    void hasTheCustomersOfTheMockPages() {
        assertThat(customers)
                .extracting(SimulatedCustomer::name)
                .contains(
                        "Contoso Retail GmbH",
                        "Coho Winery SARL",
                        "Fabrikam Aerospace Ltd",
                        "Wide World Importers AG",
                        "Woodgrove Bank Pte. Ltd.",
                        "東京海運システム株式会社",
                        "Margie's Travel W.L.L.",
                        "Alpine Ski House AS",
                        "Tailspin Toys, LLC",
                        "Bellows College 🎓");
        SeededCustomer contoso = seeded.getFirst();
        assertThat(contoso.customer().id()).isEqualTo(KnownCustomers.CONTOSO_RETAIL);
        assertThat(contoso.customer().domain()).isEqualTo("contoso-retail.example");
        assertThat(contoso.budget()).contains(new BigDecimal("4000.00"));
        assertThat(usedPercent(contoso)).isBetween(new BigDecimal("61"), new BigDecimal("63"));
    }

    @Test
    void hasHostileNames() {
        List<String> names = customers.stream().map(SimulatedCustomer::name).toList();

        assertThat(names).anyMatch(name -> name.contains("<script>"));
        assertThat(names).anyMatch(name -> name.startsWith("=HYPERLINK("));
        assertThat(names).anyMatch(name -> name.startsWith("+"));
        assertThat(names).anyMatch(name -> name.startsWith("-"));
        assertThat(names).anyMatch(name -> name.startsWith("@"));
        assertThat(names).anyMatch(name -> name.contains("\u202E"));
        assertThat(names).anyMatch(name -> name.contains("\u200F"));
        assertThat(names).anyMatch(name -> name.contains("\"") && name.contains("&") && name.contains("'"));
        assertThat(names).anyMatch(name -> name.length() == SimulatedCustomer.LONGEST_NAME);
        assertThat(names).contains("ACME LOGISTIK GMBH", "Acme Logistik GmbH", "acme logistik gmbh");
        for (Character.UnicodeScript script : List.of(
                Character.UnicodeScript.HEBREW,
                Character.UnicodeScript.ARABIC,
                Character.UnicodeScript.HAN,
                Character.UnicodeScript.KATAKANA)) {
            assertThat(names)
                    .as(script.name())
                    .anyMatch(name -> name.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == script));
        }
        assertThat(names).anyMatch(name -> name.contains("ü")).anyMatch(name -> name.contains("É"));
    }

    @Test
    void hasEveryKindOfBudget() {
        assertThat(seeded).filteredOn(one -> one.budget().isEmpty()).hasSizeBetween(40, 100);
        assertThat(seeded)
                .filteredOn(one ->
                        one.budget().filter(amount -> amount.signum() == 0).isPresent())
                .hasSizeGreaterThan(3);
        assertThat(seeded)
                .filteredOn(one -> one.budget()
                        .filter(amount -> amount.stripTrailingZeros().scale() > 0)
                        .isPresent())
                .hasSizeGreaterThan(10);
        assertThat(seeded)
                .allMatch(one -> one.budget().stream()
                        .allMatch(amount -> amount.scale()
                                == BillingCurrency.valueOf(one.customer().currency())
                                        .decimals()));
    }

    @Test
    void hasEveryKindOfSpend() {
        assertThat(count(one -> one.customer().spend() instanceof Spend.NoUsage))
                .isGreaterThan(4);
        assertThat(count(one -> one.customer().spend() instanceof Spend.NoUsageListedAsZero))
                .isGreaterThan(4);
        assertThat(count(one -> one.customer()
                        .spent()
                        .filter(spent -> spent.totalCost().signum() == 0)
                        .isPresent()))
                .isGreaterThan(4);
        assertThat(count(one -> usedBetween(one, "0.01", "80"))).isGreaterThan(100);
        assertThat(count(one -> usedBetween(one, "80", "100"))).isGreaterThan(10);
        assertThat(count(one -> usedBetween(one, "100", "200"))).isGreaterThan(10);
        assertThat(count(one -> usedBetween(one, "200", "1000"))).isGreaterThan(4);
        assertThat(customers)
                .anyMatch(one -> one.spent()
                        .filter(spent -> spent.totalCost().precision() > 20)
                        .isPresent());
    }

    @Test
    void hasPlanAndLegacyCustomers() {
        assertThat(customers)
                .filteredOn(one -> one.offer() == AzureOffer.LEGACY)
                .hasSizeBetween(20, 70)
                .allMatch(
                        one -> !one.culture().startsWith("he") && !one.culture().startsWith("zh"));
    }

    @Test
    void knowsWhoLeft() {
        World world = new World(seeded, new Journal(InstantSource.system()), Memory.none(), InstantSource.system());
        world.endRelationship(KnownCustomers.COHO_WINERY);

        assertThat(world.hasRelationship(KnownCustomers.COHO_WINERY)).isFalse();
        assertThat(world.hasRelationship(KnownCustomers.CONTOSO_RETAIL)).isTrue();
        world.resumeRelationship(KnownCustomers.COHO_WINERY);
        assertThat(world.hasRelationship(KnownCustomers.COHO_WINERY)).isTrue();
    }

    @Test
    void refusesABudgetBelowZeroAndAnUnknownCustomer() {
        World world = new World(seeded, new Journal(InstantSource.system()), Memory.none(), InstantSource.system());

        assertThatThrownBy(() -> world.setBudgetOutside(KnownCustomers.COHO_WINERY, new BigDecimal("-0.01")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> world.budget(UUID.randomUUID())).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void namesItsKnownCustomersOnce() {
        Set<UUID> ids = new HashSet<>();
        KnownCustomers.drafts().forEach(draft -> assertThat(ids.add(draft.id())).isTrue());
        assertThat(ids).hasSize(18);
    }

    private long count(Predicate<SeededCustomer> condition) {
        return seeded.stream().filter(condition).count();
    }

    private static boolean usedBetween(SeededCustomer one, String least, String below) {
        BigDecimal percent = usedPercent(one);
        return percent.compareTo(new BigDecimal(least)) >= 0 && percent.compareTo(new BigDecimal(below)) < 0;
    }

    private static BigDecimal usedPercent(SeededCustomer one) {
        return one.budget()
                .filter(amount -> amount.signum() > 0)
                .flatMap(amount -> one.customer()
                        .spent()
                        .map(spent -> spent.totalCost()
                                .multiply(BigDecimal.valueOf(100))
                                .divide(amount, 4, RoundingMode.HALF_UP)))
                .orElse(BigDecimal.ZERO);
    }
}
