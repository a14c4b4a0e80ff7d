package dev.purser.partnercenter;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an account's API stands. Links that Microsoft hands out lead to places below it and nowhere else, for a token
 * goes with them; they come with or without the version, with or without a host.
 */
final class ApiAddress {

    private static final String VERSION = "/v1";

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
     * @throws UnreadableAnswer if it is none, or leads elsewhere
     */
    URI linked(String link) throws UnreadableAnswer {
        URI given;
        try {
            given = new URI(link.startsWith("//") ? base.getScheme() + ":" + link : link);
        } catch (URISyntaxException _) {
            throw new UnreadableAnswer("a next link that is no address");
        }
        if (given.isOpaque() || !sameOrigin(given)) {
            throw new UnreadableAnswer("a next link to another place: " + given.getScheme() + " " + given.getHost());
        }
        var path = belowVersion(given.getRawPath());
        return of(given.getRawQuery() == null ? path : path + "?" + given.getRawQuery());
    }

    private boolean sameOrigin(URI given) {
        if (given.getRawAuthority() == null) {
            return given.getScheme() == null;
        }
        return base.getScheme().equalsIgnoreCase(given.getScheme())
                && base.getHost().equalsIgnoreCase(given.getHost())
                && given.getRawUserInfo() == null
                && HttpCalls.portOf(base) == HttpCalls.portOf(given);
    }

    private String belowVersion(@Nullable String given) throws UnreadableAnswer {
        var path = given == null || given.startsWith("/") ? String.valueOf(given) : "/" + given;
        if (given == null || given.isEmpty() || Arrays.stream(path.split("/")).anyMatch(ApiAddress::leadsUp)) {
            throw new UnreadableAnswer("a next link that leads nowhere");
        }
        if (!prefix.isEmpty() && path.startsWith(prefix + "/")) {
            path = path.substring(prefix.length());
        }
        return path.startsWith(VERSION + "/") ? path.substring(VERSION.length()) : path;
    }

    private static boolean leadsUp(String segment) {
        var plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
        return plain.equals("..") || plain.equals(".");
    }
}
