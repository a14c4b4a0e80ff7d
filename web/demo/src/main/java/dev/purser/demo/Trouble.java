package dev.purser.demo;

import dev.purser.simulator.Fault;
import dev.purser.simulator.Fault.RetryAfter;
import dev.purser.simulator.KnownCustomers;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.Route;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What goes wrong at the simulated Partner Center: always the same for the same customers, so that whoever tries the demo
 * can meet each trouble, and avoid it.
 */
final class Trouble {

    private static final int ALWAYS = 1_000_000;
    private static final Duration BETWEEN_OUTSIDE_EDITS = Duration.ofMinutes(5);

    private Trouble() {}

    static void in(PartnerCenterSimulator partnerCenter) {
        var faults = partnerCenter.faults();
        faults.next(KnownCustomers.COHO_WINERY, Route.PATCH_BUDGET, new Fault.ApplyThenDrop(), ALWAYS);
        faults.next(KnownCustomers.MARGIES_TRAVEL, Route.PATCH_BUDGET, new Fault.DropBeforeApplying(), ALWAYS);
        faults.next(
                KnownCustomers.FABRIKAM_AEROSPACE,
                Route.PATCH_BUDGET,
                Fault.refusal(403, "900150", "The role lacks rights for this operation."),
                ALWAYS);
        faults.next(
                KnownCustomers.ADVENTURE_WORKS,
                Route.PATCH_BUDGET,
                new Fault.TooManyRequests(Duration.ofSeconds(57), RetryAfter.SECONDS),
                1);
        editOutside(partnerCenter);
    }

    /** Somebody works in Microsoft's own portal and never tells. */
    private static void editOutside(PartnerCenterSimulator partnerCenter) {
        var somebody = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("somebody-else").unstarted(task));
        somebody.scheduleAtFixedRate(
                () -> {
                    var world = partnerCenter.world();
                    var budget = world.budget(KnownCustomers.ALPINE_SKI_HOUSE).orElse(BigDecimal.ZERO);
                    world.setBudgetOutside(KnownCustomers.ALPINE_SKI_HOUSE, budget.add(BigDecimal.valueOf(100)));
                },
                BETWEEN_OUTSIDE_EDITS.toSeconds(),
                BETWEEN_OUTSIDE_EDITS.toSeconds(),
                TimeUnit.SECONDS);
    }
}
