package dev.purser.domain.change;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.NodeProgress.Call;
import dev.purser.domain.change.NodeProgress.Told;
import dev.purser.domain.change.Shelf.Done;
import dev.purser.domain.change.Shelf.Holding;
import dev.purser.domain.change.Situation.Node;
import dev.purser.domain.change.Situation.Spare;
import dev.purser.domain.change.StoredChanges.Age;
import dev.purser.domain.change.StoredChanges.Lease;
import dev.purser.domain.change.StoredChanges.Standing;
import dev.purser.domain.change.WorldOutside.Flight;
import dev.purser.domain.change.WorldOutside.Left;
import dev.purser.domain.change.WorldOutside.Moment;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Everything that can happen to the changes of one customer, step by step: what two nodes do, what Microsoft and the
 * network make of it, and time that passes. Time is told by what is certain since ({@link Age}): each pause may be over at
 * any moment, a lease may run out at any moment, but a request that left in time has landed, if it ever does, before its
 * landing window is over.
 */
final class PipelineModel {

    private static final SpendingLimit BASE = SpendingLimit.of("100");
    private static final SpendingLimit OUTSIDE = SpendingLimit.of("999");
    private static final SpendingLimit OTHER = SpendingLimit.of("7");
    private static final UUID CORRELATION = new UUID(4, 4);
    private static final Trouble TROUBLE = new Trouble(Trouble.Kind.BROKEN_OFF, "");

    /** What a reading may say beside a budget. */
    private static final List<Reading<SpendingLimit>> NOT_READ = List.of(
            new Reading.Unavailable<>(TROUBLE, CORRELATION),
            new Reading.Throttled<>(Duration.ofSeconds(30), CORRELATION),
            new Reading.Refused<>(refusal(403)),
            new Reading.Refused<>(new Refusal(404, Optional.of("60003"), "Gone.", CORRELATION)));

    /** Microsoft says no: the request is certainly not applied. */
    private static final List<Answer> REFUSALS = List.of(
            new Answer.Rejected(refusal(403)),
            new Answer.Unauthorized(refusal(401)),
            new Answer.Throttled(Duration.ofSeconds(30), CORRELATION));

    /** Nothing has left. */
    private static final List<Answer> NOT_SENT =
            List.of(new Answer.NeverSent(TROUBLE), new Answer.CredentialsRefused(refusal(400)));

    private final Bounds bounds;
    private final Shelf shelf;
    private final Node idle;
    private final IdentityHashMap<StoredChanges, Map<Object, Done<?>>> known = new IdentityHashMap<>();
    private final Set<Class<?>> heard = new LinkedHashSet<>();

    PipelineModel(Design design, Bounds bounds) {
        this.bounds = bounds;
        this.shelf = new Shelf(design.timing(Shelf.WORLD), bounds.wanted());
        this.idle = new Node(NodeProgress.none(design), Holding.TAKEN_OVER, false);
    }

    /**
     * How far the search goes.
     *
     * @param wanted what the changes ask for, one after the other; at first Microsoft has 100
     */
    record Bounds(List<SpendingLimit> wanted, Readings readings, Spare spare) {}

    /** Whether Microsoft may show a budget that has just been replaced. */
    enum Readings {
        UP_TO_DATE,
        STALE
    }

    /**
     * Something that may happen.
     *
     * @param label what, in words
     */
    record Step(Supplier<String> label, Kind kind, Situation next) {

        enum Kind {
            PROGRESS,
            /** What nothing may rely on to come to an end: a crash, a node held up, somebody else's doing. */
            SETBACK
        }
    }

    Situation start() {
        return new Situation(StoredChanges.NONE, WorldOutside.showing(BASE), List.of(idle, idle), bounds.spare());
    }

    /** Kinds of readings and answers that nodes were told so far. */
    Set<Class<?>> heard() {
        return heard;
    }

    boolean allAsked(Situation now) {
        return now.stored().changes().size() == bounds.wanted().size();
    }

    SpendingLimit wanted(int change) {
        return bounds.wanted().get(change - 1);
    }

    SpendingLimit base() {
        return BASE;
    }

    boolean edited(Situation now) {
        return now.spare().edits() < bounds.spare().edits();
    }

    /** Everything that may happen next. */
    void steps(Situation now, Consumer<Step> to) {
        now.world().flights().forEach(flight -> meets(now, flight, to));
        now.nodes().stream().distinct().forEach(node -> acts(now, node, to));
        if (allAsked(now) && now.stored().allEnded()) {
            return;
        }
        asks(now, to);
        timePasses(now, to);
        leaseEnds(now, to);
        if (now.spare().edits() > 0) {
            setback(
                    to,
                    () -> "somebody else sets " + OUTSIDE,
                    now.with(now.world().edited(OUTSIDE)).with(now.spare().edit()));
        }
    }

    /** A request comes to its end without a word to who sent it. */
    private void meets(Situation now, Flight flight, Consumer<Step> to) {
        progress(to, () -> flight + " gets lost", now.with(now.world().lost(flight)));
        progress(to, () -> flight + " lands, its answer gets lost", now.with(land(now, flight)));
    }

    private WorldOutside land(Situation now, Flight flight) {
        return upToDate(now.world().landed(flight, wanted(flight.change())));
    }

    private WorldOutside upToDate(WorldOutside world) {
        return bounds.readings() == Readings.STALE
                ? world
                : new WorldOutside(world.inForce(), world.flights(), world.landed(), List.of());
    }

    private void asks(Situation now, Consumer<Step> to) {
        var stored = now.stored();
        if (allAsked(now) || !stored.allEnded()) {
            return;
        }
        var wanted = wanted(stored.changes().size() + 1);
        seen(now).filter(seen -> !seen.equals(wanted)).distinct().forEach(seen -> {
            var done = known(stored, seen, () -> shelf.accept(stored, seen));
            progress(to, () -> "change to " + wanted + " is asked for, seeing " + seen, now.with(done.stored()));
        });
    }

    /** What a page may show: what was confirmed last, or a reading, unless it is known to be old. */
    private Stream<SpendingLimit> seen(Situation now) {
        var stored = now.stored();
        var last = stored.changes().size();
        var confirmed = last > 0 && stored.change(last).standing() == Standing.CONFIRMED;
        return Stream.concat(
                now.world().shown().stream().filter(shown -> !stored.replacedJustNow(shown)),
                confirmed ? Stream.of(wanted(last)) : Stream.empty());
    }

    private void timePasses(Situation now, Consumer<Step> to) {
        if (!now.world().old().isEmpty()) {
            progress(
                    to,
                    () -> "an old budget is not shown any more",
                    now.with(now.world().settled()));
        }
        var stored = now.stored();
        var youngest = Age.SETTLED;
        for (var change = 1; change <= stored.changes().size(); change++) {
            if (stored.change(change).standing() == Standing.CONFIRMED
                    && stored.change(change).age() == Age.FRESH
                    && !now.world().mayShowWhatWasReplacedBefore(Moment.confirmed(change))) {
                var number = change;
                progress(to, () -> number + " was confirmed long ago", now.with(stored.confirmedLongAgo(change)));
            }
            for (var attempt = 1; attempt <= stored.change(change).attempts().size(); attempt++) {
                var tried = stored.attempt(change, attempt);
                if (!tried.certain()) {
                    if (tried.age() != Age.SETTLED && youngest.atLeast(next(tried.age()))) {
                        ages(now, new Flight(change, attempt, Left.IN_TIME), next(tried.age()), to);
                    }
                    youngest = tried.age();
                }
            }
        }
    }

    /** Only a design that waits too little can tell what has landed from what is not shown any more. */
    private Age next(Age age) {
        return switch (age) {
            case FRESH -> Age.CLOSED;
            case CLOSED -> shelf.timing().equals(Shelf.WORLD) ? Age.SETTLED : Age.LANDED;
            case LANDED, SETTLED -> Age.SETTLED;
        };
    }

    /** Time passes for an attempt, as far as it may. */
    private static void ages(Situation now, Flight sent, Age age, Consumer<Step> to) {
        var later = now.with(now.stored().aged(sent.change(), sent.attempt(), age));
        var closed = Moment.closed(sent.change(), sent.attempt());
        switch (age) {
            case FRESH -> throw new IllegalArgumentException("Nothing grows younger");
            case CLOSED -> {
                if (!now.aboutToBeSent(sent)) {
                    progress(
                            to,
                            () -> "the fence of " + sent + " closes",
                            later.with(now.world().after(closed)));
                } else if (now.spare().oddities() > 0) {
                    setback(
                            to,
                            () -> "the fence of " + sent + " closes while its node is held up",
                            later.with(now.world().after(closed))
                                    .with(now.spare().oddity()));
                }
            }
            case LANDED -> {
                if (!now.world().maySet(sent)) {
                    progress(to, () -> sent + " can land no more", later);
                }
            }
            case SETTLED -> {
                if (!now.world().maySet(sent)
                        && !now.world().mayShowWhatWasReplacedBy(sent)
                        && !now.world().mayShowWhatWasReplacedBefore(closed)) {
                    progress(to, () -> sent + " can land no more, and what it replaced is not shown any more", later);
                }
            }
        }
    }

    private static void leaseEnds(Situation now, Consumer<Step> to) {
        if (now.stored().lease() != Lease.HELD) {
            return;
        }
        var world = now.stored().fresh().reduce(now.world(), WorldOutside::after, (one, other) -> other);
        var over = now.with(now.stored().leaseOver()).with(world);
        if (now.nodes().stream().noneMatch(Node::holds)) {
            progress(to, () -> "the lease of a dead node is over", over);
        } else if (now.spare().expiries() > 0) {
            setback(
                    to,
                    () -> "the lease is over, its node lives",
                    over.with(now.spare().expiry()));
        }
    }

    private void acts(Situation now, Node node, Consumer<Step> to) {
        if (!node.idle() && now.spare().crashes() > 0) {
            setback(
                    to,
                    () -> "a node dies before " + inWords(node),
                    now.with(node, idle).with(now.spare().crash()));
        }
        switch (node.progress().next()) {
            case Call.ToClaim toClaim -> claims(now, node, to);
            case Call.ToRead toRead -> reads(now, node, to);
            case Call.ToIntend(var claim, var send) -> {
                var done = known(now.stored(), node, () -> shelf.intend(now.stored(), node.holding(), claim, send));
                progress(
                        to,
                        () -> "intends to send" + (done.result().isPresent() ? "" : ", but the lease is lost"),
                        told(now.with(done.stored()), node, new Told.Intended(done.result())));
            }
            case Call.ToSend toSend when node.waits() -> hears(now, node, to);
            case Call.ToSend(var order, var permittedLate) -> sends(now, node, permittedLate, to);
            case Call.ToRecord(var claim, var transition, var end) -> {
                var done = known(
                        now.stored(),
                        node,
                        () -> new Done<>(true, shelf.record(now.stored(), node.holding(), claim, transition, end)));
                var number = Shelf.number(claim.change());
                var confirmed = done.stored().change(number).standing() == Standing.CONFIRMED
                        && now.stored().change(number).standing() != Standing.CONFIRMED;
                var recorded = now.with(done.stored())
                        .with(confirmed ? now.world().after(Moment.confirmed(number)) : now.world());
                progress(to, () -> "records " + transition.getClass().getSimpleName(), recorded.with(node, idle));
                if (end.isPresent() && now.spare().oddities() > 0) {
                    setback(
                            to,
                            () -> "records " + transition.getClass().getSimpleName() + ", and does not hear of it",
                            recorded.with(now.spare().oddity()));
                }
            }
        }
    }

    private void claims(Situation now, Node node, Consumer<Step> to) {
        var done = known(now.stored(), node, () -> shelf.claim(now.stored()));
        done.result().ifPresent(claim -> {
            var others = now.with(node, idle).nodes().stream().skip(1).map(Node::takenOver);
            var claimer = new Node(node.progress().after(new Told.Claimed(claim)), Holding.CURRENT, false);
            progress(
                    to,
                    () -> "a node claims " + Shelf.number(claim.change())
                            + (claim.quarantineOver() ? "" : " in its quarantine")
                            + (claim.superseded().isEmpty() ? "" : ", " + claim.superseded() + " being old"),
                    settled(now.with(done.stored()).withAll(Stream.concat(Stream.of(claimer), others))));
        });
    }

    private void reads(Situation now, Node node, Consumer<Step> to) {
        now.world()
                .shown()
                .forEach(shown -> progress(
                        to,
                        () -> "reads " + shown,
                        told(now, node, new Told.Read(new Reading.Read<>(shown, CORRELATION)))));
        NOT_READ.forEach(reading -> progress(
                to, () -> "reads " + reading.getClass().getSimpleName(), told(now, node, new Told.Read(reading))));
    }

    private void sends(Situation now, Node node, boolean permittedLate, Consumer<Step> to) {
        var flight = node.progress().flight(Left.IN_TIME);
        var late = now.stored().has(flight.change(), flight.attempt())
                && !now.stored().attempt(flight.change(), flight.attempt()).fresh();
        if (late && !permittedLate) {
            hears(now, node, new Answer.TooLate(), to);
            return;
        }
        var leaving = late ? node.progress().flight(Left.LATE) : flight;
        progress(
                to,
                () -> "sends " + leaving,
                settled(now.with(node, new Node(node.progress(), node.holding(), true))
                        .with(now.world().sent(leaving))));
        if (now.spare().oddities() > 0) {
            NOT_SENT.forEach(answer -> hears(now.with(now.spare().oddity()), node, answer, to));
        }
    }

    /** What a node may hear that waits. */
    private void hears(Situation now, Node node, Consumer<Step> to) {
        hears(now, node, new Answer.Lost(TROUBLE, CORRELATION), to);
        Stream.of(Left.values())
                .map(node.progress()::flight)
                .filter(now.world()::maySet)
                .forEach(flight -> {
                    var applied = now.with(land(now, flight));
                    var gone = now.with(now.world().lost(flight));
                    hears(applied, node, new Answer.Shown(wanted(flight.change()), 200, CORRELATION), to);
                    if (now.spare().oddities() > 0) {
                        var spare = now.spare().oddity();
                        hears(applied.with(spare), node, new Answer.Shown(OTHER, 200, CORRELATION), to);
                        hears(gone.with(spare), node, new Answer.Shown(OTHER, 200, CORRELATION), to);
                        REFUSALS.forEach(answer -> hears(gone.with(spare), node, answer, to));
                    }
                });
    }

    private void hears(Situation then, Node node, Answer answer, Consumer<Step> to) {
        progress(
                to,
                () -> node.progress().flight(Left.IN_TIME) + " is answered: "
                        + answer.getClass().getSimpleName(),
                told(then, node, new Told.Answered(answer)));
    }

    private Situation told(Situation then, Node node, Told what) {
        heard.add(
                switch (what) {
                    case Told.Read(var reading) -> reading.getClass();
                    case Told.Answered(var answer) -> answer.getClass();
                    case Told.Claimed claimed -> Claim.class;
                    case Told.Intended intended -> Claim.class;
                });
        return settled(then.with(node, new Node(node.progress().after(what), node.holding(), false)));
    }

    /** Nodes that can have no effect any more are free for other work, and so are those that are done. */
    private Situation settled(Situation then) {
        return then.withAll(then.nodes().stream().map(node -> node.idle() || node.spent() ? idle : node));
    }

    private static String inWords(Node node) {
        return switch (node.progress().next()) {
            case Call.ToClaim toClaim -> "claiming";
            case Call.ToRead toRead -> "reading";
            case Call.ToIntend toIntend -> "its intent is stored";
            case Call.ToSend toSend -> node.waits() ? "it hears an answer" : "sending";
            case Call.ToRecord toRecord -> "recording";
        };
    }

    /** What is stored is kept once each, so that it need not be compared, which would take the most time. */
    @SuppressWarnings("unchecked") // A node does one kind of thing next.
    private <T> Done<T> known(StoredChanges stored, Object doer, Supplier<Done<T>> done) {
        return (Done<T>) known.computeIfAbsent(stored, it -> new HashMap<>()).computeIfAbsent(doer, it -> done.get());
    }

    private static void progress(Consumer<Step> to, Supplier<String> label, Situation next) {
        to.accept(new Step(label, Step.Kind.PROGRESS, next));
    }

    private static void setback(Consumer<Step> to, Supplier<String> label, Situation next) {
        to.accept(new Step(label, Step.Kind.SETBACK, next));
    }

    private static Refusal refusal(int status) {
        return new Refusal(status, Optional.empty(), "No.", CORRELATION);
    }
}
