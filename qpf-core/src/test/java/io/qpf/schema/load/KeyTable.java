package io.qpf.schema.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of one kind of file, as the tables below {@code editor/} say them: a key a line, indented below the key that it belongs
 * to, with the forms that its value may have, a description and an example. Keys below a list are those of its items, keys below
 * {@code each} those of every value of a mapping with free names.
 *
 * @param limits what a value of such a form must hold beside it: {@code 1..65535}, {@code ~route} (a pattern by its name),
 *     {@code unique} and {@code some} of lists
 * @param ofItems whether the key is one of items only ({@code []name}), where other keys beside it are of the mapping itself
 */
record KeyTable(
        String name,
        boolean required,
        boolean ofItems,
        Set<String> forms,
        List<String> choices,
        String description,
        String example,
        Set<String> limits,
        List<KeyTable> children) {
    static KeyTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> head = columns(lines.get(0));
        KeyTable root = new KeyTable(
                head.get(0), true, false, Set.of("map"), List.of(), head.get(1), "", Set.of(), new ArrayList<>());
        Deque<KeyTable> open = new ArrayDeque<>(List.of(root));
        for (String line : lines.subList(1, lines.size())) {
            int depth = (line.length() - line.stripLeading().length()) / 2;
            while (open.size() > depth + 1) {
                open.pop();
            }
            KeyTable key = key(columns(line));
            open.element().children.add(key);
            open.push(key);
        }
        return root;
    }

    private static List<String> columns(String line) {
        return List.of(line.strip().split(" \\| ", -1));
    }

    private static KeyTable key(List<String> columns) {
        String first = columns.get(0);
        int end = first.indexOf(' ');
        String name = first.substring(0, end);
        String forms = first.substring(end + 1);
        boolean folded = forms.startsWith("folded(");
        boolean closed = folded || forms.startsWith("one(");
        List<String> choices = closed
                ? List.of(forms.substring(forms.indexOf('(') + 1, forms.length() - 1)
                        .split(", ", -1))
                : List.of();
        return new KeyTable(
                name.replace("!", "").replace("[]", ""),
                name.endsWith("!"),
                name.startsWith("[]"),
                closed ? Set.of(folded ? "folded" : "one") : Set.of(forms.split(",", -1)),
                choices,
                columns.get(1),
                columns.size() > 2 ? columns.get(2) : "",
                columns.size() > 3 ? Set.of(columns.get(3).split(", ", -1)) : Set.of(),
                new ArrayList<>());
    }

    Optional<KeyTable> child(String key) {
        return children.stream().filter(it -> it.name.equals(key)).findFirst();
    }

    /** The keys of the items of a list. */
    List<KeyTable> itemKeys() {
        List<KeyTable> own = children.stream().filter(KeyTable::ofItems).toList();
        return own.isEmpty() ? children : own;
    }

    /** The keys of the mapping itself. */
    List<KeyTable> mappingKeys() {
        return children.stream().filter(it -> !it.ofItems).toList();
    }

    /** Whether any keys may stand below this one. */
    boolean isFree() {
        return forms.contains("free") || forms.contains("any");
    }

    /** The key at a dotted path; a free one stands for all below it. */
    Optional<KeyTable> at(List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(this);
        }
        Optional<KeyTable> child = child(path.get(0));
        List<String> rest = path.subList(1, path.size());
        if (child.isPresent()) {
            return child.get().at(rest);
        }
        if (forms.contains("each")) {
            return at(rest);
        }
        return isFree() ? Optional.of(this) : Optional.empty();
    }

    /** All paths of this table. */
    List<String> paths(String above) {
        List<String> paths = new ArrayList<>();
        for (KeyTable it : children) {
            String path = above.isEmpty() ? it.name : above + "." + it.name;
            paths.add(path);
            paths.addAll(it.paths(path));
        }
        return paths;
    }
}
