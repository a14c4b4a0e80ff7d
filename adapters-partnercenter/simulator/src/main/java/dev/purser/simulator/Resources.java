package dev.purser.simulator;

import java.util.function.Function;

/** Does what a call asks for, undisturbed. */
final class Resources {

    private final World world;
    private final Switches switches;
    private final TokenEndpoint tokenEndpoint;
    private final RepeatedRequests repeated;
    private final BudgetResource budgets;
    private final CustomersResource customers;
    private final UsageResource usage;
    private final SubscriptionsResource subscriptions;
    private final AuditResource audit;
    private final ProfilesResource profiles;

    Resources(
            SimulatorSettings settings,
            Switches switches,
            World world,
            Journal journal,
            TokenEndpoint tokenEndpoint,
            Links links) {
        this.world = world;
        this.switches = switches;
        this.tokenEndpoint = tokenEndpoint;
        Pages pages = new Pages(switches, links);
        this.repeated = new RepeatedRequests(switches, settings.clock());
        this.budgets = new BudgetResource(world, switches, links);
        this.customers = new CustomersResource(world, pages, links);
        this.usage = new UsageResource(world, pages, links, settings);
        this.subscriptions = new SubscriptionsResource(pages, links, settings.clock());
        this.audit = new AuditResource(new AuditLog(world, journal, settings, switches), pages, switches, settings);
        this.profiles = new ProfilesResource(settings.tenantId(), links);
    }

    Reply answer(ApiCall call, Course course) {
        Reply reply = undressed(call, course);
        return switch (switches.now().casing()) {
            case CAMEL -> reply;
            case PASCAL ->
                call.route() == Route.TOKEN
                        ? reply
                        : reply.withBody(reply.contentType(), WireJson.pascal(reply.body()));
        };
    }

    private Reply undressed(ApiCall call, Course course) {
        return switch (call.route()) {
            case TOKEN -> tokenEndpoint.issue(version(call), call.tenant().orElse(""), call.form());
            case CUSTOMERS -> customers.list(call);
            case CUSTOMER -> customers.one(customer(call));
            case GET_BUDGET -> budgets.get(customer(call));
            case PATCH_BUDGET -> patch(call, course);
            case USAGE_SUMMARY -> usage.summary(customer(call));
            case USAGE_RECORDS -> usage.records(call);
            case PARTNER_USAGE_SUMMARY -> usage.partnerSummary();
            case SUBSCRIPTIONS -> subscriptions.list(customer(call));
            case SUBSCRIPTION_USAGE_RECORDS -> subscriptions.usageRecords(customer(call));
            case SUBSCRIPTION -> ofSubscription(call, subscriptions::one);
            case SUBSCRIPTION_USAGE_SUMMARY -> ofSubscription(call, subscriptions::usageSummary);
            case METER_USAGE_RECORDS -> ofSubscription(call, subscriptions::meters);
            case RESOURCE_USAGE_RECORDS -> ofSubscription(call, subscriptions::resources);
            case AZURE_RESOURCE_USAGE_RECORDS -> ofSubscription(call, subscriptions::azureResources);
            case AUDIT_RECORDS -> audit.list(call);
            case AUDIT_RECORD -> audit.one(call.item().orElseThrow());
            case ORGANIZATION_PROFILE -> profiles.organization();
            case BILLING_PROFILE -> profiles.billing();
            case LEGAL_BUSINESS_PROFILE -> profiles.legalBusiness();
            case CUSTOMER_COMPANY_PROFILE -> customers.companyProfile(customer(call));
            case CUSTOMER_BILLING_PROFILE -> customers.billingProfile(customer(call));
            case OTHER -> Refusal.NOT_FOUND.reply();
        };
    }

    private Reply ofSubscription(ApiCall call, Function<SimulatedCustomer, Reply> resource) {
        SimulatedCustomer customer = customer(call);
        String asked = call.item().orElseThrow();
        return asked.equalsIgnoreCase(customer.subscriptionId().toString())
                ? resource.apply(customer)
                : Refusal.SUBSCRIPTION_NOT_FOUND.reply();
    }

    private Reply patch(ApiCall call, Course course) {
        SimulatedCustomer customer = customer(call);
        return repeated.once(
                customer.id(),
                call.ids(),
                () -> budgets.patch(
                        customer, call, course.staleness().orElse(switches.now().staleReads())));
    }

    private SimulatedCustomer customer(ApiCall call) {
        return world.customer(call.customerId().orElseThrow());
    }

    private static TokenEndpoint.Version version(ApiCall call) {
        return call.path().contains("/v2.0/") ? TokenEndpoint.Version.V2 : TokenEndpoint.Version.V1;
    }
}
