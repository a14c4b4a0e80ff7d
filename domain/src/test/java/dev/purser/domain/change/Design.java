package dev.purser.domain.change;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Budgets;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.Refusal;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.portfolio.Reader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The design as it is, and the wrong ones that it was chosen over: each leaves out one of the rules that make it true. */
enum Design {
    AS_SPECIFIED,

    /** The intent is written together with the answer. */
    ENTRY_AFTER_THE_CALL {
        @Override
        Changes changes(Changes changes) {
            return new IntendingAfterwards(changes);
        }
    },

    /** No answer is taken for a refusal. */
    SILENCE_MEANS_FAILED {
        @Override
        Budgets budgets(Budgets budgets) {
            return new Budgets() {
                @Override
                public Reading<SpendingLimit> read(CustomerId customer) {
                    return budgets.read(customer);
                }

                @Override
                public Answer send(Order order, SendFence fence) {
                    return switch (budgets.send(order, fence)) {
                        case Answer.Lost(var trouble, var correlation) ->
                            new Answer.Rejected(new Refusal(408, Optional.empty(), trouble.detail(), correlation));
                        case Answer other -> other;
                    };
                }
            };
        }
    },

    /** The first reading after losing sight decides. */
    FIRST_READING_DECIDES {
        @Override
        Changes changes(Changes changes) {
            return new Passing(changes) {
                @Override
                public Optional<Claim> claim(String node, Duration lease) {
                    return super.claim(node, lease)
                            .map(claim -> new Claim(
                                    claim.change(),
                                    claim.epoch(),
                                    claim.at(),
                                    true,
                                    claim.listed(),
                                    claim.superseded(),
                                    claim.unsettled(),
                                    claim.recorded()));
                }
            };
        }
    },

    /** Verdicts and the next change do not wait for what may still land. */
    NO_QUARANTINE {
        @Override
        Timing timing(Timing timing) {
            return new Timing(Duration.ZERO, Duration.ZERO, timing.sendFence());
        }
    },

    /** A node that was held up sends as soon as it can. */
    NO_SEND_FENCE {
        @Override
        InstantSource wall(InstantSource wall) {
            return InstantSource.fixed(Instant.EPOCH);
        }

        @Override
        LongSupplier nanos(LongSupplier nanos) {
            return () -> 0;
        }
    },

    /** Only what our own changes have replaced may be an old reading. */
    OTHERS_EDITS_SETTLE_AT_ONCE {
        @Override
        Changes changes(Changes changes) {
            return new Passing(changes) {
                @Override
                public Optional<Claim> claim(String node, Duration lease) {
                    return super.claim(node, lease)
                            .map(claim -> new Claim(
                                    claim.change(),
                                    claim.epoch(),
                                    claim.at(),
                                    claim.quarantineOver(),
                                    claim.listed(),
                                    claim.superseded(),
                                    Optional.empty(),
                                    claim.recorded()));
                }
            };
        }
    },

    /** The quarantine ends when nothing can land any more, though an old budget may still be shown. */
    VERDICT_ON_A_STALE_READING {
        @Override
        Timing timing(Timing timing) {
            return new Timing(timing.landingWindow(), Duration.ZERO, timing.sendFence());
        }
    },

    /** A refusal is believed although an earlier attempt has no answer. */
    REFUSAL_AFTER_SILENCE_BELIEVED {
        @Override
        Changes changes(Changes changes) {
            return new Passing(changes) {
                @Override
                public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
                    super.record(claim, believed(transition, end), end);
                }

                private static Next.Transition believed(Next.Transition transition, Optional<Attempt.End> end) {
                    return transition instanceof Next.LoseSight(var trouble, var correlation, var nextCheck)
                                    && end.equals(Optional.of(Attempt.End.REJECTED))
                            ? new Next.Refuse(
                                    new Refusal(403, Optional.empty(), trouble.detail(), correlation),
                                    ChangeState.Refused.Step.SENDING)
                            : transition;
                }
            };
        }
    },

    /** Being throttled sends a change back to be sent anew, although an earlier attempt has no answer. */
    THROTTLED_AFTER_SILENCE_BEGINS_ANEW {
        @Override
        Changes changes(Changes changes) {
            return new Passing(changes) {
                @Override
                public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
                    super.record(claim, begunAnew(transition, end), end);
                }

                private static Next.Transition begunAnew(Next.Transition transition, Optional<Attempt.End> end) {
                    return transition instanceof Next.LoseSight && end.equals(Optional.of(Attempt.End.THROTTLED))
                            ? new Next.Wait(ChangeState.Waiting.Cause.THROTTLED, Duration.ofSeconds(30), "429")
                            : transition;
                }
            };
        }
    };

    Timing timing(Timing timing) {
        return timing;
    }

    InstantSource wall(InstantSource wall) {
        return wall;
    }

    LongSupplier nanos(LongSupplier nanos) {
        return nanos;
    }

    Changes changes(Changes changes) {
        return changes;
    }

    Budgets budgets(Budgets budgets) {
        return budgets;
    }

    private static class Passing implements Changes {

        final Changes changes;

        Passing(Changes changes) {
            this.changes = changes;
        }

        @Override
        public Acceptance accept(Reader writer, Change wish) {
            return changes.accept(writer, wish);
        }

        @Override
        public Optional<Receipt> find(Reader reader, UUID change) {
            return changes.find(reader, change);
        }

        @Override
        public Optional<Claim> claim(String node, Duration lease) {
            return changes.claim(node, lease);
        }

        @Override
        public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
            return changes.intend(claim, send, lease);
        }

        @Override
        public void release(Claim claim) {
            changes.release(claim);
        }

        @Override
        public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
            changes.record(claim, transition, end);
        }
    }

    private static final class IntendingAfterwards extends Passing {

        private record Intent(Claim claim, Next.Send send, Duration lease) {}

        private final Map<UUID, Intent> intents = new HashMap<>();

        IntendingAfterwards(Changes changes) {
            super(changes);
        }

        @Override
        public Optional<Claim> intend(Claim claim, Next.Send send, Duration lease) {
            var change = claim.change();
            intents.put(change.id(), new Intent(claim, send, lease));
            var attempts = new ArrayList<>(change.attempts());
            attempts.add(new Attempt(
                    attempts.size() + 1,
                    send.request(),
                    UUID.randomUUID(),
                    send.readBefore(),
                    change.askedAt(),
                    Optional.empty()));
            return Optional.of(new Claim(
                    new Change(
                            change.id(),
                            change.customer(),
                            change.customerName(),
                            change.who(),
                            change.seen(),
                            change.wanted(),
                            change.currency(),
                            change.wording(),
                            change.askedAt(),
                            new ChangeState.Submitting(change.askedAt()),
                            attempts,
                            Optional.empty()),
                    claim.epoch(),
                    claim.at(),
                    false,
                    claim.listed(),
                    claim.superseded(),
                    claim.unsettled(),
                    claim.recorded()));
        }

        @Override
        public void record(Claim claim, Next.Transition transition, Optional<Attempt.End> end) {
            Optional.ofNullable(intents.remove(claim.change().id()))
                    .map(intent -> changes.intend(intent.claim(), intent.send(), intent.lease()))
                    .orElse(Optional.of(claim))
                    .ifPresent(held -> changes.record(held, transition, end));
        }
    }
}
