package dev.purser.partnercenter;

import dev.purser.domain.budget.AccountName;
import dev.purser.domain.partnercenter.RefreshTokens.Registration;
import java.net.URI;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One connection to Partner Center.
 *
 * @param tenant the partner's tenant id or one of its domains
 * @param clientId of the registered application
 * @param clientSecret of the registered application
 * @param refreshToken of the user who consented, with which the chain of refresh tokens begins; without it, and until
 *     the account is connected, usage cannot be read
 * @param baseUrl of the API without {@code /v1}; usually {@link Cloud#baseUrl()}. A path before it is kept
 * @param authority of the token endpoint without the tenant; usually {@link Cloud#authority()}
 * @param currency of all customers' budgets, as the operator states it. It is never told as if Microsoft had named it
 */
public record PartnerCenterAccount(
        AccountName name,
        Cloud cloud,
        String tenant,
        String clientId,
        String clientSecret,
        Optional<String> refreshToken,
        URI baseUrl,
        URI authority,
        TokenVersion tokenVersion,
        Optional<Currency> currency) {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]", Pattern.CASE_INSENSITIVE);

    /** @throws IllegalArgumentException if something is missing, or if a secret would travel unencrypted */
    public PartnerCenterAccount {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException("Account " + name + ": not a tenant id or domain: " + tenant);
        }
        requireText(name, "client id", clientId);
        requireText(name, "client secret", clientSecret);
        refreshToken.ifPresent(token -> requireText(name, "refresh token", token));
        requireSafeAddress(name, "base URL", baseUrl);
        requireSafeAddress(name, "authority", authority);
    }

    /** Whose refresh tokens are kept for it. */
    public Registration registration() {
        return new Registration(name, tenant, clientId, refreshToken);
    }

    private static void requireText(AccountName name, String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("Account " + name + ": the " + what + " is empty");
        }
    }

    private static void requireSafeAddress(AccountName name, String what, URI address) {
        if (address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException("Account " + name + ": the " + what
                    + " must be https://host, perhaps with a port and a path, and nothing else");
        }
        var plain = "http".equals(address.getScheme());
        if (!"https".equals(address.getScheme()) && !plain) {
            throw new IllegalArgumentException("Account " + name + ": the " + what + " must begin with https://");
        }
        if (plain && !LOOPBACK.matcher(address.getHost()).matches()) {
            throw new IllegalArgumentException("Account " + name + ": the " + what
                    + " must begin with https://, for credentials travel there: " + address);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "PartnerCenterAccount[name=%s, cloud=%s, tenant=%s, clientId=%s, refreshToken=%s, baseUrl=%s]"
                .formatted(name, cloud.key(), tenant, clientId, refreshToken.isPresent() ? "given" : "none", baseUrl);
    }
}
