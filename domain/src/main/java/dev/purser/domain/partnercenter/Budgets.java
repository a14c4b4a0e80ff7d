package dev.purser.domain.partnercenter;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import java.util.UUID;

/**
 * The budgets at Partner Center: {@code GET} and {@code PATCH /v1/customers/{tenant}/usagebudget}.
 *
 * <p>Calls block the calling thread, for at most the time limits of the connection; they throw nothing for what the
 * network or Microsoft does.
 */
public interface Budgets {

    /**
     * The budget that Microsoft shows now. It may be older than a change just applied, by the read staleness. Since asking
     * changes nothing, it may be asked several times within the time limits before it is given up.
     */
    Reading<SpendingLimit> read(CustomerId customer);

    /**
     * Sends one budget, once. Nothing is repeated here, whatever happens: not by this port, not by the HTTP client below.
     *
     * @param wanted the budget; {@code not set} is sent as an explicit null, which is how Microsoft removes it
     */
    Answer send(Order order, SendFence fence);

    /**
     * One attempt.
     *
     * @param request sent as {@code MS-RequestId}; the same one again only for a resend after silence
     * @param correlation sent as {@code MS-CorrelationId}; one an attempt
     */
    record Order(CustomerId customer, SpendingLimit wanted, UUID request, UUID correlation) {}
}
