package io.qpf.render;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import io.qpf.python.PyLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Mustache: no logic in a template, no HTML escapes, no raw text, no variable that is not there. */
public final class MustacheRenderer implements Renderer {
    private final TemplateSource templates;
    private final StrictMustacheFactory factory;
    private final PyLayout layout = new PyLayout();
    private final Map<String, Mustache> compiled = new ConcurrentHashMap<>();

    public MustacheRenderer(TemplateSource templates) {
        this.templates = templates;
        this.factory = new StrictMustacheFactory(templates);
    }

    /** Compiles the templates, so that nobody waits for it later. What is wrong with one is said when it is used. */
    public void compile() {
        for (String name : templates.names()) {
            try {
                compiled(name);
            } catch (MustacheException | RenderException e) {
                // It comes again with the first file that needs it; then the file can be named.
            }
        }
    }

    private Mustache compiled(String file) {
        return compiled.computeIfAbsent(file, factory::compile);
    }

    @Override
    public String render(String template, Object view, Set<String> firstParty) {
        String file = TemplateSource.file(template);
        StringWriter out = new StringWriter();
        try {
            compiled(file).execute(out, view);
        } catch (MustacheException e) {
            throw explained(file, e);
        }
        String text = withoutBlankTails(out.getBuffer());
        if (file.endsWith(".py.mustache")) {
            return laidOut(file, text, firstParty);
        }
        return file.endsWith(".md.mustache") ? MarkdownLayout.tidy(text) : text;
    }

    private String laidOut(String file, String text, Set<String> firstParty) {
        try {
            return layout.format(text, firstParty);
        } catch (IllegalArgumentException e) {
            String message = "what comes out is no Python: " + e.getMessage();
            throw new RenderException(new TemplateFault(file, 1, "", message, List.of()), e);
        }
    }

    /** What is wrong with people's own templates before anything is rendered, one fault a template. */
    public List<RenderException> faults() throws IOException {
        List<RenderException> faults = new ArrayList<>();
        for (String name : templates.own()) {
            try {
                if (name.endsWith(".mustache")) {
                    compiled(name);
                }
            } catch (MustacheException e) {
                faults.add(explained(name, e));
            } catch (RenderException e) {
                faults.add(e);
            }
        }
        return faults;
    }

    /** The engine wraps what was thrown several times; the first own word in the chain says it best. */
    private static RenderException explained(String file, MustacheException thrown) {
        for (Throwable it = thrown; it != null; it = it.getCause()) {
            if (it instanceof RenderException own) {
                return own.fault().isPresent() ? own : placed(file, own, thrown);
            }
        }
        return new RenderException(TemplateSyntax.of(file, thrown), thrown);
    }

    private static RenderException placed(String file, RenderException own, MustacheException thrown) {
        TemplateContext place = TemplateSyntax.place(thrown, new TemplateContext("{{", "}}", file, 1, true));
        String message = String.valueOf(own.getMessage());
        return new RenderException(new TemplateFault(place.file(), place.line(), "", message, List.of()), thrown);
    }

    /** The engine indents the empty lines of a partial too; lines of blanks alone become empty. */
    private static String withoutBlankTails(StringBuffer text) {
        StringBuilder out = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf("\n", start);
            end = end < 0 ? text.length() : end;
            if (!blank(text, start, end)) {
                out.append(text, start, end);
            }
            if (end < text.length()) {
                out.append('\n');
            }
            start = end + 1;
        }
        return out.toString();
    }

    private static boolean blank(StringBuffer text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }
}
