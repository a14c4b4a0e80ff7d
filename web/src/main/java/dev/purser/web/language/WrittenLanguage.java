package dev.purser.web.language;

import dev.purser.web.format.Languages;
import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Has every page written in the language of its reader, and says in its head which one that is. */
@Singleton
class WrittenLanguage {

    private static final String HTML = "text/html";

    void write(@Observes EngineBuilder engine, Instance<ReaderLanguage> reader) {
        engine.addTemplateInstanceInitializer(instance -> {
            if (Arc.container().requestContext().isActive()) {
                instance.setLocale(reader.get().locale());
            }
        });
    }

    void tell(@Observes Router router, SpokenLanguages spoken) {
        router.route().order(RouteConstants.ROUTE_ORDER_BODY_HANDLER).handler(request -> {
            request.addHeadersEndHandler(_ -> tell(request, spoken));
            request.next();
        });
    }

    private static void tell(RoutingContext request, SpokenLanguages spoken) {
        var headers = request.response().headers();
        var type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(HTML)) {
            headers.set(HttpHeaders.CONTENT_LANGUAGE, Languages.tag(spoken.of(request)));
        }
    }
}
