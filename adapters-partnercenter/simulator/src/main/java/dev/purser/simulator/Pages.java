package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cuts collections into pages. The position in a continuation token counts all elements, listed or not, so that one
 * that leaves between two pages shifts nobody out of sight.
 */
final class Pages {

    static final String CONTINUATION = "MS-ContinuationToken";

    private static final String TOKEN_PREFIX = "position ";

    private final Switches switches;
    private final Links links;

    Pages(Switches switches, Links links) {
        this.switches = switches;
        this.links = links;
    }

    /**
     * @param address of the collection with its query, such as {@code /customers?size=2}, but for the page
     * @param all in the order in which they are listed
     */
    <T> Reply page(ApiCall call, String address, List<T> all, Predicate<T> listed, Function<T, ObjectNode> item) {
        Optional<Integer> size = size(call);
        Optional<Integer> start = start(call);
        if (size.isEmpty() || start.isEmpty()) {
            return Reply.json(
                    400,
                    ErrorBody.withData(
                            "800002",
                            "The request input is not valid.",
                            size.isEmpty()
                                    ? "size: value is not valid"
                                    : "seekOperation, " + CONTINUATION + ": value is not valid"));
        }
        ArrayNode items = WireJson.object().putArray("items");
        int position = Math.min(start.get(), all.size());
        while (position < all.size() && items.size() < size.get()) {
            T one = all.get(position++);
            if (listed.test(one)) {
                items.add(item.apply(one));
            }
        }
        boolean more = all.subList(position, all.size()).stream().anyMatch(listed);
        return Reply.ok(collection(call, address, items, more ? Optional.of(token(position)) : Optional.empty()));
    }

    /** A collection that is never cut. */
    ObjectNode whole(String address, ArrayNode items) {
        ObjectNode body = WireJson.object().put("totalCount", items.size());
        body.set("items", items);
        body.putObject("links").set("self", links.to(address));
        body.set("attributes", WireJson.attributesOf("Collection"));
        return body;
    }

    private ObjectNode collection(ApiCall call, String address, ArrayNode items, Optional<String> nextToken) {
        ObjectNode body = WireJson.object();
        nextToken.ifPresent(token -> body.put("continuationToken", token));
        String seeking = address + (address.contains("?") ? "&" : "?") + "seekOperation=Next";
        body.setAll(whole(call.query().containsKey("seekoperation") ? seeking : address, items));
        if (switches.now().nextLinks() != NextLinks.ABSENT) {
            nextToken.ifPresent(token -> {
                ObjectNode next = links.to(seeking);
                next.withArray("headers").addObject().put("key", CONTINUATION).put("value", token);
                body.withObject("links").set("next", next);
            });
        }
        return body;
    }

    /** The address of a collection with the size that was asked for, if any was. */
    static String sized(ApiCall call, String path) {
        return Optional.ofNullable(call.query().get("size"))
                .map(size -> path + "?size=" + size)
                .orElse(path);
    }

    /** What was asked for, but never more than a page holds; 0 and no size mean a full page. */
    private Optional<Integer> size(ApiCall call) {
        String asked = call.query().getOrDefault("size", "0");
        if (!asked.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(asked);
        int pageSize = switches.now().pageSize();
        return Optional.of(number == 0 ? pageSize : Math.min(number, pageSize));
    }

    /** The documented header counts; some clients send the token as a parameter instead. */
    private static Optional<Integer> start(ApiCall call) {
        Optional<String> token = Optional.ofNullable(call.headers().get("ms-continuationtoken"))
                .or(() -> Optional.ofNullable(call.query().get("ms-continuationtoken")))
                .or(() -> Optional.ofNullable(call.query().get("continuationtoken")));
        return switch (call.query().getOrDefault("seekoperation", "First").toLowerCase(Locale.ROOT)) {
            case "first" -> Optional.of(0);
            case "next" -> token.flatMap(Pages::position);
            // The documents name more of them, and no client of today sends one.
            default -> Optional.empty();
        };
    }

    private static String token(int position) {
        return Base64.getEncoder().encodeToString((TOKEN_PREFIX + position).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Integer> position(String token) {
        if (!token.matches("[A-Za-z0-9+/]{4,40}={0,2}") || token.length() % 4 != 0) {
            return Optional.empty();
        }
        String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        return text.matches(TOKEN_PREFIX + "[0-9]{1,9}")
                ? Optional.of(Integer.parseInt(text.substring(TOKEN_PREFIX.length())))
                : Optional.empty();
    }
}
