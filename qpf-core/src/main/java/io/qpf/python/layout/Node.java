package io.qpf.python.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An inner node of the syntax tree. */
final class Node extends Tree {
    final List<Tree> children;

    Node(Kind kind, List<? extends Tree> children) {
        super(kind);
        this.children = new ArrayList<>(children);
        number(0);
    }

    static Node of(Kind kind, Tree... children) {
        return new Node(kind, List.of(children));
    }

    /** A node only where there is more than one child, as in Python's own concrete tree. */
    static Tree collapsed(Kind kind, List<? extends Tree> children) {
        return children.size() == 1 ? children.get(0) : new Node(kind, children);
    }

    Tree child(int at) {
        return children.get(at);
    }

    Tree last() {
        return children.get(children.size() - 1);
    }

    int size() {
        return children.size();
    }

    void add(Tree child) {
        children.add(child);
        number(children.size() - 1);
    }

    void insert(int at, Tree child) {
        children.add(at, child);
        number(at);
    }

    void set(int at, Tree child) {
        children.set(at, child);
        child.parent = this;
        child.index = at;
    }

    /** Replaces the children from one place up to another by one node that holds them. */
    void group(int from, int to, Kind kind, Leaf open, Leaf close, Kind inner) {
        List<Tree> held = new ArrayList<>(children.subList(from, to));
        children.subList(from, to).clear();
        insert(from, Node.of(kind, open, new Node(inner, held), close));
    }

    /** Puts a child into parentheses, which nobody sees unless the layout shows them. */
    void wrap(Tree child, boolean visible) {
        int at = child.index;
        Leaf open = Leaf.made(Kind.LPAR, visible ? "(" : "");
        Leaf close = Leaf.made(Kind.RPAR, visible ? ")" : "");
        open.takeComments(child.firstLeaf());
        set(at, Node.of(Kind.ATOM, open, child, close));
    }

    @Override
    void leaves(Consumer<Leaf> visitor) {
        for (Tree child : children) {
            child.leaves(visitor);
        }
    }

    @Override
    Leaf firstLeaf() {
        return children.get(0).firstLeaf();
    }

    private void number(int from) {
        for (int i = from; i < children.size(); i++) {
            Tree child = children.get(i);
            child.parent = this;
            child.index = i;
        }
    }

    @Override
    public String toString() {
        return kind + children.toString();
    }
}
