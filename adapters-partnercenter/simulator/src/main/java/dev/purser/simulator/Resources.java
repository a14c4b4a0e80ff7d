package dev.purser.simulator;

/** Does what a call asks for, undisturbed. */
final class Resources {

    private final World world;
    private final Switches switches;
    private final TokenEndpoint tokenEndpoint;
    private final RepeatedRequests repeated;
    private final BudgetResource budgets;
    private final CustomersResource customers;
    private final UsageResource usage;

    Resources(SimulatorSettings settings, Switches switches, World world, TokenEndpoint tokenEndpoint, Links links) {
        this.world = world;
        this.switches = switches;
        this.tokenEndpoint = tokenEndpoint;
        Pages pages = new Pages(world, switches, links);
        this.repeated = new RepeatedRequests(switches, settings.clock());
        this.budgets = new BudgetResource(world, switches, links);
        this.customers = new CustomersResource(world, pages, links);
        this.usage = new UsageResource(world, pages, links, settings.clock());
    }

    Reply answer(ApiCall call, Course course) {
        return switch (call.route()) {
            case TOKEN -> tokenEndpoint.issue(version(call), call.tenant().orElse(""), call.form());
            case CUSTOMERS -> customers.list(call);
            case CUSTOMER -> customers.one(customer(call));
            case GET_BUDGET -> budgets.get(customer(call));
            case PATCH_BUDGET -> patch(call, course);
            case USAGE_SUMMARY -> usage.summary(customer(call));
            case USAGE_RECORDS -> usage.records(call);
            case PARTNER_USAGE_SUMMARY,
                    SUBSCRIPTIONS,
                    SUBSCRIPTION,
                    SUBSCRIPTION_USAGE_RECORDS,
                    SUBSCRIPTION_USAGE_SUMMARY,
                    METER_USAGE_RECORDS,
                    RESOURCE_USAGE_RECORDS,
                    AZURE_RESOURCE_USAGE_RECORDS,
                    AUDIT_RECORDS,
                    AUDIT_RECORD,
                    ORGANIZATION_PROFILE,
                    BILLING_PROFILE,
                    LEGAL_BUSINESS_PROFILE,
                    CUSTOMER_COMPANY_PROFILE,
                    CUSTOMER_BILLING_PROFILE,
                    OTHER -> Refusal.NOT_FOUND.reply();
        };
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
