package dev.purser.simulator;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The addresses of the API: turns each request into a call, enters it into the journal and has it played. */
final class PartnerCenterApi {

    private static final System.Logger LOG = System.getLogger(PartnerCenterApi.class.getName());
    private static final String OWN_FAILURE = "The simulator itself failed: see its log.";
    private static final long LARGEST_BODY = 1 << 20;

    private final SimulatorSettings settings;
    private final World world;
    private final Journal journal;
    private final Faults faults;
    private final Admission admission;
    private final TokenEndpoint tokenEndpoint;
    private final BudgetResource budgets;
    private final CustomersResource customers;
    private final UsageResource usage;
    private final Play play;

    PartnerCenterApi(
            SimulatorSettings settings,
            World world,
            Journal journal,
            Faults faults,
            Tokens tokens,
            TokenEndpoint tokenEndpoint,
            Play play) {
        this.settings = settings;
        this.world = world;
        this.journal = journal;
        this.faults = faults;
        this.admission = new Admission(tokens, world, settings.tenantId());
        this.tokenEndpoint = tokenEndpoint;
        Pages pages = new Pages(world, settings);
        this.budgets = new BudgetResource(world);
        this.customers = new CustomersResource(world, pages);
        this.usage = new UsageResource(world, pages, settings.clock());
        this.play = play;
    }

    void addTo(Router router) {
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        add(router, HttpMethod.POST, "/login/:tenant/oauth2/token", Route.TOKEN);
        add(router, HttpMethod.POST, "/login/:tenant/oauth2/v2.0/token", Route.TOKEN);
        add(router, HttpMethod.GET, "/v1/customers", Route.CUSTOMERS);
        // Before the single customer, whose pattern fits it as well.
        add(router, HttpMethod.GET, "/v1/customers/usagerecords", Route.USAGE_RECORDS);
        add(router, HttpMethod.GET, "/v1/customers/:customer", Route.CUSTOMER);
        add(router, HttpMethod.GET, "/v1/customers/:customer/usagebudget", Route.GET_BUDGET);
        add(router, HttpMethod.PATCH, "/v1/customers/:customer/usagebudget", Route.PATCH_BUDGET);
        add(router, HttpMethod.GET, "/v1/customers/:customer/usagesummary", Route.USAGE_SUMMARY);
        router.errorHandler(404, context -> refuse(context, 404, "1000", "The resource was not found."));
        router.errorHandler(405, context -> refuse(context, 405, "405", "This method is not offered here."));
        router.errorHandler(413, context -> refuse(context, 413, "413", "The body is too large."));
        router.errorHandler(400, context -> refuse(context, 400, "800002", "The request is not valid."));
        router.errorHandler(500, context -> {
            LOG.log(System.Logger.Level.ERROR, "the simulator itself failed", context.failure());
            refuse(context, 500, "800003", OWN_FAILURE);
        });
    }

    private void add(Router router, HttpMethod method, String path, Route route) {
        router.route(method, path).handler(context -> receive(context, route));
    }

    private void receive(RoutingContext context, Route route) {
        ApiCall call = enter(context, route, first(context.queryParams()));
        ApiResponse response = new ApiResponse(context.request(), call, journal, settings);
        Optional<Reply> refusal = admission.refusal(call);
        if (refusal.isPresent()) {
            play.play(Optional.empty(), route, refusal::get, response);
            return;
        }
        Optional<Fault> fault = faults.meet(route, call.customerId());
        fault.ifPresent(one -> journal.meets(call.number(), one));
        play.play(fault, route, () -> workOrFailure(call), response);
    }

    /** A late step runs outside the router, whose error handlers would not hear of its failure. */
    private Reply workOrFailure(ApiCall call) {
        try {
            return work(call);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the simulator itself failed", e);
            return Reply.refused(500, "800003", OWN_FAILURE);
        }
    }

    private Reply work(ApiCall call) {
        return switch (call.route()) {
            case TOKEN -> tokenEndpoint.issue(version(call), call.tenant().orElse(""), call.form());
            case CUSTOMERS -> customers.list(call);
            case CUSTOMER -> customers.one(customer(call));
            case GET_BUDGET -> budgets.get(customer(call));
            case PATCH_BUDGET -> budgets.patch(customer(call), call);
            case USAGE_SUMMARY -> usage.summary(customer(call));
            case USAGE_RECORDS -> usage.records(call);
            case OTHER -> Reply.refused(404, "1000", "The resource was not found.");
        };
    }

    private SimulatedCustomer customer(ApiCall call) {
        return world.customer(call.customerId().orElseThrow());
    }

    private static TokenEndpoint.Version version(ApiCall call) {
        return call.path().contains("/v2.0/") ? TokenEndpoint.Version.V2 : TokenEndpoint.Version.V1;
    }

    private void refuse(RoutingContext context, int status, String code, String description) {
        // The query is left alone here, for it may be what cannot be decoded.
        ApiCall call = enter(context, Route.OTHER, Map.of());
        new ApiResponse(context.request(), call, journal, settings).send(Reply.refused(status, code, description));
    }

    private ApiCall enter(RoutingContext context, Route route, Map<String, String> query) {
        Map<String, String> headers = first(context.request().headers());
        Optional<String> customer = Optional.ofNullable(context.pathParam("customer"));
        String body = Optional.ofNullable(context.body().asString()).orElse("");
        CallIds ids = new CallIds(
                headers.getOrDefault("ms-requestid", UUID.randomUUID().toString()),
                headers.getOrDefault("ms-correlationid", UUID.randomUUID().toString()));
        Map<String, String> shown = new LinkedHashMap<>(headers);
        shown.remove("authorization");
        long number = journal.open(
                route,
                context.request().method().name(),
                context.request().uri(),
                customer.flatMap(ApiCall::uuid),
                admission.caller(headers),
                Map.copyOf(shown),
                route == Route.TOKEN ? "" : body);
        return new ApiCall(
                number,
                route,
                Optional.ofNullable(context.request().path()).orElse("/"),
                Optional.ofNullable(context.pathParam("tenant")),
                customer,
                query,
                headers,
                first(context.request().formAttributes()),
                body,
                ids);
    }

    /** The first value of each name; header names do not care about case, and lower case is what is looked for. */
    private static Map<String, String> first(MultiMap values) {
        Map<String, String> first = new LinkedHashMap<>();
        values.forEach(entry -> first.putIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        return first;
    }
}
