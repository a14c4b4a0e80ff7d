package dev.purser.demo;

import com.google.gson.JsonObject;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a tab fetches for each page, as if it had never been there, and what its console says of it. */
final class Traffic {

    private static final int FEW_LINES = 2_000;

    private final List<Request> requests = new ArrayList<>();
    private final List<ConsoleMessage> console = new ArrayList<>();
    private final List<String> thrown = new ArrayList<>();

    private Traffic() {}

    static Traffic of(Page page) {
        var traffic = new Traffic();
        var browser = page.context().newCDPSession(page);
        browser.send("Network.enable");
        var uncached = new JsonObject();
        uncached.addProperty("cacheDisabled", true);
        browser.send("Network.setCacheDisabled", uncached);
        page.onRequest(request -> traffic.asked(request, page));
        page.onConsoleMessage(traffic.console::add);
        page.onPageError(traffic.thrown::add);
        return traffic;
    }

    private void asked(Request request, Page page) {
        if (request.isNavigationRequest() && request.frame().equals(page.mainFrame())) {
            forget();
        }
        requests.add(request);
    }

    /** Of all until now. */
    void forget() {
        requests.clear();
        console.clear();
        thrown.clear();
    }

    /** The bytes of the page and of all that it is made of, as they came over the wire, without heads. */
    int weight() {
        return arrived().mapToInt(request -> request.sizes().responseBodySize).sum();
    }

    /** Addresses at another host than the page's own. */
    List<String> foreign() {
        var own = authority(requests.getFirst());
        return requests()
                .filter(request -> !authority(request).equals(own))
                .map(Request::url)
                .toList();
    }

    /** Addresses of texts and drawings that came as they are, although they are more than a few lines. */
    List<String> uncompressed() {
        return arrived()
                .filter(request -> request.sizes().responseBodySize > FEW_LINES)
                .map(Request::response)
                .filter(answer -> answer.headerValue("content-type").matches("(text/|.*(javascript|json|xml)).*"))
                .filter(answer -> answer.headerValue("content-encoding") == null)
                .map(answer -> answer.url())
                .toList();
    }

    /** What went wrong without being shown. */
    List<String> complaints() {
        return Stream.concat(
                        thrown.stream(),
                        console.stream().filter(this::complains).map(ConsoleMessage::text))
                .toList();
    }

    /** That a page has the status of a mistake, the console tells too. */
    private boolean complains(ConsoleMessage message) {
        return message.type().equals("error")
                && !(message.text().startsWith("Failed to load resource")
                        && message.location().startsWith(requests.getFirst().url()));
    }

    /** What did not come, the console tells. */
    private Stream<Request> arrived() {
        return requests().filter(request -> request.failure() == null);
    }

    private Stream<Request> requests() {
        return List.copyOf(requests).stream();
    }

    private static String authority(Request request) {
        return URI.create(request.url()).getRawAuthority();
    }
}
