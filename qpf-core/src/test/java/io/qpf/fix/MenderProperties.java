package io.qpf.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Fix;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text and the fixes: what no edit is about stays as it is, and what an edit is about is exactly its text. */
class MenderProperties {
    /** A stretch by offsets in code points, and what shall stand there. */
    record Cut(int from, int length, String text) {}

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "b: c", " ", "\t", "\n", "\r\n", "\r", "# why", "é", "\ud83d\ude80", "\u2028")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<List<Cut>>> fixes() {
        Arbitrary<Cut> cut = Combinators.combine(
                        Arbitraries.integers().between(0, 80),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of("", "X", "\n  Y", "\ud83c\udf0a"))
                .as(Cut::new);
        return cut.list().ofMinSize(1).ofMaxSize(3).list().ofMaxSize(8);
    }

    @Property(tries = 2000, seed = Seeds.FIXED)
    void onlyWhatEditsAreAboutChanges(@ForAll("texts") String text, @ForAll("fixes") List<List<Cut>> cuts) {
        SourceFile file = new SourceFile("a.yaml", text);
        int[] points = text.codePoints().toArray();
        List<Fix> fixes = cuts.stream().map(it -> fix(file, points, it)).toList();

        Mender.Mended mended = Mender.mend(fixes);

        List<Cut> made = new ArrayList<>();
        for (int i = 0; i < fixes.size(); i++) {
            if (mended.made().stream().anyMatch(fixes.get(i)::equals)) {
                made.addAll(inside(cuts.get(i), points.length));
            }
        }
        String result = mended.files().isEmpty() ? text : mended.files().get(0).text();
        assertThat(result).isEqualTo(byHand(points, made.stream().distinct().toList()));
    }

    @Property(tries = 500, seed = Seeds.FIXED)
    void firstFixIsAlwaysMadeIfItsOwnEditsDoNotMeet(
            @ForAll("texts") String text, @ForAll("fixes") List<List<Cut>> cuts) {
        SourceFile file = new SourceFile("a.yaml", text);
        int[] points = text.codePoints().toArray();
        List<Fix> fixes =
                cuts.stream().map(it -> fix(file, points, it.subList(0, 1))).toList();

        assertThat(Mender.mend(fixes).made().isEmpty()).isEqualTo(fixes.isEmpty());
    }

    @Example
    void fixOfSeveralFilesIsMadeWholeOrNotAtAll() {
        SourceFile one = new SourceFile("one.yaml", "abc");
        SourceFile two = new SourceFile("two.yaml", "xyz");
        Edit first = new Edit(span(one, 0, 1), "A");
        Edit second = new Edit(span(two, 2, 1), "Z");
        Fix both = new Fix("both", List.of(first, second));
        Fix late = new Fix("late", List.of(new Edit(span(one, 2, 1), "C"), new Edit(span(two, 2, 1), "!")));

        Mender.Mended mended = Mender.mend(List.of(both, late));

        assertThat(mended.made()).containsExactly(both);
        assertThat(mended.files().stream().map(SourceFile::text)).containsExactly("Abc", "xyZ");
    }

    private static List<Cut> inside(List<Cut> cuts, int length) {
        return cuts.stream()
                .map(it -> new Cut(
                        Math.min(it.from, length), Math.min(it.length, length - Math.min(it.from, length)), it.text))
                .toList();
    }

    private static Fix fix(SourceFile file, int[] points, List<Cut> cuts) {
        return new Fix(
                "cut",
                inside(cuts, points.length).stream()
                        .map(it -> new Edit(span(file, it.from, it.length), it.text))
                        .toList());
    }

    private static Span span(SourceFile file, int from, int length) {
        return new Span(file, position(file.text(), from), position(file.text(), from + length));
    }

    /** Lines end at LF, CR LF and CR. */
    private static Position position(String text, int offset) {
        String before = text.substring(0, text.offsetByCodePoints(0, offset));
        boolean between = before.endsWith("\r") && text.startsWith("\n", before.length());
        String lines = (between ? before.substring(0, before.length() - 1) : before)
                .replace("\r\n", "\n")
                .replace("\r", "\n");
        int line = (int) lines.chars().filter(it -> it == '\n').count();
        String last = lines.substring(lines.lastIndexOf('\n') + 1);
        return new Position(line + 1, last.codePointCount(0, last.length()) + 1 + (between ? 1 : 0));
    }

    private static String byHand(int[] points, List<Cut> cuts) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Cut cut : cuts.stream().sorted(Comparator.comparingInt(Cut::from)).toList()) {
            result.append(new String(points, at, cut.from - at)).append(cut.text);
            at = cut.from + cut.length;
        }
        return result.append(new String(points, at, points.length - at)).toString();
    }
}
