package dev.purser.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.purser.demo.signin.DemoPerson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The system's own Chromium, with a window for each person. */
final class Browsers implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final RunningDemo demo;
    private final List<BrowserContext> open = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser chromium;

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
        var page = nobody(scripts);
        page.navigate("/");
        page.locator("button[name=person][value=" + person.subject() + "]").click();
        page.waitForURL(address -> address.startsWith(demo.portal().toString()));
        return page;
    }

    /** A window in which nobody is signed in. */
    Page nobody(Scripts scripts) {
        var context = chromium()
                .newContext(new NewContextOptions()
                        .setBaseURL(demo.portal().toString())
                        .setLocale("en-GB")
                        .setColorScheme(ColorScheme.LIGHT)
                        // Colours are looked at as they are, not as they become.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 800)
                        .setJavaScriptEnabled(scripts == Scripts.ON));
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

    private Browser chromium() {
        if (chromium == null) {
            playwright = Playwright.create();
            chromium = playwright
                    .chromium()
                    .launch(new LaunchOptions().setExecutablePath(installed()).setArgs(ARGUMENTS));
        }
        return chromium;
    }

    private static Path installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser tests need chromium on the PATH"));
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
