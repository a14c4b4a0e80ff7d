package dev.purser.demo.signin;

import java.util.List;

/**
 * Somebody one can be in the demo.
 *
 * @param subject the name that never changes, by which the portal knows the person; small letters
 * @param name shown
 * @param email at a host that nobody has (RFC 2606)
 * @param roleSentence shown: what the person does, in English
 * @param roles as the portal names them
 */
public record DemoPerson(String subject, String name, String email, String roleSentence, List<String> roles) {
    public DemoPerson {
        if (!subject.matches("[a-z]+")) {
            throw new IllegalArgumentException("not a subject: " + subject);
        }
        if (name.isBlank() || email.isBlank() || roleSentence.isBlank()) {
            throw new IllegalArgumentException(subject + " needs a name, an address and a sentence");
        }
        roles = List.copyOf(roles);
    }
}
