package io.qpf.schema.load;

import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.Located;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Reads a value as what it should be, and reports at the value what was expected where it is something else. */
final class Values {
    private final Findings findings;

    Values(Findings findings) {
        this.findings = findings;
    }

    static boolean isNothing(Datum datum) {
        return datum instanceof Datum.Scalar scalar
                && (scalar.kind() == Datum.Kind.NULL || scalar.text().isBlank());
    }

    /** A scalar of any kind is a text: {@code 6.0} and {@code true} are what people wrote. */
    Optional<Text> text(Datum datum, String path) {
        if (datum instanceof Datum.Scalar scalar) {
            return Optional.of(scalar.text());
        }
        if (isBlankLeftIn(datum)) {
            findings.add(
                    LoadRule.BLANK_LEFT_IN,
                    datum.span(),
                    "`" + path
                            + "` should be a text; what stands in brackets is a list, or a blank left in from a template",
                    "Write the real text without the brackets, or put it in quotes if they are part of it.");
        } else {
            reportType(datum, path, "a text", "Write one text; put it in quotes if it holds a colon or brackets.");
        }
        return Optional.empty();
    }

    List<Text> texts(Datum datum, String path) {
        List<Text> texts = new ArrayList<>();
        for (Datum item : items(datum, path)) {
            Optional<Text> pair = pair(item);
            if (pair.isPresent()) {
                reportPair(pair.get(), path);
            }
            Optional<Text> text = pair.isPresent() ? pair : text(item, path);
            if (text.isPresent() && !text.get().isBlank()) {
                texts.add(text.get());
            }
        }
        return texts;
    }

    private void reportPair(Text pair, String path) {
        findings.add(LoadRule.PAIR_FOR_TEXT
                .at(
                        pair.span(),
                        "This item of `" + path + "` holds a colon; it is read as the text "
                                + Words.quoted(pair.value()),
                        "Put it in quotes.")
                .fixedBy(Respelling.quotes(pair)));
    }

    private void reportSplit(Text text, String path) {
        findings.add(LoadRule.SPLIT_TEXT
                .at(
                        text.span(),
                        "a comma inside brackets splits an item of `" + path + "`; it is read as one text",
                        "Put it in quotes.")
                .fixedBy(Respelling.quotes(text)));
    }

    /** The items of a list without those that say nothing, which are reported; a single value is a list of one. */
    List<Datum> items(Datum datum, String path) {
        if (datum instanceof Datum.Sequence sequence) {
            List<Datum> items = new ArrayList<>();
            SplitTexts whole = SplitTexts.of(sequence);
            whole.joined().forEach(it -> reportSplit(it, path));
            for (Datum item : whole.items()) {
                if (isNothing(item)) {
                    findings.add(
                            LoadRule.EMPTY_ITEM,
                            item.span(),
                            "An item of `" + path + "` is empty, and generates nothing",
                            "Fill it in, or delete it.");
                } else {
                    items.add(item);
                }
            }
            return items;
        }
        if (datum instanceof Datum.Mapping) {
            reportType(datum, path, "a list", "Begin each line of it with `- `.");
            return List.of();
        }
        findings.add(
                LoadRule.SINGLE_FOR_LIST,
                datum.span(),
                "`" + path + "` is a list; the single value is read as its only item",
                "Write `[...]` around it, or a line that begins with `- `.");
        return List.of(datum);
    }

    Optional<Datum.Mapping> mapping(Datum datum, String path) {
        if (datum instanceof Datum.Mapping mapping) {
            return Optional.of(mapping);
        }
        reportType(datum, path, "a mapping", "Write `key: value` lines, indented below it.");
        return Optional.empty();
    }

    Optional<Located<Boolean>> flag(Datum datum, String path) {
        if (datum instanceof Datum.Scalar scalar && scalar.kind() == Datum.Kind.BOOLEAN) {
            return Optional.of(new Located<>(CoreSchema.truth(scalar.text().value()), scalar.span()));
        }
        reportType(
                datum,
                path,
                "true or false",
                "Write true or false, without quotes; yes, no, on and off are texts in YAML 1.2.",
                Respelling.truth(datum));
        return Optional.empty();
    }

    Optional<Located<Integer>> whole(Datum datum, String path, int least, int most) {
        if (!(datum instanceof Datum.Scalar scalar) || scalar.kind() != Datum.Kind.INTEGER) {
            reportType(
                    datum,
                    path,
                    "a whole number",
                    "Write digits only, without quotes and units.",
                    Respelling.digits(datum, path));
            return Optional.empty();
        }
        OptionalLong number = CoreSchema.integer(scalar.text().value());
        if (number.isEmpty() || number.getAsLong() < least || number.getAsLong() > most) {
            findings.add(
                    LoadRule.OUT_OF_RANGE,
                    scalar.span(),
                    "`" + path + "` is " + scalar.text() + ", which is out of range",
                    "Write a number from " + least + " to " + most + ".");
            return Optional.empty();
        }
        return Optional.of(new Located<>((int) number.getAsLong(), scalar.span()));
    }

    Optional<Double> number(Datum datum, String path) {
        OptionalDouble number = datum instanceof Datum.Scalar scalar && scalar.kind() != Datum.Kind.STRING
                ? CoreSchema.number(scalar.text().value())
                : OptionalDouble.empty();
        if (number.isEmpty()) {
            reportType(datum, path, "a number", "Write digits, with a point for fractions, without quotes and units.");
            return Optional.empty();
        }
        return Optional.of(number.getAsDouble());
    }

    /** {@code - Manifests show: ready} is a mapping to YAML and a sentence to its author. */
    static Optional<Text> pair(Datum datum) {
        if (datum instanceof Datum.Mapping mapping && mapping.entries().size() == 1) {
            Entry entry = mapping.entries().get(0);
            if (entry.value() instanceof Datum.Scalar scalar && scalar.kind() != Datum.Kind.NULL) {
                Span from = entry.key().span();
                return Optional.of(new Text(
                        entry.key() + ": " + scalar.text(),
                        new Span(from.file(), from.start(), scalar.span().end())));
            }
        }
        return Optional.empty();
    }

    void reportType(Datum datum, String path, String expected, String hint) {
        reportType(datum, path, expected, hint, Optional.empty());
    }

    void reportType(Datum datum, String path, String expected, String hint, Optional<Fix> fix) {
        String found = datum instanceof Datum.Scalar scalar && scalar.kind() != Datum.Kind.NULL
                ? Words.of(datum) + " (`" + Words.excerpt(scalar.text().value()) + "`)"
                : Words.of(datum);
        findings.add(LoadRule.WRONG_TYPE
                .at(datum.span(), "`" + path + "` should be " + expected + ", and is " + found, hint)
                .fixedBy(fix));
    }

    void reportNotIn(Text given, String path, List<String> allowed) {
        reportNotIn(given, path, allowed, Optional.empty());
    }

    /** The same, where what stands beside the value tells which one was meant. */
    void reportNotIn(Text given, String path, List<String> allowed, Optional<String> meant) {
        String all = String.join(", ", allowed);
        findings.add(LoadRule.NOT_IN_LIST
                .at(
                        given.span(),
                        "`" + path + "` cannot be `" + Words.excerpt(given.value()) + "`",
                        Suggest.nearest(given.value(), allowed.stream())
                                .or(() -> meant)
                                .map(it -> "Did you mean `" + it + "`? It is one of: " + all + ".")
                                .orElse("Write one of: " + all + "."))
                .fixedBy(Suggest.sure(given.value(), allowed.stream()).flatMap(it -> Fix.spelling(given, it))));
    }

    /** {@code [What gets cached?]}: a flow list of one item, or of words, where a text should stand. */
    private static boolean isBlankLeftIn(Datum datum) {
        if (!(datum instanceof Datum.Sequence sequence) || !startsWithBracket(sequence.span())) {
            return false;
        }
        boolean texts = sequence.items().stream().allMatch(Datum.Scalar.class::isInstance);
        boolean words = sequence.items().stream()
                .anyMatch(it -> it instanceof Datum.Scalar scalar
                        && scalar.text().value().strip().contains(" "));
        return texts && (words || sequence.items().size() == 1);
    }

    private static boolean startsWithBracket(Span span) {
        String line = span.file().line(span.start().line());
        int points = line.codePointCount(0, line.length());
        return line.startsWith(
                "[", line.offsetByCodePoints(0, Math.min(span.start().column() - 1, points)));
    }
}
