package dev.purser.domain.customer;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Relationships;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A list of customers in memory, page by page, in which any page can be made to fail. */
final class ScriptedRelationships implements Relationships {

    private final List<Reading<Page>> pages = new ArrayList<>();
    private Refusal ofUnlisted = new Refusal(404, Optional.of("60003"), "Tenant not found", UUID.randomUUID());

    /** The pages of the list, in this order. */
    @SafeVarargs
    final void pages(List<Customer>... customers) {
        pages.clear();
        for (var page = 0; page < customers.length; page++) {
            var next =
                    page + 1 < customers.length ? Optional.of(continuation(page + 1)) : Optional.<Continuation>empty();
            pages.add(new Reading.Read<>(new Page(customers[page], next), UUID.randomUUID()));
        }
    }

    void answer(int page, Reading<Page> reading) {
        pages.set(page, reading);
    }

    void refusesUnlisted(Refusal refusal) {
        ofUnlisted = refusal;
    }

    static Continuation continuation(int page) {
        return new Continuation("next", Integer.toString(page));
    }

    @Override
    public Reading<Page> page(AccountName account, Optional<Continuation> after) {
        return pages.get(after.map(Continuation::token).map(Integer::parseInt).orElse(0));
    }

    /** Whoever is on a page that can be read is a customer, and nobody else. */
    @Override
    public Reading<Relationship> read(CustomerId customer) {
        return pages.stream()
                .flatMap(reading -> reading instanceof Reading.Read<Page>(var page, var correlation)
                        ? page.customers().stream()
                        : Stream.empty())
                .filter(listed -> listed.tenant().equals(customer.tenant()))
                .map(listed -> new Relationship(listed, Optional.of("reseller"), Optional.of(true)))
                .findFirst()
                .<Reading<Relationship>>map(found -> new Reading.Read<>(found, UUID.randomUUID()))
                .orElseGet(() -> new Reading.Refused<>(ofUnlisted));
    }
}
