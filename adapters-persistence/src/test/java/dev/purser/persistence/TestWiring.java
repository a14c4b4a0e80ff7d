package dev.purser.persistence;

import dev.purser.domain.change.Timing;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;

final class TestWiring {

    @Produces
    @Singleton
    Timing timing() {
        return new Timing(Duration.ofMinutes(5), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    @Produces
    @Singleton
    Vault vault() {
        return new Vault(new byte[32]);
    }
}
