package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Organizes a file's imports as isort does, and drops those that the file does not use. */
final class Imports {
    private final Set<String> firstParty;
    private final Predicate<String> used;
    private final List<Item> result = new ArrayList<>();

    private Imports(Set<String> firstParty, Predicate<String> used) {
        this.firstParty = firstParty;
        this.used = used;
    }

    static List<Item> organized(List<Item> items, Set<String> firstParty) {
        List<Item> typed = items;
        if (items.stream().anyMatch(Imports::isTypeCheckingHead)) {
            // First what only types need: without it, even the name of the guard may be unused.
            typed = new Imports(firstParty, UsedNames.of(items)::contains).run(items, true);
        }
        return new Imports(firstParty, UsedNames.of(typed)::contains).run(typed, false);
    }

    static boolean isImport(Item item) {
        return item instanceof Item.Code code
                && (code.tree().is(Kind.IMPORT_NAME) || code.tree().is(Kind.IMPORT_FROM));
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
        ImportRun run = new ImportRun(first.depth(), firstParty);
        List<String> above = new ArrayList<>();
        for (Item item : items.subList(at, end)) {
            if (item instanceof Item.Code code) {
                run.add(code, above);
                above.clear();
            } else {
                above.add(((Item.Comment) item).text());
            }
        }
        if (first.depth() == 0 || guarded) {
            run.keep(used);
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
            result.add(moved(items.get(end), first.blanks()));
            return end + 1;
        }
        return end;
    }

    /** What follows imports that are all gone moves up to where they were. */
    private static Item moved(Item item, int blanks) {
        int above = Math.max(item.blanks(), blanks);
        return item instanceof Item.Code code
                ? new Item.Code(code.depth(), above, code.tree(), code.comments(), code.docstring())
                : new Item.Comment(item.depth(), above, ((Item.Comment) item).text());
    }

    private static boolean hasElse(List<Item> items, int at) {
        return at < items.size()
                && items.get(at) instanceof Item.Code code
                && (code.tree().firstLeaf().word("else")
                        || code.tree().firstLeaf().word("elif"));
    }

    private static boolean isTypeCheckingHead(Item item) {
        if (!(item instanceof Item.Code code)
                || !code.tree().is(Kind.IF_STMT)
                || code.tree().size() != 3) {
            return false;
        }
        Tree condition = code.tree().child(1);
        String text = condition.source();
        return text.equals("TYPE_CHECKING") || text.equals("typing.TYPE_CHECKING");
    }
}
