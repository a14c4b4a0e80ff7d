package dev.purser.domain.rights;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The customers that one entry tells of, all of one account.
 *
 * @param number of this one among all that are made at once, from 1
 * @param of how many there are
 */
public record Parcel(AccountName account, List<UUID> tenants, int number, int of) {

    /** With its ids, a long reason and a long search an entry of so many customers stays well below its 16 KiB. */
    public static final int LARGEST = 300;

    public Parcel {
        tenants = List.copyOf(tenants);
        if (tenants.isEmpty() || tenants.size() > LARGEST || number < 1 || number > of) {
            throw new IllegalArgumentException("No parcel: " + tenants.size() + " customers, " + number + " of " + of);
        }
    }

    /** The customers by account and tenant id, in as few parcels as there can be. */
    public static List<Parcel> of(Collection<CustomerId> customers) {
        var byAccount = new TreeMap<AccountName, List<UUID>>();
        customers.stream()
                .distinct()
                // As people and PostgreSQL order them; Java compares the halves of a UUID as signed numbers.
                .sorted(Comparator.comparing(customer -> customer.tenant().toString()))
                .forEach(customer -> byAccount
                        .computeIfAbsent(customer.account(), account -> new ArrayList<>())
                        .add(customer.tenant()));
        var count = byAccount.values().stream()
                .mapToInt(tenants -> Math.ceilDiv(tenants.size(), LARGEST))
                .sum();
        var parcels = new ArrayList<Parcel>();
        byAccount.forEach((account, tenants) -> {
            for (var from = 0; from < tenants.size(); from += LARGEST) {
                var until = Math.min(from + LARGEST, tenants.size());
                parcels.add(new Parcel(account, tenants.subList(from, until), parcels.size() + 1, count));
            }
        });
        return parcels;
    }
}
