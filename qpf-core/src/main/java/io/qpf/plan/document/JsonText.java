package io.qpf.plan.document;

import java.util.List;
import java.util.Optional;

/**
 * Writes JSON with one member a line, in ASCII.
 *
 * <p>The few kinds of value that a manifest has; a library's tree of nodes costs a cold start four hundred classes.
 */
final class JsonText {
    private static final String HEX = "0123456789ABCDEF";
    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean first = true;

    /** Opens the document itself, or an object of an array. */
    JsonText object() {
        return element().open('{');
    }

    JsonText object(String name) {
        return member(name).open('{');
    }

    JsonText array(String name) {
        return member(name).open('[');
    }

    JsonText endObject() {
        return close('}');
    }

    JsonText endArray() {
        return close(']');
    }

    JsonText put(String name, String value) {
        return member(name).quote(value);
    }

    /** A text, or null. */
    JsonText put(String name, Optional<String> value) {
        return value.isPresent() ? put(name, value.get()) : putNull(name);
    }

    JsonText put(String name, long value) {
        member(name).out.append(value);
        return this;
    }

    JsonText put(String name, boolean value) {
        member(name).out.append(value);
        return this;
    }

    JsonText putNull(String name) {
        member(name).out.append("null");
        return this;
    }

    JsonText put(String name, List<String> values) {
        array(name);
        for (String value : values) {
            element().quote(value);
        }
        return endArray();
    }

    private JsonText member(String name) {
        element().quote(name).out.append(": ");
        return this;
    }

    /** Begins a line, unless it is the document's first. */
    private JsonText element() {
        if (!first) {
            out.append(',');
        }
        if (depth > 0) {
            line();
        }
        first = false;
        return this;
    }

    private JsonText open(char bracket) {
        out.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonText close(char bracket) {
        depth--;
        if (!first) {
            line();
        }
        out.append(bracket);
        first = false;
        return this;
    }

    private void line() {
        out.append('\n').append(INDENT.repeat(depth));
    }

    private JsonText quote(String text) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            escape(text.charAt(index));
        }
        out.append('"');
        return this;
    }

    private void escape(char unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (unit >= ' ' && unit < 0x80) {
                    out.append(unit);
                } else {
                    hex(unit);
                }
            }
        }
    }

    private void hex(char unit) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt((unit >> shift) & 0xF));
        }
    }

    /** The document with a line end behind it. */
    @Override
    public String toString() {
        return out + "\n";
    }
}
