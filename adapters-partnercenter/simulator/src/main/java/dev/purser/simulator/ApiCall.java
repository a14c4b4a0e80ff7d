package dev.purser.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A request as the resources see it.
 *
 * @param number of its exchange in the journal
 * @param path without the query
 * @param address with the query, as it was asked for
 * @param tenant named in a token address
 * @param customer named in the path, as text that need not be an id
 * @param item the subscription or audit record named in the path
 * @param query its parameters, the first of each name
 * @param headers by lower-case name
 * @param form fields of a form, for the token address
 * @param body as text
 */
record ApiCall(
        long number,
        Route route,
        String path,
        String address,
        Optional<String> tenant,
        Optional<String> customer,
        Optional<String> item,
        Map<String, String> query,
        Map<String, String> headers,
        Map<String, String> form,
        String body,
        CallIds ids) {

    /** The customer's id if the path names one in the right form. */
    Optional<UUID> customerId() {
        return customer.flatMap(ApiCall::uuid);
    }

    /** The same call when its body has arrived. */
    ApiCall read(String text, Map<String, String> fields) {
        return new ApiCall(number, route, path, address, tenant, customer, item, query, headers, fields, text, ids);
    }

    static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
