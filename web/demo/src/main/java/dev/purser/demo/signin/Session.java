package dev.purser.demo.signin;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What one choice of a person began.
 *
 * @param subject whose it is
 * @param since when the person chose, in whole seconds
 * @param scopes what the portal may be told
 */
record Session(String id, String subject, Instant since, Set<String> scopes) {
    Session {
        scopes = new LinkedHashSet<>(scopes);
    }
}
