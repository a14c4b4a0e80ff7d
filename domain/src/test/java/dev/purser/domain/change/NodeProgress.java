package dev.purser.domain.change;

import dev.purser.domain.StoppedClock;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.WorldOutside.Flight;
import dev.purser.domain.change.WorldOutside.Left;
import dev.purser.domain.customer.InMemoryCustomers;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Relationships;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.portfolio.KnownPeople;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How far a node has come in one step of its work: all that it was told since it began. What it does next is asked of
 * the real {@link CarryOutChanges}, which is led through everything it was told once more.
 */
final class NodeProgress {

    /** What a port told a node. */
    sealed interface Told {

        record Claimed(Claim claim) implements Told {}

        record Read(Reading<SpendingLimit> reading) implements Told {}

        /**
         * What became of an intent.
         *
         * @param claim empty where the lease was lost
         */
        record Intended(Optional<Claim> claim) implements Told {}

        record Answered(Answer answer) implements Told {}
    }

    /** What a node does next. */
    sealed interface Call {

        record ToClaim() implements Call {}

        record ToRead() implements Call {}

        record ToIntend(Claim claim, Next.Send send) implements Call {}

        /**
         * A sending.
         *
         * @param permittedLate whether it would still leave after the fence should have closed
         */
        record ToSend(Budgets.Order order, boolean permittedLate) implements Call {}

        record ToRecord(Claim claim, Next.Transition transition, Optional<Attempt.End> end) implements Call {}
    }

    private final Design design;
    private final List<Told> told;
    private final Call next;
    private final Map<Told, NodeProgress> after = new HashMap<>();

    private NodeProgress(Design design, List<Told> told) {
        this.design = design;
        this.told = told;
        this.next = new Replay(design, told).next();
    }

    static NodeProgress none(Design design) {
        return new NodeProgress(design, List.of());
    }

    Call next() {
        return next;
    }

    /** The request that it makes in this step. */
    Flight flight(Left left) {
        var change = ((Told.Claimed) told.getFirst()).claim().change();
        return new Flight(Shelf.number(change), change.attempts().size() + 1, left);
    }

    NodeProgress after(Told more) {
        return after.computeIfAbsent(
                more,
                it -> new NodeProgress(
                        design, Stream.concat(told.stream(), Stream.of(it)).toList()));
    }

    /** Tells a use case what it was told before, and stops it where it asks for more. */
    private static final class Replay implements Changes, Budgets {

        private final Design design;
        private final List<Told> told;
        private final StoppedClock clock = new StoppedClock();
        private int heard;

        Replay(Design design, List<Told> told) {
            this.design = design;
            this.told = told;
        }

        private static final class Reached extends Error {
            private static final long serialVersionUID = 1L;

            private final transient Call call;

            Reached(Call call) {
                super(null, null, false, false);
                this.call = call;
            }
        }

        Call next() {
            var carryOut = new CarryOutChanges(
                    design.changes(this),
                    customers(),
                    design.budgets(this),
                    design.timing(Shelf.WORLD),
                    design.wall(clock),
                    design.nanos(clock::nanos),
                    (_, time) -> clock.passes(time),
                    "node");
            try {
                carryOut.next();
                return new Call.ToClaim();
            } catch (Reached reached) {
                return reached.call;
            }
        }

        private InMemoryCustomers customers() {
            var customers = new InMemoryCustomers(clock, new KnownPeople(), Shelf.WORLD.readStaleness());
            customers.learn(
                    Shelf.CUSTOMER.account(),
                    List.of(new Relationships.Customer(Shelf.CUSTOMER.tenant(), "Contoso", "")));
            return customers;
        }

        private Told hear(Call call) {
            if (heard == told.size()) {
                throw new Reached(call);
            }
            return told.get(heard++);
        }

        @Override
        public Optional<Claim> claim(String node, Duration lease) {
            if (hear(new Call.ToClaim()) instanceof Told.Claimed(var claim)) {
                return Optional.of(claim);
            }
            throw outOfStep();
        }

        @Override
        public Reading<SpendingLimit> read(CustomerId customer) {
            if (hear(new Call.ToRead()) instanceof Told.Read(var reading)) {
                return reading;
            }
            throw outOfStep();
        }

        @Override
        public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
            if (hear(new Call.ToIntend(claim, send)) instanceof Told.Intended(var intended)) {
                return intended;
            }
            throw outOfStep();
        }

        @Override
        public Answer send(Order order, SendFence fence) {
            if (heard == told.size()) {
                clock.passes(Shelf.WORLD.sendFence());
            }
            if (hear(new Call.ToSend(order, fence.permitsSending())) instanceof Told.Answered(var answer)) {
                return answer;
            }
            throw outOfStep();
        }

        @Override
        public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
            throw new Reached(new Call.ToRecord(claim, transition, end));
        }

        @Override
        public void release(Claim claim) {
            throw outOfStep();
        }

        @Override
        public Acceptance accept(Reader writer, Change wish) {
            throw outOfStep();
        }

        @Override
        public Optional<Receipt> find(Reader reader, UUID change) {
            throw outOfStep();
        }

        private IllegalStateException outOfStep() {
            return new IllegalStateException("Asked for something else than before: " + told);
        }
    }
}
