package io.qpf.policy;

import io.qpf.source.Text;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/** A policy text and how deep each character stands in its brackets. A bracket without a partner counts as a letter. */
final class PolicyText {
    private final Text text;
    private final String letters;
    private final int[] depth;
    private final int[] close;
    private final BitSet paired = new BitSet();

    PolicyText(Text text) {
        this.text = text;
        this.letters = Lookalikes.plain(text.value());
        this.depth = new int[text.value().length()];
        this.close = new int[text.value().length()];
        Arrays.fill(close, -1);
        pairBrackets();
        measureDepth();
    }

    private void pairBrackets() {
        Deque<Integer> open = new ArrayDeque<>();
        for (int index = 0; index < close.length; index++) {
            char letter = value().charAt(index);
            if (letter == '(') {
                open.push(index);
            } else if (letter == ')' && !open.isEmpty()) {
                paired.set(open.element());
                paired.set(index);
                close[open.pop()] = index;
            }
        }
    }

    private void measureDepth() {
        Deque<Integer> ends = new ArrayDeque<>();
        for (int index = 0; index < depth.length; index++) {
            if (!ends.isEmpty() && ends.element() == index) {
                ends.pop();
            }
            depth[index] = ends.size();
            if (close[index] >= 0) {
                ends.push(close[index]);
            }
        }
    }

    Text text() {
        return text;
    }

    /** The text in plain letters, each at its place. */
    String value() {
        return letters;
    }

    /** The first bracket in the stretch that has no partner, or -1. */
    int unpaired(int from, int to) {
        for (int index = from; index < to; index++) {
            char letter = letters.charAt(index);
            if ((letter == '(' || letter == ')') && !paired.get(index)) {
                return index;
            }
        }
        return -1;
    }

    /** How many brackets enclose the character; a bracket itself stands outside. */
    int depth(int index) {
        return depth[index];
    }

    /** Where the bracket that opens here closes, or -1. */
    int close(int index) {
        return close[index];
    }

    Slice all() {
        return new Slice(this, 0, value().length());
    }
}
