package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Severity;
import io.qpf.fix.Mender;
import io.qpf.schema.load.Reread;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whether fixes did what they were made for and nothing else. A fix that did not is not made, and its finding stays: a mistake that
 * a person sees is better than one that a machine hides.
 */
final class MendingCheck {
    private final Diagnostics before;
    private final Diagnostics after;
    private final Mender.Mended mended;

    private MendingCheck(Diagnostics before, Diagnostics after, Mender.Mended mended) {
        this.before = before;
        this.after = after;
        this.mended = mended;
    }

    /**
     * Asks it.
     *
     * @param after what is found in the mended files
     */
    static boolean holds(Diagnostics before, Diagnostics after, Mender.Mended mended) {
        MendingCheck check = new MendingCheck(before, after, mended);
        return mended.made().stream().allMatch(check::isGone) && check.isQuiet();
    }

    /** Whether each file means the same outside of the edits; asked first, since nothing has to be loaded for it. */
    static boolean isIntact(Mender.Mended mended) {
        return mended.files().stream().allMatch(file -> {
            List<Edit> edits = edits(mended, file);
            return Reread.isIntact(edits.get(0).span().file(), file, edits);
        });
    }

    private static List<Edit> edits(Mender.Mended mended, SourceFile file) {
        return mended.made().stream()
                .map(Fix::edits)
                .flatMap(List::stream)
                .filter(it -> it.span().file().path().equals(file.path()))
                .sorted(Comparator.comparing(it -> it.span().start()))
                .toList();
    }

    /** Whether there are fewer findings of the kind that a fix was made for. */
    private boolean isGone(Fix fix) {
        return before.all().stream()
                .filter(it -> it.fix().equals(Optional.of(fix)))
                .allMatch(it -> count(after, it) < count(before, it));
    }

    private static long count(Diagnostics findings, Diagnostic like) {
        return findings.all().stream()
                .filter(it -> it.rule().equals(like.rule()) && it.message().equals(like.message()))
                .count();
    }

    /**
     * Whether no error comes up that was not there, but for those inside what could not be read before. Where a file was torn, much
     * was not looked at; there the edited lines must be without a new one.
     */
    private boolean isQuiet() {
        boolean torn = before.all().stream()
                .anyMatch(it -> it.severity() == Severity.ERROR && it.rule().startsWith("QPF-SYN"));
        List<Diagnostic> news = after.all().stream()
                .filter(it -> it.severity() == Severity.ERROR && count(before, it) == 0)
                .toList();
        if (torn) {
            return news.stream().noneMatch(it -> places(it, false));
        }
        long elsewhere = news.stream().filter(it -> !places(it, true)).count();
        return elsewhere == 0 || after.count(Severity.ERROR) <= before.count(Severity.ERROR);
    }

    /** Whether a finding stands on an edited line, or in the block below one. */
    private boolean places(Diagnostic it, boolean below) {
        int line = it.span().start().line();
        for (SourceFile file : mended.files()) {
            if (file.path().equals(it.span().file().path())) {
                return edited(file).stream()
                        .anyMatch(own -> line >= own.first && line <= (below ? own.block(file) : own.last));
            }
        }
        return false;
    }

    /** Lines of a mended file that an edit stands on. */
    private record Lines(int first, int last) {
        /** The last line with all that is indented below it. */
        int block(SourceFile file) {
            int lines = (int) file.text().lines().count();
            int end = last;
            for (int next = last + 1; next <= lines && isBelow(file, next); next++) {
                end = next;
            }
            return end;
        }

        private boolean isBelow(SourceFile file, int line) {
            return file.line(line).isBlank() || indent(file.line(line)) > indent(file.line(last));
        }

        private static int indent(String line) {
            return line.length() - line.stripLeading().length();
        }
    }

    private List<Lines> edited(SourceFile file) {
        List<Lines> edited = new ArrayList<>();
        int shift = 0;
        for (Edit edit : edits(mended, file)) {
            int put = (int) edit.text().lines().skip(1).count();
            int first = edit.span().start().line() + shift;
            edited.add(new Lines(first, first + put));
            shift += put - (edit.span().end().line() - edit.span().start().line());
        }
        return edited;
    }
}
