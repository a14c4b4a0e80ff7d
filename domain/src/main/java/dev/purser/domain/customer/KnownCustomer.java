package dev.purser.domain.customer;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.usage.Usage;
import dev.purser.domain.usage.UsedShare;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer with the last known values.
 *
 * @param domain empty text if Microsoft names none
 * @param budget empty until it was read or listed for the first time
 * @param problem why the last reading failed; empty when it succeeded
 */
public record KnownCustomer(
        CustomerId id,
        String name,
        String domain,
        Optional<Instant> relationshipEndedAt,
        Optional<BudgetRead> budget,
        BillingCurrency currency,
        UsageRead usage,
        Optional<ReadProblem> problem,
        Optional<OpenChange> openChange,
        Optional<LastChange> lastChange) {

    /** The budget that Microsoft showed at a moment. */
    public record BudgetRead(SpendingLimit limit, Instant at, Source source) {

        /** Where it was shown. */
        public enum Source {
            /** The budget's own resource. */
            ITSELF,
            /** The list of all customers, which lags: it stands in until the budget itself is read for the first time. */
            LIST
        }

        public boolean listed() {
            return source == Source.LIST;
        }
    }

    /** What is known of the customer's usage. */
    public sealed interface UsageRead {

        /** Not read yet, or not readable with this account's credentials. */
        record NotRead() implements UsageRead {}

        /** Microsoft has no usage for this customer. */
        record NoUsage(Instant at) implements UsageRead {}

        record Spent(Usage usage, Instant at) implements UsageRead {}
    }

    /**
     * Why the last reading failed.
     *
     * @param words Microsoft's, or technical words, for the person who can mend it
     * @param since when it first failed without having succeeded since
     */
    public record ReadProblem(Kind kind, String words, Instant since, UUID correlation) {

        public enum Kind {
            CREDENTIALS,
            /** The user's refresh token; the application's own credentials may well be in order. */
            GRANT,
            RIGHT_MISSING,
            RELATIONSHIP_ENDED,
            /** Microsoft says 404, and not why. */
            NOT_FOUND,
            /** The settings do not have the account any more. */
            ACCOUNT_NOT_SET_UP,
            THROTTLED,
            UNAVAILABLE,
            REFUSED;

            public static Kind of(Refusal refusal) {
                return switch (refusal.kind()) {
                    case CREDENTIALS -> refusal.isOfGrant() ? GRANT : CREDENTIALS;
                    case RIGHT_MISSING -> RIGHT_MISSING;
                    case RELATIONSHIP_ENDED -> RELATIONSHIP_ENDED;
                    case NOT_FOUND -> NOT_FOUND;
                    case NO_USAGE, REQUEST -> REFUSED;
                };
            }

            public static Kind of(Trouble trouble) {
                return trouble.kind() == Trouble.Kind.ACCOUNT_NOT_SET_UP ? ACCOUNT_NOT_SET_UP : UNAVAILABLE;
            }
        }
    }

    /** The change that is under way. */
    public record OpenChange(UUID change, boolean unknown, String who, Instant since) {}

    /** The last change that was confirmed. */
    public record LastChange(Instant at, String who) {}

    /** How much of the budget is used; empty while either is unknown or they are in different currencies. */
    public Optional<UsedShare> used() {
        return budget.flatMap(read -> used(read.limit()));
    }

    /** The same of another budget, in the currency of this one. */
    public Optional<UsedShare> used(SpendingLimit limit) {
        return usage instanceof UsageRead.Spent(var spent, var at)
                ? currency.known()
                        .filter(known -> known.equals(spent.spend().currency()))
                        .map(known -> UsedShare.of(spent.spend().amount(), limit))
                : Optional.empty();
    }
}
