package io.qpf.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a line of Python defines at the top level. */
final class TopLevel {
    private static final Pattern DEFINITION =
            Pattern.compile("^(?:async\\s+def|def|class)\\s+(\\w+)|^(\\w+)\\s*(?::[^=]+)?=(?!=)");
    private static final Pattern IMPORT =
            Pattern.compile("^from\\s+\\S+\\s+import\\s+(?:.*\\bas\\s+)?(\\w+)\\s*(?:#.*)?$");

    private TopLevel() {}

    static Optional<String> name(String line) {
        return Stream.of(DEFINITION, IMPORT)
                .map(pattern -> pattern.matcher(line))
                .filter(Matcher::find)
                .map(match -> match.group(1) == null ? match.group(2) : match.group(1))
                .findFirst();
    }

    static boolean definesClass(String line, String name) {
        return line.startsWith("class " + name)
                && (line.length() == 6 + name.length()
                        || !Character.isJavaIdentifierPart(line.charAt(6 + name.length())));
    }
}
