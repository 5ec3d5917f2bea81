package io.qpf.gates;

import java.util.Optional;

/** What came of a gate. Only what was measured can pass: a figure over nothing cannot be made. */
public sealed interface Outcome {
    /** Measured, and the threshold is met. */
    record Passed(Figure figure) implements Outcome {}

    /** Measured, and the threshold is not met. */
    record Failed(Figure figure) implements Outcome {}

    /** Not measured though it should have been. */
    record NotRun(String why) implements Outcome {
        /** Why a gate did not run that nobody asked for. */
        public static final String NOT_ASKED =
                "qpf.gates does not ask for it; leave qpf.gates out to measure everything";

        /** Whether whoever runs the build wanted it so. */
        public boolean isNotAsked() {
            return why.equals(NOT_ASKED);
        }
    }

    /** The schemas declare nothing that it could measure. */
    record NotApplicable(String why) implements Outcome {}

    /**
     * A measured value.
     *
     * @param good how many are as they should be
     * @param all how many were looked at
     */
    record Figure(Unit unit, long good, long all) {
        public Figure {
            if (all <= 0) {
                throw new IllegalArgumentException("a figure over nothing measures nothing");
            }
        }

        public double value() {
            return unit.figure(good, all);
        }

        public String text() {
            return unit.text(value());
        }
    }

    /** The outcome of a measured figure. */
    static Outcome of(Figure figure, Threshold threshold) {
        return threshold.isMetBy(figure.value()) ? new Passed(figure) : new Failed(figure);
    }

    /** What was measured; empty if nothing was. */
    default Optional<Figure> measured() {
        if (this instanceof Passed it) {
            return Optional.of(it.figure());
        }
        return this instanceof Failed it ? Optional.of(it.figure()) : Optional.empty();
    }

    /** Whether it keeps agents from being ready. */
    default boolean stops() {
        return this instanceof Failed || this instanceof NotRun;
    }

    /** One word for tables. */
    default String word() {
        if (this instanceof Passed) {
            return "PASSED";
        }
        if (this instanceof Failed) {
            return "FAILED";
        }
        return this instanceof NotRun ? "NOT RUN" : "N/A";
    }
}
