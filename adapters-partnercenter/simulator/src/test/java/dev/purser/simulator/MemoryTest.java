package dev.purser.simulator;

import static dev.purser.simulator.ApiClient.json;
import static dev.purser.simulator.KnownCustomers.CARMEL_LABS;
import static dev.purser.simulator.KnownCustomers.COHO_WINERY;
import static dev.purser.simulator.KnownCustomers.CONTOSO_RETAIL;
import static dev.purser.simulator.KnownCustomers.MARGIES_TRAVEL;
import static dev.purser.simulator.KnownCustomers.TAILSPIN_TOYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest extends RunningSimulator {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    static Path folder;

    private Path file() {
        return settings.memory().orElseThrow();
    }

    @Override
    SimulatorSettings adjust(SimulatorSettings standard) {
        return standard.withMemory(folder.resolve(UUID.randomUUID() + ".jsonl"));
    }

    @Test
    void remembersWhatTookEffectByTheApiAndFromOutside() {
        String token = client.appOnly();
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":9200.000000}", token);
        client.patchBudget(COHO_WINERY, "{\"Amount\":null}", token);
        client.patchBudget(TAILSPIN_TOYS, "{\"Amount\":0}", token);
        client.patchBudget(TAILSPIN_TOYS, "{\"Amount\":123456789012345.123456789}", token);
        simulator.world().setBudgetOutside(MARGIES_TRAVEL, new BigDecimal("1E+3"));
        simulator.world().setBudgetOutside(CARMEL_LABS, null);

        restart();

        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("9200.000000"));
        assertThat(simulator.world().budget(COHO_WINERY)).isEmpty();
        assertThat(simulator.world().budget(TAILSPIN_TOYS)).contains(new BigDecimal("123456789012345.123456789"));
        assertThat(simulator.world().budget(MARGIES_TRAVEL)).contains(new BigDecimal("1000"));
        assertThat(simulator.world().budget(CARMEL_LABS)).isEmpty();
        assertThat(simulator.world().budget(KnownCustomers.ADVENTURE_WORKS)).contains(new BigDecimal("25000.00"));
    }

    @Test
    void remembersWhoLeftAndWhoCameBack() {
        simulator.world().endRelationship(CONTOSO_RETAIL);
        simulator.world().endRelationship(COHO_WINERY);
        simulator.world().resumeRelationship(COHO_WINERY);

        restart();

        assertThat(simulator.world().hasRelationship(CONTOSO_RETAIL)).isFalse();
        assertThat(simulator.world().hasRelationship(COHO_WINERY)).isTrue();
    }

    @Test
    void writesOneLinePerChange() throws IOException {
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":9200.00}", client.appOnly());
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, null);
        simulator.world().endRelationship(CONTOSO_RETAIL);
        simulator.world().resumeRelationship(CONTOSO_RETAIL);

        String start = "{\"customer\":\"" + CONTOSO_RETAIL + "\",";
        assertThat(Files.readString(file()))
                .isEqualTo(start + "\"budget\":\"9200.00\",\"origin\":\"API\"}\n" + start
                        + "\"budget\":null,\"origin\":\"OUTSIDE\"}\n" + start + "\"relationship\":\"ended\"}\n" + start
                        + "\"relationship\":\"resumed\"}\n");
    }

    @Test
    void writesNothingOfWhatTookNoEffect() {
        String token = client.appOnly();
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":-1}", token);
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.DropBeforeApplying(), 1);
        assertThatThrownBy(() -> client.exchanged(client.patchRequest(CONTOSO_RETAIL, "{\"Amount\":1}", token)))
                .isInstanceOf(IOException.class);

        assertThat(file()).isEmptyFile();
    }

    @Test
    void remembersWhatTheCallerWasNeverTold() {
        String token = client.appOnly();
        simulator.faults().next(Route.PATCH_BUDGET, new Fault.ApplyThenDrop(), 1);
        assertThatThrownBy(() -> client.exchanged(client.patchRequest(CONTOSO_RETAIL, "{\"Amount\":77}", token)))
                .isInstanceOf(IOException.class);

        restart();

        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("77"));
    }

    @Test
    void beginsANewJournal() {
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":9200.00}", client.appOnly());

        restart();

        assertThat(simulator.journal().applied()).isEmpty();
        assertThat(simulator.journal().exchanges()).isEmpty();
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":9300.00}", client.appOnly());
        assertThat(simulator.journal().applied())
                .extracting(applied -> applied.before().orElseThrow())
                .containsExactly(new BigDecimal("9200.00"));
    }

    @Test
    void passesOverCustomersThatTheNextWorldLacks() throws IOException {
        UUID nobody = UUID.randomUUID();
        Files.writeString(
                file(),
                "{\"customer\":\"" + nobody + "\",\"budget\":\"1\",\"origin\":\"API\"}\n{\"customer\":\"" + nobody
                        + "\",\"relationship\":\"ended\"}\n{\"customer\":\"" + CONTOSO_RETAIL
                        + "\",\"budget\":\"2\",\"origin\":\"API\"}\n");

        restart();

        assertThat(simulator.world().find(nobody)).isEmpty();
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"customer\":\"3d50e1b8-7c24", "{", "{\"customer\":\"תו"})
    void cutsOffALineThatACrashLeftTorn(String torn) throws IOException {
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, new BigDecimal("5"));
        String whole = Files.readString(file());
        Files.writeString(file(), torn, StandardOpenOption.APPEND);

        restart();

        assertThat(Files.readString(file())).isEqualTo(whole);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("5"));
        simulator.world().setBudgetOutside(COHO_WINERY, new BigDecimal("6"));
        restart();
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("5"));
        assertThat(simulator.world().budget(COHO_WINERY)).contains(new BigDecimal("6"));
    }

    @Test
    void doesNotBelieveALastLineWithoutItsEnd() throws IOException {
        Files.writeString(file(), "{\"customer\":\"" + CONTOSO_RETAIL + "\",\"budget\":\"5\",\"origin\":\"API\"}");

        restart();

        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("4000.00"));
        assertThat(file()).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "[]",
                "{\"customer\":\"3d50e1b8\",\"budget\":\"1\",\"origin\":\"API\"}",
                "{\"customer\":\"3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13\"}",
                "{\"customer\":\"3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13\",\"relationship\":\"difficult\"}",
                "{\"customer\":\"3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13\",\"budget\":1.5,\"origin\":\"API\"}",
                "{\"customer\":\"3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13\",\"budget\":\"much\",\"origin\":\"API\"}",
                "{\"customer\":\"3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13\",\"budget\":\"-1\",\"origin\":\"API\"}",
                "{\"customer\":\"3d50e1b8-7c24-4f9a-86d1-0a9be57f2c13\",\"budget\":\"1\",\"origin\":\"HEAVEN\"}"
            })
    void namesTheLineThatItCannotUnderstand(String line) throws IOException {
        simulator.world().setBudgetOutside(CONTOSO_RETAIL, new BigDecimal("5"));
        String whole = Files.readString(file());
        String corrupt = whole + line + "\n" + whole + "{\"torn";
        Files.writeString(file(), corrupt);

        assertThatThrownBy(() -> PartnerCenterSimulator.start(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("line 2 of the simulator's memory " + file() + " cannot be understood (")
                .hasMessageEndingWith("; mend it, or delete the file to begin anew");
        assertThat(Files.readString(file())).isEqualTo(corrupt);
    }

    @Test
    void saysSoWhenTheFolderIsMissing() {
        Path missing = folder.resolve("missing").resolve("memory.jsonl");

        assertThatThrownBy(() -> PartnerCenterSimulator.start(settings.withMemory(missing)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void changesNothingThatItCannotRemember() {
        simulator.close();

        assertThatThrownBy(() -> simulator.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.ONE))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> simulator.world().endRelationship(CONTOSO_RETAIL))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("4000.00"));
        assertThat(simulator.world().hasRelationship(CONTOSO_RETAIL)).isTrue();
        assertThat(simulator.journal().applied()).isEmpty();
        start();
    }

    @Test
    @Timeout(60)
    void forgetsNothingWhenTheProcessIsKilled() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(
                        java, "-cp", System.getProperty("java.class.path"), Killed.class.getName(), "" + file()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (HttpClient http = HttpClient.newHttpClient();
                var output = process.inputReader()) {
            String address = output.readLine() + "/simulator/customers/" + CONTOSO_RETAIL;
            assertThat(put(http, address + "/budget", "{\"amount\":9200.00}")).contains("\"budget\":9200.00");
            assertThat(put(http, address + "/relationship", "{\"ended\":true}")).contains("\"ended\"");
        } finally {
            process.destroyForcibly().waitFor();
        }

        restart();

        assertThat(process.exitValue()).isEqualTo(128 + 9);
        assertThat(simulator.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("9200.00"));
        assertThat(simulator.world().hasRelationship(CONTOSO_RETAIL)).isFalse();
    }

    /** Runs until it is killed, or for a minute if nobody does. */
    static final class Killed {

        private Killed() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (PartnerCenterSimulator simulator =
                    PartnerCenterSimulator.start(SimulatorSettings.standard().withMemory(Path.of(arguments[0])))) {
                System.out.println(simulator.baseUrl());
                boolean _ = new CountDownLatch(1).await(1, TimeUnit.MINUTES);
            }
        }
    }

    @Test
    void remembersNothingUnlessToldTo() {
        SimulatorSettings standard = SimulatorSettings.standard();

        assertThat(standard.memory()).isEmpty();
        try (PartnerCenterSimulator forgetful = PartnerCenterSimulator.start(standard)) {
            forgetful.world().setBudgetOutside(CONTOSO_RETAIL, BigDecimal.ONE);
        }
        try (PartnerCenterSimulator next = PartnerCenterSimulator.start(standard)) {
            assertThat(next.world().budget(CONTOSO_RETAIL)).contains(new BigDecimal("4000.00"));
        }
    }

    @Test
    void answersWithTheRememberedBudget() {
        client.patchBudget(CONTOSO_RETAIL, "{\"Amount\":8250.50}", client.appOnly());

        restart();

        assertThat(json(client.get("/v1/customers/" + CONTOSO_RETAIL + "/usagebudget", client.appOnly()))
                        .path("amount")
                        .decimalValue())
                .isEqualByComparingTo("8250.50");
    }

    private void restart() {
        stop();
        start();
    }

    private static String put(HttpClient http, String address, String body) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
