package io.qpf.policy;

import io.qpf.source.Text;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** A policy text and how deep each character stands in its brackets. A bracket without a partner counts as a letter. */
final class PolicyText {
    private final Text text;
    private final int[] depth;
    private final int[] close;

    PolicyText(Text text) {
        this.text = text;
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

    String value() {
        return text.value();
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
