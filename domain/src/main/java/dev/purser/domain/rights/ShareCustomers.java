package dev.purser.domain.rights;

import dev.purser.domain.history.ForeignText;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.PersonId;
import dev.purser.domain.portfolio.Role;
import java.util.ArrayList;
import java.util.List;

/** An administrator grants customers to somebody, or takes them. */
public final class ShareCustomers {

    /** In characters. */
    public static final int LONGEST_REASON = 500;

    private final Grants grants;

    public ShareCustomers(Grants grants) {
        this.grants = grants;
    }

    /** What asking for it came to. */
    public sealed interface Result {

        /** @param entries that tell of it, in their order */
        record Shared(int customers, List<Long> entries) implements Result {}

        /** All customers were as asked for already. */
        record Nothing() implements Result {}

        /** So many customers match: nothing is done before somebody has seen the number. */
        record ToConfirm(long customers) implements Result {}

        /** Nothing was done; this is to be mended. */
        record Unusable(List<Flaw> flaws) implements Result {}

        /** Nobody is behind the person any more to whom something could be granted. */
        record Erased() implements Result {}

        record NoSuchPerson() implements Result {}

        /** Only administrators share customers out. */
        record NotPermitted() implements Result {}
    }

    /** What is to be mended. */
    public enum Flaw {
        NOTHING_SELECTED,
        REASON_MISSING,
        REASON_TOO_LONG
    }

    public Result share(Actor actor, PersonId person, Sharing sharing, Selection selection, String reason) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            return new Result.NotPermitted();
        }
        if (grants.find(actor.person(), person).isEmpty()) {
            return new Result.NoSuchPerson();
        }
        var why = ForeignText.oneLine(reason);
        var flaws = flaws(selection, why);
        if (!flaws.isEmpty()) {
            return new Result.Unusable(flaws);
        }
        if (selection instanceof Selection.AllThatMatch(var match, var confirmed) && confirmed.isEmpty()) {
            return toConfirm(grants.affected(person, sharing, match));
        }
        return switch (grants.share(new Grants.Order(actor.person(), person, sharing, selection, why))) {
            case Grants.Outcome.Shared(var customers, var entries) -> new Result.Shared(customers, entries);
            case Grants.Outcome.Nothing() -> new Result.Nothing();
            case Grants.Outcome.Differs(var now) -> toConfirm(now);
            case Grants.Outcome.NoSuchPerson() -> new Result.NoSuchPerson();
            case Grants.Outcome.Erased() -> new Result.Erased();
        };
    }

    private static Result toConfirm(long customers) {
        return customers == 0 ? new Result.Nothing() : new Result.ToConfirm(customers);
    }

    private static List<Flaw> flaws(Selection selection, String reason) {
        var flaws = new ArrayList<Flaw>();
        if (selection instanceof Selection.These(var customers) && customers.isEmpty()) {
            flaws.add(Flaw.NOTHING_SELECTED);
        }
        if (reason.isEmpty()) {
            flaws.add(Flaw.REASON_MISSING);
        }
        if (reason.length() > LONGEST_REASON) {
            flaws.add(Flaw.REASON_TOO_LONG);
        }
        return flaws;
    }
}
