package dev.purser.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;

/**
 * Who did what.
 *
 * @param number decides which of its fields is missing, when some are
 * @param customized the value of the one entry of {@code customizedData}, which may be null there; empty without entry
 */
record AuditRecord(
        long number,
        SimulatedCustomer customer,
        Instant at,
        String operation,
        String resource,
        String status,
        Optional<String> person,
        String application,
        Optional<String> before,
        Optional<String> after,
        Optional<String> correlation,
        Optional<Optional<String>> customized) {

    private static final DateTimeFormatter WIRE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);
    /** Between year 1 and 1970. */
    private static final BigInteger SECONDS_BEFORE_1970 = BigInteger.valueOf(62_135_596_800L);

    private static final BigInteger TICKS_A_SECOND = BigInteger.valueOf(10_000_000);
    private static final int NANOS_A_TICK = 100;

    /** Partner, customer, resource, operation without underscores, and the time in units of 100 ns since year 1. */
    String id(UUID partner) {
        BigInteger ticks = SECONDS_BEFORE_1970
                .add(BigInteger.valueOf(at.getEpochSecond()))
                .multiply(TICKS_A_SECOND)
                .add(BigInteger.valueOf(at.getNano() / NANOS_A_TICK));
        return partner + "_" + customer.id() + "_" + customer.id() + "_" + operation.replace("_", "") + "_" + ticks;
    }

    ObjectNode wire(UUID partner, Behaviour.AuditFields fields) {
        ObjectNode body = WireJson.object().put("id", id(partner)).put("partnerId", partner.toString());
        body.putArray("participants").add(partner.toString());
        body.put("customerId", customer.id().toString()).put("customerName", customer.name());
        person.ifPresent(one -> body.put("userPrincipalName", one));
        body.put("applicationId", application).put("resourceType", resource);
        before.ifPresent(value -> body.put("resourceOldValue", value));
        after.ifPresent(value -> body.put("resourceNewValue", value));
        body.put("operationType", operation);
        correlation.ifPresent(id -> body.put("originalCorrelationId", id));
        body.put("operationDate", WIRE.format(at)).put("operationStatus", status);
        ArrayNode data = body.putArray("customizedData");
        customized.ifPresent(
                value -> data.addObject().put("key", "CustomerSpendingBudget").put("value", value.orElse(null)));
        body.set("attributes", WireJson.attributesOf("AuditRecord"));
        switch (fields) {
            case ALL -> {
                // Nothing is missing.
            }
            case SOME_MISSING -> leaveOut(body);
        }
        return body;
    }

    private void leaveOut(ObjectNode body) {
        switch ((int) Math.floorMod(number, 6L)) {
            case 1 -> body.remove("customerId");
            case 2 -> body.remove("userPrincipalName");
            case 3 -> body.remove("originalCorrelationId");
            case 4 -> body.remove("resourceOldValue");
            case 5 -> body.remove("id");
            default -> {
                // One in six is whole.
            }
        }
    }
}
