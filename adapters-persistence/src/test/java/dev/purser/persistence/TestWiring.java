package dev.purser.persistence;

import dev.purser.domain.change.Timing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Produces
    @Singleton
    Vault vault() {
        return new Vault(new byte[32]);
    }
}
