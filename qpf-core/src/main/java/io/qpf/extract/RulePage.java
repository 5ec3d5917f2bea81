package io.qpf.extract;

import io.qpf.diagnostics.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What people read about a rule beside its summary.
 *
 * @param why why it matters, one or two sentences
 * @param bad an example that it finds: YAML, or what happened where no schema is to blame
 * @param says what is found in the example, with line and column
 * @param good the same, mended
 */
public record RulePage(RuleInfo rule, String why, String bad, String says, String good) {
    /** The page of a rule, a resource that nothing else reads. */
    public static Optional<RulePage> of(RuleInfo rule) {
        try (InputStream in = RuleInfo.class.getResourceAsStream("/io/qpf/rules/" + rule.id() + ".md")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(parse(rule, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RulePage parse(RuleInfo rule, String text) {
        int end = text.indexOf("\n## ");
        return new RulePage(
                rule,
                (end < 0 ? text : text.substring(0, end)).strip(),
                block(text, "Bad"),
                block(text, "Says"),
                block(text, "Good"));
    }

    /** The fenced block below a heading; empty if there is none. */
    private static String block(String text, String heading) {
        int start = text.indexOf("\n## " + heading + "\n```");
        int from = start < 0 ? -1 : text.indexOf('\n', text.indexOf("\n```", start) + 1) + 1;
        int to = from < 0 ? -1 : text.indexOf("```", from);
        return to < 0 ? "" : text.substring(from, to);
    }
}
