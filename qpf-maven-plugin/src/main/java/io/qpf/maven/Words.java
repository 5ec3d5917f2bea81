package io.qpf.maven;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them, in any locale alike. */
final class Words {
    private Words() {}

    static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toMillis() / 1000.0);
    }
}
