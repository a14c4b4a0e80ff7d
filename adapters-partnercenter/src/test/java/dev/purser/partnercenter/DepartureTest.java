package dev.purser.partnercenter;

import static dev.purser.partnercenter.WireStage.CORRELATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.domain.budget.SpendingLimit;
import dev.purser.domain.partnercenter.Answer;
import dev.purser.domain.partnercenter.Reading;
import dev.purser.domain.partnercenter.SendFence;
import dev.purser.domain.partnercenter.Trouble;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain when a connection fails, depending on whether anything had left. */
class DepartureTest {

    private static final SpendingLimit WANTED = SpendingLimit.of("8250.50");

    /** Notes how many connections the API had whenever the fence looked at the time, and lets the fence close then. */
    private static final class WatchingClock implements InstantSource {

        private final RawServer api;
        private final List<Integer> connectionsSeen = new ArrayList<>();

        WatchingClock(RawServer api) {
            this.api = api;
        }

        @Override
        public synchronized Instant instant() {
            connectionsSeen.add(api.connections());
            return Instant.EPOCH.plus(Duration.ofSeconds(10L * (connectionsSeen.size() - 1)));
        }
    }

    @RepeatedTest(5)
    void sendsNothingWhenTheFenceClosesWhileConnecting() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-get-200.json"));
            var watch = new WatchingClock(stage.api);

            var answer = stage.send(WANTED, SendFence.raise(watch, () -> 0L, Duration.ofSeconds(10)));

            assertThat(answer).isEqualTo(new Answer.TooLate());
            assertThat(watch.connectionsSeen)
                    .as("asked when raised, and once the connection was open")
                    .hasSize(2);
            Conditions.waitUntil(() -> stage.api.connections() == 1);
            assertThat(stage.read()).as("the connection is of use again").isInstanceOf(Reading.Read.class);
            assertThat(stage.api.requests()).singleElement().satisfies(request -> {
                assertThat(request.line()).startsWith("GET ");
                assertThat(request.connection()).isEqualTo(1);
            });
        }
    }

    @Test
    void asksTheFenceOnlyWhenTheConnectionIsOpen() {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.sample(200, "budget-patch-200.json"));
            var watch = new WatchingClock(stage.api);

            var answer = stage.send(WANTED, SendFence.raise(watch, () -> 0L, Duration.ofSeconds(11)));

            assertThat(answer).isInstanceOf(Answer.Shown.class);
            assertThat(watch.connectionsSeen).startsWith(0).hasSize(2);
            assertThat(stage.authority.requests()).as("the token came first").hasSize(1);
        }
    }

    @Test
    void hasNotSentWhatNobodyTakes() {
        var nobody = new RawServer();
        nobody.close();
        try (var stage = new WireStage(WireStage.at(nobody.url()))) {
            assertThat(stage.send(WANTED)).isInstanceOfSatisfying(Answer.NeverSent.class, never -> {
                assertThat(never.trouble().kind()).isEqualTo(Trouble.Kind.NOT_REACHED);
                assertThat(never.trouble().detail()).containsIgnoringCase("connection refused");
            });
            assertThat(stage.read())
                    .isInstanceOfSatisfying(
                            Reading.Unavailable.class,
                            unavailable ->
                                    assertThat(unavailable.trouble().kind()).isEqualTo(Trouble.Kind.NOT_REACHED));
        }
    }

    @Test
    void hasNotSentWhatFindsNoFreeConnection() {
        var limits = new TimeLimits(Duration.ofMillis(300), Duration.ofSeconds(10));
        try (var stage = new WireStage(limits)) {
            stage.api.answer(_ -> Reply.silence());
            for (var i = 0; i < 16; i++) {
                Thread.ofVirtual().start(stage::read);
            }
            Conditions.waitUntil(() -> stage.api.requests().size() == 16);

            assertThat(stage.send(WANTED))
                    .isInstanceOfSatisfying(
                            Answer.NeverSent.class,
                            never -> assertThat(never.trouble().kind()).isEqualTo(Trouble.Kind.NOT_REACHED));
            assertThat(stage.api.requests()).hasSize(16);
        }
    }

    @Test
    void hasNotSentWhatCouldNotBeEncrypted() {
        try (var plain = new RawServer();
                var stage = new WireStage(
                        new TimeLimits(Duration.ofMillis(300), Duration.ofSeconds(10)),
                        WireStage.at(
                                URI.create("https://127.0.0.1:" + plain.url().getPort())))) {
            assertThat(stage.send(WANTED))
                    .isInstanceOfSatisfying(
                            Answer.NeverSent.class,
                            never -> assertThat(never.trouble().kind()).isEqualTo(Trouble.Kind.NOT_REACHED));
        }
    }

    @Test
    void hasNotSentToAServerThatIsNotTrusted(@TempDir Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (var impostor = new RawServer(selfSigned(folder.resolve("keys.p12")));
                var stage = new WireStage(WireStage.at(
                        URI.create("https://127.0.0.1:" + impostor.url().getPort())))) {
            impostor.answer(_ -> Reply.sample(200, "budget-patch-200.json"));

            assertThat(stage.send(WANTED)).isInstanceOfSatisfying(Answer.NeverSent.class, never -> {
                assertThat(never.trouble().kind()).isEqualTo(Trouble.Kind.NOT_REACHED);
                assertThat(never.trouble().detail()).contains("certification path");
            });
            assertThat(impostor.requests()).isEmpty();
        }
    }

    private static ServerSocketFactory selfSigned(Path file)
            throws IOException, InterruptedException, GeneralSecurityException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var making = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storepass",
                        "password",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(making.waitFor()).isZero();
        var password = "password".toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 20", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"amount\":8250.50}"})
    void isLostWhenTheConnectionBreaksAfterSending(String said) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> new Reply.BytesThenClose(Buffer.buffer(said)));

            assertThat(stage.send(WANTED)).isInstanceOfSatisfying(Answer.Lost.class, lost -> {
                assertThat(lost.trouble().kind()).isEqualTo(Trouble.Kind.BROKEN_OFF);
                assertThat(lost.correlation()).isEqualTo(CORRELATION);
            });
            assertThat(stage.api.requests()).as("sent once").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"amount\":8250.50}"})
    void isLostWhenNoWholeAnswerComesInTime(String said) {
        try (var stage = new WireStage(WireStage.IMPATIENT)) {
            stage.api.answer(_ -> new Reply.BytesThenSilence(Buffer.buffer(said)));

            assertThat(stage.send(WANTED))
                    .isEqualTo(new Answer.Lost(
                            new Trouble(Trouble.Kind.NO_ANSWER, "no answer within 250 ms"), CORRELATION));
            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "HTTP/7 fine\r\n\r\n", "{\"amount\":8250.50}\r\n\r\n"})
    void isLostInBytesThatAreNoHttp(String said) {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> new Reply.BytesThenClose(Buffer.buffer(said)));

            assertThat(stage.send(WANTED))
                    .isInstanceOfSatisfying(
                            Answer.Lost.class,
                            lost -> assertThat(lost.trouble().kind())
                                    .isIn(Trouble.Kind.UNREADABLE, Trouble.Kind.BROKEN_OFF));
            assertThat(stage.api.requests()).hasSize(1);
        }
    }

    @Test
    void doesNotRepeatOnADyingConnectionEither() {
        try (var stage = new WireStage()) {
            stage.api.answer(
                    Reply.sample(200, "budget-get-200.json"),
                    Reply.close(),
                    Reply.sample(200, "budget-patch-200.json"));
            assertThat(stage.read()).isInstanceOf(Reading.Read.class);

            assertThat(stage.send(WANTED)).isInstanceOf(Answer.Lost.class);

            assertThat(stage.api.requests()).hasSize(2);
        }
    }

    @Test
    void saysThatThePortalStoppedWhenItsThreadIsInterrupted() throws InterruptedException {
        try (var stage = new WireStage()) {
            stage.api.answer(_ -> Reply.silence());
            var answers = new ArrayList<Answer>();
            var thread = Thread.ofVirtual().start(() -> answers.add(stage.send(WANTED)));
            Conditions.waitUntil(() -> stage.api.requests().size() == 1);

            thread.interrupt();
            thread.join();

            assertThat(answers)
                    .containsExactly(
                            new Answer.Lost(new Trouble(Trouble.Kind.PORTAL_STOPPED, "interrupted"), CORRELATION));
        }
    }

    @Test
    void sendsNothingAfterItWasClosed() {
        var stage = new WireStage();
        stage.close();

        assertThat(stage.send(WANTED))
                .isInstanceOfSatisfying(
                        Answer.NeverSent.class,
                        never -> assertThat(never.trouble().kind()).isEqualTo(Trouble.Kind.PORTAL_STOPPED));
    }

    @Test
    void refusesToBlockAnEventLoop() throws InterruptedException, ExecutionException, TimeoutException {
        var vertx = Vertx.vertx();
        try (var stage = new WireStage()) {
            var broken = new CompletableFuture<Throwable>();
            vertx.runOnContext(_ -> {
                try {
                    broken.completeExceptionally(new AssertionError("waited: " + stage.read()));
                } catch (IllegalStateException refused) {
                    broken.complete(refused);
                }
            });

            assertThat(broken.get(5, TimeUnit.SECONDS)).hasMessageContaining("must not wait");
        } finally {
            vertx.close();
        }
    }
}
