package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Imports that stand together: merged by module, without those that nobody uses, in isort's order. */
final class ImportRun {
    private enum Section {
        FUTURE,
        STDLIB,
        THIRD_PARTY,
        FIRST_PARTY,
        LOCAL
    }

    private final int depth;
    private final Set<String> firstParty;
    private final Known known;
    private final Map<String, ImportedModule> straight = new LinkedHashMap<>();
    private final Map<String, ImportedModule> from = new LinkedHashMap<>();

    ImportRun(int depth, Set<String> firstParty, Known known) {
        this.depth = depth;
        this.firstParty = firstParty;
        this.known = known;
    }

    void add(ImportStatement statement, List<String> above) {
        ImportedModule first = statement.from().isPresent() ? from(statement) : straight(statement);
        first.above.addAll(above);
        first.behind.addAll(statement.comments());
    }

    /** Drops imports of names that the predicate does not want. */
    void keep(Predicate<String> used) {
        straight.values().forEach(it -> it.keep(used));
        straight.values().removeIf(ImportedModule::isEmpty);
        from.values().stream().filter(it -> !it.name.equals("__future__")).forEach(it -> it.keep(used));
        from.values().removeIf(ImportedModule::isEmpty);
    }

    /** The statements in order, with an empty line between sections. */
    List<Item> items(int blanks) {
        Map<Section, List<Item>> sections = new TreeMap<>();
        ImportOrder.modules(straight.values()).forEach(it -> addStraight(it, sections));
        ImportOrder.modules(from.values()).forEach(it -> addFrom(it, sections));
        List<Item> all = new ArrayList<>();
        for (List<Item> section : sections.values()) {
            for (int i = 0; i < section.size(); i++) {
                int above = all.isEmpty() ? blanks : i == 0 ? 1 : 0;
                all.add(section.get(i).withBlanks(above));
            }
        }
        return all;
    }

    private void addStraight(ImportedModule module, Map<Section, List<Item>> sections) {
        List<Item> section = opened(module, sections);
        List<String> lines = module.wholes();
        for (int i = 0; i < lines.size(); i++) {
            section.add(statement("import " + lines.get(i), i == 0 ? module.behind : Set.of()));
        }
    }

    private void addFrom(ImportedModule module, Map<Section, List<Item>> sections) {
        List<Item> section = opened(module, sections);
        String start = "from " + module.name + " import ";
        if (module.hasStar()) {
            section.add(statement(start + "*", module.behind));
        }
        List<List<String>> groups = module.groups();
        // One group in brackets, with its trailing comma, makes isort put the first one into brackets too.
        boolean broken = groups.size() > 1 && groups.stream().anyMatch(it -> tooLong(start, it));
        for (int i = 0; i < groups.size(); i++) {
            String names = String.join(", ", groups.get(i));
            boolean explode = broken && i == 0 && !names.contains(" as ");
            section.add(statement(start + (explode ? "(" + names + ",)" : names), i == 0 ? module.behind : Set.of()));
        }
    }

    private List<Item> opened(ImportedModule module, Map<Section, List<Item>> sections) {
        List<Item> section = sections.computeIfAbsent(section(module.name), key -> new ArrayList<>());
        module.above.forEach(text -> section.add(new Item.Comment(depth, 0, text)));
        return section;
    }

    private boolean tooLong(String start, List<String> line) {
        return 4 * depth + start.length() + String.join(", ", line).length() > Line.WIDTH;
    }

    private Item statement(String source, Set<String> behind) {
        String text = behind.isEmpty() ? source : source + "  " + joined(behind);
        return new Item.Code(0, known.read(text, depth, false, 1).get(0));
    }

    private static String joined(Set<String> comments) {
        StringBuilder out = new StringBuilder();
        comments.forEach(
                it -> out.append(out.isEmpty() ? it : "; " + it.substring(1).strip()));
        return out.toString();
    }

    private Section section(String module) {
        if (module.startsWith(".")) {
            return Section.LOCAL;
        }
        if (module.equals("__future__")) {
            return Section.FUTURE;
        }
        if (firstParty.contains(ImportedModule.top(module))) {
            return Section.FIRST_PARTY;
        }
        return StandardLibrary.has(ImportedModule.top(module)) ? Section.STDLIB : Section.THIRD_PARTY;
    }

    private ImportedModule straight(ImportStatement statement) {
        for (ImportStatement.Name it : statement.names()) {
            module(straight, it.name()).add("", it.alias());
        }
        return module(straight, statement.names().get(0).name());
    }

    private ImportedModule from(ImportStatement statement) {
        ImportedModule module = module(from, statement.from().orElse(""));
        for (ImportStatement.Name it : statement.names()) {
            module.add(it.name(), it.alias());
        }
        return module;
    }

    private static ImportedModule module(Map<String, ImportedModule> modules, String name) {
        return modules.computeIfAbsent(name, ImportedModule::new);
    }
}
