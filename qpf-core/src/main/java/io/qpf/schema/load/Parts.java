package io.qpf.schema.load;

import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a text as texts with their own places. */
final class Parts {
    private Parts() {}

    /** The part without white space at its ends; empty if nothing is left. */
    static Optional<Text> trimmed(Text text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.value().charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.value().charAt(end - 1))) {
            end--;
        }
        return start == end
                ? Optional.empty()
                : Optional.of(new Text(text.value().substring(start, end), text.part(start, end)));
    }

    /** Adds what was found, if anything was. */
    static <T> void add(Optional<T> found, List<T> all) {
        if (found.isPresent()) {
            all.add(found.get());
        }
    }

    /** A group of a match, if it took part and is not blank. */
    static Optional<Text> group(Text text, Matcher match, int group) {
        return match.start(group) < 0 ? Optional.empty() : trimmed(text, match.start(group), match.end(group));
    }

    /** What stands between the separators. */
    static List<Text> split(Text text, Pattern separator) {
        List<Text> parts = new ArrayList<>();
        int from = 0;
        Matcher next = separator.matcher(text.value());
        while (next.find()) {
            add(trimmed(text, from, next.start()), parts);
            from = next.end();
        }
        add(trimmed(text, from, text.value().length()), parts);
        return parts;
    }
}
