package dev.purser.demo;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.simulator.PartnerCenterSimulator;
import dev.purser.simulator.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Waits for the portal, shares out the customers among the demo's people, and says where to go. */
final class Welcome {

    /** The file in the home folder that says where the simulated Partner Center is. */
    static final String SIMULATOR_ADDRESS = "partner-center.address";

    private static final Duration PACE = Duration.ofMillis(150);

    private Welcome() {}

    static void when(URI portal, URI management, Path home, URI issuer, PartnerCenterSimulator partnerCenter) {
        try (var browser = HttpClient.newHttpClient()) {
            var ready = HttpRequest.newBuilder(management.resolve("/q/health/ready"))
                    .build();
            while (!isReady(browser, ready)) {
                Thread.sleep(PACE);
            }
            fill(issuer, partnerCenter.world());
            // For whoever wants to make trouble there, or to see what was sent: its own addresses begin with
            // /simulator.
            Files.writeString(
                    home.resolve(SIMULATOR_ADDRESS), partnerCenter.baseUrl().toString());
            say(portal, management);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("Where the simulated Partner Center is could not be written down: " + e.getMessage());
        } catch (SQLException e) {
            System.err.println("The demo's customers could not be shared out and filled in: " + e.getMessage());
        }
    }

    private static void fill(URI issuer, World world) throws SQLException {
        try (var database = DemoDatabase.open()) {
            DemoPortfolios.share(database, issuer, world.customers());
            DemoSpend.fill(
                    database,
                    world,
                    LocalDate.ofInstant(InstantSource.system().instant(), ZoneOffset.UTC)
                            .minusDays(1));
            database.commit();
        }
    }

    private static boolean isReady(HttpClient browser, HttpRequest ready) throws InterruptedException {
        try {
            return browser.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void say(URI portal, URI management) {
        System.out.printf(
                "%nPurser is ready: %s%n%nWho can sign in (no password, nothing is sent to Microsoft):%n", portal);
        DemoPeople.ALL.forEach(person -> System.out.printf("  %-16s %s%n", person.name(), person.roleSentence()));
        System.out.printf("""

                Customers that meet trouble when their budget is changed:
                  Coho Winery       the connection breaks after Microsoft has applied it
                  Margie's Travel   the connection breaks before
                  Fabrikam          Microsoft refuses
                  Adventure Works   Microsoft asks to wait
                  Alpine Ski House  somebody else changes it every five minutes

                What operators watch: %s

                Stop with Ctrl-C. The data stays.
                """, management.resolve("/q/metrics"));
    }
}
