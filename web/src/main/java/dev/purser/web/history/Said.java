package dev.purser.web.history;

import dev.purser.web.format.Sentence;

/**
 * One thing that an entry says.
 *
 * @param form how its value is written
 */
public record Said(String name, Sentence value, Form form) {

    /** How a value is written. */
    public enum Form {
        WORDS,
        /** An id or code, to be copied. */
        CODE
    }

    public boolean code() {
        return form == Form.CODE;
    }
}
