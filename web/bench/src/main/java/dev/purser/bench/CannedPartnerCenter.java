package dev.purser.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.budget.SpendingLimit;
import dev.purser.partnercenter.Cloud;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.partnercenter.TokenVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;

/** A {@link CannedServer} in a process of its own. To it every budget was one amount and is to be another. */
final class CannedPartnerCenter implements AutoCloseable {

    static final AccountName ACCOUNT = new AccountName("bench");
    static final SpendingLimit LIMIT_BEFORE = SpendingLimit.of(CannedServer.BEFORE);
    static final SpendingLimit LIMIT_AFTER = SpendingLimit.of(CannedServer.AFTER);

    private final Process process;
    private final URI address;

    private CannedPartnerCenter(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static CannedPartnerCenter start() throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        CannedServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var port = new BufferedReader(new InputStreamReader(process.getInputStream(), US_ASCII)).readLine();
        if (port == null) {
            throw new IOException("The canned server has not started");
        }
        return new CannedPartnerCenter(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Where this class is kept: the server needs nothing else. */
    private static String classPath() {
        try {
            return Path.of(CannedServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    URI address() {
        return address;
    }

    PartnerCenterAccount account() {
        return new PartnerCenterAccount(
                ACCOUNT,
                Cloud.GLOBAL,
                "bench.example",
                "a4c81f27-0b9e-4f65-8d13-62e7c5b0934d",
                "nothing-secret",
                Optional.empty(),
                address,
                address,
                TokenVersion.V2,
                Optional.empty());
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
