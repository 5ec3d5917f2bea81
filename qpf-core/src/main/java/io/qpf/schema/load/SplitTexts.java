package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that a comma inside their own brackets split in two: {@code [Igor (email, slack), Ada]} has three items to YAML and two
 * to its author.
 *
 * @param items those of a list, with what was split put together again
 * @param joined which of them were
 */
record SplitTexts(List<Datum> items, List<Text> joined) {
    SplitTexts {
        items = List.copyOf(items);
        joined = List.copyOf(joined);
    }

    static SplitTexts of(Datum.Sequence list) {
        List<Datum> all = list.items();
        List<Datum> items = new ArrayList<>();
        List<Text> joined = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            int last = lastPart(all, at);
            if (last > at) {
                Text whole = whole(all.get(at).span(), all.get(last).span());
                joined.add(whole);
                items.add(new Datum.Scalar(whole, Datum.Kind.STRING));
                at = last;
            } else {
                items.add(all.get(at));
            }
        }
        return new SplitTexts(items, joined);
    }

    /** The item that closes what one opens; the item itself if it opens nothing, or if nothing on its line closes it. */
    private static int lastPart(List<Datum> items, int first) {
        int line = items.get(first).span().start().line();
        int open = 0;
        for (int at = first; at < items.size(); at++) {
            if (!(items.get(at) instanceof Datum.Scalar scalar) || !isPlainOn(line, scalar)) {
                return first;
            }
            open += balance(scalar.text().value());
            if (open <= 0) {
                return open == 0 ? at : first;
            }
        }
        return first;
    }

    private static boolean isPlainOn(int line, Datum.Scalar scalar) {
        return scalar.span().start().line() == line
                && scalar.span()
                        .raw()
                        .filter(it -> it.equals(scalar.text().value()))
                        .isPresent();
    }

    private static int balance(String text) {
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
        }
        return open;
    }

    private static Text whole(Span first, Span last) {
        Span span = new Span(first.file(), first.start(), last.end());
        return new Text(span.raw().orElseThrow(), span);
    }
}
