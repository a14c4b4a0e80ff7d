package dev.purser.domain.history;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What an entry says: names and texts, none empty. */
public final class Facts {

    private final SortedMap<String, String> texts;

    private Facts(SortedMap<String, String> texts) {
        this.texts = Collections.unmodifiableSortedMap(texts);
    }

    public static Facts none() {
        return new Facts(new TreeMap<>());
    }

    /** These facts and one more; an empty text says nothing and is left out. */
    public Facts and(String name, String text) {
        if (text.isEmpty()) {
            return this;
        }
        var more = new TreeMap<>(texts);
        if (more.put(name, text) != null) {
            throw new IllegalArgumentException("Said twice: " + name);
        }
        return new Facts(more);
    }

    public Facts and(String name, Optional<String> text) {
        return text.map(said -> and(name, said)).orElse(this);
    }

    /** Text that somebody else wrote: cut at {@value ForeignText#LONGEST} characters, with the hash of the whole where it was longer. */
    public Facts andForeign(String name, String text) {
        var clean = ForeignText.oneLine(text);
        var kept = and(name, ForeignText.cut(clean, ForeignText.LONGEST));
        return clean.length() > ForeignText.LONGEST ? kept.and(name + "Sha256", ForeignText.sha256(clean)) : kept;
    }

    public Map<String, String> texts() {
        return texts;
    }
}
