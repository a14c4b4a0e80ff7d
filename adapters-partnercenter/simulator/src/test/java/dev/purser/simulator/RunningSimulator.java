package dev.purser.simulator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every test over HTTP needs: a simulator of its own and a caller. The clock stands still. */
class RunningSimulator {

    final MovableClock clock = new MovableClock("2026-06-18T08:42:07.012337Z");
    final SimulatorSettings settings = adjust(SimulatorSettings.standard().withClock(clock));

    @SuppressWarnings("NullAway.Init") // set before each test
    PartnerCenterSimulator simulator;

    @SuppressWarnings("NullAway.Init") // set before each test
    ApiClient client;

    SimulatorSettings adjust(SimulatorSettings standard) {
        return standard;
    }

    @BeforeEach
    void start() {
        simulator = PartnerCenterSimulator.start(settings);
        client = new ApiClient(simulator, settings);
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }
}
