package dev.purser.simulator;

/** How links to pages and resources begin; the real service changed from one to the other without notice. */
public enum NextLinks {
    /** {@code /customers?size=2&seekOperation=Next}. */
    WITHOUT_VERSION(""),
    /** {@code /v1/customers?size=2&seekOperation=Next}. */
    WITH_VERSION("/v1");

    private final String prefix;

    NextLinks(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }
}
