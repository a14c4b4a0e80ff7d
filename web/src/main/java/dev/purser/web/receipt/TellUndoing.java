package dev.purser.web.receipt;

import dev.purser.domain.budget.BillingCurrency;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.budget.SpendingLimit.Limit;
import dev.purser.domain.budget.SpendingLimit.NotSet;
import dev.purser.domain.change.Change;
import dev.purser.domain.change.ChangeState;
import dev.purser.domain.change.Undos;
import dev.purser.domain.customer.Customers;
import dev.purser.domain.customer.KnownCustomer;
import dev.purser.domain.customer.KnownCustomer.BudgetRead;
import dev.purser.domain.customer.KnownCustomer.OpenChange;
import dev.purser.domain.portfolio.Actor;
import dev.purser.web.format.DisplayTime;
import dev.purser.web.format.Figures;
import dev.purser.web.language.ReaderLanguage;
import dev.purser.web.receipt.Undoing.By;
import dev.purser.web.receipt.Undoing.Obstacle;
import dev.purser.web.receipt.Undoing.Offer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Tells whether a change can be undone, and by what it was. */
@Singleton
public class TellUndoing {

    private final Undos undos;
    private final Customers customers;
    private final ReaderLanguage language;
    private final DisplayTime time;

    TellUndoing(Undos undos, Customers customers, ReaderLanguage language, DisplayTime time) {
        this.undos = undos;
        this.customers = customers;
        this.language = language;
        this.time = time;
    }

    /** Only what was confirmed can be undone, and only by who may change the customer. */
    public Undoing tell(Change change, Actor actor) {
        if (!(change.state() instanceof ChangeState.Confirmed(var evidence, var correlation, var at))) {
            return new Undoing(Optional.empty(), Optional.empty(), Optional.empty());
        }
        var undo = undos.of(actor.reader(), change.id());
        var customer = actor.writer()
                .flatMap(writer -> customers.find(writer, change.customer()))
                .filter(known -> known.relationshipEndedAt().isEmpty());
        var obstacle = customer.flatMap(known -> obstacle(change, known));
        var offer = obstacle.isEmpty() ? customer.map(known -> offer(change, at)) : Optional.<Offer>empty();
        var undone =
                undo.filter(it -> it.state() instanceof ChangeState.Confirmed).isPresent();
        // That it was undone says already why it cannot be once more.
        return new Undoing(offer, obstacle.filter(it -> !undone), undo.map(it -> By.of(words(), it)));
    }

    private Optional<Obstacle> obstacle(Change change, KnownCustomer customer) {
        var now = customer.budget().map(BudgetRead::limit);
        if (!now.equals(Optional.of(change.wanted()))) {
            return now.map(limit -> new Obstacle(movedOn(limit, change.currency()), Optional.empty()));
        }
        return customer.openChange()
                .map(OpenChange::change)
                .map(open -> new Obstacle(words().undoOccupied(), Optional.of(open)));
    }

    private String movedOn(SpendingLimit now, BillingCurrency currency) {
        return switch (now) {
            case NotSet notSet -> words().undoRemovedSince();
            case Limit limit -> words().undoMovedOn(figures(time.now()).amount(limit, currency));
        };
    }

    private Offer offer(Change change, Instant confirmed) {
        var figures = figures(confirmed);
        var date = figures.date(confirmed);
        var clock = figures.clock(confirmed);
        return new Offer(
                UUID.randomUUID(),
                switch (change.seen()) {
                    case NotSet notSet -> words().undoToNotSet();
                    case Limit limit -> words().undoTo(figures.amount(limit, change.currency()));
                },
                switch (change.wanted()) {
                    case NotSet notSet -> words().undoReasonRemoval(date, clock);
                    case Limit limit -> words().undoReason(figures.amount(limit, change.currency()), date, clock);
                });
    }

    private Figures figures(Instant about) {
        return Figures.about(time, language.locale(), about);
    }

    private ReceiptWords words() {
        return language.words(ReceiptWords.class);
    }
}
