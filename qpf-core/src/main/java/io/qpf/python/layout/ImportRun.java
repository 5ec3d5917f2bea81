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
    private final Map<String, ImportedModule> straight = new LinkedHashMap<>();
    private final Map<String, ImportedModule> from = new LinkedHashMap<>();

    ImportRun(int depth, Set<String> firstParty) {
        this.depth = depth;
        this.firstParty = firstParty;
    }

    void add(Item.Code statement, List<String> above) {
        Node tree = statement.tree();
        ImportedModule first = tree.is(Kind.IMPORT_FROM) ? from(tree) : straight(tree);
        first.above.addAll(above);
        statement.comments().forEach(it -> first.behind.add(it.text));
        tree.leaves(leaf -> leaf.before.forEach(it -> first.behind.add(it.text)));
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
                all.add(withBlanks(section.get(i), above));
            }
        }
        return all;
    }

    private static Item withBlanks(Item item, int blanks) {
        return item instanceof Item.Code code
                ? new Item.Code(code.depth(), blanks, code.tree(), code.comments(), false)
                : new Item.Comment(item.depth(), blanks, ((Item.Comment) item).text());
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
        Node tree =
                Statements.parse(Tokenizer.lines(source).get(0).tokens()).get(0).tree();
        List<Leaf> comments = behind.isEmpty() ? List.of() : List.of(Leaf.made(Kind.COMMENT, joined(behind)));
        return new Item.Code(depth, 0, tree, comments, false);
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

    private ImportedModule straight(Node tree) {
        List<ImportedModule> found = new ArrayList<>();
        for (Tree part : parts(tree.child(1))) {
            String[] named = named(part);
            ImportedModule module = straight.computeIfAbsent(named[0], ImportedModule::new);
            module.add("", named[1]);
            found.add(module);
        }
        return found.get(0);
    }

    private ImportedModule from(Node tree) {
        StringBuilder name = new StringBuilder();
        int at = 1;
        for (; !(tree.child(at) instanceof Leaf leaf && leaf.word("import")); at++) {
            name.append(bare(tree.child(at)));
        }
        ImportedModule module = from.computeIfAbsent(name.toString(), ImportedModule::new);
        for (Tree child : tree.children.subList(at + 1, tree.size())) {
            if (!child.is(Kind.LPAR) && !child.is(Kind.RPAR)) {
                for (Tree part : parts(child)) {
                    String[] named = named(part);
                    module.add(named[0], named[1]);
                }
            }
        }
        return module;
    }

    private static List<Tree> parts(Tree list) {
        if (!(list instanceof Node node) || !node.is(Kind.IMPORT_AS_NAMES)) {
            return List.of(list);
        }
        return node.children.stream().filter(it -> !it.is(Kind.COMMA)).toList();
    }

    /** The name and its alias; an empty one if it has none. */
    private static String[] named(Tree part) {
        return part instanceof Node node && node.is(Kind.IMPORT_AS_NAME)
                ? new String[] {bare(node.child(0)), bare(node.child(2))}
                : new String[] {bare(part), ""};
    }

    private static String bare(Tree tree) {
        StringBuilder out = new StringBuilder();
        tree.leaves(it -> out.append(it.text));
        return out.toString();
    }
}
