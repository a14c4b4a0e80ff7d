package dev.purser.domain.change;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt.End;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes from 4,000 to 5,000 EUR that have come this far or that. */
final class ChangeExamples {

    static final SpendingLimit SEEN = SpendingLimit.of("4000");
    static final SpendingLimit WANTED = SpendingLimit.of("5000");
    static final UUID CORRELATION = new UUID(7, 7);
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    static final Trouble TROUBLE = new Trouble(Trouble.Kind.NOT_REACHED, "connection refused");
    static final End LOST = End.LOST;

    /** Every answer after which the attempt can have no effect. */
    static final List<Answer> CERTAINLY_NOT_APPLIED = List.of(
            new Answer.Rejected(refusal(403)),
            new Answer.Unauthorized(refusal(401)),
            new Answer.Throttled(Duration.ofSeconds(30), CORRELATION),
            new Answer.NeverSent(TROUBLE),
            new Answer.CredentialsRefused(refusal(400)),
            new Answer.TooLate());

    private static final UUID ID = new UUID(1, 1);

    private ChangeExamples() {}

    static Refusal refusal(int status) {
        return new Refusal(status, Optional.empty(), "No.", CORRELATION);
    }

    /** Accepted, and nothing more. */
    static Change change() {
        return change(SEEN, WANTED);
    }

    static Change change(SpendingLimit seen, SpendingLimit wanted) {
        return new Change(
                ID,
                new CustomerId(new AccountName("emea"), new UUID(0, 1)),
                "Contoso",
                new PersonId(new UUID(0, 2)),
                seen,
                wanted,
                new BillingCurrency.Told(Currency.getInstance("EUR")),
                new Wording("5k", "customer request", Optional.empty()),
                AT,
                new ChangeState.Requested(Optional.empty(), 0),
                List.of(),
                Optional.empty());
    }

    static Change with(ChangeState state, List<Attempt> attempts) {
        var change = change();
        return new Change(
                change.id(),
                change.customer(),
                change.customerName(),
                change.who(),
                change.seen(),
                change.wanted(),
                change.currency(),
                change.wording(),
                change.askedAt(),
                state,
                attempts,
                Optional.empty());
    }

    static Change waited(int tries) {
        return with(new ChangeState.Requested(Optional.empty(), tries), List.of());
    }

    /** Its attempts ended like this, and nothing is on its way. */
    static Change answered(End... ends) {
        return with(new ChangeState.Requested(Optional.empty(), ends.length), attempts(ends));
    }

    /** Its earlier attempts ended like this, each under a request id of its own, and one more is on its way. */
    static Change unanswered(End... earlier) {
        var attempts = attempts(earlier);
        attempts.add(attempt(attempts.size() + 1, Optional.empty()));
        return with(new ChangeState.Submitting(AT), attempts);
    }

    /** Its first attempt was lost, and the resend is on its way. */
    static Change resent() {
        return with(new ChangeState.Submitting(AT), twoUnderOneId(Optional.empty()));
    }

    /** Unknown since its only attempt was lost. */
    static Change unknown(int checks) {
        return with(unknownState(checks), attempts(LOST));
    }

    /** Unknown since the resend ended like this. */
    static Change unknownAfterResend(End end) {
        return with(unknownState(0), twoUnderOneId(Optional.of(end)));
    }

    private static ChangeState unknownState(int checks) {
        return new ChangeState.Unknown(
                TROUBLE, AT, Optional.empty(), Optional.empty(), checks, AT.plusSeconds(3), AT.plusSeconds(370));
    }

    private static List<Attempt> twoUnderOneId(Optional<End> end) {
        var attempts = attempts(LOST);
        attempts.add(new Attempt(2, attempts.getFirst().request(), new UUID(3, 2), SEEN, AT, end));
        return attempts;
    }

    private static List<Attempt> attempts(End... ends) {
        var attempts = new ArrayList<Attempt>();
        for (var end : ends) {
            attempts.add(attempt(attempts.size() + 1, Optional.of(end)));
        }
        return attempts;
    }

    private static Attempt attempt(int number, Optional<End> end) {
        return new Attempt(number, number == 1 ? ID : new UUID(2, number), new UUID(3, number), SEEN, AT, end);
    }
}
