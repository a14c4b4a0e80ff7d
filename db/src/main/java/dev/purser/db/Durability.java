package dev.purser.db;

import java.util.Map;

/** What a loss of power may cost. */
enum Durability {
    /** What is committed stays. Syncing the whole file system makes the unpacked programs last as well. */
    KEEPS_WHAT_IS_COMMITTED(
            "--sync-method=syncfs", Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on")),
    /** The whole database, which is deleted at the end anyway. */
    MAY_LOSE_EVERYTHING("--no-sync", Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));

    private final String creation;
    private final Map<String, String> settings;

    Durability(String creation, Map<String, String> settings) {
        this.creation = creation;
        this.settings = settings;
    }

    /** The option of {@code initdb}. */
    String creation() {
        return creation;
    }

    /** The settings of the server. */
    Map<String, String> settings() {
        return settings;
    }
}
