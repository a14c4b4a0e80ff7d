package dev.purser.domain.rights;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.Customers.Position;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.history.WrittenEntries;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.People;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import dev.purser.domain.rights.Holder.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** People, their portfolios and invitations in memory. */
public final class InMemoryRights implements People, Grants, Invitations {

    private record Person(
            PersonId id,
            String issuer,
            Optional<String> subject,
            Optional<Invitee> invited,
            boolean withdrawn,
            boolean erased,
            String name,
            String address,
            Optional<Instant> signedInAt,
            Instant validFrom,
            Set<Role> roles) {

        Person erase() {
            return new Person(id, issuer, subject, invited, withdrawn, true, "", "", signedInAt, validFrom, roles);
        }

        Person withdraw(boolean taken) {
            return new Person(id, issuer, subject, invited, taken, erased, name, address, signedInAt, validFrom, roles);
        }

        Person valid(Instant from) {
            return new Person(id, issuer, subject, invited, withdrawn, erased, name, address, signedInAt, from, roles);
        }

        Person come(Identity identity, Set<Role> with, Instant at) {
            return new Person(
                    id,
                    issuer,
                    Optional.of(identity.subject()),
                    invited,
                    false,
                    false,
                    identity.name(),
                    identity.address(),
                    Optional.of(at),
                    validFrom,
                    with);
        }
    }

    private record Held(PersonId by, long entry, Instant at) {}

    private final InstantSource clock;
    private final WrittenEntries entries;
    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final Map<PersonId, Map<CustomerId, Held>> portfolios = new HashMap<>();
    private final Map<CustomerId, KnownCustomer> customers = new LinkedHashMap<>();

    public InMemoryRights(InstantSource clock, WrittenEntries entries) {
        this.clock = clock;
        this.entries = entries;
    }

    public synchronized void learn(CustomerId customer, String name, String domain) {
        customers.put(
                customer,
                new KnownCustomer(
                        customer,
                        name,
                        domain,
                        Optional.empty(),
                        Optional.empty(),
                        BillingCurrency.unknown(),
                        new UsageRead.NotRead(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    public synchronized void erase(PersonId person) {
        people.computeIfPresent(person, (id, known) -> known.erase());
    }

    @Override
    public synchronized Optional<PersonId> recognise(Identity identity, Set<Role> roles, Instant signedInAt) {
        var known = people.values().stream()
                .filter(person -> person.issuer.equals(identity.issuer())
                        && person.subject.equals(Optional.of(identity.subject())))
                .findFirst();
        var person = known.or(() -> people.values().stream()
                        .filter(one -> one.issuer.equals(identity.issuer()) && one.subject.isEmpty())
                        .filter(one -> !one.withdrawn
                                && one.invited
                                        .filter(identity.vouched()::contains)
                                        .isPresent())
                        .findFirst())
                .orElseGet(() -> stranger(identity));
        if (signedInAt.isBefore(person.validFrom)) {
            return Optional.empty();
        }
        if (person.signedInAt.filter(signedInAt::isBefore).isEmpty()) {
            people.put(person.id, person.come(identity, roles, signedInAt));
            if (person.signedInAt.isEmpty() && !person.withdrawn) {
                person.invited.ifPresent(
                        invitee -> entries.write(RightsEntries.accepted(person.id, invitee.kind()), clock.instant()));
            }
        }
        return Optional.of(person.id);
    }

    private static Person stranger(Identity identity) {
        return new Person(
                new PersonId(UUID.randomUUID()),
                identity.issuer(),
                Optional.of(identity.subject()),
                Optional.empty(),
                false,
                false,
                "",
                "",
                Optional.empty(),
                Instant.MIN,
                Set.of());
    }

    @Override
    public synchronized List<String> administrators(PersonId asking) {
        return fellows(asking).stream()
                .filter(person -> person.roles.contains(Role.ADMINISTRATOR))
                .filter(person -> person.signedInAt
                        .filter(clock.instant().minus(Duration.ofDays(90))::isBefore)
                        .isPresent())
                .sorted(Comparator.comparing((Person person) -> person.signedInAt.orElseThrow())
                        .reversed())
                .limit(ASKED_AT_MOST)
                .map(Person::name)
                .toList();
    }

    private List<Person> fellows(PersonId person) {
        var issuer = Optional.ofNullable(people.get(person)).map(Person::issuer);
        return people.values().stream()
                .filter(one -> issuer.equals(Optional.of(one.issuer)))
                .toList();
    }

    @Override
    public synchronized void endSessions(PersonId person) {
        people.computeIfPresent(
                person,
                (id, known) -> known.valid(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
    }

    @Override
    public synchronized List<Holder> holders(PersonId administrator) {
        return fellows(administrator).stream()
                .filter(person -> !person.withdrawn)
                .map(this::holder)
                .sorted(Comparator.comparing(Holder::name))
                .toList();
    }

    @Override
    public synchronized Optional<Holder> find(PersonId administrator, PersonId person) {
        return holders(administrator).stream()
                .filter(holder -> holder.id().equals(person))
                .findFirst();
    }

    private Holder holder(Person person) {
        return new Holder(
                person.id,
                person.name,
                person.address,
                standing(person),
                held(person.id).size());
    }

    private static Standing standing(Person person) {
        if (person.erased) {
            return new Standing.Erased();
        }
        return person.signedInAt
                .<Standing>map(at -> new Standing.SignedIn(at, Optional.of(person.roles)))
                .orElseGet(
                        () -> new Standing.Invited(person.invited.orElseThrow().kind(), Optional.of(Instant.EPOCH)));
    }

    private Map<CustomerId, Held> held(PersonId person) {
        return portfolios.computeIfAbsent(person, nobody -> new HashMap<>());
    }

    @Override
    public synchronized Page page(PersonId person, Match match, Optional<Position> from, int size) {
        var found = matching(person, match);
        var held = found.stream()
                .filter(customer -> held(person).containsKey(customer.id()))
                .collect(Collectors.toMap(KnownCustomer::id, customer -> grant(person, customer.id())));
        return new Page(new Customers.Page(found, found.size(), Optional.empty(), Optional.empty()), held);
    }

    private Grant grant(PersonId person, CustomerId customer) {
        var held = Optional.ofNullable(held(person).get(customer)).orElseThrow();
        return new Grant(
                OptionalLong.of(held.entry),
                Optional.of(held.at),
                Optional.ofNullable(people.get(held.by)).map(Person::name));
    }

    private List<KnownCustomer> matching(PersonId person, Match match) {
        var text = match.text().toLowerCase(Locale.ROOT);
        return customers.values().stream()
                .filter(customer -> match.account()
                        .filter(account -> !account.equals(customer.id().account()))
                        .isEmpty())
                .filter(customer -> (customer.name() + " " + customer.domain())
                                .toLowerCase(Locale.ROOT)
                                .contains(text)
                        || customer.id().tenant().toString().startsWith(text))
                .filter(customer -> switch (match.holding()) {
                    case ANYBODYS -> true;
                    case HELD -> held(person).containsKey(customer.id());
                    case NOT_HELD -> !held(person).containsKey(customer.id());
                    case NOBODYS -> isNobodys(customer.id());
                })
                .sorted(Comparator.comparing(KnownCustomer::name))
                .toList();
    }

    private boolean isNobodys(CustomerId customer) {
        return portfolios.values().stream().noneMatch(portfolio -> portfolio.containsKey(customer));
    }

    @Override
    public synchronized long affected(PersonId person, Sharing sharing, Match match) {
        return changing(person, sharing, matching(person, match)).size();
    }

    private List<CustomerId> changing(PersonId person, Sharing sharing, List<KnownCustomer> found) {
        return found.stream()
                .map(KnownCustomer::id)
                .filter(customer -> held(person).containsKey(customer)
                        == switch (sharing) {
                            case GRANT -> false;
                            case TAKE -> true;
                        })
                .toList();
    }

    @Override
    public synchronized Extent extent() {
        return new Extent(
                customers.size(),
                customers.keySet().stream().filter(this::isNobodys).count());
    }

    @Override
    public synchronized Outcome share(Order order) {
        var person = people.get(order.person());
        if (person == null || person.withdrawn) {
            return new Outcome.NoSuchPerson();
        }
        if (person.erased && order.sharing() == Sharing.GRANT) {
            return new Outcome.Erased();
        }
        var found = switch (order.selection()) {
            case Selection.These(var these) ->
                customers.values().stream()
                        .filter(customer -> these.contains(customer.id()))
                        .toList();
            case Selection.AllThatMatch(var match, var confirmed) -> matching(person.id, match);
        };
        var changing = changing(person.id, order.sharing(), found);
        if (order.selection() instanceof Selection.AllThatMatch(var match, var confirmed)
                && confirmed.orElse(-1) != changing.size()) {
            return new Outcome.Differs(changing.size());
        }
        return changing.isEmpty() ? new Outcome.Nothing() : share(order, changing);
    }

    private Outcome share(Order order, List<CustomerId> changing) {
        var numbers = new ArrayList<Long>();
        var held = held(order.person());
        for (var parcel : Parcel.of(changing)) {
            var number = entries.all().size() + 1L;
            for (var tenant : parcel.tenants()) {
                var customer = new CustomerId(parcel.account(), tenant);
                switch (order.sharing()) {
                    case GRANT -> held.put(customer, new Held(order.by(), number, clock.instant()));
                    case TAKE -> held.remove(customer);
                }
            }
            var name = parcel.tenants().size() == 1
                    ? Optional.ofNullable(customers.get(new CustomerId(
                                    parcel.account(), parcel.tenants().getFirst())))
                            .map(KnownCustomer::name)
                    : Optional.<String>empty();
            entries.write(
                    RightsEntries.shared(
                            order, entries.pseudonym(order.person()), parcel, changing.size(), held.size(), name),
                    clock.instant());
            numbers.add(number);
        }
        return new Outcome.Shared(changing.size(), numbers);
    }

    @Override
    public synchronized Invitation invite(PersonId by, Issuer issuer, Invitee invitee) {
        var known = people.values().stream()
                .filter(person -> person.issuer.equals(issuer.value()))
                .filter(person -> person.invited.equals(Optional.of(invitee))
                        || (invitee.kind() == Invitee.Kind.SUBJECT
                                && person.subject.equals(Optional.of(invitee.value()))))
                .findFirst();
        if (known.filter(person -> person.signedInAt.isPresent()).isPresent()) {
            return new Invitation.Known(known.get().id);
        }
        if (known.filter(person -> !person.withdrawn).isPresent()) {
            return new Invitation.Already(known.get().id);
        }
        var person = known.map(before -> before.withdraw(false)).orElseGet(() -> invited(issuer, invitee));
        people.put(person.id, person);
        entries.write(RightsEntries.invited(by, entries.pseudonym(person.id), invitee.kind()), clock.instant());
        return new Invitation.Invited(person.id, entries.all().size());
    }

    private static Person invited(Issuer issuer, Invitee invitee) {
        return new Person(
                new PersonId(UUID.randomUUID()),
                issuer.value(),
                invitee.kind() == Invitee.Kind.SUBJECT ? Optional.of(invitee.value()) : Optional.empty(),
                Optional.of(invitee),
                false,
                false,
                invitee.value(),
                "",
                Optional.empty(),
                Instant.MIN,
                Set.of());
    }

    @Override
    public synchronized Withdrawal withdraw(PersonId by, PersonId person) {
        var known = people.get(person);
        if (known == null || known.withdrawn) {
            return new Withdrawal.NotInvited();
        }
        if (known.signedInAt.isPresent()) {
            return new Withdrawal.Accepted();
        }
        var held = held(person).keySet();
        if (!held.isEmpty()) {
            share(new Order(by, person, Sharing.TAKE, new Selection.These(held), ""), List.copyOf(held));
        }
        people.put(person, known.withdraw(true));
        entries.write(RightsEntries.withdrawn(by, entries.pseudonym(person)), clock.instant());
        return new Withdrawal.Withdrawn(entries.all().size());
    }

    @Override
    public synchronized Ending endSessions(PersonId by, PersonId person) {
        var known = people.get(person);
        if (known == null || known.signedInAt.isEmpty()) {
            return new Ending.NoSession();
        }
        endSessions(person);
        entries.write(RightsEntries.sessionsEnded(by, entries.pseudonym(person)), clock.instant());
        return new Ending.Ended(entries.all().size());
    }
}
