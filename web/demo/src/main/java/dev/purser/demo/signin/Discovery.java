package dev.purser.demo.signin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the provider says of itself (OpenID Connect Discovery 1.0, section 3; RFC 8414), and where its places are. */
final class Discovery {
    static final String ADDRESS = "/.well-known/openid-configuration";
    static final String AUTHORIZE = "/authorize";
    static final String SIGN_IN = "/sign-in";
    static final String TOKEN = "/token";
    static final String KEYS = "/jwks";
    static final String USER_INFO = "/userinfo";
    static final String END_SESSION = "/end-session";

    private Discovery() {}

    static Map<String, Object> of(URI issuer) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("issuer", issuer.toString());
        said.put("authorization_endpoint", issuer + AUTHORIZE);
        said.put("token_endpoint", issuer + TOKEN);
        said.put("jwks_uri", issuer + KEYS);
        said.put("userinfo_endpoint", issuer + USER_INFO);
        said.put("end_session_endpoint", issuer + END_SESSION);
        said.put("response_types_supported", List.of("code"));
        said.put("response_modes_supported", List.of("query"));
        said.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        said.put("code_challenge_methods_supported", List.of("S256"));
        said.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        said.put("subject_types_supported", List.of("public"));
        said.put("id_token_signing_alg_values_supported", List.of("RS256"));
        said.put("scopes_supported", List.of("openid", "profile", "email"));
        said.put(
                "claims_supported",
                List.of(
                        "sub",
                        "name",
                        "preferred_username",
                        "email",
                        "email_verified",
                        "roles",
                        "auth_time",
                        "nonce",
                        "sid"));
        said.put(
                "ui_locales_supported",
                Stream.of(Words.values()).map(Words::tag).toList());
        said.put("authorization_response_iss_parameter_supported", true);
        said.put("claims_parameter_supported", false);
        said.put("request_parameter_supported", false);
        said.put("request_uri_parameter_supported", false);
        return said;
    }
}
