package io.qpf.render;

import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the engine says of a template that is none, in words of whoever wrote it. */
final class TemplateSyntax {
    private static final Pattern MISMATCHED = Pattern.compile("Mismatched start/end tags: (.*) != (.*) in .*");
    private static final Pattern UNCLOSED = Pattern.compile("Failed to close '(.*)' tag.*");
    private static final Pattern PLACE = Pattern.compile(" @\\[.*]$", Pattern.DOTALL);

    private TemplateSyntax() {}

    /** The fault that the engine met while it read a template. */
    static TemplateFault of(String file, MustacheException thrown) {
        TemplateContext place = place(thrown, new TemplateContext("{{", "}}", file, 1, true));
        String said = PLACE.matcher(String.valueOf(thrown.getMessage())).replaceFirst("");
        Matcher mismatched = MISMATCHED.matcher(said);
        Matcher unclosed = UNCLOSED.matcher(said);
        int line = Math.max(1, place.line());
        if (mismatched.matches()) {
            String open = mismatched.group(1);
            String closed = mismatched.group(2);
            String due = open.equals("null") ? "" : "; {{/" + open + "}} is due here";
            return new TemplateFault(
                    place.file(), line, closed, "{{/" + closed + "}} closes no section that is open" + due, List.of());
        }
        if (unclosed.matches()) {
            String name = unclosed.group(1);
            String message = "the section {{#" + name + "}} is never closed; write {{/" + name + "}} where it ends";
            return new TemplateFault(place.file(), line, name, message, List.of());
        }
        return new TemplateFault(place.file(), line, "", words(said), List.of());
    }

    private static String words(String said) {
        if (said.startsWith("Improperly closed variable")) {
            return "a tag is not closed: {{ asks for }} and {{{ for }}}";
        }
        if (said.startsWith("Empty mustache")) {
            return "{{}} names nothing";
        }
        return said.startsWith("Invalid delimiter string") ? "{{= =}} takes two delimiters" : said;
    }

    /** The innermost place that the engine noted, or the one that is known without it. */
    static TemplateContext place(Throwable thrown, TemplateContext otherwise) {
        TemplateContext found = otherwise;
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof MustacheException noted && noted.getContext() != null) {
                found = noted.getContext();
            }
        }
        return found;
    }
}
