package io.qpf.write;

import io.qpf.source.Sha256;

/** One change of the output folder. */
sealed interface Step {
    /** Below the output folder. */
    String path();

    /** The {@link Look#state} before the step. */
    String was();

    /** The state after the step. */
    String becomes();

    /**
     * A file appears or changes.
     *
     * @param content what it is to hold
     */
    record Write(String path, String was, String becomes, String content) implements Step {
        static Write of(String path, String was, String content) {
            return new Write(path, was, Sha256.of(content), content);
        }
    }

    /** A file goes away. */
    record Remove(String path, String was) implements Step {
        @Override
        public String becomes() {
            return Look.ABSENT;
        }
    }
}
