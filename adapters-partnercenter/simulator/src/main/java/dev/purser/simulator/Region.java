package dev.purser.simulator;

import java.util.List;

/**
 * Where invented companies have their seat, and what their names are made of.
 *
 * <p>Each word may be followed by a colon and its form in a domain, which scripts other than Latin need. In the pattern
 * {@code S} stands for the stem, {@code T} for the trade and {@code F} for the legal form.
 *
 * @param weight how often it is drawn, compared with the others
 */
record Region(
        int weight,
        String country,
        String culture,
        BillingCurrency currency,
        AzureOffers offers,
        String pattern,
        List<String> cities,
        List<String> forms,
        List<String> stems,
        List<String> trades) {

    /** Whether legacy customers exist there; where the culture does not tell the currency they cannot. */
    enum AzureOffers {
        PLAN_ONLY,
        PLAN_AND_LEGACY
    }

    static Region of(int weight, String place, AzureOffers offers, String pattern, String words) {
        String[] where = place.split(" ", -1);
        List<List<String>> lists = words.lines()
                .map(line -> List.of(line.strip().split("\\|", -1)))
                .toList();
        if (where.length != 3 || lists.size() != 4) {
            throw new IllegalArgumentException("not country, culture, currency and four lists: " + place);
        }
        return new Region(
                weight,
                where[0],
                where[1],
                BillingCurrency.valueOf(where[2]),
                offers,
                pattern,
                lists.get(0),
                lists.get(1),
                lists.get(2),
                lists.get(3));
    }

    String name(String stem, String trade, String form) {
        StringBuilder name = new StringBuilder();
        for (char part : pattern.toCharArray()) {
            switch (part) {
                case 'S' -> name.append(shown(stem));
                case 'T' -> name.append(shown(trade));
                case 'F' -> name.append(form);
                default -> name.append(part);
            }
        }
        return name.toString();
    }

    static String shown(String word) {
        int colon = word.indexOf(':');
        return colon < 0 ? word : word.substring(0, colon);
    }

    static String inDomain(String word) {
        return word.substring(word.indexOf(':') + 1);
    }
}
