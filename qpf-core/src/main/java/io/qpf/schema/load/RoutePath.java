package io.qpf.schema.load;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server can route: segments of readable characters, and parameters such as {@code {id}}, each named once. */
final class RoutePath {
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)(?::[a-z]+)?\\}");
    private static final String FORBIDDEN = "?#\"\\<>^`|";

    private RoutePath() {}

    /** What is wrong with a path that begins with a slash, the first problem only. */
    static Optional<String> problem(String path) {
        Set<String> names = new HashSet<>();
        Matcher parameters = PARAMETER.matcher(path);
        while (parameters.find()) {
            if (!names.add(parameters.group(1))) {
                return Optional.of("has the parameter {" + parameters.group(1) + "} twice");
            }
        }
        String rest = parameters.replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            return Optional.of("has a brace that makes no parameter");
        }
        for (int i = 0; i < rest.length(); i++) {
            char unit = rest.charAt(i);
            if (unit <= ' ' || Character.isWhitespace(unit) || FORBIDDEN.indexOf(unit) >= 0) {
                return Optional.of("has a character that a path cannot have");
            }
        }
        List<String> segments = List.of(rest.split("/", -1));
        return segments.contains("..") || segments.contains(".")
                ? Optional.of("has a segment of dots alone")
                : Optional.empty();
    }
}
