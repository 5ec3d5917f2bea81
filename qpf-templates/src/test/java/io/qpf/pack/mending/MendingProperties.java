package io.qpf.pack.mending;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.extract.Mending;
import io.qpf.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to the files of a sound collection: mending them changes what the edits name, and harms nothing. */
class MendingProperties {
    /** Text that is put into a file somewhere, in place of some of its characters. */
    record Slip(int file, int place, int length, String text) {}

    @Provide
    Arbitrary<List<Slip>> slips() {
        Arbitrary<String> text = Arbitraries.of(
                "",
                " ",
                "  ",
                "\t",
                "\n",
                ":",
                ": ",
                "{",
                "}",
                "[",
                "]",
                "\"",
                "'",
                "@",
                "`",
                "%",
                "&a ",
                "*a",
                "!x ",
                "|+",
                ">",
                "# why",
                "- ",
                "_",
                "x",
                "👋",
                "\u2028",
                "\r",
                "\\",
                "the ",
                "---\n",
                "<<: *a\n",
                "é",
                "?",
                ",");
        Arbitrary<Slip> slip = Combinators.combine(
                        Arbitraries.integers().between(0, MendedProject.FILES.size() - 1),
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(0, 3),
                        text)
                .as(Slip::new);
        return slip.list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\n", "\r\n", "\r");
    }

    /** Mistakes that can be mended, as people make them, beside those that make no sense. */
    @Provide
    Arbitrary<List<Integer>> mistakes() {
        return Arbitraries.integers()
                .between(0, MISTAKES.size() - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(4);
    }

    private static final List<List<String>> MISTAKES = List.of(
            List.of("role: Greets people.", "role: Greets: people."),
            List.of("humanoverride", "human_override"),
            List.of("memorytopology", "memory_topology"),
            List.of("to_agent: Diary", "to_agent: The Diary"),
            List.of("mode: hybrid", "\tmode: hybrid"),
            List.of("    purpose: Who", "     purpose: Who"),
            List.of("rootpath: Hello/diary", "rootpath: 'Hello/diary"),
            List.of("1: {agent", "1 {agent"),
            List.of("ttl_hours: 1", "ttl_hours:1"),
            List.of("role: Notes people.", "role: @Notes people"),
            List.of("agent: Greeter,", "agent: Greter,"),
            List.of("humanoverride: true", "humanoverride: yes"));

    @Property(tries = 250, seed = Seeds.FIXED)
    void whatNoEditNamesStaysAsItIs(
            @ForAll("slips") List<Slip> slips,
            @ForAll("mistakes") List<Integer> mistakes,
            @ForAll("lineEnds") String lineEnd)
            throws IOException {
        Path folder = Files.createTempDirectory("mending");
        try {
            check(folder, files(slips, mistakes, lineEnd));
        } finally {
            delete(folder);
        }
    }

    @Property(tries = 60, seed = Seeds.FIXED)
    void mistakesAloneAreAllMended(@ForAll("mistakes") List<Integer> mistakes, @ForAll("lineEnds") String lineEnd)
            throws IOException {
        Path folder = Files.createTempDirectory("mending");
        try {
            MendedProject mended = check(folder, files(List.of(), mistakes, lineEnd));
            assertThat(mended.errors()).isEmpty();
        } finally {
            delete(folder);
        }
    }

    private static Map<String, String> files(List<Slip> slips, List<Integer> mistakes, String lineEnd)
            throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String path : MendedProject.FILES) {
            String text = MendedProject.sound(path);
            for (int mistake : mistakes) {
                text = text.replace(
                        MISTAKES.get(mistake).get(0), MISTAKES.get(mistake).get(1));
            }
            files.put(path, text.replace("\n", lineEnd));
        }
        for (Slip slip : slips) {
            String path = MendedProject.FILES.get(slip.file);
            String text = files.getOrDefault(path, "");
            int from = text.offsetByCodePoints(0, Math.min(slip.place, text.codePointCount(0, text.length())));
            int to = Math.min(text.length(), from + slip.length);
            boolean splits = to < text.length() && Character.isLowSurrogate(text.charAt(to));
            files.put(path, text.substring(0, from) + slip.text + text.substring(splits ? to + 1 : to));
        }
        return files;
    }

    private static MendedProject check(Path folder, Map<String, String> files) throws IOException {
        MendedProject mended = MendedProject.of(folder, files);
        for (String path : MendedProject.FILES) {
            assertThat(mended.named()).as(path).containsAll(stripped(mended.lost(path)));
            assertThat(comments(mended.after().getOrDefault(path, "")))
                    .as(path)
                    .containsAll(comments(mended.before().getOrDefault(path, "")));
        }
        boolean torn = MendedProject.errors(mended.first()).stream().anyMatch(it -> it.contains(" QPF-SYN-"));
        if (!torn) {
            assertThat(mended.errors().size())
                    .isLessThanOrEqualTo(MendedProject.errors(mended.first()).size());
        }
        assertThat(syntax(mended.errors())).isLessThanOrEqualTo(syntax(MendedProject.errors(mended.first())));
        Mending.Mended second = Mending.mend(MendedProject.request(folder));
        assertThat(second.fixes()).isEmpty();
        assertThat(second.files()).isEmpty();
        assertThat(MendedProject.texts(folder)).isEqualTo(mended.after());
        return mended;
    }

    private static long syntax(List<String> errors) {
        return errors.stream().filter(it -> it.contains(" QPF-SYN-")).count();
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(it -> it.replaceFirst("[\r\n]+$", "")).toList();
    }

    /** Whole lines of comment: what stands behind a value may be a part of it. */
    private static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        text.lines().filter(it -> it.strip().startsWith("#")).forEach(comments::add);
        return comments;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
