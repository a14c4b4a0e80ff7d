package dev.purser.simulator;

import java.util.Map;

/** The errors that Microsoft's service and the gateway before it are known to answer, each in its own shape. */
public enum Refusal {
    INVALID_INPUT(400, "800002", "The request input is not valid.") {
        @Override
        Reply reply() {
            return Reply.json(
                    400, ErrorBody.withData("800002", "The request input is not valid.", "amount: value is not valid"));
        }
    },
    INVALID_CUSTOMER(400, "900118", "The customer id is not valid."),
    MODEL_STATE(400, "", "") {
        @Override
        Reply reply() {
            return Reply.json(400, ErrorBody.notBindable());
        }
    },
    NO_USAGE_DATA(400, "3000", "Customer does not have usage data.") {
        @Override
        Reply reply() {
            return Reply.json(400, ErrorBody.withData("3000", "Customer does not have usage data."));
        }
    },
    STALE_ETAG(400, "2055", "The resource was changed meanwhile."),
    SANDBOX(400, "900127", "The operation is not supported in this environment."),
    ACCESS_DENIED_401(401, "400", "Access is denied."),
    PARTNER_TOKEN_MISSING(401, "800001", "There is no partner token in the request."),
    WRONG_AUDIENCE(401, "900420", "The token's audience is not accepted any more."),
    MFA_REQUIRED(401, "900421", "The token carries no multifactor claim."),
    /** As captured in 2019: a reason phrase, an empty body, and the header of the OAuth standard. */
    MFA_REQUIRED_EMPTY(401, "", "") {
        @Override
        Reply reply() {
            return new Reply(
                    401,
                    Reply.JSON,
                    "",
                    Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""),
                    "Unauthorized - MFA required");
        }
    },
    UNAUTHORIZED_EMPTY(401, "", "") {
        @Override
        Reply reply() {
            return new Reply(401, Reply.JSON, "", Map.of());
        }
    },
    UNAUTHORIZED_REALM(401, "400", "Access is denied.") {
        @Override
        Reply reply() {
            return super.reply().with("WWW-Authenticate", "OAuth realm=urn:cpsvc:cpid:{PartnerCenterSimulator}");
        }
    },
    ROLE(403, "900150", "The caller's role is not allowed to do this."),
    ROLE_PLAIN(403, "", "") {
        @Override
        Reply reply() {
            return new Reply(
                    403,
                    "text/plain; charset=utf-8",
                    "The supplied role does not have the rights to perform the requested operation.",
                    Map.of());
        }
    },
    FORBIDDEN_EMPTY(403, "", "") {
        @Override
        Reply reply() {
            return new Reply(403, Reply.JSON, "", Map.of(), "Forbidden");
        }
    },
    APP_ONLY(403, "900329", "This resource does not support tokens of an application alone."),
    PRIVILEGES(403, "900308", "The privileges do not suffice."),
    CONDITIONAL_ACCESS(403, "900309", "Conditional Access does not let this through."),
    NO_RELATIONSHIP(403, "20002", "There is no commerce relationship between partner and customer."),
    ACCESS_DENIED_403(403, "2032", "Access is denied."),
    NOT_FOUND(404, "1000", "The resource was not found.") {
        @Override
        Reply reply() {
            return Reply.json(404, ErrorBody.withData("1000", "The resource was not found."));
        }
    },
    SUBSCRIPTION_NOT_FOUND(404, "20003", "The subscription was not found."),
    TENANT_NOT_FOUND(404, "60003", "The tenant was not found."),
    METHOD_NOT_ALLOWED(405, "405", "This method is not offered here."),
    NOT_ACCEPTABLE(406, "406", "This media type is not offered here."),
    REQUEST_TIMEOUT(408, "408", "The request took too long."),
    CONFLICT(409, "409", "The resource is being changed by another request."),
    GONE(410, "410", "The resource is gone."),
    PRECONDITION_FAILED(412, "412", "A precondition failed."),
    TOO_EARLY(425, "425", "It is too early for this request."),
    SERVER_ERROR(500, "800003", "The service failed unexpectedly."),
    TRY_LATER(500, "900192", "Temporary failure, retry later."),
    SERVER_ERROR_EMPTY(500, "", "") {
        @Override
        Reply reply() {
            return new Reply(500, Reply.JSON, "", Map.of(), "InternalServerError");
        }
    },
    NOT_IMPLEMENTED(501, "0", "An undefined exception."),
    BAD_GATEWAY(502, "", "") {
        @Override
        Reply reply() {
            return page(502, "502 - Bad Gateway");
        }
    },
    UNAVAILABLE(503, "", "") {
        @Override
        Reply reply() {
            return page(503, "503 - Service Unavailable");
        }
    },
    UNAVAILABLE_RETRY_LATER(503, "", "") {
        @Override
        Reply reply() {
            return page(503, "503 - Service Unavailable").with("Retry-After", "7");
        }
    },
    GATEWAY_TIMEOUT(504, "", "") {
        @Override
        Reply reply() {
            return page(504, "504 - Gateway Timeout");
        }
    };

    private final int status;
    private final String code;
    private final String description;

    Refusal(int status, String code, String description) {
        this.status = status;
        this.code = code;
        this.description = description;
    }

    /** What is answered. */
    Reply reply() {
        return Reply.refused(status, code, description);
    }

    private static Reply page(int status, String title) {
        return new Reply(status, "text/html; charset=utf-8", """
                <!DOCTYPE html>
                <html><head><title>%s</title></head><body><h2>%s</h2><p>Our services are not available right now.</p></body></html>
                """.formatted(title, title), Map.of());
    }
}
