package dev.purser.chaos.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The forms that were answered with a receipt, for whoever wants to know whether one of them was lost. */
public final class Accepted {

    /** A form that was accepted. */
    public record Form(UUID id, UUID customer) {}

    private final List<Form> forms = new ArrayList<>();

    synchronized void add(Form form) {
        forms.add(form);
    }

    public synchronized List<Form> forms() {
        return List.copyOf(forms);
    }
}
