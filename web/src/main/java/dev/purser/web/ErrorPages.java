package dev.purser.web;

import dev.purser.domain.portfolio.Role;
import dev.purser.web.errors.ErrorWords;
import dev.purser.web.errors.Failure;
import dev.purser.web.errors.Failure.Asker;
import dev.purser.web.errors.Failure.SignedIn;
import dev.purser.web.errors.Outage;
import dev.purser.web.errors.OutageLog;
import dev.purser.web.format.Languages;
import dev.purser.web.language.SpokenLanguages;
import dev.purser.web.operations.RequestIds;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.TimeoutHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page for everything that cannot be answered as asked. These pages ask nothing of anybody, neither the database nor
 * who is signed in, so that they stand when all else has fallen; and they say the same whether something does not exist
 * or may not be seen.
 */
@Singleton
class ErrorPages {

    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    /** Nobody waits longer for a page; what was begun goes on. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(4500);

    private static final String RETRY_AFTER = "Retry-After";
    private static final String IN_A_MOMENT = "10";
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String TEXT = MediaType.TEXT_PLAIN + ";charset=UTF-8";

    private final SpokenLanguages languages;
    private final long largest;

    ErrorPages(
            SpokenLanguages languages, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largest) {
        this.languages = languages;
        this.largest = largest.asLongValue();
    }

    /** The page. */
    record Failed(Failure failure) implements TemplateInstance {}

    /** Gives each refusal that comes without a word its page, such as the one of a form whose token has expired. */
    @ServerResponseFilter
    void explain(ContainerResponseContext answer, RoutingContext request) {
        if (answer.getStatus() >= 400 && !answer.hasEntity()) {
            answer.setEntity(
                    body(request, failure(request, answer.getStatus())), null, MediaType.valueOf(contentType(request)));
        }
    }

    /** Has a status of its own, and gets its page like every other refusal. */
    @ServerExceptionMapper
    Response refused(WebApplicationException thrown) {
        return thrown.getResponse();
    }

    @ServerExceptionMapper
    Response broken(Throwable thrown, RoutingContext request) {
        if (request.response().ended()) {
            // It took too long, which was answered meanwhile.
            LOG.debugf(thrown, "%s has nobody to answer to any more", request.normalizedPath());
            return Response.status(UNAVAILABLE).build();
        }
        var outage = Outage.behind(thrown);
        return outage.map(behind -> Response.status(UNAVAILABLE).header(RETRY_AFTER, IN_A_MOMENT))
                .orElseGet(Response::serverError)
                .type(contentType(request))
                .entity(body(request, broken(request, thrown, outage)))
                .build();
    }

    /** What fails before any page is reached, or where there is none. */
    void route(@Observes Router router) {
        // Behind the headers of every answer, before anything is read.
        router.route()
                .order(RouteConstants.ROUTE_ORDER_BODY_HANDLER)
                .handler(TimeoutHandler.create(LONGEST_WAIT.toMillis(), UNAVAILABLE))
                .handler(this::weigh)
                .failureHandler(this::fail);
        router.errorHandler(NOT_FOUND, this::fail);
    }

    /** The framework refuses what is too large as well, but without a word. */
    private void weigh(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.length() < 19 && Long.parseLong(length) > largest) {
            // In HTTP/2 this header makes an answer malformed; and there nothing needs it.
            if (request.request().version() != HttpVersion.HTTP_2) {
                request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            request.fail(413);
        } else {
            request.next();
        }
    }

    private void fail(RoutingContext request) {
        if (request.response().ended()) {
            LOG.debugf(request.failure(), "%s has nobody to answer to any more", request.normalizedPath());
            return;
        }
        if (request.failure() instanceof AuthenticationCompletionException) {
            end(request, 401, signInBroke(request, request.failure()));
            return;
        }
        // Whoever is not signed in is sent to sign in, which is the next handler's work.
        if (request.statusCode() == 401 || isPartOfSigningIn(request.failure())) {
            request.next();
            return;
        }
        var thrown = Optional.ofNullable(request.failure());
        if (thrown.isEmpty() && request.statusCode() == UNAVAILABLE) {
            LOG.logf(
                    OutageLog.databaseIsAway() ? Level.DEBUG : Level.WARN,
                    "%s %s took too long",
                    request.request().method(),
                    request.normalizedPath());
            end(request, UNAVAILABLE, Failure.slow(words(request), asker(request)));
            return;
        }
        var outage = thrown.flatMap(Outage::behind);
        var status = outage.isPresent() ? UNAVAILABLE : Math.max(request.statusCode(), 0);
        if (outage.isEmpty() && status >= 400 && status < 500) {
            end(request, status, failure(request, status));
        } else {
            var shown = status < 500 ? 500 : status;
            end(request, shown, broken(request, thrown.orElseGet(IllegalStateException::new), outage));
        }
    }

    private void end(RoutingContext request, int status, Failure failure) {
        var answer = request.response().setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, contentType(request));
        if (status == UNAVAILABLE) {
            answer.putHeader(HttpHeaders.RETRY_AFTER, IN_A_MOMENT);
        }
        answer.end(body(request, failure));
    }

    /** Signing in leads through redirects that Quarkus raises as exceptions and answers itself. */
    private static boolean isPartOfSigningIn(@Nullable Throwable failure) {
        return failure instanceof AuthenticationRedirectException || failure instanceof AuthenticationFailedException;
    }

    /** The identity provider knows the person, but gave Purser nothing to go on with: most often the secret is wrong. */
    private Failure signInBroke(RoutingContext request, Throwable thrown) {
        var reference = RequestIds.of(request);
        LOG.errorf(
                "Signing in broke, reference %s: %s. If the identity provider speaks of an invalid client,"
                        + " QUARKUS_OIDC_CREDENTIALS_SECRET is not the secret it has, or has expired there",
                reference, Optional.ofNullable(thrown.getMessage()).orElse("see the line before"));
        return Failure.signInBroke(words(request), reference);
    }

    private Failure failure(RoutingContext request, int status) {
        var words = words(request);
        var failure = Failure.of(words, status, request.normalizedPath(), asker(request));
        var sent = request.request().method().equals(HttpMethod.POST);
        return sent && status == NOT_FOUND ? failure.havingChangedNothing(words) : failure;
    }

    private Failure broken(RoutingContext request, Throwable thrown, Optional<Outage> outage) {
        if (outage.isPresent()) {
            tell(outage.get(), thrown, request);
            return Failure.unavailable(words(request), outage.get(), asker(request));
        }
        var reference = RequestIds.of(request);
        // Without the query, in which people's search words stand. Who left in the midst of a form has broken nothing.
        LOG.logf(
                hasLeft(thrown) ? Level.DEBUG : Level.ERROR,
                thrown,
                "%s %s broke, reference %s",
                request.request().method(),
                request.normalizedPath(),
                reference);
        return Failure.broken(words(request), reference, asker(request));
    }

    private static void tell(Outage outage, Throwable thrown, RoutingContext request) {
        var path = request.normalizedPath();
        switch (outage.of()) {
            // One line is made of all of them, wherever they come from.
            case DATABASE ->
                LOG.errorf(
                        thrown, "%s %s could not be answered", request.request().method(), path);
            case SIGN_IN ->
                LOG.warnf("%s %s: nobody can sign in, %s", request.request().method(), path, outage.said());
        }
    }

    private static boolean hasLeft(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof HttpClosedException || cause instanceof StreamResetException);
    }

    private static Asker asker(RoutingContext request) {
        return request.user() instanceof QuarkusHttpUser user ? asker(user.getSecurityIdentity()) : Asker.NOBODY;
    }

    private static Asker asker(SecurityIdentity identity) {
        return identity.isAnonymous()
                ? Asker.NOBODY
                : new Asker(
                        identity.getPrincipal().getName(),
                        identity.getRoles().stream()
                                .flatMap(claim -> Role.of(claim).stream())
                                .collect(Collectors.toSet()),
                        SignedIn.YES);
    }

    private ErrorWords words(RoutingContext request) {
        return Languages.words(ErrorWords.class, languages.of(request));
    }

    private String body(RoutingContext request, Failure failure) {
        // Most of these pages are made where nobody but the request tells who reads them.
        return wantsPage(request)
                ? new Failed(failure).setLocale(languages.of(request)).render()
                : failure.text();
    }

    private static String contentType(RoutingContext request) {
        return wantsPage(request) ? HTML : TEXT;
    }

    /** Browsers name HTML first; who names only something else is a program. */
    private static boolean wantsPage(RoutingContext request) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT);
        return accepted == null || accepted.contains(MediaType.TEXT_HTML) || accepted.contains(MediaType.WILDCARD);
    }
}
