package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The journal in the JSON of the control addresses. */
final class JournalJson {

    private JournalJson() {}

    static ObjectNode write(Applied applied) {
        ObjectNode body = WireJson.object()
                .put("number", applied.number())
                .put("customer", applied.customer().toString());
        applied.before().ifPresent(amount -> body.put("before", amount));
        applied.after().ifPresent(amount -> body.put("after", amount));
        body.put("requestId", applied.requestId())
                .put("correlationId", applied.correlationId())
                .put("at", applied.at().toString());
        if (applied.visibleFrom().isAfter(applied.at())) {
            body.put("visibleFrom", applied.visibleFrom().toString());
        }
        body.put("origin", applied.origin().name());
        applied.exchange().ifPresent(number -> body.put("exchange", number));
        return body;
    }

    static ObjectNode write(Exchange exchange, List<Applied> applied) {
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
        body.put("startedAs", exchange.startedAs());
        exchange.finished().ifPresent(_ -> body.put("finishedAs", exchange.finishedAs()));
        if (!applied.isEmpty()) {
            ArrayNode changes = body.putArray("applied");
            applied.forEach(change -> changes.add(write(change)));
        }
        return switch (exchange.ending()) {
            case Exchange.Ending.UnderWay _ -> body.put("ending", "under way");
            case Exchange.Ending.Answered(int status) ->
                body.put("ending", "answered").put("status", status).put("answer", exchange.answer());
            case Exchange.Ending.Broken(String how) ->
                body.put("ending", "broken").put("how", how);
        };
    }
}
