package dev.purser.domain.change;

import dev.purser.domain.budget.AmountReader;
import dev.purser.domain.budget.BudgetPolicy;
import dev.purser.domain.budget.BudgetPolicy.Concern;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.TypedAmount;
import dev.purser.domain.change.Changes.Acceptance;
import dev.purser.domain.change.Changes.Occupant;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.UsageRead;
import dev.purser.domain.history.ForeignText;
import dev.purser.domain.portfolio.Actor;
import dev.purser.domain.portfolio.Reader;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A person asks for another budget. What is accepted here is never lost; sending it is the work of {@link CarryOutChanges}. */
public final class ChangeBudget {

    private final Changes changes;
    private final Customers customers;
    private final BudgetPolicy policy;
    private final InstantSource clock;

    public ChangeBudget(Changes changes, Customers customers, BudgetPolicy policy, InstantSource clock) {
        this.changes = changes;
        this.customers = customers;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * A filled-in form.
     *
     * @param id minted with the form: the same form twice is one change
     * @param seen the budget that the form showed; where it does not say so, the wish is reviewed
     */
    public record Wish(
            UUID id,
            CustomerId customer,
            Wanted wanted,
            Optional<SpendingLimit> seen,
            String reason,
            String ticket,
            Consent consent) {}

    /** What is asked for. */
    public sealed interface Wanted {

        /** @param thousands the reader's thousands separator */
        record Amount(String typed, char thousands) implements Wanted {}

        record Removal() implements Wanted {}

        /** The budget that was in force before that change of the same customer. */
        record Undo(UUID change) implements Wanted {}

        default String typed() {
            return switch (this) {
                case Amount(var typed, var thousands) -> ForeignText.oneLine(typed);
                case Removal removal -> "";
                case Undo undo -> "";
            };
        }

        default Optional<UUID> undoes() {
            return switch (this) {
                case Amount amount -> Optional.empty();
                case Removal removal -> Optional.empty();
                case Undo(var change) -> Optional.of(change);
            };
        }
    }

    /** Whether the person has seen what there is to consider. */
    public sealed interface Consent {

        /** It comes from the form: what there is to consider is shown first. */
        Consent NOT_ASKED = new NotAsked();

        /** They want to see it reviewed in any case. */
        Consent TO_BE_ASKED = new ToBeAsked();

        record NotAsked() implements Consent {}

        record ToBeAsked() implements Consent {}

        /**
         * It comes from the review page, and is given to what that page showed. What has become of it since is shown once
         * more: a budget that moved again, another amount, something else to consider.
         *
         * @param wanted the budget that it showed as asked for
         * @param concerns {@link Concern#key()} of what it showed to consider
         */
        record Given(SpendingLimit wanted, Set<String> concerns) implements Consent {
            public Given {
                concerns = Set.copyOf(concerns);
            }

            boolean covers(SpendingLimit limit, List<Concern> now) {
                return wanted.equals(limit)
                        && now.stream()
                                .noneMatch(concern -> concern instanceof Concern.Moved
                                        || concern instanceof Concern.NotShown
                                        || !concerns.contains(concern.key()));
            }
        }
    }

    /** What became of the wish. */
    public sealed interface Result {

        /** Accepted now, or before with the same content: its receipt tells what became of it. */
        record Accepted(UUID change) implements Result {}

        /** To be shown to the person first. Nothing was kept. */
        record ToReview(KnownCustomer customer, SpendingLimit now, SpendingLimit wanted, List<Concern> concerns)
                implements Result {}

        /** Nothing was kept. */
        record Unusable(KnownCustomer customer, List<Flaw> flaws) implements Result {}

        /**
         * This form was sent before, with another content.
         *
         * @param before what was sent; empty where somebody else sent it, whose change is none of this person's business
         */
        record SentOtherwise(KnownCustomer customer, Optional<Change> before) implements Result {}

        /** Another change is open. */
        record Occupied(KnownCustomer customer, Occupant by) implements Result {}

        /** There is no such customer, or it may not be changed by this person, which is the same to them. */
        record NoSuchCustomer() implements Result {}
    }

    /** What has to be mended before a wish can be accepted. */
    public sealed interface Flaw {

        /** Any reading but {@link TypedAmount.Understood}. */
        record Amount(TypedAmount read) implements Flaw {}

        record ReasonMissing() implements Flaw {}

        record ReasonTooLong(int permitted) implements Flaw {}

        record TicketTooLong(int permitted) implements Flaw {}

        /** The budget has not been read from Microsoft yet, so nobody can say what would change. */
        record BudgetNotRead() implements Flaw {}

        record RelationshipEnded() implements Flaw {}

        /** Of this customer there is no confirmed change of that id; what was not applied needs no undoing. */
        record NothingToUndo() implements Flaw {}

        /**
         * The budget is no longer the one that the change has made.
         *
         * @param made by the change that was to be undone
         * @param now as last read
         */
        record MovedOn(SpendingLimit made, SpendingLimit now) implements Flaw {}
    }

    /** What a wish would come to that is still being written. */
    public sealed interface Prospect {

        /**
         * @param now the budget as last read
         * @param concerns for which it would be shown once more; empty where it would be accepted as it is
         */
        record Budget(SpendingLimit now, SpendingLimit wanted, List<Concern> concerns) implements Prospect {}

        record None(Flaw flaw) implements Prospect {}
    }

    public Result ask(Actor actor, Wish wish) {
        var mayChange = actor.writer().orElse(Reader.NOBODY);
        return customers
                .find(mayChange, wish.customer())
                .map(customer -> ask(actor, wish, customer))
                .orElseGet(Result.NoSuchCustomer::new);
    }

    /**
     * What would become of a wish with a reason. Nothing is kept, and Microsoft is not asked.
     *
     * @param customer that the person may change
     * @param seen the budget that the form shows
     */
    public Prospect foresee(KnownCustomer customer, Wanted wanted, Optional<SpendingLimit> seen) {
        if (customer.budget().isEmpty()) {
            return new Prospect.None(new Flaw.BudgetNotRead());
        }
        if (customer.relationshipEndedAt().isPresent()) {
            return new Prospect.None(new Flaw.RelationshipEnded());
        }
        var now = customer.budget().get().limit();
        return switch (target(wanted, customer, now)) {
            case Target.Budget(var limit) -> new Prospect.Budget(now, limit, concerns(customer, seen, now, limit));
            case Target.None(var flaw) -> new Prospect.None(flaw);
        };
    }

    private Result ask(Actor actor, Wish wish, KnownCustomer customer) {
        // First, for a relative amount means something else once the same form has been carried out.
        var before = changes.find(Reader.EVERYTHING, wish.id());
        if (before.isPresent()) {
            return known(actor, wish, customer, before.get().change());
        }
        if (customer.budget().isEmpty()) {
            return new Result.Unusable(customer, List.of(new Flaw.BudgetNotRead()));
        }
        var now = customer.budget().get().limit();
        return switch (target(wish.wanted(), customer, now)) {
            case Target.Budget(var wanted) -> ask(actor, wish, customer, now, wanted);
            case Target.None(var flaw) -> new Result.Unusable(customer, flaws(wish, customer, List.of(flaw)));
        };
    }

    private Result ask(Actor actor, Wish wish, KnownCustomer customer, SpendingLimit now, SpendingLimit wanted) {
        var flaws = flaws(wish, customer, List.of());
        if (!flaws.isEmpty()) {
            return new Result.Unusable(customer, flaws);
        }
        var concerns = concerns(customer, wish.seen(), now, wanted);
        var reviewed = switch (wish.consent()) {
            case Consent.NotAsked() -> concerns.isEmpty();
            case Consent.ToBeAsked() -> false;
            case Consent.Given given -> given.covers(wanted, concerns);
        };
        return reviewed
                ? accept(actor, wish, customer, now, wanted)
                : new Result.ToReview(customer, now, wanted, concerns);
    }

    private Result accept(Actor actor, Wish wish, KnownCustomer customer, SpendingLimit now, SpendingLimit wanted) {
        var change = new Change(
                wish.id(),
                customer.id(),
                customer.name(),
                actor.person(),
                now,
                wanted,
                customer.currency(),
                new Wording(wish.wanted().typed(), wish.reason(), Optional.of(wish.ticket())),
                clock.instant(),
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(),
                wish.wanted().undoes());
        return switch (changes.accept(actor.writer().orElse(Reader.NOBODY), change)) {
            case Acceptance.Accepted(var id) -> new Result.Accepted(id);
            case Acceptance.Known(var earlier) -> known(actor, wish, customer, earlier);
            case Acceptance.Occupied(var by) -> new Result.Occupied(customer, by);
            case Acceptance.NotPermitted() -> new Result.NoSuchCustomer();
        };
    }

    private static Result known(Actor actor, Wish wish, KnownCustomer customer, Change before) {
        var own = before.who().equals(actor.person());
        var same = own
                && before.customer().equals(wish.customer())
                && asksFor(before, wish.wanted())
                && before.wording().reason().equals(ForeignText.oneLine(wish.reason()))
                && before.wording().ticket().orElse("").equals(ForeignText.oneLine(wish.ticket()));
        return same
                ? new Result.Accepted(before.id())
                : new Result.SentOtherwise(customer, Optional.of(before).filter(change -> own));
    }

    private static boolean asksFor(Change change, Wanted wanted) {
        return change.undoes().equals(wanted.undoes())
                && switch (wanted) {
                    case Wanted.Amount amount ->
                        change.wording().typed().equals(amount.typed())
                                && change.wanted() instanceof SpendingLimit.Limit;
                    case Wanted.Removal removal -> change.wanted() instanceof SpendingLimit.NotSet;
                    case Wanted.Undo undo -> true;
                };
    }

    /** The budget that a wish comes to. */
    private sealed interface Target {

        record Budget(SpendingLimit wanted) implements Target {}

        record None(Flaw flaw) implements Target {}
    }

    private Target target(Wanted wanted, KnownCustomer customer, SpendingLimit now) {
        return switch (wanted) {
            case Wanted.Amount(var typed, var thousands) ->
                target(new AmountReader(now, customer.currency(), thousands).read(typed));
            case Wanted.Removal removal ->
                target(now instanceof SpendingLimit.NotSet ? new TypedAmount.Unchanged() : new TypedAmount.Removed());
            case Wanted.Undo(var change) -> before(change, customer, now);
        };
    }

    private static Target target(TypedAmount read) {
        return switch (read) {
            case TypedAmount.Understood(var limit) -> new Target.Budget(limit);
            case TypedAmount.Removed removed -> new Target.Budget(SpendingLimit.notSet());
            case TypedAmount.Missing flaw -> none(flaw);
            case TypedAmount.Unreadable flaw -> none(flaw);
            case TypedAmount.OtherCurrency flaw -> none(flaw);
            case TypedAmount.Ambiguous flaw -> none(flaw);
            case TypedAmount.BelowZero flaw -> none(flaw);
            case TypedAmount.TooLarge flaw -> none(flaw);
            case TypedAmount.TooManyDecimals flaw -> none(flaw);
            case TypedAmount.NothingToStartFrom flaw -> none(flaw);
            case TypedAmount.Unchanged flaw -> none(flaw);
        };
    }

    private static Target none(TypedAmount read) {
        return new Target.None(new Flaw.Amount(read));
    }

    /** What was in force before a change is wanted back only as long as the change itself is in force. */
    private Target before(UUID change, KnownCustomer customer, SpendingLimit now) {
        var undone = changes.find(Reader.EVERYTHING, change)
                .map(Changes.Receipt::change)
                .filter(found -> found.customer().equals(customer.id()))
                .filter(found -> found.state() instanceof ChangeState.Confirmed);
        if (undone.isEmpty()) {
            return new Target.None(new Flaw.NothingToUndo());
        }
        var made = undone.get().wanted();
        return made.equals(now) ? new Target.Budget(undone.get().seen()) : new Target.None(new Flaw.MovedOn(made, now));
    }

    /** @param ofAmount what is wrong with the budget asked for */
    private static List<Flaw> flaws(Wish wish, KnownCustomer customer, List<Flaw> ofAmount) {
        var flaws = new ArrayList<Flaw>();
        if (customer.relationshipEndedAt().isPresent()) {
            flaws.add(new Flaw.RelationshipEnded());
        }
        flaws.addAll(ofAmount);
        var reason = ForeignText.oneLine(wish.reason());
        if (reason.isEmpty()) {
            flaws.add(new Flaw.ReasonMissing());
        } else if (reason.length() > Wording.LONGEST_REASON) {
            flaws.add(new Flaw.ReasonTooLong(Wording.LONGEST_REASON));
        }
        if (ForeignText.oneLine(wish.ticket()).length() > Wording.LONGEST_TICKET) {
            flaws.add(new Flaw.TicketTooLong(Wording.LONGEST_TICKET));
        }
        return flaws;
    }

    private List<Concern> concerns(
            KnownCustomer customer, Optional<SpendingLimit> seen, SpendingLimit now, SpendingLimit wanted) {
        return policy.concerns(seen, now, wanted, customer.currency(), spend(customer));
    }

    private static Optional<BigDecimal> spend(KnownCustomer customer) {
        return customer.usage() instanceof UsageRead.Spent(var usage, var at)
                        && customer.currency()
                                .known()
                                .equals(Optional.of(usage.spend().currency()))
                ? Optional.of(usage.spend().amount())
                : Optional.empty();
    }
}
