package dev.purser.partnercenter;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code SpendingBudget}, as read: the amount is absent, or null, where no budget is set.
 *
 * @param usageSpendingBudget the deprecated copy of the amount. Never read, but where it stands alone nobody can say that no
 *     budget is set
 * @param attributes names the type. With an amount it may be missing; without one nothing but the type tells a customer
 *     without a budget from an object that has nothing to do with budgets
 */
record SpendingBudgetJson(
        @Nullable BigDecimal amount,
        @Nullable BigDecimal usageSpendingBudget,
        @Nullable AttributesJson attributes) {

    private static final String TYPE = "SpendingBudget";

    /** @param objectType the resource's type */
    record AttributesJson(@Nullable String objectType) {}

    /** @throws UnreadableAnswer if it is below zero, not believable, or not a budget at all */
    SpendingLimit limit() throws UnreadableAnswer {
        var type = attributes == null ? Optional.<String>empty() : Texts.in(attributes.objectType);
        if (type.filter(other -> !other.equalsIgnoreCase(TYPE)).isPresent()) {
            throw new UnreadableAnswer("not a " + TYPE);
        }
        if (amount == null) {
            return notSet(type);
        }
        if (amount.signum() < 0) {
            throw new UnreadableAnswer("a budget below zero");
        }
        return SpendingLimit.of(Amounts.believable(amount));
    }

    private SpendingLimit notSet(Optional<String> type) throws UnreadableAnswer {
        if (type.isEmpty()) {
            throw new UnreadableAnswer("neither an amount nor a " + TYPE);
        }
        if (usageSpendingBudget != null) {
            throw new UnreadableAnswer("a budget with and without an amount");
        }
        return SpendingLimit.notSet();
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
