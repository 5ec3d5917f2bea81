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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody meant to come back. */
final class PlaceholderWord implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-209", Severity.WARNING, "A word that marks an open question was left in.");

    private static final List<String> MARKS = List.of("TODO", "TBD", "FIXME", "XXX", "CHANGE", "psum", "PSUM");

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
        if (!mayHold(file.text())) {
            return;
        }
        int number = 0;
        for (String line : file.text().lines().toList()) {
            number++;
            Matcher word = Words.PATTERN.matcher(withoutComment(line));
            if (word.find()) {
                Position start = new Position(number, line.codePointCount(0, word.start()) + 1);
                Position end = new Position(number, line.codePointCount(0, word.end()) + 1);
                found.add(INFO.at(
                        new Span(file, start, end),
                        "`" + word.group() + "` in " + name + " was never replaced",
                        "write what is meant, or leave the key out"));
            }
        }
    }

    /** Whether the pattern is worth its time: nearly every schema holds none of the words. */
    private static boolean mayHold(String text) {
        for (String mark : MARKS) {
            if (text.contains(mark)) {
                return true;
            }
        }
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** A comment may remind its author of anything. */
    private static String withoutComment(String line) {
        int comment = line.startsWith("#") ? 0 : line.indexOf(" #");
        return comment < 0 ? line : line.substring(0, comment);
    }

    /** Compiled only where it is needed. A name in angle brackets is a blank only where nothing stands beside it. */
    private static final class Words {
        static final Pattern PATTERN = Pattern.compile(
                "\\b(?:TODO|TBD|FIXME|XXX|CHANGEME|CHANGE_ME)\\b|(?i:lorem ipsum)|<(?:your|insert)[ _-][^<>\n]{1,40}>"
                        + "|(?<=[:,-] [\"']?|[\\[{][\"']?)<[A-Za-z][\\w -]{0,40}>(?=[\"']?\\s*(?:$|[,}\\]]))");
    }
}
