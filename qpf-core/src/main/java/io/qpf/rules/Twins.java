package io.qpf.rules;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Two things that have in common what each should have for itself. */
record Twins<T>(T first, Span firstSpan, T second, Span span) {
    /** Each thing whose key an earlier one has, with the earliest such one. Blank keys are nobody's. */
    static <T> Stream<Twins<T>> of(List<T> things, Function<T, String> key, Function<T, Span> place) {
        Map<String, T> seen = new HashMap<>();
        List<Twins<T>> twins = new ArrayList<>();
        for (T thing : things) {
            String mark = key.apply(thing);
            T first = mark.isBlank() ? null : seen.putIfAbsent(mark, thing);
            if (first != null) {
                twins.add(new Twins<>(first, place.apply(first), thing, place.apply(thing)));
            }
        }
        return twins.stream();
    }

    Diagnostic.Related other(String message) {
        return new Diagnostic.Related(firstSpan, message);
    }
}
