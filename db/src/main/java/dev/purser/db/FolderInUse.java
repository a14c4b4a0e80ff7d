package dev.purser.db;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another running Purser works on this home folder; nothing in it was touched. */
public final class FolderInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final transient OptionalLong pid;

    FolderInUse(Path folder, OptionalLong pid) {
        super("The folder " + folder + " is in use by another Purser"
                + (pid.isPresent() ? " (process " + pid.getAsLong() + ")" : "")
                + ". Stop that one first, or give this one a folder of its own.");
        this.folder = folder;
        this.pid = pid;
    }

    public Path folder() {
        return folder;
    }

    /** The process that holds the folder, as far as it has left its number. */
    public OptionalLong pid() {
        return pid;
    }
}
