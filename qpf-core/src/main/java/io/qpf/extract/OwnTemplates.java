package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Suggest;
import io.qpf.render.RenderException;
import io.qpf.render.TemplateFault;
import io.qpf.render.TemplateSource;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the templates that people put in place of the pack's.
 *
 * @param shown how messages name their folder
 */
record OwnTemplates(Path folder, String shown, TemplateSource source) {
    private static final String SUFFIX = ".mustache";

    /** A file that nothing takes is most likely misspelt. What looks like no template at all may lie there. */
    List<Diagnostic> idle() throws IOException {
        List<String> files = source.own();
        Set<String> used = used(files);
        List<Diagnostic> found = new ArrayList<>();
        for (String file : files) {
            if (used.contains(file)) {
                continue;
            }
            List<String> near = meant(file);
            if (file.endsWith(SUFFIX) || !near.isEmpty()) {
                String advice = "docs/templates.md lists the names that the pack has; one of another name"
                        + " is used where a template of yours names it as a partial";
                found.add(ExtractRule.IDLE_TEMPLATE.at(
                        new SourceFile(shown + "/" + file, "").start(),
                        "no template of the pack is called `" + file + "`, so that nothing uses it",
                        near.isEmpty() ? advice : "did you mean `" + String.join("` or `", near) + "`? " + advice));
            }
        }
        return found;
    }

    /** What replaces a template of the pack, and the partials of that. */
    private Set<String> used(List<String> files) {
        Set<String> used = new HashSet<>();
        Deque<String> open =
                new ArrayDeque<>(files.stream().filter(source.names()::contains).toList());
        while (!open.isEmpty()) {
            String file = open.poll();
            if (used.add(file)) {
                partialsIn(file).stream().filter(files::contains).forEach(open::add);
            }
        }
        return used;
    }

    /** What cannot be read is a finding of its own. */
    private Set<String> partialsIn(String file) {
        try {
            return source.partialsIn(file);
        } catch (RenderException e) {
            return Set.of();
        }
    }

    /** The name with its suffix, the same name in another folder, or one that is spelt nearly so. */
    private List<String> meant(String file) {
        String whole = file.endsWith(SUFFIX) ? file : file + SUFFIX;
        if (source.names().contains(whole)) {
            return List.of(whole);
        }
        String name = "/" + whole.substring(whole.lastIndexOf('/') + 1);
        List<String> names = source.names().stream().sorted().toList();
        List<String> elsewhere = names.stream().filter(it -> it.endsWith(name)).toList();
        return elsewhere.isEmpty()
                ? Suggest.nearest(whole, names.stream()).stream().toList()
                : elsewhere;
    }

    /** The finding at its line of the template, as far as that is one of people's own. */
    Diagnostic finding(RenderException thrown) {
        Optional<TemplateFault> fault = thrown.fault().filter(it -> isOwn(it.template()));
        if (fault.isEmpty()) {
            return ExtractRule.BAD_TEMPLATE.at(
                    new SourceFile(shown, "").start(),
                    String.valueOf(thrown.getMessage()),
                    "correct the template below " + shown + " that uses it, or delete that one to use the pack's own");
        }
        TemplateFault it = fault.get();
        String advice = "correct it, or delete the file to use the pack's own";
        String lists = it.candidates().isEmpty()
                ? advice
                : "docs/template-variables.md lists the variables and docs/templates.md the templates; " + advice;
        return ExtractRule.BAD_TEMPLATE.at(
                span(it), it.message(), Suggest.hint(it.word(), it.candidates().stream(), lists));
    }

    private boolean isOwn(String template) {
        return Files.isRegularFile(folder.resolve(template));
    }

    private Span span(TemplateFault it) {
        SourceFile file = new SourceFile(shown + "/" + it.template(), text(it.template()));
        String line = file.line(it.line());
        int at = it.word().isEmpty() ? -1 : line.indexOf(it.word());
        if (at < 0) {
            return new Span(file, new Position(it.line(), 1), new Position(it.line(), 1));
        }
        int column = line.codePointCount(0, at) + 1;
        int end = column + it.word().codePointCount(0, it.word().length());
        return new Span(file, new Position(it.line(), column), new Position(it.line(), end));
    }

    /** For the excerpt alone: what cannot be read is said elsewhere. */
    private String text(String template) {
        try {
            return new String(Files.readAllBytes(folder.resolve(template)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
