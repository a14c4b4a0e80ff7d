package dev.purser.partnercenter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's API stands. Links that Microsoft hands out lead to places below it and nowhere else, for a token
 * goes with them: of a link only path and query count. Links come with and without the version, with and without a
 * host, which behind a gateway is not the one that we call, and with slashes too many.
 */
final class ApiAddress {

    private static final String VERSION = "/v1";
    private static final Set<String> WEB = Set.of("https", "http");
    /** A name with a dot, or anything with a port. */
    private static final Pattern HOST = Pattern.compile("[^/?#]*[.:\\]]");

    private final URI base;
    private final String prefix;

    /** @param base with or without a path, with or without a slash at its end */
    ApiAddress(URI base) {
        this.base = base;
        this.prefix = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
    }

    /** @param pathAndQuery without the version, such as {@code /customers?size=500} */
    URI of(String pathAndQuery) {
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + prefix + VERSION + pathAndQuery);
    }

    /**
     * The address that a link means.
     *
     * @throws UnreadableAnswer if it is none, or leads out of the API
     */
    URI linked(String link) throws UnreadableAnswer {
        URI given;
        try {
            given = new URI(withoutSlashesTooMany(link));
        } catch (URISyntaxException _) {
            throw new UnreadableAnswer("a next link that is no address");
        }
        if (given.isOpaque()
                || (given.getScheme() != null && !WEB.contains(given.getScheme().toLowerCase(Locale.ROOT)))) {
            throw new UnreadableAnswer("a next link to another place");
        }
        var path = belowVersion(given.getRawPath());
        return of(given.getRawQuery() == null ? path : path + "?" + given.getRawQuery());
    }

    /** By the book, //customers?p=2 would name a host; what has neither a dot nor a port is a path all the same. */
    private static String withoutSlashesTooMany(String link) {
        if (!link.startsWith("//")) {
            return link;
        }
        var path = link.replaceFirst("^/+", "");
        return HOST.matcher(path).lookingAt() ? "//" + path : "/" + path;
    }

    private String belowVersion(@Nullable String given) throws UnreadableAnswer {
        var path = "/" + Objects.requireNonNullElse(given, "").replaceFirst("^/+", "");
        if (Arrays.stream(path.split("/")).anyMatch(ApiAddress::leadsUp)) {
            throw new UnreadableAnswer("a next link that leads up");
        }
        path = without(VERSION, without(prefix, path.replaceAll("//+", "/")));
        if (path.equals("/")) {
            throw new UnreadableAnswer("a next link that leads nowhere");
        }
        return path;
    }

    private static String without(String start, String path) {
        return !start.isEmpty() && path.regionMatches(true, 0, start + "/", 0, start.length() + 1)
                ? path.substring(start.length())
                : path;
    }

    /** Also in the forms that only some servers understand. */
    private static boolean leadsUp(String segment) {
        var plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".").replaceFirst("(;|%3b).*", "");
        return plain.equals("..") || plain.equals(".") || plain.contains("%2f") || plain.contains("%5c");
    }
}
