package dev.purser.domain.rights;

import dev.purser.domain.history.Draft;
import dev.purser.domain.history.EntryKind;
import dev.purser.domain.history.Facts;
import dev.purser.domain.history.Stream;
import dev.purser.domain.portfolio.Invitee;
import dev.purser.domain.portfolio.PersonId;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the history says of rights. The person whose rights they are stands in the fact {@code person}, by pseudonym, beside
 * the one who changed them.
 */
public final class RightsEntries {

    /** Stands for somebody who was erased together with their pseudonym. */
    public static final String ERASED = "erased";

    private RightsEntries() {}

    /**
     * Customers of one account were granted or taken.
     *
     * @param person pseudonym of the one in whose portfolio they are, or were
     * @param total how many customers are granted or taken at once, in all parcels
     * @param holds how many customers the portfolio has once this entry is written
     * @param name of the customer, where the parcel holds just one
     */
    public static Draft shared(
            Grants.Order order, String person, Parcel parcel, int total, long holds, Optional<String> name) {
        var facts = Facts.none()
                .and("person", person)
                .and("account", parcel.account().value())
                .and("customers", parcel.tenants().stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .and("count", Integer.toString(parcel.tenants().size()))
                .and("holds", Long.toString(holds))
                .and("reason", order.reason());
        var named = name.map(one -> facts.andForeign("customerName", one)).orElse(facts);
        var parted = parcel.of() == 1
                ? named
                : named.and("part", Integer.toString(parcel.number()))
                        .and("parts", Integer.toString(parcel.of()))
                        .and("total", Integer.toString(total));
        return new Draft(
                switch (order.sharing()) {
                    case GRANT -> EntryKind.CUSTOMERS_GRANTED;
                    case TAKE -> EntryKind.CUSTOMERS_TAKEN;
                },
                new Stream.OfPortal(),
                Optional.of(order.by()),
                searched(order.selection(), parted));
    }

    private static Facts searched(Selection selection, Facts facts) {
        return switch (selection) {
            case Selection.These these -> facts;
            case Selection.AllThatMatch(var match, var confirmed) -> facts.andForeign("search", match.text());
        };
    }

    /** Somebody was invited; by what exactly, the entry does not say, for an address is a name. */
    public static Draft invited(PersonId by, String person, Invitee.Kind kind) {
        return about(EntryKind.PERSON_INVITED, by, person, Facts.none().and("invitedBy", kind.key()));
    }

    public static Draft withdrawn(PersonId by, String person) {
        return about(EntryKind.INVITATION_WITHDRAWN, by, person, Facts.none());
    }

    /** Somebody who was invited has signed in for the first time. */
    public static Draft accepted(PersonId who, Invitee.Kind kind) {
        return new Draft(
                EntryKind.INVITATION_ACCEPTED,
                new Stream.OfPortal(),
                Optional.of(who),
                Facts.none().and("invitedBy", kind.key()));
    }

    /** Whatever sessions the person had are over. */
    public static Draft sessionsEnded(PersonId by, String person) {
        return about(EntryKind.SESSIONS_ENDED, by, person, Facts.none());
    }

    private static Draft about(EntryKind kind, PersonId by, String person, Facts facts) {
        return new Draft(kind, new Stream.OfPortal(), Optional.of(by), facts.and("person", person));
    }
}
