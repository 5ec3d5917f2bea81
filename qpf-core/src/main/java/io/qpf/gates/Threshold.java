package io.qpf.gates;

import java.util.Optional;

/**
 * What a figure must reach.
 *
 * @param bound on which side of the value it must lie
 * @param from who asks for it: {@link #QPF}, or a place in pom or map
 * @param reason why it lies below QPF's own floor, in the words of whoever put it there; empty at the floor and above
 */
public record Threshold(Bound bound, double value, Unit unit, String from, Optional<String> reason) {
    /** Where a threshold comes from that nobody has changed. */
    public static final String QPF = "QPF's own";

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
        return new Threshold(Bound.MORE_THAN, value, Unit.PERCENT, QPF, Optional.empty());
    }

    static Threshold score(double value) {
        return new Threshold(Bound.AT_LEAST, value, Unit.SCORE, QPF, Optional.empty());
    }

    static Threshold none() {
        return new Threshold(Bound.AT_MOST, 0, Unit.FINDINGS, QPF, Optional.empty());
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

    /** The same bound at another value, for which somebody else asks. */
    public Threshold at(double other, String place, Optional<String> why) {
        return new Threshold(bound, other, unit, place, why);
    }

    /** Such as {@code > 95.0 %}. */
    public String text() {
        return bound.sign + " " + unit.text(value);
    }
}
