package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What is imported of one module, and the comments at it. */
final class ImportedModule {
    private static final String ITSELF = "";

    final String name;
    final Set<String> above = new LinkedHashSet<>();
    final Set<String> behind = new LinkedHashSet<>();

    /** The aliases of each name, where an empty one stands for the name itself; the empty name for the module. */
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    ImportedModule(String name) {
        this.name = name;
    }

    void add(String imported, String alias) {
        aliases(imported).add(alias);
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean hasStar() {
        return names.containsKey("*");
    }

    /** Drops what nobody uses; a name imported as itself is meant for others. */
    void keep(Predicate<String> used) {
        names.forEach((imported, aliases) -> aliases.removeIf(alias -> !kept(imported, alias, used)));
        names.values().removeIf(Set::isEmpty);
    }

    private boolean kept(String imported, String alias, Predicate<String> used) {
        String own = imported.equals(ITSELF) ? name : imported;
        return own.equals("*") || alias.equals(own) || used.test(alias.isEmpty() ? top(own) : alias);
    }

    static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    /** What follows the word "import" in each statement that imports the module itself: plain first, as isort has it. */
    List<String> wholes() {
        List<String> lines = new ArrayList<>();
        Set<String> aliases = aliases(ITSELF);
        if (aliases.contains(ITSELF)) {
            lines.add(name);
        }
        aliases.stream().filter(it -> !it.isEmpty()).forEach(it -> lines.add(name + " as " + it));
        return lines;
    }

    /** The names of each statement: a renamed one has one of its own, and parts what would stand around it. */
    List<List<String>> groups() {
        List<List<String>> lines = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String imported : ImportOrder.names(names.keySet())) {
            Set<String> aliases = aliases(imported);
            if (imported.equals("*")) {
                continue;
            }
            if (aliases.stream().allMatch(String::isEmpty)) {
                group.add(imported);
                continue;
            }
            if (!group.isEmpty()) {
                lines.add(group);
                group = new ArrayList<>();
            }
            aliases.stream()
                    .sorted(ImportOrder.NATURAL)
                    .forEach(it -> lines.add(List.of(it.isEmpty() ? imported : imported + " as " + it)));
        }
        if (!group.isEmpty()) {
            lines.add(group);
        }
        return lines;
    }

    private Set<String> aliases(String imported) {
        return names.computeIfAbsent(imported, key -> new LinkedHashSet<>());
    }
}
