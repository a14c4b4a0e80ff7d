package dev.purser.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one fault, or several together, make of an exchange. Each fault concerns one aspect of it; of one aspect there can
 * be only one, save for outside edits.
 */
final class Course {

    /** What a fault can concern. */
    enum Aspect {
        /** When the answer begins. */
        TIME,
        /** Whether and when the work is done. */
        WORK,
        /** What is answered instead of the work's own answer. */
        ANSWER,
        /** The answer's status. */
        STATUS,
        /** The answer's content type. */
        CONTENT_TYPE,
        /** The answer's JSON. */
        BODY,
        /** How the answer's bytes are encoded. */
        ENCODING,
        /** What precedes the answer. */
        INTERIM,
        /** How the answer, or none, leaves. */
        DELIVERY,
        /** When readers see the work. */
        READS,
        /** What others do meanwhile. */
        EDIT
    }

    private static final Course USUAL = new Course(Map.of(), List.of());

    private final Map<Aspect, Fault> parts;
    private final List<Fault.OutsideEdit> edits;

    private Course(Map<Aspect, Fault> parts, List<Fault.OutsideEdit> edits) {
        this.parts = parts;
        this.edits = edits;
    }

    /** Nothing goes wrong. */
    static Course usual() {
        return USUAL;
    }

    static Course of(Fault fault) {
        return fault instanceof Fault.Combined(List<Fault> faults) ? of(faults) : of(List.of(fault));
    }

    /** @throws IllegalArgumentException when two of them concern the same aspect */
    static Course of(List<Fault> faults) {
        Map<Aspect, Fault> parts = new EnumMap<>(Aspect.class);
        List<Fault.OutsideEdit> edits = new ArrayList<>();
        for (Fault fault : faults) {
            if (fault instanceof Fault.OutsideEdit edit) {
                edits.add(edit);
            } else if (parts.putIfAbsent(aspect(fault), fault) != null) {
                throw new IllegalArgumentException("two faults concern the same: " + aspect(fault));
            }
        }
        return new Course(parts, List.copyOf(edits));
    }

    private static Aspect aspect(Fault fault) {
        return switch (fault) {
            case Fault.Slow _ -> Aspect.TIME;
            case Fault.ApplyAfter _ -> Aspect.WORK;
            case Fault.Answering _ -> Aspect.ANSWER;
            case Fault.AnswerStatus _ -> Aspect.STATUS;
            case Fault.WrongContentType _ -> Aspect.CONTENT_TYPE;
            case Fault.Shaping _ -> Aspect.BODY;
            case Fault.Gzip _ -> Aspect.ENCODING;
            case Fault.Interim _ -> Aspect.INTERIM;
            case Fault.Delivering _ -> Aspect.DELIVERY;
            case Fault.StaleReads _ -> Aspect.READS;
            case Fault.OutsideEdit _ -> Aspect.EDIT;
            case Fault.Combined _ -> throw new IllegalArgumentException("a combination within a combination");
        };
    }

    private <F extends Fault> Optional<F> part(Aspect aspect, Class<F> kind) {
        return Optional.ofNullable(parts.get(aspect)).map(kind::cast);
    }

    Optional<Fault.Answering> answering() {
        return part(Aspect.ANSWER, Fault.Answering.class);
    }

    Optional<Fault.AnswerStatus> status() {
        return part(Aspect.STATUS, Fault.AnswerStatus.class);
    }

    Optional<Fault.WrongContentType> contentType() {
        return part(Aspect.CONTENT_TYPE, Fault.WrongContentType.class);
    }

    Optional<Fault.Shaping> shaping() {
        return part(Aspect.BODY, Fault.Shaping.class);
    }

    Optional<Fault.Gzip> encoding() {
        return part(Aspect.ENCODING, Fault.Gzip.class);
    }

    Optional<Fault.Interim> interim() {
        return part(Aspect.INTERIM, Fault.Interim.class);
    }

    Optional<Fault.Delivering> delivering() {
        return part(Aspect.DELIVERY, Fault.Delivering.class);
    }

    /** Whether somebody else changes a budget meanwhile. */
    boolean edits() {
        return !edits.isEmpty();
    }

    List<Fault.OutsideEdit> edits(Fault.Moment moment) {
        return edits.stream().filter(edit -> edit.moment() == moment).toList();
    }

    /** How long after its usual time the answer begins. */
    Duration answerDelay() {
        return part(Aspect.TIME, Fault.Slow.class).map(Fault.Slow::delay).orElse(Duration.ZERO);
    }

    /** When the work is done if not with the answer. */
    Optional<Duration> applyAfter() {
        return part(Aspect.WORK, Fault.ApplyAfter.class).map(Fault.ApplyAfter::delay);
    }

    /** How long readers do not see the work; empty leaves that to the switches. */
    Optional<Duration> staleness() {
        return part(Aspect.READS, Fault.StaleReads.class).map(Fault.StaleReads::time);
    }

    /** Whether the request's head is all that is read of it. */
    boolean resetsBeforeReading() {
        return delivering().equals(Optional.of(new Fault.Reset(Fault.ResetMoment.BEFORE_READING)));
    }

    /** Whether the work is done together with the answer. */
    boolean worksWithTheAnswer() {
        boolean answerLetsIt = answering().map(Course::worksFirst).orElse(true);
        boolean deliveryLetsIt = delivering().map(Course::worksFirst).orElse(true);
        return applyAfter().isEmpty() && answerLetsIt && deliveryLetsIt;
    }

    /** Whether what the caller gets is made of the work's own answer. */
    boolean answersTheWork() {
        return answering().isEmpty() && delivering().map(Course::answers).orElse(true);
    }

    private static boolean worksFirst(Fault.Answering answering) {
        return switch (answering) {
            case Fault.ServerErrorAfterApplying _ -> true;
            case Fault.TooManyRequests _, Fault.AnswerWith _, Fault.Refuse _, Fault.Redirect _ -> false;
        };
    }

    private static boolean worksFirst(Fault.Delivering delivering) {
        return answers(delivering) || delivering instanceof Fault.ApplyThenDrop;
    }

    private static boolean answers(Fault.Delivering delivering) {
        return switch (delivering) {
            case Fault.Drip _, Fault.Cut _, Fault.Chunked _, Fault.Huge _ -> true;
            case Fault.Reset(Fault.ResetMoment when) -> when == Fault.ResetMoment.IN_THE_ANSWER;
            case Fault.ApplyThenDrop _, Fault.DropBeforeApplying _, Fault.Hang _, Fault.RefuseConnections _ -> false;
        };
    }
}
