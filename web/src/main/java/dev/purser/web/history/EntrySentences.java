package dev.purser.web.history;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BudgetMove;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import dev.purser.domain.history.Entry;
import dev.purser.domain.portfolio.Role;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import java.util.Arrays;
import java.util.Optional;

/** Puts an entry into words: it holds facts alone, and the sentence is made whenever it is read. */
public record EntrySentences(HistoryWords words, Figures figures) {

    /** What was done or asked for, in as few words as a list has room for. */
    public String action(Entry entry) {
        var facts = new EntryFacts(entry);
        return switch (entry.kind()) {
            case CHANGE_CONFIRMED -> facts.move().map(this::done).orElse("");
            case CHANGE_REQUESTED,
                    CHANGE_WAITING,
                    CHANGE_SENDING,
                    CHANGE_UNKNOWN,
                    CHANGE_REFUSED,
                    CHANGE_NOT_APPLIED,
                    CHANGE_CONFLICT,
                    CHANGE_DISPUTED -> facts.move().map(this::asked).orElse("");
            case CHANGE_RECORDED -> words.recorded();
            case CHANGE_APPLIED_AFTER_ALL -> words.appliedAfterAll();
            case CHANGE_PERHAPS_RECORDED -> words.perhapsRecorded();
            case OUTSIDE_CHANGE -> words.outside();
            case SIGNED_IN -> words.signedInAs(roles(facts));
            case ACCOUNT_CONNECTED -> words.connected(account(facts));
            case CUSTOMERS_GRANTED -> words.granted(new Sentence(shared(facts)).text(), person(entry));
            case CUSTOMERS_TAKEN -> words.taken(new Sentence(shared(facts)).text(), person(entry));
            case PERSON_INVITED -> words.invited(person(entry));
            case INVITATION_WITHDRAWN -> words.withdrew(person(entry));
            case INVITATION_ACCEPTED -> words.accepted();
            case SESSIONS_ENDED -> words.ended(person(entry));
        };
    }

    private String done(BudgetMove move) {
        return switch (move.direction()) {
            case SET -> words.set();
            case RAISED -> words.raised();
            case LOWERED -> isZero(move.after()) ? words.setToZero() : words.lowered();
            case REMOVED -> words.removed();
            case UNCHANGED -> words.unchanged();
        };
    }

    private String asked(BudgetMove move) {
        return switch (move.direction()) {
            case SET -> words.askedToSet();
            case RAISED -> words.askedToRaise();
            case LOWERED -> isZero(move.after()) ? words.askedToSetToZero() : words.askedToLower();
            case REMOVED -> words.askedToRemove();
            case UNCHANGED -> words.askedForTheSame();
        };
    }

    /** All of it, with whom it is about. */
    public Sentence sentence(Entry entry) {
        var facts = new EntryFacts(entry);
        var customer = Sentence.name(facts.text("customerName"));
        var wish = wish(facts);
        return new Sentence(
                switch (entry.kind()) {
                    case CHANGE_REQUESTED -> words.saysRequested(customer, wish);
                    case CHANGE_WAITING -> words.saysWaiting(customer, wish);
                    case CHANGE_SENDING -> words.saysSending(customer, wish);
                    case CHANGE_UNKNOWN -> words.saysUnknown(customer, wish);
                    case CHANGE_CONFIRMED -> confirmed(customer, facts);
                    case CHANGE_REFUSED -> words.saysRefused(customer, wish);
                    case CHANGE_NOT_APPLIED -> words.saysNotApplied(customer, wish);
                    case CHANGE_CONFLICT -> words.saysConflict(customer, wish);
                    case CHANGE_DISPUTED ->
                        facts.shown().isPresent()
                                ? words.saysDisputed(customer, wish)
                                : words.saysNeverKnown(customer, wish);
                    case CHANGE_RECORDED ->
                        facts.recordedOtherwise()
                                ? words.saysRecordedOtherwise(customer, wish)
                                : words.saysRecorded(customer, wish);
                    case CHANGE_APPLIED_AFTER_ALL -> words.saysAppliedAfterAll(customer, wish);
                    case CHANGE_PERHAPS_RECORDED -> words.saysPerhapsRecorded(customer, wish);
                    case OUTSIDE_CHANGE -> outside(customer, facts);
                    case SIGNED_IN -> words.saysSignedIn(Sentence.name(who(entry)), roles(facts));
                    case ACCOUNT_CONNECTED -> connected(Sentence.name(who(entry)), Sentence.name(account(facts)));
                    case CUSTOMERS_GRANTED ->
                        words.saysGranted(Sentence.name(who(entry)), shared(facts), Sentence.name(person(entry)));
                    case CUSTOMERS_TAKEN ->
                        words.saysTaken(Sentence.name(who(entry)), shared(facts), Sentence.name(person(entry)));
                    case PERSON_INVITED -> words.saysInvited(Sentence.name(who(entry)), Sentence.name(person(entry)));
                    case INVITATION_WITHDRAWN ->
                        words.saysWithdrew(Sentence.name(who(entry)), Sentence.name(person(entry)));
                    case INVITATION_ACCEPTED -> words.saysAccepted(Sentence.name(who(entry)));
                    case SESSIONS_ENDED -> words.saysEnded(Sentence.name(who(entry)), Sentence.name(person(entry)));
                });
    }

    private String connected(String who, String account) {
        return who.isEmpty() ? words.saysConnected(account) : words.saysConnectedBy(who, account);
    }

    private static String account(EntryFacts facts) {
        var stream = facts.text("stream");
        return new AccountName(stream.substring(stream.indexOf(':') + 1)).shown();
    }

    private String confirmed(String customer, EntryFacts facts) {
        var amount = wish(facts);
        return facts.move()
                .map(move -> switch (move.direction()) {
                    case SET -> words.saysSet(customer, amount);
                    case RAISED -> words.saysRaised(customer, amount);
                    case LOWERED -> words.saysLowered(customer, amount);
                    case REMOVED -> words.saysRemoved(customer);
                    case UNCHANGED -> words.saysUnchanged(customer, amount);
                })
                .orElse(customer);
    }

    private String outside(String customer, EntryFacts facts) {
        return facts.after()
                .map(after -> switch (after) {
                    case NotSet notSet -> words.saysRemovedOutside(customer);
                    case Limit limit -> words.saysOutside(customer, figures.amount(limit, facts.currency()));
                })
                .orElseGet(() -> words.saysOutsideSomehow(customer));
    }

    /** Who did it; a name can be erased, the deed cannot. */
    public String who(Entry entry) {
        return entry.who().orElseGet(() -> entry.fact("who").isPresent() ? words.erased() : "");
    }

    /** Whose rights it tells of. */
    public String person(Entry entry) {
        return entry.person().orElseGet(() -> entry.fact("person").isPresent() ? words.erased() : "");
    }

    private String shared(EntryFacts facts) {
        var name = facts.text("customerName");
        return name.isEmpty() ? words.customers(facts.count()) : Sentence.name(name);
    }

    private String wish(EntryFacts facts) {
        return facts.after()
                .map(after -> switch (after) {
                    case NotSet notSet -> words.removal();
                    case Limit limit -> figures.amount(limit, facts.currency());
                })
                .orElse("");
    }

    private String roles(EntryFacts facts) {
        return Arrays.stream(facts.text("role").split("[ ,]+"))
                .map(this::role)
                .reduce(words::and)
                .orElse("");
    }

    private String role(String claim) {
        return Role.of(claim)
                .map(role -> switch (role) {
                    case ACCOUNT_MANAGER -> words.accountManager();
                    case AUDITOR -> words.auditor();
                    case ADMINISTRATOR -> words.administrator();
                })
                .orElse(claim);
    }

    private static boolean isZero(SpendingLimit limit) {
        return limit instanceof Limit(var amount) && amount.signum() == 0;
    }

    /** What to know beside the outcome; empty where the word says all. */
    public Optional<String> beside(Entry entry) {
        return switch (entry.kind()) {
            case CHANGE_REFUSED -> entry.fact("code").or(() -> entry.fact("status"));
            case CHANGE_REQUESTED,
                    CHANGE_WAITING,
                    CHANGE_SENDING,
                    CHANGE_UNKNOWN,
                    CHANGE_CONFIRMED,
                    CHANGE_NOT_APPLIED,
                    CHANGE_CONFLICT,
                    CHANGE_DISPUTED,
                    CHANGE_RECORDED,
                    CHANGE_APPLIED_AFTER_ALL,
                    CHANGE_PERHAPS_RECORDED,
                    OUTSIDE_CHANGE,
                    SIGNED_IN,
                    ACCOUNT_CONNECTED,
                    CUSTOMERS_GRANTED,
                    CUSTOMERS_TAKEN,
                    PERSON_INVITED,
                    INVITATION_WITHDRAWN,
                    INVITATION_ACCEPTED,
                    SESSIONS_ENDED -> Optional.empty();
        };
    }
}
