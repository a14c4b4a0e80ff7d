package dev.purser.web;

import dev.purser.domain.change.ChangeBudget;
import dev.purser.domain.change.ChangeBudget.Prospect;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.web.Mistakes.Mistake;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.language.ReaderLanguage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Says what the amount in a form comes to, of the budget as last read. Nothing is kept, and Microsoft is not asked. */
@Singleton
class Foresight {

    private final ChangeBudget changeBudget;
    private final Mistakes mistakes;
    private final Concerns concerns;
    private final ReaderLanguage reader;
    private final DisplayTime time;

    Foresight(
            ChangeBudget changeBudget, Mistakes mistakes, Concerns concerns, ReaderLanguage reader, DisplayTime time) {
        this.changeBudget = changeBudget;
        this.mistakes = mistakes;
        this.concerns = concerns;
        this.reader = reader;
        this.time = time;
    }

    /** Empty where nothing was typed. */
    Optional<Understood> understood(KnownCustomer customer, ChangeForm form) {
        return form.amount().isBlank()
                ? Optional.empty()
                : Optional.of(
                        switch (foresee(customer, form)) {
                            case Prospect.Budget budget -> understood(customer, form, budget);
                            case Prospect.None(var flaw) ->
                                Understood.mistake(
                                        typed(form), mistake(customer, form, flaw), customer, words(), figures());
                        });
    }

    /** What is to be mended of the amount alone. */
    List<Mistake> mistakes(KnownCustomer customer, ChangeForm form) {
        return switch (foresee(customer, form)) {
            case Prospect.Budget budget -> List.of();
            case Prospect.None(var flaw) -> List.of(mistake(customer, form, flaw));
        };
    }

    private Prospect foresee(KnownCustomer customer, ChangeForm form) {
        return changeBudget.foresee(customer, form.typed(reader.locale()), form.seen());
    }

    private Understood understood(KnownCustomer customer, ChangeForm form, Prospect.Budget budget) {
        var considered = concerns.of(budget.concerns(), budget.now(), customer.currency(), reader.locale());
        return Understood.budget(typed(form), budget, customer, considered, words(), figures());
    }

    private Mistake mistake(KnownCustomer customer, ChangeForm form, ChangeBudget.Flaw flaw) {
        return mistakes.of(customer, form, List.of(flaw), reader.locale()).getFirst();
    }

    private static String typed(ChangeForm form) {
        return form.amount().strip();
    }

    private Figures figures() {
        return Figures.about(time, reader.locale(), time.now());
    }

    private CustomerMessages words() {
        return reader.words(CustomerMessages.class);
    }
}
