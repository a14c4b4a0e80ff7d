package dev.purser.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The simulator's own addresses, for a person or a script in another process; the module's README describes them. They
 * ask for no token, since only this machine reaches them; what changes something must come as {@code application/json},
 * so that no web page can send it. All answers are JSON; what is wrong is answered with 400 and {@code {"message": …}},
 * an unknown customer or rule with 404.
 */
final class ControlApi {

    private final World world;
    private final Faults faults;
    private final Journal journal;
    private final Tokens tokens;
    private final Switches switches;
    private final Consumer<Duration> outage;

    /** @param outage refuses connections for so long */
    ControlApi(
            World world, Faults faults, Journal journal, Tokens tokens, Switches switches, Consumer<Duration> outage) {
        this.world = world;
        this.faults = faults;
        this.journal = journal;
        this.tokens = tokens;
        this.switches = switches;
        this.outage = outage;
    }

    void addTo(Router router) {
        router.route("/simulator/*").handler(BodyHandler.create(false));
        add(router, HttpMethod.GET, "/simulator/customers", this::customers);
        add(router, HttpMethod.PUT, "/simulator/customers/:customer/budget", this::setBudget);
        add(router, HttpMethod.PUT, "/simulator/customers/:customer/relationship", this::setRelationship);
        add(router, HttpMethod.GET, "/simulator/faults", _ -> rules());
        add(router, HttpMethod.POST, "/simulator/faults", this::addRule);
        add(router, HttpMethod.DELETE, "/simulator/faults", _ -> clearRules());
        add(router, HttpMethod.DELETE, "/simulator/faults/:rule", this::removeRule);
        add(router, HttpMethod.GET, "/simulator/switches", _ -> switches(switches.now()));
        add(router, HttpMethod.PATCH, "/simulator/switches", this::changeSwitches);
        add(router, HttpMethod.DELETE, "/simulator/switches", _ -> switches(switches.reset()));
        add(router, HttpMethod.POST, "/simulator/outage", this::refuseConnections);
        add(router, HttpMethod.GET, "/simulator/journal/applied", this::applied);
        add(router, HttpMethod.GET, "/simulator/journal/exchanges", this::exchanges);
        add(router, HttpMethod.DELETE, "/simulator/tokens", _ -> expireTokens());
    }

    private static void add(Router router, HttpMethod method, String path, Function<RoutingContext, Reply> answer) {
        router.route(method, path).handler(context -> {
            Reply reply = answered(answer, context);
            context.response()
                    .setStatusCode(reply.status())
                    .putHeader("Content-Type", reply.contentType())
                    .end(reply.body());
        });
    }

    private static Reply answered(Function<RoutingContext, Reply> answer, RoutingContext context) {
        try {
            return answer.apply(context);
        } catch (IllegalArgumentException e) {
            return Reply.json(400, WireJson.object().put("message", String.valueOf(e.getMessage())));
        }
    }

    private Reply customers(RoutingContext context) {
        String part = Optional.ofNullable(context.queryParams().get("name"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        List<ObjectNode> found = world.customers().stream()
                .filter(customer -> customer.name().toLowerCase(Locale.ROOT).contains(part))
                .map(this::shown)
                .toList();
        return list("customers", found);
    }

    private ObjectNode shown(SimulatedCustomer customer) {
        ObjectNode body = WireJson.object()
                .put("id", customer.id().toString())
                .put("name", customer.name())
                .put("domain", customer.domain())
                .put("currency", customer.currency())
                .put("offer", customer.offer().name());
        world.budget(customer.id()).ifPresent(amount -> body.put("budget", amount));
        customer.spent().ifPresent(spent -> body.put("totalCost", spent.totalCost()));
        return body.put("relationship", world.hasRelationship(customer.id()) ? "reseller" : "ended");
    }

    private Reply setBudget(RoutingContext context) {
        Optional<UUID> customer = customer(context);
        if (customer.isEmpty()) {
            return unknownCustomer();
        }
        JsonNode amount = json(context).path("amount");
        if (!amount.isNull() && !amount.isNumber()) {
            throw new IllegalArgumentException("amount must be a number or null");
        }
        BigDecimal value = amount.decimalValue();
        world.setBudgetOutside(customer.get(), amount.isNull() ? null : value);
        return Reply.ok(shown(world.customer(customer.get())));
    }

    private Reply setRelationship(RoutingContext context) {
        Optional<UUID> customer = customer(context);
        if (customer.isEmpty()) {
            return unknownCustomer();
        }
        JsonNode ended = json(context).path("ended");
        if (!ended.isBoolean()) {
            throw new IllegalArgumentException("ended must be true or false");
        }
        if (ended.booleanValue()) {
            world.endRelationship(customer.get());
        } else {
            world.resumeRelationship(customer.get());
        }
        return Reply.ok(shown(world.customer(customer.get())));
    }

    private Reply rules() {
        return Reply.ok(rulesBody());
    }

    private ObjectNode rulesBody() {
        return body("faults", faults.rules().stream().map(RuleJson::write).toList());
    }

    private Reply addRule(RoutingContext context) {
        long id = RuleJson.add(json(context), faults);
        return Reply.ok(WireJson.object().put("id", id).setAll(rulesBody()));
    }

    private Reply clearRules() {
        faults.clear();
        return rules();
    }

    private Reply removeRule(RoutingContext context) {
        String rule = context.pathParam("rule");
        if (!rule.matches("[0-9]{1,18}") || !faults.remove(Long.parseLong(rule))) {
            return Reply.json(404, WireJson.object().put("message", "there is no such rule"));
        }
        return rules();
    }

    private Reply changeSwitches(RoutingContext context) {
        JsonNode change = json(context);
        return switches(switches.change(start -> BehaviourJson.change(start, change)));
    }

    private static Reply switches(Behaviour behaviour) {
        return Reply.ok(BehaviourJson.write(behaviour));
    }

    private Reply refuseConnections(RoutingContext context) {
        Duration time = Duration.ofMillis(Words.number(json(context), "millis"));
        // This answer is to leave first.
        context.response().endHandler(_ -> outage.accept(time));
        return Reply.ok(WireJson.object().put("millis", time.toMillis()));
    }

    private Reply applied(RoutingContext context) {
        long since = number(context, "since", 0);
        int limit = (int) Math.min(Integer.MAX_VALUE, number(context, "limit", Integer.MAX_VALUE));
        List<Applied> applied = askedCustomer(context)
                .map(customer -> journal.applied(customer).stream()
                        .filter(one -> one.number() > since)
                        .limit(limit)
                        .toList())
                .orElseGet(() -> journal.appliedSince(since, limit));
        return list("applied", applied.stream().map(JournalJson::write).toList());
    }

    private Reply exchanges(RoutingContext context) {
        Optional<UUID> customer = askedCustomer(context);
        Optional<Route> route =
                Optional.ofNullable(context.queryParams().get("route")).map(name -> Words.constant(Route.class, name));
        List<Exchange> exchanges = journal.exchangesSince(
                number(context, "since", 0),
                (int) Math.min(Integer.MAX_VALUE, number(context, "limit", Integer.MAX_VALUE)),
                exchange -> (customer.isEmpty() || exchange.customer().equals(customer))
                        && (route.isEmpty() || exchange.route() == route.get()));
        return list(
                "exchanges",
                exchanges.stream()
                        .map(exchange -> JournalJson.write(exchange, journal.appliedIn(exchange.number())))
                        .toList());
    }

    private static long number(RoutingContext context, String name, long ifAbsent) {
        String text = context.queryParams().get(name);
        if (text == null) {
            return ifAbsent;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(name + " is not a whole number: " + text);
        }
        return Long.parseLong(text);
    }

    private Reply expireTokens() {
        tokens.expireAll();
        return Reply.ok(WireJson.object().put("message", "all access tokens have expired"));
    }

    private Optional<UUID> customer(RoutingContext context) {
        return ApiCall.uuid(context.pathParam("customer"))
                .filter(id -> world.find(id).isPresent());
    }

    private static Optional<UUID> askedCustomer(RoutingContext context) {
        return Optional.ofNullable(context.queryParams().get("customer"))
                .map(text -> ApiCall.uuid(text)
                        .orElseThrow(() -> new IllegalArgumentException("not a customer id: " + text)));
    }

    private static JsonNode json(RoutingContext context) {
        String type =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new IllegalArgumentException("send application/json");
        }
        try {
            return WireJson.read(Optional.ofNullable(context.body().asString()).orElse(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Reply unknownCustomer() {
        return Reply.json(404, WireJson.object().put("message", "there is no such customer"));
    }

    private static Reply list(String name, List<ObjectNode> items) {
        return Reply.ok(body(name, items));
    }

    private static ObjectNode body(String name, List<ObjectNode> items) {
        ObjectNode body = WireJson.object();
        ArrayNode array = body.putArray(name);
        items.forEach(array::add);
        return body;
    }
}
