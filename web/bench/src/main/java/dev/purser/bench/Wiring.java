package dev.purser.bench;

import dev.purser.domain.change.Timing;
import dev.purser.persistence.Vault;
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

    /** Nobody real is kept. */
    @Produces
    @Singleton
    Vault vault() {
        return new Vault(new byte[KEY]);
    }
}
