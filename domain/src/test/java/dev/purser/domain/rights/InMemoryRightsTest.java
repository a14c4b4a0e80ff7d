package dev.purser.domain.rights;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.rights.Grants.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class InMemoryRightsTest extends RightsContract {

    private final StoppedClock clock = new StoppedClock();
    private final WrittenEntries written = new WrittenEntries();
    private final InMemoryRights rights = new InMemoryRights(clock, written);

    @Override
    protected People people() {
        return rights;
    }

    @Override
    protected Grants grants() {
        return rights;
    }

    @Override
    protected Invitations invitations() {
        return rights;
    }

    @Override
    protected CustomerId customer(AccountName account, String name, String domain) {
        var customer = new CustomerId(account, UUID.randomUUID());
        rights.learn(customer, name, domain);
        return customer;
    }

    @Override
    protected List<CustomerId> customers(AccountName account, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> customer(account, "Customer " + number, ""))
                .toList();
    }

    @Override
    protected List<Map<String, String>> entries() {
        return written.all().stream().map(WrittenEntries.Written::facts).toList();
    }

    @Override
    protected void erase(PersonId person) {
        rights.erase(person);
    }

    @Override
    protected Instant now() {
        return clock.instant();
    }

    @Override
    protected Outcome asRequest(Supplier<Outcome> work) {
        return work.get();
    }
}
