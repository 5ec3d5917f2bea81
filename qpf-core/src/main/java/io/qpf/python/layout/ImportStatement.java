package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An import as its source has it.
 *
 * @param from the module that names are imported from; empty if modules themselves are imported
 * @param names the names, or the modules
 * @param comments behind it and between its names
 */
record ImportStatement(Optional<String> from, List<Name> names, Set<String> comments) {
    /** A name, and what it is to be called; an empty alias if it keeps its name. */
    record Name(String name, String alias) {}

    static Optional<ImportStatement> of(Node tree, List<Leaf> behind) {
        if (!tree.is(Kind.IMPORT_NAME) && !tree.is(Kind.IMPORT_FROM)) {
            return Optional.empty();
        }
        Set<String> comments = new LinkedHashSet<>();
        behind.forEach(it -> comments.add(it.text));
        tree.leaves(leaf -> leaf.before.forEach(it -> comments.add(it.text)));
        return Optional.of(tree.is(Kind.IMPORT_FROM) ? from(tree, comments) : straight(tree, comments));
    }

    private static ImportStatement straight(Node tree, Set<String> comments) {
        List<Name> names = new ArrayList<>();
        addNames(tree.child(1), names);
        return new ImportStatement(Optional.empty(), names, comments);
    }

    private static ImportStatement from(Node tree, Set<String> comments) {
        StringBuilder module = new StringBuilder();
        int at = 1;
        for (; !(tree.child(at) instanceof Leaf leaf && leaf.word("import")); at++) {
            module.append(bare(tree.child(at)));
        }
        List<Name> names = new ArrayList<>();
        for (Tree child : tree.children.subList(at + 1, tree.size())) {
            if (!child.is(Kind.LPAR) && !child.is(Kind.RPAR)) {
                addNames(child, names);
            }
        }
        return new ImportStatement(Optional.of(module.toString()), names, comments);
    }

    private static void addNames(Tree list, List<Name> names) {
        if (!(list instanceof Node node) || !node.is(Kind.IMPORT_AS_NAMES)) {
            names.add(name(list));
            return;
        }
        for (Tree child : node.children) {
            if (!child.is(Kind.COMMA)) {
                names.add(name(child));
            }
        }
    }

    private static Name name(Tree part) {
        return part instanceof Node node && node.is(Kind.IMPORT_AS_NAME)
                ? new Name(bare(node.child(0)), bare(node.child(2)))
                : new Name(bare(part), "");
    }

    private static String bare(Tree tree) {
        StringBuilder out = new StringBuilder();
        tree.leaves(it -> out.append(it.text));
        return out.toString();
    }
}
