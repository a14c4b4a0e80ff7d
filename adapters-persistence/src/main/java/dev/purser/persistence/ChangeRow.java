package dev.purser.persistence;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Attempt;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.ChangeState.Waiting;
import dev.purser.domain.change.Evidence;
import dev.purser.domain.change.Next;
import dev.purser.domain.change.Wording;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.Trouble;
import dev.purser.domain.portfolio.PersonId;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** A change and where it stands. */
@Entity
@Table(name = "change")
class ChangeRow extends PanacheEntityBase {

    enum State {
        REQUESTED,
        SUBMITTING,
        UNKNOWN,
        CONFIRMED,
        REFUSED,
        NOT_APPLIED,
        CONFLICT,
        DISPUTED;

        /** In SQL and HQL, the states in which a change occupies its customer: spelt out, as the partial index over them needs it. */
        static final String OPEN = "('REQUESTED', 'SUBMITTING', 'UNKNOWN')";
    }

    @Id
    UUID id;

    String account;
    UUID tenant;
    String customerName;
    UUID person;
    SpendingLimit seen;
    SpendingLimit wanted;

    @Embedded
    @Nullable CurrencyColumns currency;

    String typed;
    String reason;

    @Nullable String ticket;

    Instant askedAt;

    @Nullable UUID undoes;

    @Enumerated(EnumType.STRING)
    State state;

    @Nullable Instant dueAt;

    int tries;

    @Enumerated(EnumType.STRING)
    Waiting.@Nullable Cause waitingFor;

    @Enumerated(EnumType.STRING)
    Trouble.@Nullable Kind trouble;

    @Nullable String troubleDetail;

    @Nullable Instant unknownSince;

    int checks;

    @Nullable Instant lastCheckAt;

    @Nullable Instant certainBy;

    @Nullable SpendingLimit shown;

    @Enumerated(EnumType.STRING)
    @Nullable Evidence evidence;

    @Nullable Instant endedAt;

    @Nullable UUID correlation;

    @Enumerated(EnumType.STRING)
    ChangeState.Refused.@Nullable Step refusedStep;

    @Nullable Integer refusalStatus;

    @Nullable String refusalCode;

    @Nullable String refusalWords;

    /** A change that was just accepted: due at once, or when the customer's quarantine is over. */
    ChangeRow(Change wish, Instant now, Optional<Instant> quarantineUntil) {
        id = wish.id();
        account = wish.customer().account().value();
        tenant = wish.customer().tenant();
        customerName = wish.customerName();
        person = wish.who().value();
        seen = wish.seen();
        wanted = wish.wanted();
        currency = CurrencyColumns.of(wish.currency());
        typed = wish.wording().typed();
        reason = wish.wording().reason();
        ticket = wish.wording().ticket().orElse(null);
        askedAt = now;
        undoes = wish.undoes().orElse(null);
        state = State.REQUESTED;
        dueAt = quarantineUntil.orElse(now);
        waitingFor = quarantineUntil.isPresent() ? Waiting.Cause.QUARANTINE : null;
    }

    /**
     * Adds it, in one statement that asks nothing before and leaves the transaction usable: an insert of Hibernate's would end it
     * where a key forbids the row. All columns that the constructor fills in have to stand here.
     *
     * @return false where the form was sent before, be it for another customer, or a change of the customer is open
     */
    boolean addTo(StatelessSession rows) {
        return rows.createMutationQuery("""
                                insert into ChangeRow (id, account, tenant, customerName, person, seen, wanted, currency,
                                    typed, reason, ticket, askedAt, undoes, state, dueAt, waitingFor)
                                values (:id, :account, :tenant, :customerName, :person, :seen, :wanted, :currency,
                                    :typed, :reason, :ticket, :askedAt, :undoes, :state, :dueAt, :waitingFor)
                                on conflict do nothing""")
                        .setParameter("id", id)
                        .setParameter("account", account)
                        .setParameter("tenant", tenant)
                        .setParameter("customerName", customerName)
                        .setParameter("person", person)
                        .setParameter("seen", seen)
                        .setParameter("wanted", wanted)
                        .setParameter("currency", currency)
                        .setParameter("typed", typed)
                        .setParameter("reason", reason)
                        .setParameter("ticket", ticket)
                        .setParameter("askedAt", askedAt)
                        .setParameter("undoes", undoes)
                        .setParameter("state", state)
                        .setParameter("dueAt", dueAt)
                        .setParameter("waitingFor", waitingFor)
                        .executeUpdate()
                == 1;
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills in what the table holds.
    protected ChangeRow() {}

    CustomerKey customer() {
        return new CustomerKey(account, tenant);
    }

    /** Applies what was decided. */
    void become(Next.Transition transition, Instant now, @Nullable Instant quarantineUntil) {
        switch (transition) {
            case Next.Wait(var cause, var pause, var detail) -> {
                state = State.REQUESTED;
                waitingFor = cause;
                dueAt = now.plus(pause);
                tries++;
            }
            case Next.LoseSight(var broke, var call, var nextCheck) -> {
                state = State.UNKNOWN;
                trouble = broke.kind();
                troubleDetail = broke.detail();
                correlation = call;
                unknownSince = unknownSince == null ? now : unknownSince;
                certainBy = quarantineUntil == null ? now : quarantineUntil;
                dueAt = nextLook(now, nextCheck);
            }
            case Next.KeepLooking(var seenNow, var nextCheck) -> {
                checks++;
                lastCheckAt = now;
                shown = seenNow.orElse(null);
                dueAt = nextLook(now, nextCheck);
            }
            case Next.Confirm(var kind, var status, var call) -> {
                evidence = kind;
                end(State.CONFIRMED, now, call);
            }
            case Next.Refuse(var refusal, var step) -> {
                refusedStep = step;
                refusalStatus = refusal.status();
                refusalCode = refusal.code().orElse(null);
                refusalWords = refusal.words();
                end(State.REFUSED, now, refusal.correlation());
            }
            case Next.RuleOut(var seenNow, var call) -> {
                shown = seenNow;
                end(State.NOT_APPLIED, now, call);
            }
            case Next.StandBack(var seenNow, var call) -> {
                shown = seenNow;
                end(State.CONFLICT, now, call);
            }
            case Next.Dispute(var seenNow, var call) -> {
                shown = seenNow.orElse(null);
                end(State.DISPUTED, now, call);
            }
        }
    }

    /** The moment of certainty is a moment to look, whatever the pace before. */
    private Instant nextLook(Instant now, Duration pause) {
        var planned = now.plus(pause);
        return certainBy != null && now.isBefore(certainBy) && planned.isAfter(certainBy) ? certainBy : planned;
    }

    Change change(List<AttemptRow> attempts) {
        return new Change(
                id,
                customer().customer(),
                customerName,
                new PersonId(person),
                seen,
                wanted,
                CurrencyColumns.currency(currency),
                new Wording(typed, reason, Optional.ofNullable(ticket)),
                askedAt,
                state(attempts),
                attempts.stream().map(AttemptRow::attempt).toList(),
                Optional.ofNullable(undoes));
    }

    private void end(State outcome, Instant now, UUID call) {
        state = outcome;
        endedAt = now;
        correlation = call;
        dueAt = null;
        waitingFor = null;
    }

    private ChangeState state(List<AttemptRow> attempts) {
        return switch (state) {
            case REQUESTED ->
                new ChangeState.Requested(
                        Optional.ofNullable(waitingFor).map(cause -> new Waiting(cause, filled(dueAt))), tries);
            case SUBMITTING -> new ChangeState.Submitting(attempts.getLast().intendedAt);
            case UNKNOWN ->
                new ChangeState.Unknown(
                        new Trouble(filled(trouble), filled(troubleDetail)),
                        filled(unknownSince),
                        Optional.ofNullable(shown),
                        Optional.ofNullable(lastCheckAt),
                        checks,
                        filled(dueAt),
                        filled(certainBy));
            case CONFIRMED -> new ChangeState.Confirmed(filled(evidence), filled(correlation), filled(endedAt));
            case REFUSED ->
                new ChangeState.Refused(
                        new Refusal(
                                filled(refusalStatus),
                                Optional.ofNullable(refusalCode),
                                filled(refusalWords),
                                filled(correlation)),
                        refusedStep == null ? stepOf(attempts) : refusedStep,
                        filled(endedAt));
            case NOT_APPLIED -> new ChangeState.NotApplied(filled(shown), filled(endedAt));
            case CONFLICT -> new ChangeState.Conflict(filled(shown), filled(endedAt));
            case DISPUTED -> new ChangeState.Disputed(Optional.ofNullable(shown), filled(endedAt));
        };
    }

    /** Of a change that was refused before the step was written down. */
    private static ChangeState.Refused.Step stepOf(List<AttemptRow> attempts) {
        var answered = attempts.stream()
                .anyMatch(attempt -> attempt.ended == Attempt.End.REJECTED
                        || attempt.ended == Attempt.End.UNAUTHORIZED
                        || attempt.ended == Attempt.End.CREDENTIALS_REFUSED);
        return answered ? ChangeState.Refused.Step.SENDING : ChangeState.Refused.Step.READING;
    }

    private static <T> T filled(@Nullable T column) {
        return Objects.requireNonNull(column, "A change is in a state whose columns are empty");
    }
}
