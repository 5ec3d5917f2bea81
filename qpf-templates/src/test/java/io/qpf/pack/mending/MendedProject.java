package io.qpf.pack.mending;

import io.qpf.diagnostics.Edit;
import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Mending;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A small collection of files in which something is wrong, before and after it was mended. */
record MendedProject(Map<String, String> before, Map<String, String> after, Outcome first, Mending.Mended result) {
    private static final Path SOUND = Path.of("src/test/resources/mending");
    static final List<String> FILES =
            List.of("agents/diary.yaml", "agents/greeter.yaml", "extractor-map.yaml", "glue.yaml");

    /** The text of a file in which nothing is wrong. */
    static String sound(String path) throws IOException {
        return Files.readString(SOUND.resolve(path.substring(path.indexOf('/') + 1)));
    }

    /** The sound collection with these files instead of its own. */
    static MendedProject of(Path folder, Map<String, String> files) throws IOException {
        Map<String, String> before = new LinkedHashMap<>();
        for (String path : FILES) {
            before.put(path, files.containsKey(path) ? files.get(path) : sound(path));
            Path file = folder.resolve("in").resolve(path);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, before.get(path));
        }
        Outcome first = Extractor.validate(request(folder));
        Mending.Mended result = Mending.mend(request(folder));
        return new MendedProject(before, texts(folder), first, result);
    }

    static Request request(Path folder) {
        Path none = folder.resolve("none");
        return new Request(folder, folder.resolve("in"), folder.resolve("out"), none, none, 1, false, false);
    }

    static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String path : FILES) {
            byte[] bytes = Files.readAllBytes(folder.resolve("in").resolve(path));
            texts.put(path, new String(bytes, StandardCharsets.UTF_8));
        }
        return texts;
    }

    List<String> errors() {
        return errors(result.outcome());
    }

    static List<String> errors(Outcome outcome) {
        return outcome.diagnostics().all().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(it -> it.span() + " " + it.rule())
                .toList();
    }

    /** The lines that the edits of all rounds stand on, as they were. */
    Set<String> named() {
        Set<String> named = new TreeSet<>();
        for (Edit edit :
                result.fixes().stream().flatMap(it -> it.edits().stream()).toList()) {
            for (int line = edit.span().start().line();
                    line <= edit.span().end().line();
                    line++) {
                named.add(edit.span().file().line(line));
            }
        }
        return named;
    }

    /** The lines of a file that are no longer there, in their order. */
    List<String> lost(String path) {
        List<String> olds = lines(Objects.requireNonNull(before.get(path)));
        List<String> news = lines(Objects.requireNonNull(after.get(path)));
        int[][] common = new int[olds.size() + 1][news.size() + 1];
        for (int i = olds.size() - 1; i >= 0; i--) {
            for (int j = news.size() - 1; j >= 0; j--) {
                common[i][j] = olds.get(i).equals(news.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<String> lost = new ArrayList<>();
        int j = 0;
        for (int i = 0; i < olds.size(); i++) {
            while (j < news.size()
                    && common[i][j + 1] == common[i][j]
                    && !olds.get(i).equals(news.get(j))) {
                j++;
            }
            if (j < news.size() && olds.get(i).equals(news.get(j)) && common[i][j] == common[i + 1][j + 1] + 1) {
                j++;
            } else {
                lost.add(olds.get(i));
            }
        }
        return lost;
    }

    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\r)(?!\n)|(?<=\n)", -1));
    }
}
