package io.qpf.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first number of a version: what must not differ between files that are read together. */
final class Majors {
    private static final Pattern VERSION = Pattern.compile("\\D*(\\d+)(?:\\D.*)?");

    private Majors() {}

    /** The major of {@code 6.1.0}, {@code v6} or {@code L9-x-v6.0.0} is 6. */
    static Optional<String> of(String version) {
        String text = version.length() > 60 ? "" : version.strip();
        int mark = text.lastIndexOf('v');
        Matcher matcher = VERSION.matcher(mark < 0 ? text : text.substring(mark));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
