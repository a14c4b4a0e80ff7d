package dev.purser.partnercenter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The headers of Partner Center's API. */
final class ApiHeaders {

    static final String CONTINUATION = "MS-ContinuationToken";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");

    private ApiHeaders() {}

    /**
     * Those of every call.
     *
     * @param request Microsoft's key for not doing a thing twice
     * @param correlation under which Microsoft can trace the call
     */
    static Map<String, String> of(Token token, UUID request, UUID correlation) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token.secret());
        // The service also speaks XML, and would to whoever accepts anything.
        headers.put("Accept", "application/json");
        headers.put("MS-RequestId", request.toString());
        headers.put("MS-CorrelationId", correlation.toString());
        headers.put("MS-Contract-Version", "v1");
        headers.put("X-Locale", "en-US");
        headers.put("MS-PartnerCenter-Application", "Purser");
        return headers;
    }

    /** Whether a text that came from outside may be put into a header. */
    static boolean mayCarry(String text) {
        return VISIBLE.matcher(text).matches();
    }
}
