package io.qpf.gates.measure;

/** A tool could not measure: it is missing, broke, or ran out of time. Its gates are NOT RUN. */
final class ToolFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ToolFailure(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
