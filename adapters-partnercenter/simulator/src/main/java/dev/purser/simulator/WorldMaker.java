package dev.purser.simulator;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Invents the customers of a world. Each has a random generator of its own, so that a larger world with the same seed
 * begins with the smaller one.
 */
final class WorldMaker {

    private final Set<String> names = new HashSet<>();
    private final Set<String> domains = new HashSet<>();
    private final SplittableRandom seeds;

    private WorldMaker(long seed) {
        this.seeds = new SplittableRandom(seed);
    }

    static List<SeededCustomer> customers(long seed, int size) {
        WorldMaker maker = new WorldMaker(seed);
        List<CustomerDraft> written = new ArrayList<>(KnownCustomers.drafts());
        written.addAll(HostileCustomers.drafts());
        List<SeededCustomer> customers = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            SplittableRandom random = maker.seeds.split();
            customers.add(i < written.size() ? maker.asWritten(written.get(i), random) : maker.invented(random));
        }
        return customers;
    }

    private SeededCustomer asWritten(CustomerDraft draft, SplittableRandom random) {
        names.add(draft.name());
        domains.add(draft.domain());
        Spend spend = draft.spend().isEmpty()
                ? new Spend.NoUsage()
                : Figures.spent(new BigDecimal(draft.spend()), draft.currency(), draft.daysLate(), random);
        SimulatedCustomer customer = new SimulatedCustomer(
                draft.id(),
                draft.name(),
                draft.domain() + ".example",
                draft.country(),
                draft.city(),
                draft.culture(),
                draft.currency().name(),
                AzureOffer.AZURE_PLAN,
                spend,
                amountStyle(random));
        return new SeededCustomer(
                customer, draft.budget().isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(draft.budget())));
    }

    private SeededCustomer invented(SplittableRandom random) {
        UUID id = tenantId(random);
        Region region = region(random);
        Company company = company(region, random);
        Optional<BigDecimal> budget = Figures.budget(region.currency(), random);
        SimulatedCustomer customer = new SimulatedCustomer(
                id,
                company.name(),
                company.domain() + ".example",
                region.country(),
                pick(region.cities(), random),
                region.culture(),
                region.currency().name(),
                offer(region, random),
                Figures.spend(budget, region.currency(), random),
                amountStyle(random));
        return new SeededCustomer(customer, budget);
    }

    private record Company(String name, String domain) {}

    private Company company(Region region, SplittableRandom random) {
        String stem = pick(region.stems(), random);
        String trade = pick(region.trades(), random);
        String name = region.name(stem, trade, pick(region.forms(), random));
        String domain = inDomain(stem) + "-" + inDomain(trade);
        return new Company(unused(name, " ", names), unused(domain, "-", domains));
    }

    private static String unused(String wish, String separator, Set<String> used) {
        String free = wish;
        for (int i = 2; !used.add(free); i++) {
            free = wish + separator + i;
        }
        return free;
    }

    private static String inDomain(String word) {
        String spelled = Region.inDomain(word)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("Œ", "Oe")
                .replace("ø", "o")
                .replace("å", "a");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static Region region(SplittableRandom random) {
        int weights = Regions.ALL.stream().mapToInt(Region::weight).sum();
        int draw = random.nextInt(weights);
        for (Region region : Regions.ALL) {
            draw -= region.weight();
            if (draw < 0) {
                return region;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private static AzureOffer offer(Region region, SplittableRandom random) {
        boolean legacy = random.nextInt(100) < 15;
        return switch (region.offers()) {
            case PLAN_ONLY -> AzureOffer.AZURE_PLAN;
            case PLAN_AND_LEGACY -> legacy ? AzureOffer.LEGACY : AzureOffer.AZURE_PLAN;
        };
    }

    private static AmountStyle amountStyle(SplittableRandom random) {
        return AmountStyle.values()[random.nextInt(AmountStyle.values().length)];
    }

    /** A random UUID of version 4, from the given generator. */
    private static UUID tenantId(SplittableRandom random) {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static <T> T pick(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
