package io.qpf.policy;

import java.util.List;

/** A condition that can fire: what the policy language means, in one normal form. */
public sealed interface Condition {
    /** A metric is compared with a number. */
    record Comparison(String metric, Operator operator, Quantity limit) implements Condition {}

    /** A bare event happened. */
    record Event(String name) implements Condition {}

    /** All parts hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record AnyOf(List<Condition> parts) implements Condition {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** How a metric is compared. */
    enum Operator {
        ABOVE(">"),
        AT_LEAST(">="),
        BELOW("<"),
        AT_MOST("<="),
        EQUAL("=="),
        NOT_EQUAL("!=");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }
}
