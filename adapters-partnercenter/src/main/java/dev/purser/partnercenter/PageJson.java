package dev.purser.partnercenter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of any list. Its items are read one by one, so that a bad one can be told from a bad page. */
record PageJson(
        @Nullable List<JsonNode> items,
        @Nullable String continuationToken,
        @Nullable LinksJson links) {

    /** @param next absent on the last page */
    record LinksJson(@Nullable LinkJson next) {}

    /**
     * @param uri relative, with or without the version, or absolute
     * @param method {@code GET}, or nothing at all
     */
    record LinkJson(
            @Nullable String uri,
            @Nullable String method,
            @Nullable List<@Nullable HeaderJson> headers) {}

    /** A header that must be sent with the link. */
    record HeaderJson(@Nullable String key, @Nullable String value) {}

    /** @throws UnreadableAnswer if there is no list: an empty one is written out, and no list is not an empty list */
    List<JsonNode> listed() throws UnreadableAnswer {
        if (items == null) {
            throw new UnreadableAnswer("a page without items");
        }
        return items;
    }

    /**
     * The link to the next page, if there is one.
     *
     * @throws UnreadableAnswer if it is to be followed by anything but reading
     */
    Optional<String> nextLink() throws UnreadableAnswer {
        if (links == null || links.next == null) {
            return Optional.empty();
        }
        if (Texts.in(links.next.method)
                .filter(other -> !other.equalsIgnoreCase("GET"))
                .isPresent()) {
            throw new UnreadableAnswer("a next link that is not to be read");
        }
        return Texts.in(links.next.uri);
    }

    /** The token that goes with the link: its header, else the page's own; empty text if there is neither. */
    String nextToken() {
        if (links != null && links.next != null && links.next.headers != null) {
            for (var header : links.next.headers) {
                if (header != null && ApiHeaders.CONTINUATION.equalsIgnoreCase(header.key) && header.value != null) {
                    return header.value;
                }
            }
        }
        return continuationToken == null ? "" : continuationToken;
    }
}
