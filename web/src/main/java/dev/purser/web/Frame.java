package dev.purser.web;

import dev.purser.domain.portfolio.Role;
import dev.purser.web.format.DisplayTime;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the frame around each page shows: who is signed in, where they may go, and whether this is a demo. */
@Named("frame")
@RequestScoped
public class Frame {

    private final SecurityIdentity identity;
    private final SignedInActor signedIn;
    private final DisplayTime time;
    private final boolean demo;

    Frame(
            SecurityIdentity identity,
            SignedInActor signedIn,
            DisplayTime time,
            @ConfigProperty(name = "purser.demo", defaultValue = "false") boolean demo) {
        this.identity = identity;
        this.signedIn = signedIn;
        this.time = time;
        this.demo = demo;
    }

    public boolean demo() {
        return demo;
    }

    public boolean signedIn() {
        return !identity.isAnonymous();
    }

    /** Only who has a role has pages to go to. */
    public boolean hasRole() {
        return signedIn() && !roles().isEmpty();
    }

    public String name() {
        return signedIn.actor().name();
    }

    public List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.claim()))
                .toList();
    }

    public DisplayTime time() {
        return time;
    }
}
