package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.SpendingLimit;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of one sending of {@link ScriptedBudgets}.
 *
 * @param pause how long it takes until the connection is open and the fence is asked
 * @param leaves whether any byte is sent
 * @param landsAfter how long after leaving it is applied; empty where it never is
 * @param answer what the sender gets to hear
 */
public record SendFate(Duration pause, boolean leaves, Optional<Duration> landsAfter, Answering answer) {

    /** Makes the answer to an order, or dies instead of the node that waits for it. */
    @FunctionalInterface
    public interface Answering {
        Answer to(Budgets.Order order);
    }

    /** The node stopped in the middle of a call: whatever it would have done next, it does not do. */
    public static final class NodeDied extends Error {
        private static final long serialVersionUID = 1L;

        public NodeDied() {
            super("The node died", null, false, false);
        }
    }

    /** Applied, and confirmed with 200. */
    public static SendFate obeyed() {
        return landing(Duration.ZERO, order -> new Answer.Shown(order.wanted(), 200, order.correlation()));
    }

    /** Applied, but the connection breaks before the answer. */
    public static SendFate appliedWithoutAnswer() {
        return landsLater(Duration.ZERO);
    }

    /** The connection breaks, and the order is applied after that time. */
    public static SendFate landsLater(Duration late) {
        return landing(late, SendFate::brokenOff);
    }

    /** The connection breaks, and the order never arrives. */
    public static SendFate neverLands() {
        return new SendFate(Duration.ZERO, true, Optional.empty(), SendFate::brokenOff);
    }

    /** Applied, but the answer shows another budget. */
    public static SendFate appliedButShows(SpendingLimit other) {
        return landing(Duration.ZERO, order -> new Answer.Shown(other, 200, order.correlation()));
    }

    /** 400, 403, 404. */
    public static SendFate rejected(int status, String code) {
        return answered(order -> new Answer.Rejected(refusal(status, code, order)));
    }

    /** 401. */
    public static SendFate unauthorized() {
        return answered(order -> new Answer.Unauthorized(refusal(401, "900420", order)));
    }

    /** 429. */
    public static SendFate throttled(Duration pause) {
        return answered(order -> new Answer.Throttled(pause, order.correlation()));
    }

    /** No connection could be opened. */
    public static SendFate notReached() {
        return unsent(order -> new Answer.NeverSent(new Trouble(Trouble.Kind.NOT_REACHED, "connection refused")));
    }

    /** The token endpoint refuses the account's credentials. */
    public static SendFate credentialsRefused() {
        return unsent(order -> new Answer.CredentialsRefused(refusal(400, "invalid_grant", order)));
    }

    /** The order is applied, and the node dies before it can record the answer. */
    public static SendFate appliedAndNodeDies() {
        return landing(Duration.ZERO, order -> {
            throw new NodeDied();
        });
    }

    /** The node dies before a byte was sent. */
    public static SendFate nodeDies() {
        return unsent(order -> {
            throw new NodeDied();
        });
    }

    /** The same, after a pause between the intent and the moment when the fence is asked. */
    public SendFate after(Duration longer) {
        return new SendFate(longer, leaves, landsAfter, answer);
    }

    private static SendFate landing(Duration late, Answering answer) {
        return new SendFate(Duration.ZERO, true, Optional.of(late), answer);
    }

    private static SendFate answered(Answering answer) {
        return new SendFate(Duration.ZERO, true, Optional.empty(), answer);
    }

    private static SendFate unsent(Answering answer) {
        return new SendFate(Duration.ZERO, false, Optional.empty(), answer);
    }

    private static Answer brokenOff(Budgets.Order order) {
        return new Answer.Lost(new Trouble(Trouble.Kind.BROKEN_OFF, "connection reset"), order.correlation());
    }

    private static Refusal refusal(int status, String code, Budgets.Order order) {
        return new Refusal(status, Optional.of(code), "Refused by the script", order.correlation());
    }
}
