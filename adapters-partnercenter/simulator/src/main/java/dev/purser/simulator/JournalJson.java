package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The journal in the JSON of the control addresses. */
final class JournalJson {

    private JournalJson() {}

    static ObjectNode write(Applied applied) {
        ObjectNode body = WireJson.object().put("customer", applied.customer().toString());
        applied.before().ifPresent(amount -> body.put("before", amount));
        applied.after().ifPresent(amount -> body.put("after", amount));
        return body.put("requestId", applied.requestId())
                .put("correlationId", applied.correlationId())
                .put("at", applied.at().toString())
                .put("origin", applied.origin().name());
    }

    static ObjectNode write(Exchange exchange) {
        ObjectNode body = WireJson.object()
                .put("number", exchange.number())
                .put("route", exchange.route().name())
                .put("method", exchange.method())
                .put("path", exchange.path());
        exchange.customer().ifPresent(customer -> body.put("customer", customer.toString()));
        body.put("caller", exchange.caller().name());
        exchange.requestId().ifPresent(id -> body.put("requestId", id));
        exchange.correlationId().ifPresent(id -> body.put("correlationId", id));
        body.put("body", exchange.body());
        exchange.fault().ifPresent(fault -> body.set("fault", FaultJson.write(fault)));
        body.put("started", exchange.started().toString());
        exchange.finished().ifPresent(time -> body.put("finished", time.toString()));
        return switch (exchange.ending()) {
            case Exchange.Ending.UnderWay _ -> body.put("ending", "under way");
            case Exchange.Ending.Answered(int status) ->
                body.put("ending", "answered").put("status", status);
            case Exchange.Ending.Broken(String how) ->
                body.put("ending", "broken").put("how", how);
        };
    }
}
