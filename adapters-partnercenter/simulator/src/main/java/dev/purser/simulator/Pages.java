package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Cuts collections into pages. The position in a continuation token counts all customers, listed or not, so that one
 * who leaves between two pages shifts nobody out of sight.
 */
final class Pages {

    static final String CONTINUATION = "MS-ContinuationToken";

    private static final String TOKEN_PREFIX = "position ";

    private final World world;
    private final Switches switches;
    private final Links links;

    Pages(World world, Switches switches, Links links) {
        this.world = world;
        this.switches = switches;
        this.links = links;
    }

    /** @param path of the collection, such as {@code /customers} */
    Reply page(
            ApiCall call,
            String path,
            Predicate<SimulatedCustomer> listed,
            Function<SimulatedCustomer, ObjectNode> item) {
        Optional<Integer> size = size(call);
        Optional<Integer> start = start(call);
        if (size.isEmpty() || start.isEmpty()) {
            return Reply.json(
                    400,
                    ErrorBody.withData(
                            "800002",
                            "The request input is not valid.",
                            size.isEmpty() ? "size: value is not valid" : CONTINUATION + ": value is not valid"));
        }
        List<SimulatedCustomer> all = world.customers();
        ArrayNode items = WireJson.object().putArray("items");
        int position = start.get();
        while (position < all.size() && items.size() < size.get()) {
            SimulatedCustomer customer = all.get(position++);
            if (listed.test(customer)) {
                items.add(item.apply(customer));
            }
        }
        boolean more = all.subList(position, all.size()).stream().anyMatch(listed);
        return Reply.ok(collection(call, path, items, more ? Optional.of(token(position)) : Optional.empty()));
    }

    private ObjectNode collection(ApiCall call, String path, ArrayNode items, Optional<String> nextToken) {
        ObjectNode body = WireJson.object();
        nextToken.ifPresent(token -> body.put("continuationToken", token));
        body.put("totalCount", items.size());
        body.set("items", items);
        String sized = Optional.ofNullable(call.query().get("size"))
                .map(size -> path + "?size=" + size)
                .orElse(path);
        String seeking = sized + (sized.contains("?") ? "&" : "?") + "seekOperation=Next";
        ObjectNode inBody = body.putObject("links");
        inBody.set("self", links.to(call.query().containsKey("seekoperation") ? seeking : sized));
        if (switches.now().nextLinks() != NextLinks.ABSENT) {
            nextToken.ifPresent(token -> {
                ObjectNode next = links.to(seeking);
                next.withArray("headers").addObject().put("key", CONTINUATION).put("value", token);
                inBody.set("next", next);
            });
        }
        body.set("attributes", WireJson.attributesOf("Collection"));
        return body;
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

    private static Optional<Integer> start(ApiCall call) {
        boolean further = call.query().getOrDefault("seekoperation", "").equalsIgnoreCase("Next");
        return further
                ? Optional.ofNullable(call.headers().get("ms-continuationtoken"))
                        .flatMap(Pages::position)
                : Optional.of(0);
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
