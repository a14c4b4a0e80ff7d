package dev.purser.web.settings;

import java.util.List;

/** The settings cannot be used. Each line names one of them and says what to do; none holds a secret. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> lines;

    BadSettings(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
