package dev.purser.chaos.kind;

import dev.purser.chaos.stage.Limits;
import dev.purser.simulator.Fault;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.Route;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** One customer, for whom a kind arranges what goes wrong. */
public final class Scene {

    private final UUID customer;
    private final PartnerCenterSimulator microsoft;
    private final Limits limits;
    private final RandomGenerator random;
    private final Runnable listsAreOld;
    private final List<Runnable> beforeSending = new ArrayList<>();
    private final List<Runnable> afterSending = new ArrayList<>();

    /** @param listsAreOld makes Purser read all customers again soon */
    public Scene(
            UUID customer,
            PartnerCenterSimulator microsoft,
            Limits limits,
            RandomGenerator random,
            Runnable listsAreOld) {
        this.customer = customer;
        this.microsoft = microsoft;
        this.limits = limits;
        this.random = random;
        this.listsAreOld = listsAreOld;
    }

    Limits limits() {
        return limits;
    }

    /** The next requests to set the budget meet these, one after the other. */
    void patch(Fault... faults) {
        for (var fault : faults) {
            microsoft.faults().next(customer, Route.PATCH_BUDGET, fault, 1);
        }
    }

    /** The next requests for the budget meet these, one after the other. */
    void get(Fault... faults) {
        for (var fault : faults) {
            microsoft.faults().next(customer, Route.GET_BUDGET, fault, 1);
        }
    }

    /** The next requests of this kind, whomever they are for, meet these. */
    void anybody(Route route, Fault... faults) {
        for (var fault : faults) {
            microsoft.faults().next(route, fault, 1);
        }
    }

    /** Every token has expired. */
    void expireTokens() {
        microsoft.expireTokens();
    }

    /** All customers are read again soon. */
    void readLists() {
        listsAreOld.run();
    }

    /** Happens while the person looks at the form. */
    void beforeSending(Runnable event) {
        beforeSending.add(event);
    }

    /** Happens when the form was answered: the change has ended, is unknown, or took longer than two seconds. */
    void afterSending(Runnable event) {
        afterSending.add(event);
    }

    public void nowBeforeSending() {
        beforeSending.forEach(Runnable::run);
    }

    public void nowAfterSending() {
        afterSending.forEach(Runnable::run);
    }

    /** Somebody sets another budget without Purser. */
    void editOutside() {
        var now = microsoft.world().budget(customer).orElse(BigDecimal.valueOf(500));
        microsoft.world().setBudgetOutside(customer, now.add(BigDecimal.valueOf(7 + random.nextInt(90))));
    }

    /** Somebody removes the budget without Purser. */
    void removeOutside() {
        microsoft.world().setBudgetOutside(customer, null);
    }

    void endRelationship() {
        microsoft.world().endRelationship(customer);
    }
}
