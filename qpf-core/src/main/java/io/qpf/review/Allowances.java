package io.qpf.review;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The allowances of all files. They are found by their file, and keep no more of it than their own line. */
public final class Allowances {
    private final Map<String, List<Allowance>> byPath = new LinkedHashMap<>();
    private final List<Text> misspelt = new ArrayList<>();

    /** Those among some comments. */
    public static Allowances of(List<Text> comments) {
        Allowances all = new Allowances();
        all.add(comments);
        return all;
    }

    /** Adds those among the comments of a file that name qpf:allow, or nearly. */
    public void add(List<Text> comments) {
        for (Text comment : comments) {
            List<Allowance> allowances = Allowance.of(comment);
            if (!allowances.isEmpty()) {
                byPath.computeIfAbsent(comment.span().file().path(), it -> new ArrayList<>())
                        .addAll(allowances);
            }
            if (Allowance.isNearly(comment)) {
                misspelt.add(Allowance.withItsLineAlone(comment));
            }
        }
    }

    boolean isEmpty() {
        return byPath.isEmpty() && misspelt.isEmpty();
    }

    List<Allowance> all() {
        return byPath.values().stream().flatMap(List::stream).toList();
    }

    /** Comments that somebody took for allowances. */
    List<Text> misspelt() {
        return misspelt;
    }

    /** The first one that is about a finding. */
    Optional<Allowance> about(Diagnostic it) {
        return byPath.getOrDefault(it.span().file().path(), List.of()).stream()
                .filter(other -> other.rule().equals(it.rule()))
                .filter(other -> other.covers(it.span().start().line()))
                .findFirst();
    }
}
