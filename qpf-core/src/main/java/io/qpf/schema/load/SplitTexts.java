package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Texts that a comma inside their own brackets split in two: {@code [Igor (email, slack), Ada]} has three items to YAML and two
 * to its author, and {@code {purpose: Who (guests, staff) was greeted}} has a second key.
 *
 * @param items those of a list, with what was split put together again
 * @param joined which of them were
 */
record SplitTexts(List<Datum> items, List<Text> joined) {
    private static final String EYES = ":;=";

    /** More than any text has; without a bound, a list of nothing but open brackets would take time with its square. */
    private static final int MOST_PARTS = 50;

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

    /** The entries of a mapping in brackets as their author means them; what is put together is reported. */
    static List<Entry> entries(List<Entry> all, Findings findings) {
        List<Entry> entries = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Entry entry = all.get(at);
            List<Datum> parts = parts(all, at);
            int last = lastPart(parts, 0);
            if (last > 0) {
                Text whole = whole(entry.value().span(), parts.get(last).span());
                report(entry.key(), whole, findings);
                entries.add(new Entry(entry.key(), new Datum.Scalar(whole, Datum.Kind.STRING)));
                at += last;
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** A value, and if it leaves a bracket open, the keys behind it that have none. */
    private static List<Datum> parts(List<Entry> all, int first) {
        List<Datum> parts = new ArrayList<>();
        parts.add(all.get(first).value());
        boolean opens = all.get(first).value() instanceof Datum.Scalar scalar
                && balance(scalar.text().value()) > 0;
        for (int at = first + 1; opens && at < all.size() && isEmpty(all.get(at)); at++) {
            parts.add(new Datum.Scalar(all.get(at).key(), Datum.Kind.STRING));
        }
        return parts;
    }

    /** Whether neither a value nor a colon stands behind the key. */
    private static boolean isEmpty(Entry entry) {
        return entry.value() instanceof Datum.Scalar scalar
                && scalar.text().value().isEmpty()
                && between(
                                entry.key().span().end(),
                                scalar.span().start(),
                                scalar.span().file())
                        .isEmpty();
    }

    private static void report(Text key, Text whole, Findings findings) {
        findings.add(LoadRule.SPLIT_TEXT
                .at(
                        whole.span(),
                        "a comma inside brackets splits the value of `" + key + "`; it is read as one text",
                        "Put it in quotes.")
                .fixedBy(Respelling.quotesInMapping(whole)));
    }

    /** The part that closes what one opens; the part itself if it opens nothing, or if nothing closes it. */
    private static int lastPart(List<Datum> parts, int first) {
        int open = 0;
        for (int at = first; at < Math.min(parts.size(), first + MOST_PARTS); at++) {
            open += parts.get(at) instanceof Datum.Scalar scalar
                    ? balance(scalar.text().value())
                    : 0;
            if (open <= 0) {
                return open == 0 && at > first && isOne(parts.subList(first, at + 1)) ? at : first;
            }
        }
        return first;
    }

    /** Whether all are texts without quotes that only commas divide. Asked last, since it looks at the file. */
    private static boolean isOne(List<Datum> parts) {
        for (int at = 0; at < parts.size(); at++) {
            if (!(parts.get(at) instanceof Datum.Scalar scalar)
                    || !isPlain(scalar.text())
                    || (at > 0 && !isNext(parts.get(at - 1).span(), scalar.span()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(Text text) {
        return folded(text.span()).equals(text.value());
    }

    /** Whether nothing but a comma stands between the two: no comment, no dash of a list, and no other place of the file. */
    private static boolean isNext(Span one, Span other) {
        return between(one.end(), other.start(), other.file()).equals(",");
    }

    private static int balance(String text) {
        int open = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '(' && opens(text, at)) {
                open++;
            } else if (text.charAt(at) == ')' && closes(text, at)) {
                open--;
            }
        }
        return open;
    }

    /** Not where no word follows: that is a smiley. */
    private static boolean opens(String text, int at) {
        return at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at + 1))
                && EYES.indexOf(text.charAt(at + 1)) < 0;
    }

    /** Not behind a blank or behind the eyes of a smiley, which may have a nose. */
    private static boolean closes(String text, int at) {
        boolean nose = at > 1 && text.charAt(at - 1) == '-';
        int eyes = nose ? at - 2 : at - 1;
        return at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && EYES.indexOf(text.charAt(eyes)) < 0;
    }

    private static Text whole(Span first, Span last) {
        Span span = new Span(first.file(), first.start(), last.end());
        return new Text(folded(span), span);
    }

    private static String folded(Span span) {
        return span.raw().orElseGet(() -> between(span.start(), span.end(), span.file()));
    }

    /** What stands between two places, its lines joined by one blank as YAML does; nothing if they are the other way round. */
    private static String between(Position from, Position to, SourceFile file) {
        StringBuilder text = new StringBuilder();
        for (int at = from.line(); at <= to.line() && from.compareTo(to) < 0; at++) {
            String line = file.line(at);
            String part = at == to.line() ? Columns.before(line, to.column()) : line;
            int start = at == from.line() ? Columns.before(part, from.column()).length() : 0;
            String stripped = part.substring(start).strip();
            text.append(text.isEmpty() || stripped.isEmpty() ? "" : " ").append(stripped);
        }
        return text.toString();
    }
}
