package dev.purser.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimulatorStartTest {

    @Test
    void listensOnTheLoopbackAddressAlone() {
        try (PartnerCenterSimulator simulator = PartnerCenterSimulator.start(SimulatorSettings.standard())) {
            assertThat(simulator.baseUrl().getHost()).isEqualTo("127.0.0.1");
            assertThat(simulator.authority()).hasToString(simulator.baseUrl() + "/login");
            assertThat(simulator.world().customers()).hasSize(300);
        }
    }

    @Test
    void saysSoWhenThePortIsTaken() {
        try (PartnerCenterSimulator simulator = PartnerCenterSimulator.start(SimulatorSettings.standard())) {
            int taken = simulator.baseUrl().getPort();

            assertThatThrownBy(() -> PartnerCenterSimulator.start(
                            SimulatorSettings.standard().withPort(taken)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(Integer.toString(taken));
        }
    }

    @Test
    void readsPortSeedAndMemoryFromTheCommandLine() {
        SimulatorSettings settings = SimulatorMain.settings(
                new String[] {"--port", "8099", "--seed", "7", "--memory", "budgets.jsonl"},
                SimulatorSettings.standard());

        assertThat(settings.port()).isEqualTo(8099);
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.memory()).contains(Path.of("budgets.jsonl"));
        assertThatThrownBy(() -> SimulatorMain.settings(new String[] {"--colour", "1"}, settings))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsEverySettingThroughTheNextChange() {
        SimulatorSettings standard = SimulatorSettings.standard();
        SimulatorSettings other = standard.withPort(8099)
                .withSeed(7)
                .withWorldSize(20)
                .withTenantId(UUID.randomUUID())
                .withClientId(UUID.randomUUID())
                .withClientSecret("another secret")
                .withRefreshToken("another token")
                .withTokenLifetime(Duration.ofMinutes(5))
                .withPageSize(50)
                .withClock(new MovableClock("2026-06-18T08:42:07Z"))
                .withLatency(Latency.realistic())
                .withByteOrderMark(ByteOrderMark.BEFORE_JSON)
                .withNextLinks(NextLinks.WITH_VERSION)
                .withMemory(Path.of("memory.jsonl"));

        assertThat(standard).usingRecursiveComparison().ignoringFields("clock").isEqualTo(SimulatorSettings.standard());
        SimulatorSettings moved = other.withPort(8100);
        assertThat(other.port()).isEqualTo(8099);
        assertThat(moved.port()).isEqualTo(8100);
        assertThat(moved).usingRecursiveComparison().ignoringFields("port").isEqualTo(other);
        assertThat(moved.seed()).isEqualTo(7);
        assertThat(moved.clientId()).isNotEqualTo(standard.clientId());
        assertThat(moved.memory()).contains(Path.of("memory.jsonl"));
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        SimulatorSettings standard = SimulatorSettings.standard();

        assertThatThrownBy(() -> standard.withPageSize(501)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.withPort(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.withWorldSize(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.withClientSecret(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.withTokenLifetime(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
