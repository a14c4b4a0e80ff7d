package dev.purser.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
    void readsPortAndSeedFromTheCommandLine() {
        SimulatorSettings settings =
                SimulatorMain.settings(new String[] {"--port", "8099", "--seed", "7"}, SimulatorSettings.standard());

        assertThat(settings.port()).isEqualTo(8099);
        assertThat(settings.seed()).isEqualTo(7);
        assertThatThrownBy(() -> SimulatorMain.settings(new String[] {"--colour", "1"}, settings))
                .isInstanceOf(IllegalArgumentException.class);
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
