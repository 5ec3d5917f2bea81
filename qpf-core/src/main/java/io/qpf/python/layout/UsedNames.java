package io.qpf.python.layout;

import java.util.HashSet;
import java.util.Set;

/** The names that a statement uses, so that imports of others can go. */
final class UsedNames {
    private static final Set<String> TYPE_READERS = Set.of("cast", "TypeVar", "NewType", "ForwardRef");

    private final Set<String> names = new HashSet<>();

    static Set<String> of(Node statement) {
        UsedNames used = new UsedNames();
        boolean exports = statement.firstLeaf().word("__all__");
        statement.leaves(leaf -> used.leaf(leaf, exports));
        return used.names;
    }

    private void leaf(Leaf leaf, boolean exports) {
        if (leaf.is(Kind.NAME)) {
            if (!binds(leaf)) {
                names.add(leaf.text);
            }
        } else if (leaf.is(Kind.STRING)) {
            if (Strings.hasPrefix(leaf.text, 'f')) {
                fields(leaf.text);
            } else if (exports || isType(leaf)) {
                words(leaf.text, Strings.prefixLength(leaf.text), leaf.text.length());
            }
        }
    }

    /** Whether the name is given here and not used: an attribute, a keyword, a parameter, a definition, a target. */
    private static boolean binds(Leaf leaf) {
        Node parent = leaf.parent;
        if (parent == null) {
            return false;
        }
        return switch (parent.kind) {
            case TRAILER -> leaf.previousIs(Kind.DOT);
            case ARGUMENT -> leaf.index == 0 && leaf.nextIs(Kind.EQUAL);
            case TNAME, TNAME_STAR -> leaf.index == 0;
            case TYPEDARGSLIST, VARARGSLIST -> !leaf.previousIs(Kind.EQUAL);
            case PARAMETERS -> true;
            case LAMBDEF -> leaf.index == 1;
            case FUNCDEF, CLASSDEF -> leaf.index == 1;
            case EXPR_STMT -> leaf.index < parent.size() - 1 && !leaf.nextIs(Kind.AUGASSIGN);
            default -> false;
        };
    }

    /** A string that a type checker reads as a type. */
    private static boolean isType(Leaf leaf) {
        boolean type = false;
        for (Tree at = leaf; at.parent != null; at = at.parent) {
            Node parent = at.parent;
            boolean reader =
                    at.is(Kind.TRAILER) && at.previous() instanceof Leaf name && TYPE_READERS.contains(name.text);
            if (at.is(Kind.TRAILER) && at.previous() instanceof Leaf name && name.word("Literal")) {
                return false;
            }
            boolean annotation = (parent.is(Kind.ANNASSIGN) && at.index == 1)
                    || (parent.is(Kind.TNAME) && at.index == 2)
                    || (parent.is(Kind.TNAME_STAR) && at.index == 2)
                    || at.previousIs(Kind.RARROW);
            type |= reader || annotation;
        }
        return type;
    }

    /** The names between the braces of a formatted string. */
    private void fields(String literal) {
        int open = 0;
        int start = 0;
        for (int i = Strings.prefixLength(literal); i < literal.length(); i++) {
            char unit = literal.charAt(i);
            boolean doubled = open == 0 && i + 1 < literal.length() && literal.charAt(i + 1) == unit;
            if (unit == '{' && doubled) {
                i++;
            } else if (unit == '{') {
                start = open == 0 ? i : start;
                open++;
            } else if (unit == '}' && open > 0 && --open == 0) {
                words(literal, start, i);
            }
        }
    }

    private void words(String text, int from, int to) {
        int start = -1;
        for (int i = from; i <= to; i++) {
            boolean part = i < to && Character.isJavaIdentifierPart(text.charAt(i)) && text.charAt(i) != '$';
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                if (start == from || text.charAt(start - 1) != '.') {
                    names.add(text.substring(start, i));
                }
                start = -1;
            }
        }
    }
}
