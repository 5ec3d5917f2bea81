package io.qpf.fix;

import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the edits of fixes. A fix is made whole or not at all: one that meets another waits until the files have been read
 * again. Everything outside of the edits stays as it is, to the byte.
 */
public final class Mender {
    private final Map<String, Edits> edits = new LinkedHashMap<>();
    private final List<Fix> made = new ArrayList<>();

    private Mender() {}

    /**
     * What came of fixes.
     *
     * @param files the files that changed, with their new texts
     * @param made the fixes that were made
     */
    public record Mended(List<SourceFile> files, List<Fix> made) {
        public Mended {
            files = List.copyOf(files);
            made = List.copyOf(made);
        }
    }

    /** The edits of one file. */
    private record Edits(SourceFile file, List<Placed> placed) {
        Edits(SourceFile file) {
            this(file, new ArrayList<>());
        }

        boolean meet(Placed edit) {
            return placed.stream().anyMatch(edit::meets);
        }

        SourceFile edited() {
            String text = file.text();
            StringBuilder result = new StringBuilder(text.length() + 64);
            int at = 0;
            for (Placed edit : placed.stream()
                    .sorted(Comparator.comparingInt(Placed::from))
                    .toList()) {
                result.append(text, at, edit.from).append(edit.text);
                at = edit.to;
            }
            return new SourceFile(
                    file.path(), result.append(text, at, text.length()).toString());
        }
    }

    /** An edit with its offsets in the text. */
    private record Placed(int from, int to, String text) {
        /** Two that touch are read again before the second is made: nobody could say which comes first. */
        boolean meets(Placed other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** Makes as many of the fixes as do not meet, the first ones first. */
    public static Mended mend(List<Fix> fixes) {
        Mender mender = new Mender();
        fixes.forEach(mender::take);
        List<SourceFile> mended =
                mender.edits.values().stream().map(Edits::edited).toList();
        return new Mended(mended, mender.made);
    }

    private void take(Fix fix) {
        Map<String, Edits> own = new LinkedHashMap<>();
        for (Edit edit : fix.edits()) {
            SourceFile file = edit.span().file();
            Offsets offsets = new Offsets(file.text());
            Placed placed = new Placed(
                    offsets.of(edit.span().start()), offsets.of(edit.span().end()), edit.text());
            Edits mine = own.computeIfAbsent(file.path(), it -> new Edits(file));
            Edits others = edits.computeIfAbsent(file.path(), it -> new Edits(file));
            if (mine.meet(placed) || others.meet(placed)) {
                return;
            }
            mine.placed.add(placed);
        }
        own.forEach((path, mine) ->
                edits.computeIfAbsent(path, it -> new Edits(mine.file)).placed.addAll(mine.placed));
        made.add(fix);
    }
}
