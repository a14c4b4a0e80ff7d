package dev.purser.web.receipt;

/** How an outcome looks: the shape beside it and the colour behind it. */
public enum Tone {
    CONFIRMED("confirmed", "ok"),
    REFUSED("refused", "bad"),
    NOT_APPLIED("not-applied", "still"),
    SOMEONE_ELSE("someone-else", "warn"),
    UNKNOWN("unknown", "unknown"),
    WAITING("waiting", "wait");

    private final String icon;
    private final String notice;

    Tone(String icon, String notice) {
        this.icon = icon;
        this.notice = notice;
    }

    /** Name of the shape among the icons, and of the status in the style sheet. */
    public String icon() {
        return icon;
    }

    /** Name of the notice in the style sheet. */
    public String notice() {
        return notice;
    }
}
