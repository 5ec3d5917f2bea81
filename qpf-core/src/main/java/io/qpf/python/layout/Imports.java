package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Organizes a file's imports as isort does, and drops those that the file does not use. */
final class Imports {
    private final Set<String> firstParty;
    private final Known known;
    private final Set<String> used;
    private final List<Item> result = new ArrayList<>();

    private Imports(Set<String> firstParty, Known known, Set<String> used) {
        this.firstParty = firstParty;
        this.known = known;
        this.used = used;
    }

    static List<Item> organized(List<Item> items, Set<String> firstParty, Known known) {
        List<Item> typed = items;
        if (items.stream().anyMatch(Imports::isTypeCheckingHead)) {
            // First what only types need: without it, even the name of the guard may be unused.
            typed = new Imports(firstParty, known, used(items)).run(items, true);
        }
        return new Imports(firstParty, known, used(typed)).run(typed, false);
    }

    private static Set<String> used(List<Item> items) {
        Set<String> names = new HashSet<>();
        for (Item item : items) {
            if (item instanceof Item.Code code) {
                names.addAll(code.laid().names);
            }
        }
        return names;
    }

    private static boolean isImport(Item item) {
        return item instanceof Item.Code code && code.laid().imports.isPresent();
    }

    private List<Item> run(List<Item> items, boolean guardedOnly) {
        int at = 0;
        while (at < items.size()) {
            int end = isImport(items.get(at)) || startsRun(items, at) ? endOfRun(items, at) : at;
            boolean guarded = at > 0 && isTypeCheckingHead(items.get(at - 1)) && !hasElse(items, end);
            if (end == at) {
                result.add(items.get(at++));
            } else if (guardedOnly && !guarded) {
                result.addAll(items.subList(at, end));
                at = end;
            } else {
                at = organize(items, at, end, guarded);
            }
        }
        return result;
    }

    /** Comments directly above an import belong to it. */
    private static boolean startsRun(List<Item> items, int at) {
        Item first = items.get(at);
        int next = at;
        while (next < items.size()
                && items.get(next) instanceof Item.Comment
                && items.get(next).depth() == first.depth()) {
            next++;
        }
        // At the top of the file they may be about the file; isort leaves them where they are.
        boolean after = at > 0 && isImport(items.get(at - 1));
        return after && next > at && next < items.size() && isImport(items.get(next));
    }

    private static int endOfRun(List<Item> items, int at) {
        int depth = items.get(at).depth();
        int end = at;
        for (int i = at; i < items.size() && items.get(i).depth() == depth; i++) {
            if (isImport(items.get(i))) {
                end = i + 1;
            } else if (!(items.get(i) instanceof Item.Comment)) {
                break;
            }
        }
        return end;
    }

    private int organize(List<Item> items, int at, int end, boolean guarded) {
        Item first = items.get(at);
        ImportRun run = new ImportRun(first.depth(), firstParty, known);
        List<String> above = new ArrayList<>();
        for (Item item : items.subList(at, end)) {
            if (item instanceof Item.Comment comment) {
                above.add(comment.text());
                continue;
            }
            ((Item.Code) item).laid().imports.ifPresent(it -> run.add(it, above));
            above.clear();
        }
        if (first.depth() == 0 || guarded) {
            run.keep(used::contains);
        }
        List<Item> organized = run.items(first.blanks());
        boolean emptied = organized.isEmpty();
        if (emptied && guarded && (end == items.size() || items.get(end).depth() < first.depth())) {
            result.remove(result.size() - 1);
        } else if (emptied && guarded) {
            return end;
        }
        result.addAll(organized);
        if (emptied && end < items.size()) {
            // What follows imports that are all gone moves up to where they were.
            Item next = items.get(end);
            result.add(next.withBlanks(Math.max(next.blanks(), first.blanks())));
            return end + 1;
        }
        return end;
    }

    private static boolean hasElse(List<Item> items, int at) {
        return at < items.size() && items.get(at) instanceof Item.Code code && code.laid().alternative;
    }

    private static boolean isTypeCheckingHead(Item item) {
        return item instanceof Item.Code code && code.laid().guardsTypes;
    }
}
