package dev.purser.demo.signin;

/** Why a person is not sent on, but told. */
enum Refusal {
    UNKNOWN_CLIENT("refusal.client"),
    FOREIGN_ADDRESS("refusal.address"),
    MALFORMED("refusal.malformed"),
    UNKNOWN_PERSON("refusal.person"),
    OTHER_SITE("refusal.site"),
    UNKNOWN_SESSION("refusal.session");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    /** The key of its sentence among the words. */
    String sentence() {
        return sentence;
    }
}
