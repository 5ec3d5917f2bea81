package io.qpf.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a value is found where it stands on disk, whatever stands between the two. */
class TextPartTest {
    private static final String ESCAPES = """
            policy: "caf\\u00e9 \\"x\\" and\\
               \\ more > 5"
            """;
    private static final String SINGLE = "policy: 'it''s > 5\n  and   more'\n";
    private static final String FOLDED = "policy: >\n  first line\n  second > 5\n\n  third\n    deeper\n  last\n";
    private static final String LITERAL = "policy: |2\n    indented\n  plain > 5\n";
    private static final String PLAIN = "policy: one two\n   three > 5\n\n   four\n";
    private static final String EMOJI = "policy: 🙂🙂 x > 5\n";
    private static final String WINDOWS = "a: b\r\npolicy: one\r\n  two > 5\r\n";

    @ParameterizedTest
    @CsvSource({
        "ESCAPES, é, 1:13, 1:19",
        "ESCAPES, x, 1:22, 1:23",
        "ESCAPES, more > 5, 2:6, 2:14",
        "SINGLE, s > 5, 1:14, 1:19",
        "SINGLE, more, 2:9, 2:13",
        "FOLDED, second > 5, 3:3, 3:13",
        "FOLDED, third, 5:3, 5:8",
        "FOLDED, deeper, 6:5, 6:11",
        "FOLDED, last, 7:3, 7:7",
        "LITERAL, indented, 2:5, 2:13",
        "LITERAL, > 5, 3:9, 3:12",
        "PLAIN, three > 5, 2:4, 2:13",
        "PLAIN, four, 4:4, 4:8",
        "EMOJI, x > 5, 1:12, 1:17",
        "WINDOWS, two > 5, 3:3, 3:10",
    })
    void findsAPartOfAValue(String name, String part, String start, String end) {
        Text text = Scalars.last(source(name));
        int from = text.value().indexOf(part);

        Span span = text.part(from, from + part.length());

        assertThat(from).isNotNegative();
        assertThat(span.start()).hasToString(start);
        assertThat(span.end()).hasToString(end);
    }

    /** A text that was put together is no reading of its source, and its words are found all the same. */
    @ParameterizedTest
    @CsvSource({"first, 2:3", "last, 3:3"})
    void findsWordsOfATextThatWasPutTogether(String word, String start) {
        SourceFile file = new SourceFile("a.yaml", "policy:\n- first\n- last\n");
        Text text = new Text("first, last", new Span(file, new Position(2, 1), new Position(3, 7)));
        int from = text.value().indexOf(word);

        assertThat(text.part(from, from + word.length()).start()).hasToString(start);
    }

    private static String source(String name) {
        return switch (name) {
            case "ESCAPES" -> ESCAPES;
            case "SINGLE" -> SINGLE;
            case "FOLDED" -> FOLDED;
            case "LITERAL" -> LITERAL;
            case "PLAIN" -> PLAIN;
            case "EMOJI" -> EMOJI;
            default -> WINDOWS;
        };
    }
}
