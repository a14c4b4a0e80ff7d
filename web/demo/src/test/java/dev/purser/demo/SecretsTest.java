package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.purser.demo.signin.DemoPeople;
import dev.purser.demo.signin.DemoPerson;
import dev.purser.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.HttpCookie;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What must never be told. The last of all tests: by now the product has said nearly everything it can say. */
@ExtendWith(OneDemo.class)
@Order(Integer.MAX_VALUE)
class SecretsTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"]*)\"");
    private static final int PAGES = 60;

    private final RunningDemo demo;
    private final People people;

    SecretsTest(RunningDemo demo, People people) {
        this.demo = demo;
        this.people = people;
    }

    private List<String> secrets() throws IOException {
        var account = SimulatorSettings.standard();
        var secrets = new ArrayList<>(List.of(account.clientSecret(), account.refreshToken(), Demo.CLIENT_SECRET));
        try (var files = Files.list(demo.home().resolve("secrets"))) {
            for (var file : files.toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }
        return secrets;
    }

    @Test
    void standInNoPage() throws IOException {
        for (var person : DemoPeople.ALL) {
            var told = new ArrayList<>(secrets());
            people.as(person).cookies().stream()
                    .filter(cookie -> cookie.getName().startsWith("q_session"))
                    .map(HttpCookie::getValue)
                    .forEach(told::add);
            assertThat(told).allMatch(secret -> secret.length() >= 20);
            for (var page : pages(person)) {
                assertThat(page).doesNotContain(told);
            }
        }
    }

    @Test
    void standInNothingTheProcessHasSaid() throws IOException {
        assertThat(demo.output()).doesNotContain(secrets()).doesNotContain("q_session", "eyJ", "Bearer ");
    }

    @Test
    void andNoErrorStandsThereEither() {
        assertThat(demo.output()).doesNotContain("ERROR", "Exception", "broke, reference");
    }

    /** What can be reached by links, some dozens of it. */
    private List<String> pages(DemoPerson person) {
        var visitor = people.as(person);
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of("/customers", "/history", "/status", "/nowhere"));
        var pages = new ArrayList<String>();
        while (!next.isEmpty() && pages.size() < PAGES) {
            var address = next.remove();
            if (seen.add(address)) {
                var body = visitor.get(address).body();
                pages.add(body);
                LINK.matcher(body)
                        .results()
                        .map(found -> found.group(1).replace("&amp;", "&"))
                        .filter(link -> !link.startsWith("/css/") && !link.contains("#"))
                        .forEach(next::add);
            }
        }
        return pages;
    }
}
