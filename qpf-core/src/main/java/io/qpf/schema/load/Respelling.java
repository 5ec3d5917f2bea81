package io.qpf.schema.load;

import io.qpf.diagnostics.Fix;
import io.qpf.schema.Datum;
import io.qpf.source.Position;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.Locale;
import java.util.Optional;

/** The same value in the spelling that its key asks for, where nothing else can be meant. */
final class Respelling {
    private Respelling() {}

    /** A line with a colon that is read as text, in quotes, with the blanks that it has. */
    static Optional<Fix> quotes(Text text) {
        boolean plain = text.span().raw().filter(it -> it.equals(text.value())).isPresent();
        return plain
                ? Optional.of(Fix.of("put it in quotes", text.span(), Words.quoted(text.value())))
                : Optional.empty();
    }

    /**
     * The same for a value of a mapping in brackets, together with what ends it: the empty value of the last key that YAML sees in
     * the text stands there, and is to go as well.
     */
    static Optional<Fix> quotesInMapping(Text text) {
        Span span = text.span();
        String line = span.file().line(span.end().line());
        int from = Columns.before(line, span.end().column()).length();
        int end = from + Lines.indent(line.substring(from)) + 1;
        boolean plain = span.raw().filter(it -> it.equals(text.value())).isPresent();
        if (!plain || end > line.length()) {
            return Optional.empty();
        }
        Span all = new Span(span.file(), span.start(), new Position(span.end().line(), Columns.of(line, end)));
        return Optional.of(Fix.of("put it in quotes", all, Words.quoted(text.value()) + line.substring(from, end)));
    }

    /** yes, no, on, off, and true and false in quotes or in other letters. */
    static Optional<Fix> truth(Datum datum) {
        if (!(datum instanceof Datum.Scalar scalar)) {
            return Optional.empty();
        }
        return switch (scalar.text().value().strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> plain(scalar, "true");
            case "false", "no", "off" -> plain(scalar, "false");
            default -> Optional.empty();
        };
    }

    /** Digits in quotes, and digits with the unit that the key names already. */
    static Optional<Fix> digits(Datum datum, String path) {
        if (!(datum instanceof Datum.Scalar scalar)) {
            return Optional.empty();
        }
        String value = scalar.text().value().strip();
        String bare = path.endsWith("ms") && value.endsWith("ms")
                ? value.substring(0, value.length() - 2).strip()
                : value;
        return bare.matches("0|[1-9]\\d{0,8}") ? plain(scalar, bare) : Optional.empty();
    }

    /** The spelling without quotes. */
    private static Optional<Fix> plain(Datum.Scalar scalar, String right) {
        return Fix.spelling(scalar.text(), right)
                .map(it -> Fix.of("write `" + right + "`", scalar.text().span(), right));
    }
}
