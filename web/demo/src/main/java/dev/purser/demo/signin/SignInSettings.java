package dev.purser.demo.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the demo's sign-in is set up.
 *
 * @param port to listen on; 0 takes a free one. The address of the issuer contains it, so give a fixed one where
 *     sessions shall outlive a restart
 * @param portals where people may be sent back to: the origins (scheme, host, port) of the portal, all on one name of
 *     this machine, which becomes the issuer's name too, for cookies belong to a name
 * @param clientId the portal's name here: letters, digits, {@code . _ -}, which read the same in every encoding
 * @param clientSecret the portal's password here, at least 32 of the same characters
 * @param keyFile where the signing key is kept; made when there is none
 * @param people who one can be, in the order of the page
 * @param customers how many customers the simulated Partner Center has, for the page to say
 * @param currencies how many currencies they have
 * @param clock what time it is
 */
public record SignInSettings(
        int port,
        List<URI> portals,
        String clientId,
        String clientSecret,
        Path keyFile,
        List<DemoPerson> people,
        int customers,
        int currencies,
        InstantSource clock) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern CLIENT_SECRET = Pattern.compile("[A-Za-z0-9._-]{32,}");

    public SignInSettings {
        portals = List.copyOf(portals);
        people = List.copyOf(people);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + port);
        }
        if (portals.isEmpty() || !portals.stream().allMatch(SignInSettings::isOrigin)) {
            throw new IllegalArgumentException("not origins of a portal: " + portals);
        }
        if (!LOOPBACK.contains(portals.getFirst().getHost())
                || portals.stream().map(URI::getHost).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "the demo is for this machine alone and under one name of " + LOOPBACK + ", not: " + portals);
        }
        if (!CLIENT_ID.matcher(clientId).matches()
                || !CLIENT_SECRET.matcher(clientSecret).matches()) {
            throw new IllegalArgumentException("the portal needs a name, and a secret of at least 32 characters,"
                    + " of letters, digits, dot, underscore and hyphen");
        }
        if (people.isEmpty()
                || new HashSet<>(people.stream().map(DemoPerson::subject).toList()).size() < people.size()) {
            throw new IllegalArgumentException("there must be people, each with a subject of their own");
        }
        if (customers < 0 || currencies < 0) {
            throw new IllegalArgumentException(customers + " customers in " + currencies + " currencies");
        }
    }

    private static boolean isOrigin(URI uri) {
        return "http".equals(uri.getScheme())
                && uri.getHost() != null
                && uri.getPort() > 0
                && uri.toString().equals("http://" + uri.getHost() + ":" + uri.getPort());
    }

    /** The name of this machine that everything goes by. */
    String host() {
        return portals.getFirst().getHost();
    }

    /** Whether people may be sent to this address: absolute, of a portal's very origin, without user and fragment. */
    boolean leadsToAPortal(URI uri) {
        return uri.getRawFragment() == null
                && uri.getRawUserInfo() == null
                && portals.stream()
                        .anyMatch(portal -> portal.getScheme().equals(uri.getScheme())
                                && portal.getHost().equals(uri.getHost())
                                && portal.getPort() == uri.getPort());
    }
}
