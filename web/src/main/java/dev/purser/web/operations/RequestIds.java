package dev.purser.web.operations;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * Gives each request an id of its own. It stands in every line of the log that the request causes, in the answer's headers,
 * for the log of a proxy, and on the page that somebody shows an operator when something broke.
 */
@Singleton
public class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final String FIELD = "request";

    /** Before everything else, so that nothing is logged without it. */
    private static final int FIRST = Integer.MIN_VALUE;

    void route(@Observes Router router) {
        router.route().order(FIRST).handler(RequestIds::name);
    }

    private static void name(RoutingContext request) {
        var id = UUID.randomUUID().toString();
        MDC.put(FIELD, id);
        request.put(FIELD, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }

    /** The id that the request was given. */
    public static String of(RoutingContext request) {
        return request.get(FIELD);
    }
}
