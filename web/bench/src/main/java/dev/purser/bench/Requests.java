package dev.purser.bench;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** What a page does, it does within a request. */
@Singleton
class Requests {

    @ActivateRequestContext
    <T> T within(Supplier<T> work) {
        return work.get();
    }
}
