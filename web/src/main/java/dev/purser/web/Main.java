package dev.purser.web;

import dev.purser.db.DatabaseUnavailable;
import dev.purser.db.FolderInUse;
import dev.purser.db.HomeFolder;
import dev.purser.db.OwnDatabase;
import dev.purser.db.RunningDatabase;
import dev.purser.partnercenter.PartnerCenterAccount;
import dev.purser.web.connect.ConnectAccount;
import dev.purser.web.connect.ConnectCommand;
import dev.purser.web.connect.ConnectRequest;
import dev.purser.web.settings.BadSettings;
import dev.purser.web.settings.Secrets;
import dev.purser.web.settings.Settings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts the portal: checks the settings, brings up the database where none was named, and hands over to Quarkus. */
@QuarkusMain
public final class Main {

    private static final String SECRET = "purser";
    /** What a command does without: pages, signing in, the tables' exact form, and words of the framework on the terminal. */
    private static final Map<String, String> COMMAND = Map.of(
            Mode.PROPERTY,
            "command",
            "quarkus.http.host-enabled",
            "false",
            "quarkus.management.host-enabled",
            "false",
            "quarkus.oidc.tenant-enabled",
            "false",
            "quarkus.hibernate-orm.schema-management.strategy",
            "none",
            "quarkus.log.console.stderr",
            "true",
            "quarkus.log.level",
            "ERROR");

    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private Main() {}

    public static void main(String... arguments) {
        // The class list of an AppCDS archive is recorded by running this very main, without any settings.
        if (System.getProperty("quarkus.appcds.generate") != null) {
            Quarkus.run(arguments);
            return;
        }
        try {
            start(Settings.of(variables()), arguments);
        } catch (ConnectRequest.Misunderstood e) {
            System.err.println(e.getMessage());
            System.exit(ConnectAccount.Exit.USAGE.status());
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(ConnectAccount.Exit.NO_DATABASE.status());
        } catch (BadSettings e) {
            e.lines().forEach(System.err::println);
            System.err.println("Purser was not started. What each setting means: docs/configuration.md."
                    + " To look around without any: ./purser demo");
            System.exit(2);
        } catch (FolderInUse e) {
            System.err.println(e.getMessage());
            System.exit(3);
        }
    }

    private static void start(Settings settings, String... arguments) {
        settings.secretsFromFiles().forEach(System::setProperty);
        if (arguments.length == 0) {
            run(settings);
        } else if (arguments[0].equals(ConnectRequest.COMMAND)) {
            connect(settings, arguments);
        } else {
            System.err.println("Not understood: " + arguments[0]
                    + ". Purser is started without arguments, or with: connect <account>");
            System.exit(ConnectAccount.Exit.USAGE.status());
        }
    }

    private static void run(Settings settings) {
        if (settings.database().isPresent()) {
            var database = settings.database().get();
            // Migrations take a connection of their own: those of the pages are cut off when a statement takes long.
            System.setProperty("quarkus.flyway.jdbc-url", database.jdbcUrl());
            if (database.owner().isEmpty()) {
                System.setProperty("quarkus.flyway.username", "${quarkus.datasource.username}");
                System.setProperty("quarkus.flyway.password", "${quarkus.datasource.password}");
            }
            // Nodes that share a database share the secret too; a lone node may keep its own at home.
            var secret = settings.secret()
                    .orElseGet(() -> HomeFolder.take(settings.home()).secret(SECRET));
            run(settings, Secrets.of(secret), () -> {}, null);
        } else {
            runOnOwnDatabase(settings, null);
        }
    }

    private static void runOnOwnDatabase(
            Settings settings, @Nullable Class<? extends QuarkusApplication> command, String... arguments) {
        var database = OwnDatabase.open(settings.home());
        connection(database).forEach(System::setProperty);
        var secret = settings.secret().orElseGet(() -> database.home().secret(SECRET));
        run(settings, Secrets.of(secret), database::close, command, arguments);
    }

    /** Beside a portal that runs, here or elsewhere, or alone. */
    private static void connect(Settings settings, String... arguments) {
        // Before anything is started for nothing.
        ConnectRequest.of(
                List.of(arguments),
                settings.accounts().stream().map(PartnerCenterAccount::name).toList());
        COMMAND.forEach(System::setProperty);
        if (settings.database().isPresent()) {
            connectBeside(settings, arguments);
            return;
        }
        try {
            runOnOwnDatabase(settings, ConnectCommand.class, arguments);
        } catch (FolderInUse running) {
            var database = RunningDatabase.on(settings.home());
            System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.applicationName());
            System.setProperty("quarkus.datasource.password", database.applicationPassword());
            connectBeside(settings, arguments);
        }
    }

    /** With the secret that the portal keeps, and leaving the tables to it, which may be of another release. */
    private static void connectBeside(Settings settings, String... arguments) {
        System.setProperty("quarkus.flyway.migrate-at-start", "false");
        var secret = settings.secret().orElseGet(() -> RunningDatabase.secret(settings.home(), SECRET));
        run(settings, Secrets.of(secret), () -> {}, ConnectCommand.class, arguments);
    }

    private static Map<String, String> connection(OwnDatabase database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.applicationName(),
                "quarkus.datasource.password", database.applicationPassword(),
                "quarkus.flyway.jdbc-url", database.jdbcUrl(),
                "quarkus.flyway.username", database.ownerName(),
                "quarkus.flyway.password", database.ownerPassword());
    }

    private static void run(
            Settings settings,
            Secrets secrets,
            Runnable last,
            @Nullable Class<? extends QuarkusApplication> command,
            String... arguments) {
        secrets.properties().forEach(System::setProperty);
        System.setProperty("quarkus.oidc.roles.role-claim-path", settings.rolesClaim());
        System.setProperty("purser.sign-in-origin", origin(settings.signIn()));
        settings.publicUrl().filter(url -> "https".equals(url.getScheme())).ifPresent(url -> {
            System.setProperty("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
            System.setProperty("quarkus.oidc.authentication.cookie-force-secure", "true");
            System.setProperty("quarkus.rest-csrf.cookie-force-secure", "true");
            System.setProperty("purser.cookies-secure", "true");
            // Browsers take such a name from this very host alone, so that no neighbour can plant one.
            System.setProperty("quarkus.rest-csrf.cookie-name", "__Host-purser-form");
        });
        var stopped = new CountDownLatch(1);
        // The database has to outlive the portal: a signal ends both at once, and only this hook waits.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitStop(stopped);
            last.run();
        }));
        var code = new AtomicInteger();
        try {
            Quarkus.run(
                    command,
                    (exit, error) -> {
                        code.set(exit);
                        explain(error);
                    },
                    arguments);
        } finally {
            stopped.countDown();
        }
        System.exit(code.get());
    }

    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** What stopped the start has no other way to the operator: the log may not be set up yet. */
    private static void explain(@Nullable Throwable error) {
        if (error != null) {
            var cause = StartFailure.of(error);
            cause.details().ifPresent(Throwable::printStackTrace);
            System.err.println(cause.sentence());
        }
    }

    private static void awaitStop(CountDownLatch stopped) {
        try {
            stopped.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The environment, and system properties of the same names, which win: how the demo sets the product. */
    private static Map<String, String> variables() {
        var variables = new HashMap<>(System.getenv());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("PURSER_") || name.startsWith("QUARKUS_"))
                .forEach(name ->
                        Optional.ofNullable(System.getProperty(name)).ifPresent(value -> variables.put(name, value)));
        return variables;
    }
}
