package dev.purser.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why nothing was done with rights. Stands in the address to which a form leads. */
public enum Remark {
    /** All customers were as asked for already. */
    NOTHING,
    /** No form arrived: its sign-in had run out, or only its address was asked for. */
    UNSENT,
    /** Somebody was invited who has signed in already. */
    KNOWN,
    /** Somebody was invited twice. */
    INVITED,
    /** An invitation was to be withdrawn of somebody who has come meanwhile. */
    ACCEPTED,
    /** An invitation was to be withdrawn that does not exist any more. */
    NOT_INVITED,
    /** Sessions were to be ended of somebody who never had one. */
    NO_SESSION,
    /** Something was to be granted to somebody whose name was erased. */
    ERASED;

    /** The parameter of an address that names it. */
    static final String PARAMETER = "said";

    /** As it stands in the address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Remark> of(String key) {
        return Arrays.stream(values())
                .filter(remark -> remark.key().equals(key))
                .findFirst();
    }
}
