package io.qpf.gates.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What mypy says in a row of its JSON, with all that people need to mend it. */
final class MypyMessage {
    private static final String BINDINGS = "/bindings.py";
    /** {@code _plan: Final[PlanCode] = domain.plans.plan}, or the same made once: {@code domain.plans.Plan()}. */
    private static final Pattern BOUND = Pattern.compile("^_\\w+: Final\\[.*\\] = ([\\w.]+)\\.(\\w+)(\\(\\))?$");

    private MypyMessage() {}

    /** Whether a file is the generated one that binds people's own code. */
    static boolean isOfBindings(String file) {
        return file.endsWith(BINDINGS);
    }

    /**
     * One line.
     *
     * @param lines the file's, as it was measured; empty if it is none of bindings
     */
    static String of(JsonNode row, List<String> lines) {
        String message = row.path("message").asText();
        String hint = row.path("hint").asText("");
        String said = row.path("hint").isTextual() && !hint.isBlank()
                ? message + "; "
                        + String.join(
                                " ", hint.strip().lines().map(String::strip).toList())
                : message;
        return bound(row.path("line").asInt(), lines)
                .map(it -> said + "; the code is " + it)
                .orElse(said);
    }

    /** The code that a line binds, as schemas name it: nobody may edit the generated line itself. */
    private static Optional<String> bound(int line, List<String> lines) {
        if (line < 1 || line > lines.size()) {
            return Optional.empty();
        }
        Matcher it = BOUND.matcher(lines.get(line - 1));
        return it.matches() ? Optional.of(it.group(1) + ":" + it.group(2)) : Optional.empty();
    }
}
