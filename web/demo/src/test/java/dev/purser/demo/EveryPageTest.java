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
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds for every page. All of them are visited once; each test tells what one look at them has found. */
@ExtendWith(OneDemo.class)
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {

    private static final int HEIGHT = 800;
    private static final int USUAL = 1280;

    /** From the smallest telephone to a large screen; half of 1280 and of 1920 are these at a zoom of 200 %. */
    private static final List<Integer> WIDTHS = List.of(320, 360, 640, 768, 960, 1920, USUAL);

    /** In bytes as they come, compressed: no more than a slow connection brings within a second. */
    private static final int HEAVIEST = 60_000;

    /** There is no page of less. */
    private static final int LIGHTEST = 1_000;

    private final Map<String, Integer> weights = new TreeMap<>();
    private final List<String> askedElsewhere = new ArrayList<>();
    private final List<String> uncompressed = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> barriers = new ArrayList<>();
    private final List<String> misplaced = new ArrayList<>();

    @BeforeAll
    void visit(RunningDemo demo, People people, Browsers browsers) {
        var visits = Places.of(demo, people);
        for (var visit : visits) {
            var who = visit.who().map(person -> person.subject() + " at ").orElse("nobody at ");
            var desk = visit.begin(browsers);
            var traffic = Traffic.of(desk.page());
            for (var place : visit.places()) {
                place.visit(desk);
                note(who + place.name(), traffic, demo);
                barriers(who + place.name(), desk.page());
                misplaced(who + place.name(), desk);
                traffic.forget();
            }
        }
        browsers.closeAll();
        visitInGerman(browsers, visits);
        browsers.closeAll();
    }

    /** The language of the longest words and the controls for fingers, where an address alone leads to a page. */
    private void visitInGerman(Browsers browsers, List<Places.Visit> visits) {
        for (var visit : visits) {
            visit.who().ifPresent(person -> {
                var desk = new Desk(browsers.onTouchscreen(person, "de"));
                visit.places().stream()
                        .filter(place -> place.address().isPresent())
                        .forEach(place -> {
                            place.visit(desk);
                            assertThat(desk.page().evaluate("matchMedia('(pointer: coarse)').matches"))
                                    .isEqualTo(true);
                            misplaced(person.subject() + " in German at " + place.name(), desk);
                        });
            });
        }
    }

    private void note(String where, Traffic traffic, RunningDemo demo) {
        weights.put(where, traffic.weight());
        traffic.foreign().forEach(address -> askedElsewhere.add(where + ": " + address));
        traffic.complaints().forEach(words -> complaints.add(where + ": " + words));
        traffic.uncompressed().stream()
                .filter(address -> address.startsWith(demo.portal().toString()))
                .forEach(address -> uncompressed.add(where + ": " + address));
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

    private void misplaced(String where, Desk desk) {
        for (var width : WIDTHS) {
            desk.page().setViewportSize(width, HEIGHT);
            desk.findings("layout.js").forEach(wrong -> misplaced.add(where + ", " + width + " px: " + wrong));
        }
    }

    @Test
    void hasNothingThatKeepsAnybodyOut() {
        assertThat(barriers).isEmpty();
    }

    @Test
    void fitsEveryWindow() {
        assertThat(misplaced).isEmpty();
    }

    @Test
    void isLight() {
        assertThat(weights.values()).isNotEmpty().allMatch(weight -> weight > LIGHTEST);
        assertThat(weights.entrySet())
                .filteredOn(page -> page.getValue() > HEAVIEST)
                .isEmpty();
    }

    @Test
    void comesCompressed() {
        assertThat(uncompressed).isEmpty();
    }

    @Test
    void asksNobodyElse() {
        assertThat(askedElsewhere).isEmpty();
    }

    @Test
    void leavesNothingInTheConsole() {
        assertThat(complaints).isEmpty();
    }
}
