package dev.purser.simulator;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The addresses of the API: turns each request into a call, enters it into the journal and has it played. */
final class PartnerCenterApi {

    private static final System.Logger LOG = System.getLogger(PartnerCenterApi.class.getName());
    private static final long LARGEST_BODY = 1 << 20;
    private static final String ARRIVED = "purser.arrived";

    private final Vertx vertx;
    private final SimulatorSettings settings;
    private final Switches switches;
    private final Journal journal;
    private final Faults faults;
    private final Admission admission;
    private final Resources resources;
    private final Play play;
    private final BodyHandler bodies = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);

    PartnerCenterApi(
            Vertx vertx,
            SimulatorSettings settings,
            Switches switches,
            Journal journal,
            Faults faults,
            Admission admission,
            Resources resources,
            Play play) {
        this.vertx = vertx;
        this.settings = settings;
        this.switches = switches;
        this.journal = journal;
        this.faults = faults;
        this.admission = admission;
        this.resources = resources;
        this.play = play;
    }

    void addTo(Router router) {
        add(router, HttpMethod.POST, "/login/:tenant/oauth2/token", Route.TOKEN);
        add(router, HttpMethod.POST, "/login/:tenant/oauth2/v2.0/token", Route.TOKEN);
        add(router, HttpMethod.GET, "/v1/customers/:customer/usagebudget", Route.GET_BUDGET);
        add(router, HttpMethod.PATCH, "/v1/customers/:customer/usagebudget", Route.PATCH_BUDGET);
        get(router, "/v1/customers", Route.CUSTOMERS);
        // What has a word where another address has an id comes first, for the other pattern fits it as well.
        get(router, "/v1/customers/usagerecords", Route.USAGE_RECORDS);
        get(router, "/v1/customers/:customer", Route.CUSTOMER);
        get(router, "/v1/customers/:customer/usagesummary", Route.USAGE_SUMMARY);
        get(router, "/v1/customers/:customer/profiles/company", Route.CUSTOMER_COMPANY_PROFILE);
        get(router, "/v1/customers/:customer/profiles/billing", Route.CUSTOMER_BILLING_PROFILE);
        get(router, "/v1/customers/:customer/subscriptions", Route.SUBSCRIPTIONS);
        get(router, "/v1/customers/:customer/subscriptions/usagerecords", Route.SUBSCRIPTION_USAGE_RECORDS);
        String subscription = "/v1/customers/:customer/subscriptions/:item";
        get(router, subscription, Route.SUBSCRIPTION);
        get(router, subscription + "/usagesummary", Route.SUBSCRIPTION_USAGE_SUMMARY);
        get(router, subscription + "/meterusagerecords", Route.METER_USAGE_RECORDS);
        get(router, subscription + "/resourceusagerecords", Route.RESOURCE_USAGE_RECORDS);
        get(router, subscription + "/usagerecords/resources", Route.AZURE_RESOURCE_USAGE_RECORDS);
        get(router, "/v1/usagesummary", Route.PARTNER_USAGE_SUMMARY);
        get(router, "/v1/auditrecords", Route.AUDIT_RECORDS);
        get(router, "/v1/auditrecords/:item", Route.AUDIT_RECORD);
        get(router, "/auditactivity/v1/auditrecords/:item", Route.AUDIT_RECORD);
        get(router, "/v1/profiles/organization", Route.ORGANIZATION_PROFILE);
        get(router, "/v1/profiles/billing", Route.BILLING_PROFILE);
        get(router, "/v1/profiles/legalbusiness", Route.LEGAL_BUSINESS_PROFILE);
        router.errorHandler(404, context -> refuse(context, Refusal.NOT_FOUND.reply()));
        router.errorHandler(405, context -> refuse(context, Refusal.METHOD_NOT_ALLOWED.reply()));
        router.errorHandler(413, context -> refuse(context, Reply.refused(413, "413", "The body is too large.")));
        router.errorHandler(400, context -> refuse(context, Reply.refused(400, "800002", "The request is not valid.")));
        router.errorHandler(500, context -> {
            LOG.log(System.Logger.Level.ERROR, "the simulator itself failed", context.failure());
            refuse(context, ownFailure());
        });
    }

    private void get(Router router, String path, Route route) {
        add(router, HttpMethod.GET, path, route);
    }

    private void add(Router router, HttpMethod method, String path, Route route) {
        router.route(method, path).handler(context -> arrive(context, route)).handler(this::serve);
    }

    /** A request whose head is there: what is to become of it is decided now, for not every body is read. */
    private record Arrived(ApiCall call, Optional<Reply> refusal, Course course) {}

    private void arrive(RoutingContext context, Route route) {
        ApiCall call = enter(context, route, first(context.queryParams()));
        Optional<Reply> refusal = admission.refusal(call);
        Optional<Fault> fault = refusal.isPresent() ? Optional.empty() : faults.meet(route, call.customerId());
        fault.ifPresent(one -> journal.meets(call.number(), one));
        Arrived arrived = new Arrived(call, refusal, fault.map(Course::of).orElseGet(Course::usual));
        context.put(ARRIVED, arrived);
        if (arrived.course().resetsBeforeReading()) {
            context.request().pause();
            serve(context);
        } else {
            bodies.handle(context);
        }
    }

    private void serve(RoutingContext context) {
        Arrived arrived = context.get(ARRIVED);
        Optional<String> body = Optional.ofNullable(context.body()).map(one -> one.asString());
        Map<String, String> form = first(context.request().formAttributes());
        ApiCall call = arrived.call().read(body.orElse(""), form);
        if (call.route() != Route.TOKEN) {
            journal.read(call.number(), call.body());
        }
        ApiResponse response = new ApiResponse(vertx, context.request(), call, journal, settings, switches);
        Course course = arrived.course();
        Supplier<Reply> work = arrived.refusal()
                .<Supplier<Reply>>map(refusal -> () -> refusal)
                .orElseGet(() -> () -> workOrFailure(call, course));
        play.play(call, course, work, response);
    }

    /** A late step runs outside the router, whose error handlers would not hear of its failure. */
    private Reply workOrFailure(ApiCall call, Course course) {
        try {
            return resources.answer(call, course);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the simulator itself failed", e);
            return ownFailure();
        }
    }

    private static Reply ownFailure() {
        return Reply.refused(500, "800003", "The simulator itself failed: see its log.");
    }

    private void refuse(RoutingContext context, Reply reply) {
        Arrived arrived = context.get(ARRIVED);
        // The query is left alone here, for it may be what cannot be decoded.
        ApiCall call = arrived == null ? enter(context, Route.OTHER, Map.of()) : arrived.call();
        new ApiResponse(vertx, context.request(), call, journal, settings, switches).send(reply);
    }

    private ApiCall enter(RoutingContext context, Route route, Map<String, String> query) {
        Map<String, String> headers = first(context.request().headers());
        Optional<String> customer = Optional.ofNullable(context.pathParam("customer"));
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
                Map.copyOf(shown));
        return new ApiCall(
                number,
                route,
                Optional.ofNullable(context.request().path()).orElse("/"),
                context.request().uri(),
                Optional.ofNullable(context.pathParam("tenant")),
                customer,
                Optional.ofNullable(context.pathParam("item")),
                query,
                headers,
                Map.of(),
                "",
                ids);
    }

    /** The first value of each name; header names do not care about case, and lower case is what is looked for. */
    private static Map<String, String> first(MultiMap values) {
        Map<String, String> first = new LinkedHashMap<>();
        values.forEach(entry -> first.putIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()));
        return first;
    }
}
