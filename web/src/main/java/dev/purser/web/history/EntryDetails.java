package dev.purser.web.history;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import dev.purser.domain.history.Entry;
import dev.purser.web.format.Figures;
import dev.purser.web.format.Sentence;
import dev.purser.web.history.Said.Form;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What an entry says beside budget, reason and person: how it is known, what broke, under which ids. */
public record EntryDetails(HistoryWords words, Figures figures) {

    public List<Said> of(Entry entry) {
        var facts = new EntryFacts(entry);
        var said = new ArrayList<Said>();
        switch (entry.kind()) {
            case CHANGE_REQUESTED -> text(said, facts, words.typed(), "typed");
            case CHANGE_WAITING -> {
                said.add(new Said(words.why(), new Sentence(cause(facts)), Form.WORDS));
                quoted(said, facts, words.detail(), "detail");
            }
            case CHANGE_SENDING -> {}
            case CHANGE_UNKNOWN -> {
                said.add(new Said(words.broke(), new Sentence(trouble(facts)), Form.WORDS));
                quoted(said, facts, words.detail(), "detail");
            }
            case CHANGE_CONFIRMED -> {
                said.add(new Said(words.evidence(), new Sentence(evidence(facts)), Form.WORDS));
                text(said, facts, words.status(), "status");
            }
            case CHANGE_REFUSED -> {
                quoted(said, facts, words.words(), "words");
                text(said, facts, words.code(), "code");
                text(said, facts, words.status(), "status");
            }
            case CHANGE_NOT_APPLIED, CHANGE_CONFLICT, CHANGE_DISPUTED ->
                said.add(new Said(words.atMicrosoft(), new Sentence(shown(facts)), Form.WORDS));
            case CHANGE_RECORDED, CHANGE_APPLIED_AFTER_ALL, CHANGE_PERHAPS_RECORDED -> {
                record(said, facts);
                facts.shown()
                        .ifPresent(shown -> said.add(new Said(
                                words.atMicrosoft(), new Sentence(limit(shown, facts.currency())), Form.WORDS)));
            }
            case OUTSIDE_CHANGE -> record(said, facts);
            case SIGNED_IN -> text(said, facts, words.role(), "role");
            case ACCOUNT_CONNECTED -> {
                said.add(new Said(words.secondFactor(), new Sentence(secondFactor(facts)), Form.WORDS));
                code(said, facts, words.tenant(), "tenant");
                code(said, facts, words.application(), "application");
            }
            case CUSTOMERS_GRANTED, CUSTOMERS_TAKEN -> {
                person(said, entry);
                said.add(new Said(words.accountName(), new Sentence(Sentence.name(account(facts))), Form.WORDS));
                text(said, facts, words.search(), "search");
                said.add(new Said(
                        words.holds(), new Sentence(figures.count(Long.parseLong(facts.text("holds")))), Form.WORDS));
                if (!facts.text("parts").isEmpty()) {
                    said.add(new Said(words.part(), new Sentence(part(facts)), Form.WORDS));
                }
            }
            case PERSON_INVITED -> {
                person(said, entry);
                invitedBy(said, facts);
            }
            case INVITATION_ACCEPTED -> invitedBy(said, facts);
            case INVITATION_WITHDRAWN, SESSIONS_ENDED -> person(said, entry);
        }
        if (entry.customer().isPresent()) {
            said.add(new Said(words.currency(), new Sentence(currency(facts)), Form.WORDS));
        }
        text(said, facts, words.attempt(), "attempt");
        code(said, facts, words.request(), "request");
        code(said, facts, words.correlation(), "correlation");
        return said;
    }

    private void record(List<Said> said, EntryFacts facts) {
        facts.recordedAt()
                .ifPresent(at -> said.add(new Said(words.recordedAt(), new Sentence(figures.moment(at)), Form.WORDS)));
        text(said, facts, words.application(), "application");
        code(said, facts, words.record(), "record");
    }

    private void person(List<Said> said, Entry entry) {
        var name = new EntrySentences(words, figures).person(entry);
        said.add(new Said(words.person(), new Sentence(Sentence.name(name)), Form.WORDS));
    }

    private void invitedBy(List<Said> said, EntryFacts facts) {
        said.add(new Said(words.invitedBy(), new Sentence(words.invitee(facts.invitedBy())), Form.WORDS));
    }

    private String part(EntryFacts facts) {
        return words.partOf(
                facts.text("part"), facts.text("parts"), figures.count(Long.parseLong(facts.text("total"))));
    }

    private static String account(EntryFacts facts) {
        return new AccountName(facts.text("account")).shown();
    }

    private String secondFactor(EntryFacts facts) {
        return switch (facts.secondFactor()) {
            case USED -> words.secondFactorUsed();
            case NOT_USED -> words.secondFactorNotUsed();
            case NOT_TOLD -> words.secondFactorNotTold();
        };
    }

    private String cause(EntryFacts facts) {
        return switch (facts.cause()) {
            case QUARANTINE -> words.quarantine();
            case THROTTLED ->
                words.throttled(words.seconds(
                        figures.count(Duration.parse(facts.text("pause")).toSeconds())));
            case UNAVAILABLE -> words.unavailable();
            case ACCOUNT_NOT_SET_UP -> words.notSetUp();
            case OLD_READING -> words.oldReading();
            case NEW_TOKEN -> words.newToken();
        };
    }

    private String trouble(EntryFacts facts) {
        return switch (facts.trouble()) {
            case NOT_REACHED -> words.notReached();
            case ACCOUNT_NOT_SET_UP -> words.notSetUp();
            case BROKEN_OFF -> words.brokenOff();
            case NO_ANSWER -> words.noAnswer();
            case SERVICE_ERROR -> words.serviceError();
            case UNREADABLE -> words.unreadable();
            case OTHER_BUDGET_SHOWN -> words.otherBudgetShown();
            case EARLIER_UNANSWERED -> words.earlierUnanswered();
            case PORTAL_STOPPED -> words.portalStopped();
        };
    }

    private String evidence(EntryFacts facts) {
        return switch (facts.evidence()) {
            case ANSWER -> words.byAnswer(facts.text("attempt"));
            case ANSWER_TO_RESEND -> words.byAnswerToResend();
            case READ_BACK -> words.byReadBack();
            case ACTIVITY_RECORD -> words.byActivityRecord();
        };
    }

    private String shown(EntryFacts facts) {
        return facts.shown().map(shown -> limit(shown, facts.currency())).orElseGet(words::couldNotBeRead);
    }

    private String limit(SpendingLimit limit, BillingCurrency currency) {
        return switch (limit) {
            case NotSet notSet -> words.notSet();
            case Limit amount -> figures.amount(amount, currency);
        };
    }

    private String currency(EntryFacts facts) {
        return switch (facts.currency()) {
            case BillingCurrency.Told(var currency) -> words.currencyTold(currency.getCurrencyCode());
            case BillingCurrency.Configured(var currency) -> words.currencyConfigured(currency.getCurrencyCode());
            case BillingCurrency.Unknown unknown -> words.currencyUnknown();
        };
    }

    private static void text(List<Said> said, EntryFacts facts, String name, String fact) {
        say(said, facts, name, fact, Form.WORDS);
    }

    private static void quoted(List<Said> said, EntryFacts facts, String name, String fact) {
        var text = facts.text(fact);
        if (!text.isEmpty()) {
            said.add(new Said(name, new Sentence(Sentence.quoted(text)), Form.WORDS));
        }
    }

    private static void code(List<Said> said, EntryFacts facts, String name, String fact) {
        say(said, facts, name, fact, Form.CODE);
    }

    private static void say(List<Said> said, EntryFacts facts, String name, String fact, Form form) {
        var text = facts.text(fact);
        if (!text.isEmpty()) {
            said.add(new Said(name, new Sentence(Sentence.name(text)), form));
        }
    }
}
