package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A path that some file system cannot take. */
final class UnportablePath implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("QPF-STR-202", Severity.ERROR, "A path that some file system cannot take.");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public List<Diagnostic> check(Subject subject) {
        return subject.files().stream().flatMap(UnportablePath::finding).toList();
    }

    private static Stream<Diagnostic> finding(GivenPath path) {
        boolean folder = path.kind() == GivenPath.Kind.ROOT || path.kind() == GivenPath.Kind.FOLDER;
        if (PathProblems.outside(path.value()).isPresent()) {
            return Stream.empty();
        }
        return PathProblems.unportable(path.value(), folder)
                .map(problem -> INFO.at(
                        path.written().span(),
                        "`" + visible(path.value()) + "` in " + path.kind().key() + " " + problem,
                        "use letters, digits, `_`, `-` and dots within names, and `/` between them"))
                .stream();
    }

    /** Invisible characters as escapes, so that the message shows what is wrong. */
    private static String visible(String path) {
        StringBuilder shown = new StringBuilder();
        path.codePoints().forEach(letter -> {
            if (letter >= ' ' && letter < 0x7F) {
                shown.appendCodePoint(letter);
            } else {
                shown.append(String.format("\\u%04x", letter));
            }
        });
        return shown.toString();
    }
}
