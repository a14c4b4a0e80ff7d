package dev.purser.domain.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * By what somebody is known before they have signed in. At the first sign-in it is compared with what the identity provider
 * vouches for, and with nothing else.
 *
 * @param value in small letters, but for subjects, which are kept as they are
 */
public record Invitee(Kind kind, String value) {

    /** What the value is. */
    public enum Kind {
        /** The subject of the identity ({@code sub}). */
        SUBJECT("subject"),
        /** The object id of Microsoft Entra ID ({@code oid}), which stays and is the same for every application. */
        OBJECT_ID("object-id"),
        /** An e-mail address that the provider says is verified ({@code email_verified}). */
        ADDRESS("address");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** As written in entries. */
        public String key() {
            return key;
        }

        public static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
        }
    }

    private static final int LONGEST = 255;
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]+");

    public Invitee {
        if (!value.equals(written(kind, value)) || !isFormOf(kind, value)) {
            throw new IllegalArgumentException("Not an invitee's " + kind.key());
        }
    }

    /** What somebody typed; empty where it is nothing of that kind. */
    public static Optional<Invitee> of(Kind kind, String typed) {
        return Optional.of(written(kind, typed.strip()))
                .filter(value -> isFormOf(kind, value))
                .map(value -> new Invitee(kind, value));
    }

    public static Invitee objectId(UUID id) {
        return new Invitee(Kind.OBJECT_ID, id.toString());
    }

    private static String written(Kind kind, String value) {
        return switch (kind) {
            case SUBJECT -> value;
            case OBJECT_ID, ADDRESS -> value.toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isFormOf(Kind kind, String value) {
        return value.length() <= LONGEST
                && switch (kind) {
                    // OpenID Connect Core, 2: at most 255 ASCII characters.
                    case SUBJECT -> SUBJECT.matcher(value).matches();
                    case OBJECT_ID -> OBJECT_ID.matcher(value).matches();
                    case ADDRESS -> ADDRESS.matcher(value).matches();
                };
    }
}
