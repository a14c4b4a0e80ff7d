package dev.purser.simulator;

import java.util.UUID;

/**
 * A customer whose name and figures are written down rather than drawn.
 *
 * @param domain without {@code .example}
 * @param budget empty for none
 * @param spend empty for no Azure usage
 */
record CustomerDraft(
        UUID id,
        String name,
        String domain,
        String country,
        String city,
        String culture,
        BillingCurrency currency,
        String budget,
        String spend,
        int daysLate) {

    /** @param place country, city, culture and currency, a space between them */
    static CustomerDraft of(UUID id, String name, String domain, String place, String budget, String spend) {
        String[] parts = place.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not country, city, culture and currency: " + place);
        }
        return new CustomerDraft(
                id, name, domain, parts[0], parts[1], parts[2], BillingCurrency.valueOf(parts[3]), budget, spend, 0);
    }

    CustomerDraft daysLate(int days) {
        return new CustomerDraft(id, name, domain, country, city, culture, currency, budget, spend, days);
    }
}
