package dev.purser.partnercenter;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * {@code SpendingBudget}, as read: the amount is absent, or null, where no budget is set.
 *
 * @param attributes names the type; without it the type is not checked
 */
record SpendingBudgetJson(
        @Nullable BigDecimal amount, @Nullable AttributesJson attributes) {

    private static final String TYPE = "SpendingBudget";

    /** @param objectType the resource's type */
    record AttributesJson(@Nullable String objectType) {}

    /** @throws UnreadableAnswer if it is below zero, not believable, or not a budget at all */
    SpendingLimit limit() throws UnreadableAnswer {
        if (attributes != null && attributes.objectType != null && !attributes.objectType.equalsIgnoreCase(TYPE)) {
            throw new UnreadableAnswer("not a " + TYPE);
        }
        if (amount == null) {
            return SpendingLimit.notSet();
        }
        if (amount.signum() < 0) {
            throw new UnreadableAnswer("a budget below zero");
        }
        return SpendingLimit.of(Amounts.believable(amount));
    }

    /**
     * The body that sets or removes a budget. To remove one, the amount must be there and null: what an omitted one does
     * is not documented. All digits are written, and never an exponent.
     */
    static Buffer request(SpendingLimit wanted) {
        var amount = switch (wanted) {
            case NotSet _ -> "null";
            case Limit limit -> limit.amount().toPlainString();
        };
        return Buffer.buffer("{\"Amount\":" + amount + ",\"Attributes\":{\"ObjectType\":\"" + TYPE + "\"}}");
    }
}
