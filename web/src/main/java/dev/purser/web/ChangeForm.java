package dev.purser.web;

import dev.purser.domain.budget.CustomerId;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeBudget.Consent;
import dev.purser.domain.change.ChangeBudget.Wanted;
import dev.purser.domain.change.ChangeBudget.Wish;
import dev.purser.web.format.Languages;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * What a person has filled in, as they typed it.
 *
 * @param change minted with the form, so that sending it twice is one change
 * @param seen the budget that the form showed; empty where it showed none that was read
 * @param seenAt when that budget had been read; only shown, never decided by
 */
record ChangeForm(
        UUID change,
        Optional<SpendingLimit> seen,
        Optional<Instant> seenAt,
        String amount,
        String reason,
        String ticket) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,30}([.][0-9]{1,30})?");

    /** The fields as they are sent. Where a button brings an amount of its own, it stands behind the typed one. */
    static final class Fields {

        @RestForm
        @Nullable String change;

        @RestForm
        @Nullable String seen;

        @RestForm
        @Nullable String seenAt;

        @RestForm
        @Nullable List<String> amount;

        @RestForm
        @Nullable String reason;

        @RestForm
        @Nullable String ticket;

        @RestForm
        @Nullable String wanted;

        @RestForm
        @Nullable String consent;

        /** What the review page showed as asked for. */
        @RestForm
        @Nullable String shown;

        /** What it showed to consider. */
        @RestForm
        @Nullable String concerns;

        boolean wants(String what) {
            return what.equals(wanted);
        }

        /** Consent that does not say what it was given to is none. */
        Consent consent() {
            if (!"given".equals(consent)) {
                return Consent.NOT_ASKED;
            }
            return Optional.ofNullable(shown)
                    .flatMap(ChangeForm::limit)
                    .<Consent>map(limit -> new Consent.Given(
                            limit, Arrays.stream(text(concerns).split(" ", -1)).collect(Collectors.toSet())))
                    .orElse(Consent.TO_BE_ASKED);
        }
    }

    static ChangeForm empty() {
        return new ChangeForm(UUID.randomUUID(), Optional.empty(), Optional.empty(), "", "", "");
    }

    /** Whoever sends no id of a form, or none that we mint, sends a change that was never sent before. */
    static ChangeForm of(Fields fields) {
        return new ChangeForm(
                Optional.ofNullable(fields.change)
                        .filter(ID.asMatchPredicate())
                        .map(UUID::fromString)
                        .orElseGet(UUID::randomUUID),
                Optional.ofNullable(fields.seen).flatMap(ChangeForm::limit),
                Optional.ofNullable(fields.seenAt).flatMap(ChangeForm::moment),
                fields.amount == null || fields.amount.isEmpty() ? "" : fields.amount.getLast(),
                text(fields.reason),
                text(fields.ticket));
    }

    Wish wish(CustomerId customer, Wanted wanted, Consent consent) {
        return new Wish(change, customer, wanted, seen, reason, ticket, consent);
    }

    Wanted.Amount typed(Locale language) {
        return new Wanted.Amount(amount, Languages.thousands(language));
    }

    /** The same content as another change. */
    ChangeForm anew() {
        return new ChangeForm(UUID.randomUUID(), seen, seenAt, amount, reason, ticket);
    }

    /** Asks for the budget before another change, whose receipt showed what it had made; as an amount only where the person would rather enter another one. */
    ChangeForm undoing(Change undone) {
        var before = undone.seen() instanceof SpendingLimit.Limit(var limit) ? limit.toPlainString() : "";
        return new ChangeForm(change, Optional.of(undone.wanted()), Optional.empty(), before, reason, ticket);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<SpendingLimit> limit(String written) {
        if (written.equals(SpendingLimit.notSet().toString())) {
            return Optional.of(SpendingLimit.notSet());
        }
        return LIMIT.matcher(written).matches() ? Optional.of(SpendingLimit.of(written)) : Optional.empty();
    }

    private static Optional<Instant> moment(String written) {
        try {
            return Optional.of(Instant.parse(written)).filter(at -> at.getEpochSecond() >= 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
