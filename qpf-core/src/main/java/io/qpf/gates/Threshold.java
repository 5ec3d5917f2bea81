package io.qpf.gates;

import java.util.Optional;

/**
 * What a figure must reach.
 *
 * @param bound on which side of the value it must lie
 * @param reason why it lies below QPF's own floor, in the words of whoever put it there; empty at the floor and above
 */
public record Threshold(Bound bound, double value, Unit unit, Optional<String> reason) {
    /** The side of the value. */
    public enum Bound {
        MORE_THAN(">"),
        AT_LEAST(">="),
        AT_MOST("<=");

        private final String sign;

        Bound(String sign) {
            this.sign = sign;
        }

        /** As in mathematics. */
        public String sign() {
            return sign;
        }
    }

    static Threshold moreThanPercent(double value) {
        return new Threshold(Bound.MORE_THAN, value, Unit.PERCENT, Optional.empty());
    }

    static Threshold score(double value) {
        return new Threshold(Bound.AT_LEAST, value, Unit.SCORE, Optional.empty());
    }

    static Threshold none() {
        return new Threshold(Bound.AT_MOST, 0, Unit.FINDINGS, Optional.empty());
    }

    /** Whether a figure reaches it. */
    public boolean isMetBy(double figure) {
        return switch (bound) {
            case MORE_THAN -> figure > value;
            case AT_LEAST -> figure >= value;
            case AT_MOST -> figure <= value;
        };
    }

    /** Whether somebody may ask for another value without a reason. */
    public boolean isAtLeastAsStrictAs(Threshold floor) {
        return bound == Bound.AT_MOST ? value <= floor.value : value >= floor.value;
    }

    /** The same bound at another value. */
    public Threshold at(double other, Optional<String> why) {
        return new Threshold(bound, other, unit, why);
    }

    /** Such as {@code > 95.0 %}. */
    public String text() {
        return bound.sign + " " + unit.text(value);
    }
}
