package dev.purser.demo;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.purser.demo.signin.DemoPerson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Windows on the demo, one for each person. */
final class Browsers implements AutoCloseable {

    private final RunningDemo demo;
    private final List<BrowserContext> open = new ArrayList<>();
    private @Nullable Chromium chromium;

    Browsers(RunningDemo demo) {
        this.demo = demo;
    }

    /** Whether pages may run scripts. */
    enum Scripts {
        ON,
        OFF
    }

    /** A window in which that person has just signed in. */
    Page signedIn(DemoPerson person, Scripts scripts) {
        return signIn(nobody(scripts), person);
    }

    private Page signIn(Page page, DemoPerson person) {
        page.navigate("/");
        page.locator("button[name=person][value=" + person.subject() + "]").click();
        page.waitForURL(address -> address.startsWith(demo.portal().toString()));
        return page;
    }

    /** A window in which that person has just signed in, whose browser asks for pages in that language. */
    Page signedIn(DemoPerson person, Scripts scripts, String language) {
        return signIn(nobody(scripts, language), person);
    }

    /** A window in which nobody is signed in. */
    Page nobody(Scripts scripts) {
        return nobody(scripts, "en-GB");
    }

    /** A window in which that person has just signed in, on a screen that is touched. */
    Page onTouchscreen(DemoPerson person, String language) {
        return signIn(window(options(Scripts.ON, language).setHasTouch(true)), person);
    }

    Page nobody(Scripts scripts, String language) {
        return window(options(scripts, language));
    }

    private NewContextOptions options(Scripts scripts, String language) {
        return new NewContextOptions()
                .setBaseURL(demo.portal().toString())
                .setLocale(language)
                .setColorScheme(ColorScheme.LIGHT)
                // Colours are looked at as they are, not as they become.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(1280, 800)
                .setJavaScriptEnabled(scripts == Scripts.ON);
    }

    private Page window(NewContextOptions options) {
        var context = chromium().window(options);
        context.setDefaultTimeout(20_000);
        open.add(context);
        return context.newPage();
    }

    /** Another tab beside that one. */
    static Page tab(Page beside) {
        return beside.context().newPage();
    }

    /** Closes every window. */
    void closeAll() {
        open.forEach(BrowserContext::close);
        open.clear();
    }

    private Chromium chromium() {
        if (chromium == null) {
            chromium = new Chromium();
        }
        return chromium;
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
    }
}
