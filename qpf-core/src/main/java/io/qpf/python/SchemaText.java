package io.qpf.python;

import org.jspecify.annotations.Nullable;

/**
 * Text of a schema, which is data wherever it goes: a template reaches it only through a view that escapes it for the place
 * where it stands.
 *
 * <p>No view ever puts a control character, a bidirectional control, another format character or a line separator raw into a
 * file (a file that reads otherwise than it runs is an attack); each language's own escape stands for it.
 */
public record SchemaText(String raw) {
    public static SchemaText of(String raw) {
        return new SchemaText(raw);
    }

    /** A Python string literal with its quotes, in the form that black leaves alone. */
    public PyExpr py() {
        return PyExpr.string(raw);
    }

    /** One line inside a docstring. */
    public SafeText doc() {
        return SafeText.escaped(DocText.escape(raw));
    }

    /** One line behind a hash. */
    public SafeText comment() {
        return SafeText.escaped(TextEscapes.visible(OneLine.of(raw), false));
    }

    /** One line of Markdown that reads as the text itself. */
    public SafeText md() {
        return SafeText.escaped(MarkdownText.inline(raw));
    }

    /** A Markdown code span with its backticks. */
    public SafeText mdcode() {
        return SafeText.escaped(MarkdownText.code(raw));
    }

    /** A fenced Markdown block that keeps the text's lines. */
    public SafeText mdblock() {
        return SafeText.escaped(MarkdownText.block(raw));
    }

    /** One line of HTML, between tags or in a quoted attribute. */
    public SafeText html() {
        return SafeText.escaped(HtmlText.escape(TextEscapes.visible(OneLine.of(raw), false)));
    }

    /** A JSON string with its quotes. */
    public SafeText json() {
        return SafeText.escaped(TextEscapes.json(raw));
    }

    /** A YAML double-quoted scalar with its quotes. */
    public SafeText yaml() {
        return SafeText.escaped(TextEscapes.yaml(raw));
    }

    /** One word of a POSIX shell, quoted. */
    public SafeText sh() {
        return SafeText.escaped(ShellText.word(raw));
    }

    /** A TOML basic string with its quotes. */
    public SafeText toml() {
        return SafeText.escaped(TextEscapes.toml(raw));
    }

    /** By hand, as views compare many: what records bring takes each cold start some milliseconds a class. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaText it && raw.equals(it.raw);
    }

    @Override
    public int hashCode() {
        return raw.hashCode();
    }

    @Override
    public String toString() {
        return raw;
    }
}
