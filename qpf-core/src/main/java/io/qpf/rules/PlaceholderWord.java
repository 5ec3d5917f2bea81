package io.qpf.rules;

import io.qpf.collection.Agent;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Somebody meant to come back. */
final class PlaceholderWord implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-209", Severity.WARNING, "A word that marks an open question was left in.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        List<Diagnostic> found = new ArrayList<>();
        for (Agent agent : subject.agents()) {
            look(agent.schema().source(), "the schema of " + agent.name(), found);
        }
        look(subject.collection().map().source(), "the extractor map", found);
        if (subject.collection().glue().isPresent()) {
            look(subject.collection().glue().get().source(), "the glue", found);
        }
        return found;
    }

    private static void look(SourceFile file, String name, List<Diagnostic> found) {
        if (!LeftIn.mayBeIn(file.text())) {
            return;
        }
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            LeftIn word = LeftIn.of(withoutComment(line));
            while (word.find()) {
                Position start = new Position(number, line.codePointCount(0, word.start()) + 1);
                Position end = new Position(number, line.codePointCount(0, word.end()) + 1);
                found.add(INFO.at(
                        new Span(file, start, end),
                        "`" + line.substring(word.start(), word.end()) + "` in " + name + " was never replaced",
                        "write what is meant in its place"));
            }
        }
    }

    /** A comment may remind its author of anything. */
    private static String withoutComment(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        return comment < 0 ? line : line.substring(0, comment);
    }
}
