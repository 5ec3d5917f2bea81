package io.qpf.policy;

/** What a policy text is for; it decides how much an unreadable one weighs. */
enum Use {
    ESCALATION("escalation policy"),
    TRIGGER("escalation trigger"),
    ALERT("alert"),
    FUNCTION("function");

    private final String word;

    Use(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** Whether the text exists only to fire, so that prose in it does nothing at all. */
    boolean mustFire() {
        return this == TRIGGER || this == ALERT;
    }
}
