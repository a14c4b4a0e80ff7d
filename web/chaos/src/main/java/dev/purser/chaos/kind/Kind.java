package dev.purser.chaos.kind;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A kind of fault.
 *
 * @param name by which it can be chosen and is reported
 * @param arrange what goes wrong for a customer, arranged before the change is asked for
 * @param strike against processes, for all customers of the kind at once
 */
public record Kind(String name, Promise promise, Consumer<Scene> arrange, Optional<Strike> strike) {

    static Kind of(String name, Consumer<Scene> arrange) {
        return new Kind(name, Promise.EVERY_RECEIPT_TRUE, arrange, Optional.empty());
    }

    static Kind striking(String name, Strike.Blow blow, Strike.Moment moment, Consumer<Scene> arrange) {
        return new Kind(name, Promise.EVERY_RECEIPT_TRUE, arrange, Optional.of(new Strike(blow, moment)));
    }

    static Kind beyond(String name, Consumer<Scene> arrange) {
        return new Kind(name, Promise.BEYOND_THE_SETTINGS, arrange, Optional.empty());
    }
}
