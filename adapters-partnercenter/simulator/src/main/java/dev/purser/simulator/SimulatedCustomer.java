package dev.purser.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * One customer of the simulated partner. Its budget changes and is therefore in the {@link World}.
 *
 * @param id the customer's tenant id
 * @param name 1 to 250 UTF-16 units, any of which may be hostile
 * @param domain below {@code .example}
 * @param country ISO 3166 alpha-2
 * @param city where it has its seat
 * @param culture such as {@code de-DE}; a legacy customer's currency is told by it alone
 * @param currency ISO 4217
 * @param offer what Azure is bought by
 * @param spend what was spent in the current period
 * @param amountStyle how its budget is printed
 */
public record SimulatedCustomer(
        UUID id,
        String name,
        String domain,
        String country,
        String city,
        String culture,
        String currency,
        AzureOffer offer,
        Spend spend,
        AmountStyle amountStyle) {

    static final int LONGEST_NAME = 250;

    public SimulatedCustomer {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to 250 characters, not " + name.length());
        }
        if (!domain.endsWith(".example")) {
            throw new IllegalArgumentException("not below .example: " + domain);
        }
    }

    /** Of its Azure plan, or of its one legacy subscription. */
    public UUID subscriptionId() {
        return UUID.nameUUIDFromBytes(("subscription" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** The figures of this period, or empty when there is no Azure usage. */
    public Optional<Spend.Spent> spent() {
        return switch (spend) {
            case Spend.Spent spent -> Optional.of(spent);
            case Spend.NoUsage _, Spend.NoUsageListedAsZero _ -> Optional.empty();
        };
    }
}
