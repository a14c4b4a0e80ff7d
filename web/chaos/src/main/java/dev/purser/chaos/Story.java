package dev.purser.chaos;

import dev.purser.chaos.kind.Kind;
import dev.purser.chaos.kind.Scene;
import dev.purser.chaos.people.AccountManager;
import dev.purser.chaos.people.AccountManager.Asked;
import dev.purser.chaos.people.AccountManager.Manner;
import dev.purser.chaos.people.AccountManager.Wish;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * What one person does for one customer that meets a kind of fault: asks for a change, often with a second step. All
 * choices are made beforehand, so that they depend on the seed alone.
 */
record Story(Kind kind, UUID customer, Wish wish, Manner manner, Then then, double when, long seed) {

    private static final Duration PATIENCE = Duration.ofSeconds(100);
    private static final Duration GLANCE = Duration.ofSeconds(4);

    /** The second step. */
    enum Then {
        NOTHING,
        /** Asks for another change at once, whatever has become of the first. */
        ASK_AT_ONCE,
        /** Asks for what it was before, once the first has ended. */
        PUT_BACK,
        READ_AGAIN,
        BROWSE
    }

    /** @param when as a share of the campaign's time */
    static Story of(Kind kind, UUID customer, RandomGenerator random) {
        return new Story(
                kind,
                customer,
                random.nextInt(10) == 0 ? Wish.NO_BUDGET : Wish.ANOTHER_AMOUNT,
                random.nextInt(5) == 0 ? Manner.TWICE_AT_ONCE : Manner.ONCE,
                Then.values()[random.nextInt(Then.values().length)],
                random.nextDouble(),
                random.nextLong());
    }

    void play(AccountManager manager, Scene scene) {
        var form = manager.openForm();
        if (form.isEmpty()) {
            return;
        }
        kind.arrange().accept(scene);
        scene.nowBeforeSending();
        var asked = manager.send(form.get(), wish, manner);
        scene.nowAfterSending();
        asked.change().ifPresent(change -> goOn(manager, asked, change));
    }

    private void goOn(AccountManager manager, Asked asked, UUID change) {
        switch (then) {
            case NOTHING -> manager.follow(change, GLANCE);
            case ASK_AT_ONCE -> {
                // Where the first is open this is turned down; later, perhaps still in its quarantine, it is accepted.
                if (again(manager).isEmpty() && manager.follow(change, PATIENCE)) {
                    again(manager);
                }
            }
            case PUT_BACK -> {
                if (manager.follow(change, PATIENCE)) {
                    manager.putBack(asked);
                }
            }
            case READ_AGAIN -> {
                manager.readAgain();
                manager.follow(change, GLANCE);
            }
            case BROWSE -> {
                manager.browse();
                manager.follow(change, GLANCE);
            }
        }
    }

    private static Optional<UUID> again(AccountManager manager) {
        return manager.openForm()
                .flatMap(form ->
                        manager.send(form, Wish.ANOTHER_AMOUNT, Manner.ONCE).change());
    }
}
