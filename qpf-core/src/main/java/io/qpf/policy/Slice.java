package io.qpf.policy;

import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A stretch of a policy text, by absolute offsets. */
record Slice(PolicyText owner, int from, int to) {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** In plain letters. */
    String value() {
        return owner.value().substring(from, to);
    }

    boolean isEmpty() {
        return from >= to;
    }

    Span span() {
        return owner.text().part(from, to);
    }

    /** The words on one line, with their place. */
    Text asText() {
        return new Text(SPACES.matcher(owner.text().value().substring(from, to)).replaceAll(" "), span());
    }

    Slice sub(int start, int end) {
        return new Slice(owner, from + start, from + end);
    }

    Slice trimmed() {
        return trimmed(letter -> Character.isWhitespace(letter) || letter == 0xA0);
    }

    Slice trimmed(IntPredicate drop) {
        int start = from;
        int end = to;
        while (start < end && drop.test(owner.value().charAt(start))) {
            start++;
        }
        while (end > start && drop.test(owner.value().charAt(end - 1))) {
            end--;
        }
        return new Slice(owner, start, end);
    }

    /** The parts between the matches that stand at this depth. */
    List<Slice> split(Pattern separator, int level) {
        List<Slice> parts = new ArrayList<>();
        Matcher matcher = separator.matcher(owner.value()).region(from, to).useTransparentBounds(true);
        int start = from;
        while (matcher.find()) {
            if (matcher.end() > matcher.start() && owner.depth(matcher.start()) == level) {
                parts.add(new Slice(owner, start, matcher.start()));
                start = matcher.end();
            }
        }
        parts.add(new Slice(owner, start, to));
        return parts;
    }

    /** The letters of this depth; what stands in brackets is an explanation and becomes blanks. */
    String withoutBrackets(int level) {
        StringBuilder letters = new StringBuilder(value());
        for (int index = from; index < to; index++) {
            if (owner.close(index) >= 0 && owner.depth(index) == level && owner.close(index) < to) {
                for (int inside = index; inside <= owner.close(index); inside++) {
                    letters.setCharAt(inside - from, ' ');
                }
            }
        }
        return letters.toString();
    }
}
