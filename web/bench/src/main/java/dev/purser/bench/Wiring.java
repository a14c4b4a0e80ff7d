package dev.purser.bench;

import dev.purser.domain.change.Timing;
import dev.purser.persistence.Vault;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the PostgreSQL adapter asks for. */
final class Wiring {

    private static final int KEY = 32;

    /** The product's own when nothing else is set. */
    @Produces
    @Singleton
    Timing timing() {
        return new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    /** Counted as in the product, and asked by nobody. */
    @Produces
    @Singleton
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    /** Nobody real is kept. */
    @Produces
    @Singleton
    Vault vault() {
        return new Vault(new byte[KEY]);
    }
}
