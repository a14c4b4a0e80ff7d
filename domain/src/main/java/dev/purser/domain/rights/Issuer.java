package dev.purser.domain.rights;

import dev.purser.domain.portfolio.Invitee;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An identity provider, as it calls itself in its tokens.
 *
 * <p>Microsoft Entra ID vouches for no address: {@code email} and {@code preferred_username} can be changed by people and by
 * administrators of guests' tenants, and who trusts them lets strangers in ("nOAuth"). Its subject is another one for each
 * application and known to nobody before the first sign-in. What stays is the object id.
 */
public record Issuer(String value) {

    /** Hosts of Microsoft's identity service, in all its clouds. */
    private static final Set<String> MICROSOFT = Set.of(
            "login.microsoftonline.com",
            "login.microsoftonline.us",
            "login.microsoftonline.de",
            "login.partner.microsoftonline.cn",
            "login.chinacloudapi.cn",
            "sts.windows.net");

    /** Whether it is Microsoft Entra ID. */
    public boolean microsoft() {
        return host().filter(MICROSOFT::contains).isPresent();
    }

    /** By what people can be invited whom it signs in. */
    public List<Invitee.Kind> invitesBy() {
        return microsoft() ? List.of(Invitee.Kind.OBJECT_ID) : List.of(Invitee.Kind.ADDRESS, Invitee.Kind.SUBJECT);
    }

    private Optional<String> host() {
        try {
            return Optional.ofNullable(URI.create(value).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
