package io.qpf.schema.load;

import io.qpf.diagnostics.Edit;
import io.qpf.schema.load.ParsedText.Kind;
import io.qpf.schema.load.ParsedText.Part;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks at a file after it was edited: whether it means the same outside of the edits, and whether what they put in ends where they
 * do. It takes nobody's word for that, since whoever proposes an edit has seen a line and not what the parser makes of the file.
 */
public final class Reread {
    private final SourceFile before;
    private final SourceFile after;
    private final LineTable oldLines;
    private final LineTable newLines;
    private final List<Patch> patches = new ArrayList<>();

    /** An edit by offsets in code points: what it takes out of the old text, and what it puts into the new one. */
    private record Patch(int from, int to, int at, int end) {
        int growth() {
            return end - at - (to - from);
        }
    }

    /** A stretch of a text; an empty one holds what surrounds it. */
    private record Stretch(int from, int to) {
        boolean meets(Part part) {
            boolean isEmpty = from == to;
            if (part.kind() == Kind.OPEN || part.from() == part.to()) {
                return part.from() >= from && part.from() < to;
            }
            return isEmpty ? part.from() < from && from < part.to() : part.from() < to && part.to() > from;
        }
    }

    private Reread(SourceFile before, SourceFile after, List<Edit> edits) {
        this.before = before;
        this.after = after;
        oldLines = new LineTable(before);
        newLines = new LineTable(after);
        int shift = 0;
        for (Edit edit : edits.stream()
                .sorted(Comparator.comparing((Edit it) -> it.span().start()))
                .toList()) {
            int from = oldLines.offset(edit.span().start());
            int to = oldLines.offset(edit.span().end());
            int length = edit.text().codePointCount(0, edit.text().length());
            Patch patch = new Patch(from, to, from + shift, from + shift + length);
            shift += patch.growth();
            patches.add(patch);
        }
    }

    /**
     * Whether all else is as it was.
     *
     * @param edits those of this file, which do not meet
     */
    public static boolean isIntact(SourceFile before, SourceFile after, List<Edit> edits) {
        Reread reread = new Reread(before, after, edits);
        ParsedText old = ParsedText.of(before, before.text());
        return old.isWhole()
                ? reread.isSame(old, ParsedText.of(after, after.text()), reread.patches)
                : reread.patches.stream().allMatch(reread::isSectionSound);
    }

    /** A file that is broken is looked at section by section, since another one that stays broken would hide all behind it. */
    private boolean isSectionSound(Patch patch) {
        List<String> olds = List.of(SectionLines.of(before.text()));
        List<String> news = List.of(SectionLines.of(after.text()));
        int first = SectionLines.first(olds, oldLines.position(patch.from).line());
        int last = SectionLines.first(olds, oldLines.position(patch.to).line());
        int newLast = SectionLines.first(news, newLines.position(patch.end).line());
        int oldEnd = SectionLines.end(olds, last);
        int newFirst = SectionLines.first(news, newLines.position(patch.at).line());
        int newEnd = SectionLines.end(news, newLast);
        ParsedText old = ParsedText.of(before, SectionLines.only(olds, first, oldEnd));
        ParsedText now = ParsedText.of(after, SectionLines.only(news, newFirst, newEnd));
        List<Patch> own = patches.stream()
                .filter(it -> oldLines.position(it.from).line() > first)
                .filter(it -> oldLines.position(it.from).line() <= oldEnd)
                .toList();
        return old.isWhole() ? isSame(old, now, own) : isFurther(old, now, own);
    }

    /** Whether the parser now gets past the edits, and reads all in front of them as it did. */
    private boolean isFurther(ParsedText old, ParsedText now, List<Patch> own) {
        int begin = newLines.lineStart(own.get(0).at);
        int end = newLines.lineEnd(own.get(own.size() - 1).end);
        List<Part> olds = inFrontOf(begin, old);
        List<Part> news = inFrontOf(begin, now);
        boolean runsOn =
                now.parts().stream().anyMatch(it -> it.kind() == Kind.SCALAR && it.from() < begin && it.to() > begin);
        if (now.brokenAt() < end || olds.size() > news.size() || runsOn) {
            return false;
        }
        for (int i = 0; i < olds.size(); i++) {
            if (!olds.get(i).isLike(news.get(i))) {
                return false;
            }
        }
        return own.stream().allMatch(it -> isClosed(it, now) && isKeySound(it, now));
    }

    /** What ends in front of the edits; nothing there has moved, so that one offset does for both. */
    private static List<Part> inFrontOf(int offset, ParsedText text) {
        return text.parts().stream()
                .filter(it -> it.kind() != Kind.CLOSE && it.from() < offset && it.to() <= offset)
                .toList();
    }

    /** Whether all texts that an edit has a part in end on its last line. */
    private boolean isClosed(Patch patch, ParsedText now) {
        int end = newLines.lineEnd(patch.end);
        Stretch put = new Stretch(patch.at, patch.end);
        return now.parts().stream()
                .filter(it -> it.kind() == Kind.SCALAR && put.meets(it))
                .allMatch(it -> it.to() <= end);
    }

    /** A key that holds brackets or quotes was none: {@code 1 {agent: X}}. */
    private boolean isKeySound(Patch patch, ParsedText now) {
        int begin = newLines.lineStart(patch.at);
        int end = newLines.lineEnd(patch.end);
        return now.parts().stream()
                .filter(it -> it.kind() == Kind.SCALAR && it.from() >= begin && it.from() < end)
                .filter(it -> it.says().contains(" plain ") && newLines.isColonAt(it.to()))
                .noneMatch(it -> it.says().matches("(?s).*[\\[\\]{}\"'`].*"));
    }

    private boolean isSame(ParsedText old, ParsedText now, List<Patch> own) {
        if (!now.isWhole()) {
            return false;
        }
        List<Stretch> taken =
                own.stream().map(it -> new Stretch(it.from, it.to)).toList();
        List<Stretch> put = own.stream().map(it -> new Stretch(it.at, it.end)).toList();
        List<Part> olds = select(old, taken, false);
        List<Part> news = select(now, put, false);
        if (olds.size() != news.size()) {
            return false;
        }
        for (int i = 0; i < olds.size(); i++) {
            if (!isSamePart(olds.get(i), news.get(i))) {
                return false;
            }
        }
        return own.stream().allMatch(it -> isClosed(it, now))
                && (!isMove() || isMoved(select(old, taken, true), select(now, put, true)));
    }

    private boolean isSamePart(Part one, Part other) {
        boolean placed = one.kind() == Kind.SCALAR || one.kind() == Kind.ALIAS;
        return one.isLike(other) && (!placed || shifted(one.from()) == other.from());
    }

    private int shifted(int offset) {
        return offset
                + patches.stream()
                        .filter(it -> it.to <= offset)
                        .mapToInt(Patch::growth)
                        .sum();
    }

    /** Whether lines are taken out; what they say must stand somewhere else then. */
    private boolean isMove() {
        return patches.stream()
                .anyMatch(it -> oldLines.position(it.from).line()
                        != oldLines.position(it.to).line());
    }

    /** The same parts in the same order, but for the spelling of the key that they begin with. */
    private static boolean isMoved(List<Part> olds, List<Part> news) {
        boolean same = olds.size() == news.size();
        boolean inKey = true;
        for (int i = 0; same && i < olds.size(); i++) {
            Part old = olds.get(i);
            boolean key = inKey && old.kind() == Kind.SCALAR;
            same = old.kind() == news.get(i).kind() && (key || old.isLike(news.get(i)));
            inKey &= !key;
        }
        return same;
    }

    /** The parts that meet one of the stretches, or all others; a collection goes where its begin does. */
    private static List<Part> select(ParsedText text, List<Stretch> stretches, boolean meeting) {
        List<Part> selected = new ArrayList<>();
        for (Part part : text.parts()) {
            Part place = part.kind() == Kind.CLOSE ? text.parts().get(part.opener()) : part;
            if (stretches.stream().anyMatch(it -> it.meets(place)) == meeting) {
                selected.add(part);
            }
        }
        return selected;
    }
}
