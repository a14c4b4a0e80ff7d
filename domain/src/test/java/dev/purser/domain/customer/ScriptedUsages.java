package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.Usages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Usage in memory: of single customers as scripted, and as a list with one customer a page. */
final class ScriptedUsages implements Usages {

    private final Map<UUID, Reading<CustomerUsage>> single = new HashMap<>();
    private final List<Reading<Page>> pages = new ArrayList<>();
    private boolean readable;

    /** From now on the account's credentials can read usage. */
    void becomesReadable() {
        readable = true;
    }

    void of(UUID tenant, Reading<CustomerUsage> reading) {
        single.put(tenant, reading);
    }

    void lists(CustomerUsage usage) {
        pages.add(new Reading.Read<>(new Page(List.of(usage), Optional.empty()), UUID.randomUUID()));
    }

    void listFails(Reading<Page> failed) {
        pages.add(failed);
    }

    @Override
    public boolean canRead(AccountName account) {
        return readable;
    }

    @Override
    public Reading<CustomerUsage> read(CustomerId customer) {
        return Optional.ofNullable(single.get(customer.tenant())).orElseThrow();
    }

    @Override
    public Reading<Page> page(AccountName account, Optional<Relationships.Continuation> after) {
        int page = after.map(Relationships.Continuation::token)
                .map(Integer::parseInt)
                .orElse(0);
        if (pages.isEmpty()) {
            return new Reading.Read<>(new Page(List.of(), Optional.empty()), UUID.randomUUID());
        }
        return switch (pages.get(page)) {
            case Reading.Read<Page>(var read, var correlation)
            when page + 1 < pages.size() ->
                new Reading.Read<>(
                        new Page(read.usages(), Optional.of(ScriptedRelationships.continuation(page + 1))),
                        correlation);
            case Reading<Page> last -> last;
        };
    }
}
