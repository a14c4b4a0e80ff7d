package dev.purser.simulator;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs a simulator until the process is ended: {@code --port 8099 --seed 7 --memory budgets.jsonl}, all optional. */
public final class SimulatorMain {

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        SimulatorSettings settings =
                settings(arguments, SimulatorSettings.standard().withLatency(Latency.realistic()));
        PartnerCenterSimulator simulator = PartnerCenterSimulator.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "close the simulator"));
        System.out.println("Partner Center simulator: " + simulator.baseUrl());
        System.out.println("authority:                " + simulator.authority());
        System.out.println("partner tenant:           " + settings.tenantId());
        System.out.println("client id:                " + settings.clientId());
        System.out.println("customers:                " + simulator.baseUrl() + "/simulator/customers");
        new CountDownLatch(1).await();
    }

    static SimulatorSettings settings(String[] arguments, SimulatorSettings start) {
        SimulatorSettings settings = start;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value after it");
            }
            String value = arguments[i + 1];
            settings = switch (arguments[i]) {
                case "--port" -> settings.withPort(Integer.parseInt(value));
                case "--seed" -> settings.withSeed(Long.parseLong(value));
                case "--memory" -> settings.withMemory(Path.of(value));
                default ->
                    throw new IllegalArgumentException(
                            "unknown: " + arguments[i] + "; known are --port, --seed and --memory");
            };
        }
        return settings;
    }
}
