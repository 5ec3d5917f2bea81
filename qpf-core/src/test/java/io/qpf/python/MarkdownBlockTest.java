package io.qpf.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A text that keeps its lines never leaves its fence. */
final class MarkdownBlockTest {
    @Test
    void linesStayAsTheyAreWritten() {
        assertThat(block("a\n  - b\n\tc\n")).isEqualTo("```text\na\n  - b\n    c\n```");
    }

    @Test
    void theFenceIsLongerThanAnyOfTheText() {
        assertThat(block("a\n````\nb `````")).startsWith("``````text\n").endsWith("\n``````");
    }

    @Test
    void hiddenCharactersComeOutAsEscapes() {
        assertThat(block("a\u202Eb\u2028c\rd")).isEqualTo("```text\na\\u202eb\\u2028c\nd\n```");
    }

    private static String block(String text) {
        return SchemaText.of(text).mdblock().text();
    }
}
