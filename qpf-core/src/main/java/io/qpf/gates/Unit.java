package io.qpf.gates;

import java.util.Locale;

/** What a gate's figure counts. A figure comes from how many of all that was looked at are as they should be. */
public enum Unit {
    /** The share that is as it should be, 0 to 100. */
    PERCENT,
    /** pylint's mark, 10 at the best: all is statements, and what is wrong weighs against them. */
    SCORE,
    /** How many are not as they should be. */
    FINDINGS;

    private static final double WHOLE = 100;
    private static final double BEST = 10;

    /** The figure for so many good ones of all, of which there is at least one. */
    public double figure(long good, long all) {
        return switch (this) {
            case PERCENT -> WHOLE * good / all;
            case SCORE -> Math.max(0, BEST * good / all);
            case FINDINGS -> all - good;
        };
    }

    /** The figure as people read it; rounded down, so that it never looks better than it is. */
    public String text(double figure) {
        return switch (this) {
            case PERCENT -> String.format(Locale.ROOT, "%.1f %%", Math.floor(figure * BEST) / BEST);
            case SCORE -> String.format(Locale.ROOT, "%.2f", Math.floor(figure * WHOLE) / WHOLE);
            case FINDINGS -> String.format(Locale.ROOT, "%,d", (long) figure);
        };
    }
}
