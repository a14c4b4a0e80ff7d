package dev.purser.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.purser.demo.SimulatedMicrosoft.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A person's tab in the browser, and what people do there. */
record Desk(Page page) {

    Desk open(String address) {
        page.navigate(address);
        return this;
    }

    /** By the search field, as people come from any page. */
    Desk find(Customer customer) {
        page.locator("#search").fill(customer.domain());
        page.locator("#search").press("Enter");
        assertThat(page.locator("h1")).containsText(customer.name());
        return this;
    }

    Desk fill(String amount, String reason) {
        page.locator("#amount").fill(amount);
        page.locator("#reason").fill(reason);
        return this;
    }

    /** Answers what the portal answered to the form itself, and not to what was typed in it. */
    Response press(String button) {
        return page.waitForResponse(
                answer -> answer.request().method().equals("POST")
                        && !answer.request().headers().containsKey("hx-request"),
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                        .first()
                        .click());
    }

    Response change(String amount, String reason) {
        fill(amount, reason);
        return press("Change budget");
    }

    /** The sentence of the receipt. */
    Locator outcome() {
        return page.locator("#outcome .result__sentence");
    }

    /** What was understood of the amount. */
    Locator understood() {
        return page.locator("#amount-understood");
    }

    void awaitOutcome(String sentence, Duration deadline) {
        assertThat(outcome()).containsText(sentence, new ContainsTextOptions().setTimeout(deadline.toMillis()));
    }

    UUID change() {
        page.waitForURL("**/changes/*-*");
        return UUID.fromString(page.url().replaceFirst(".*/", ""));
    }

    Locator main() {
        return page.locator("main");
    }

    /** What a script beside the tests finds on the page as it stands, each in a few words. */
    List<String> findings(String script) {
        try (var source = Objects.requireNonNull(Desk.class.getResourceAsStream(script), script)) {
            return ((List<?>) page.evaluate(new String(source.readAllBytes(), UTF_8)))
                    .stream().map(String::valueOf).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of what has the focus: its id and its classes. */
    String focused() {
        return (String) page.evaluate("document.activeElement.id + ' ' + document.activeElement.className");
    }
}
