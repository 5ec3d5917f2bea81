package io.qpf.gates.measure;

import io.qpf.diagnostics.Suggest;
import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gates by what people call them: id or title, whatever the case, blanks, underscores and hyphens. */
final class GateNames {
    private static final int TELLING = 3;

    private GateNames() {}

    /** The gate that somebody named. */
    static Optional<Gate> find(String name) {
        String wanted = fold(name);
        return Gates.ALL.stream()
                .filter(it -> fold(it.id()).equals(wanted) || fold(it.title()).equals(wanted))
                .findFirst();
    }

    /**
     * The ids of gates that a list names; what is no gate's name is a problem. A blank names nothing.
     *
     * @param place where the list stands
     */
    static Set<String> ids(String place, Collection<String> names, Consumer<String> problems) {
        Set<String> ids = new TreeSet<>();
        for (String name : new TreeSet<>(names)) {
            Optional<Gate> gate = find(name);
            gate.ifPresent(it -> ids.add(it.id()));
            if (gate.isEmpty() && !name.isBlank()) {
                problems.accept(problem(place, name.strip()) + "; there are " + all());
            }
        }
        return ids;
    }

    /** What to say of a name that no gate has. */
    static String problem(String place, String name) {
        List<String> near = near(name);
        if (near.size() > 1) {
            return place + ": `" + name + "` may be " + quoted(near.subList(0, near.size() - 1)) + " or "
                    + quoted(near.subList(near.size() - 1, near.size())) + ", and is no gate itself";
        }
        return place + ": there is no gate `" + name + "`"
                + (near.isEmpty() ? "" : "; did you mean " + quoted(near) + "?");
    }

    private static List<String> near(String name) {
        String wanted = fold(name);
        List<String> holding = Gates.ALL.stream()
                .filter(it -> fold(it.id()).contains(wanted) || fold(it.title()).contains(wanted))
                .map(Gate::id)
                .toList();
        if (wanted.length() >= TELLING && !holding.isEmpty()) {
            return holding;
        }
        return Suggest.nearest(name, Gates.ALL.stream().flatMap(it -> Stream.of(it.id(), it.title())))
                .flatMap(GateNames::find)
                .map(it -> List.of(it.id()))
                .orElse(List.of());
    }

    private static String all() {
        return Gates.ALL.stream().map(Gate::id).collect(Collectors.joining(", "));
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
