package dev.purser.demo.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sessions still stand. They live in the tokens; kept here is only which of them have ended, and only until the
 * demo is started again.
 */
final class Sessions {
    private final List<DemoPerson> people;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    Sessions(List<DemoPerson> people) {
        this.people = List.copyOf(people);
    }

    void end(Session session) {
        ended.add(session.id());
    }

    /** Whose it is; empty when it has ended, or the demo does not know the person any more. */
    Optional<DemoPerson> person(Session session) {
        return ended.contains(session.id()) ? Optional.empty() : person(session.subject());
    }

    Optional<DemoPerson> person(String subject) {
        return people.stream().filter(it -> it.subject().equals(subject)).findFirst();
    }
}
