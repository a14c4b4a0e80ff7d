package dev.purser.web.status;

import dev.purser.domain.activity.ActivityRecords.Progress;
import dev.purser.domain.budget.AccountName;
import dev.purser.domain.customer.Accounts.AccountState;
import dev.purser.domain.customer.Accounts.Problem;
import dev.purser.partnercenter.PartnerCenterAccount;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One account, as far as it was read, and as far as it is set up.
 *
 * @param settings empty where the account is no longer set up
 * @param records how reading Microsoft's activity records goes; empty before the first time
 */
public record AccountLine(AccountState read, Optional<Setup> settings, Optional<Progress> records) {

    /**
     * How an account is set up.
     *
     * @param usage whether its credentials can read spend
     */
    public record Setup(String cloud, Usage usage) {

        static Setup of(PartnerCenterAccount account, Predicate<PartnerCenterAccount> connected) {
            return new Setup(account.cloud().key(), connected.test(account) ? Usage.READABLE : Usage.NOT_READABLE);
        }

        public boolean readsUsage() {
            return usage == Usage.READABLE;
        }
    }

    /** Whether spend can be read. */
    public enum Usage {
        READABLE,
        NOT_READABLE
    }

    /** Where reading stands. */
    public enum Stage {
        NOT_READ("none"),
        READING("waiting"),
        READ("confirmed"),
        TO_WAIT("waiting"),
        FAILED("stale"),
        REFUSED("refused");

        private final String shape;

        Stage(String shape) {
            this.shape = shape;
        }

        /** The ending of its icon's and its class's name. */
        public String shape() {
            return shape;
        }
    }

    /**
     * Every account that was read, and every one that is set up and was not.
     *
     * @param read those that the reader may see
     * @param setUp those that the reader may see, though nothing of them was read yet
     * @param connected whether a user has consented that the account reads with their rights
     * @param records how reading an account's activity records goes
     */
    public static List<AccountLine> of(
            List<AccountState> read,
            List<PartnerCenterAccount> setUp,
            Predicate<PartnerCenterAccount> connected,
            Function<AccountName, Optional<Progress>> records) {
        var settings = setUp.stream()
                .collect(Collectors.toMap(PartnerCenterAccount::name, account -> Setup.of(account, connected)));
        var known = read.stream().map(AccountState::account).collect(Collectors.toSet());
        var notRead = setUp.stream().map(PartnerCenterAccount::name).filter(name -> !known.contains(name));
        return Stream.concat(read.stream(), notRead.map(AccountLine::neverRead))
                .sorted(Comparator.comparing(AccountState::account))
                .map(state -> new AccountLine(
                        state, Optional.ofNullable(settings.get(state.account())), records.apply(state.account())))
                .toList();
    }

    private static AccountState neverRead(AccountName account) {
        return new AccountState(account, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public AccountName name() {
        return read.account();
    }

    public Stage stage() {
        return read.problem().map(AccountLine::stage).orElseGet(this::stageOfRun);
    }

    /** Where reading the activity records stands. */
    public Stage recordsStage() {
        return records.map(progress -> progress.problem()
                        .map(AccountLine::stage)
                        .orElse(progress.completedAt().isPresent() ? Stage.READ : Stage.NOT_READ))
                .orElse(Stage.NOT_READ);
    }

    private static Stage stage(Problem problem) {
        return switch (problem.kind()) {
            case THROTTLED -> Stage.TO_WAIT;
            case CREDENTIALS, GRANT, RIGHT_MISSING -> Stage.REFUSED;
            case UNAVAILABLE, RELATIONSHIP_ENDED, NOT_FOUND, ACCOUNT_NOT_SET_UP, REFUSED -> Stage.FAILED;
        };
    }

    private Stage stageOfRun() {
        if (read.begunAt().isEmpty()) {
            return Stage.NOT_READ;
        }
        var unfinished = read.completedAt().isEmpty()
                || read.completedAt().get().isBefore(read.begunAt().get());
        return unfinished ? Stage.READING : Stage.READ;
    }

    /** Since when it stands there, where that matters. */
    public Optional<Instant> since() {
        return read.problem()
                .map(Problem::since)
                .or(() -> stage() == Stage.READING ? read.begunAt() : Optional.empty());
    }
}
