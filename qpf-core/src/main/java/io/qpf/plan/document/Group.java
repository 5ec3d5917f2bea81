package io.qpf.plan.document;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A list that a template may find empty: the heading stands or falls with its rows. */
public record Group<T>(List<T> all) {
    public Group {
        all = List.copyOf(all);
    }

    /** A group of what each source shows. */
    public static <S, T> Group<T> of(List<S> sources, Function<? super S, ? extends T> view) {
        return new Group<>(sources.stream().<T>map(view).toList());
    }

    /** An item that knows whether another one follows, for enumerations. */
    public record Item<T>(T it, boolean more) {}

    public List<Item<T>> items() {
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Item<>(all.get(i), i + 1 < all.size()))
                .toList();
    }

    public boolean some() {
        return !all.isEmpty();
    }

    public boolean none() {
        return all.isEmpty();
    }
}
