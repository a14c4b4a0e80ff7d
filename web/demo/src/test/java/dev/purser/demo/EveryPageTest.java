package dev.purser.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page. All of them are visited once; each test tells what one look at them has found. */
@ExtendWith(OneDemo.class)
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {

    private final List<String> barriers = new ArrayList<>();

    @BeforeAll
    void visit(RunningDemo demo, People people, Browsers browsers) {
        for (var visit : Places.of(demo, people)) {
            var who = visit.who().map(person -> person.subject() + " at ").orElse("nobody at ");
            var desk = visit.begin(browsers);
            for (var place : visit.places()) {
                place.visit(desk);
                barriers(who + place.name(), desk.page());
            }
        }
        browsers.closeAll();
    }

    private void barriers(String where, Page page) {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            var found = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .options(onlyViolations())
                    .analyze();
            assertThat(found.getPasses()).as(where).hasSizeGreaterThan(10);
            found.getViolations().forEach(rule -> barriers.add(where + ", " + scheme + ": " + words(rule)));
        }
    }

    /** In full: of what is as it should be, one example is enough. */
    private static AxeRunOptions onlyViolations() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String words(Rule rule) {
        return rule.getImpact() + " " + rule.getId() + ", " + rule.getHelp() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml().lines().findFirst().orElse(""))
                        .toList();
    }

    @Test
    void hasNothingThatKeepsAnybodyOut() {
        assertThat(barriers).isEmpty();
    }
}
