package io.qpf.python;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Python expression on one line, made from checked parts; {@link PyLayout} breaks it where it is too long. */
public record PyExpr(String text) implements Safe {
    public static final PyExpr TRUE = new PyExpr("True");
    public static final PyExpr FALSE = new PyExpr("False");
    public static final PyExpr NONE = new PyExpr("None");

    public PyExpr {
        if (text.isBlank() || holdsHidden(text)) {
            throw new IllegalArgumentException("not an expression on one line: " + text);
        }
    }

    public static PyExpr string(String raw) {
        return new PyExpr(PyString.literal(raw));
    }

    public static PyExpr bool(boolean value) {
        return value ? TRUE : FALSE;
    }

    public static PyExpr number(long value) {
        return new PyExpr(Long.toString(value));
    }

    /** In plain digits, and as a float if it has a fraction: what black writes, whatever the size. */
    public static PyExpr number(BigDecimal value) {
        return new PyExpr(value.toPlainString());
    }

    /** As {@link #number(BigDecimal)}, with a fraction always, so that Python reads a float. */
    public static PyExpr decimal(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return new PyExpr((plain.scale() < 1 ? plain.setScale(1) : plain).toPlainString());
    }

    public static PyExpr name(PyIdentifier name) {
        return new PyExpr(name.text());
    }

    /** A dotted name, such as a module's. */
    public static PyExpr dotted(String path) {
        int start = 0;
        while (start <= path.length()) {
            int dot = path.indexOf('.', start);
            int end = dot < 0 ? path.length() : dot;
            if (!PyIdentifier.isIdentifier(path.substring(start, end))) {
                throw new IllegalArgumentException("not a dotted name: " + path);
            }
            start = end + 1;
        }
        return new PyExpr(path);
    }

    /** Code that the caller has written itself; never text of a schema. */
    public static PyExpr code(String text) {
        return new PyExpr(text);
    }

    public static PyExpr tuple(List<PyExpr> items) {
        return new PyExpr(items.size() == 1 ? "(" + items.get(0).text + ",)" : "(" + commas(items) + ")");
    }

    public static PyExpr list(List<PyExpr> items) {
        return new PyExpr("[" + commas(items) + "]");
    }

    /** A set, which Python can write only if it is not empty. */
    public static PyExpr set(List<PyExpr> items) {
        return new PyExpr(items.isEmpty() ? "set()" : "{" + commas(items) + "}");
    }

    /** In the map's own order: give one that has an order. */
    public static PyExpr dict(Map<PyExpr, PyExpr> entries) {
        return new PyExpr("{" + pairs(entries) + "}");
    }

    public static PyExpr call(PyExpr callee, List<PyExpr> arguments, Map<PyIdentifier, PyExpr> keywords) {
        StringBuilder all = new StringBuilder(commas(arguments));
        for (Map.Entry<PyIdentifier, PyExpr> keyword : keywords.entrySet()) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append(keyword.getKey().text())
                    .append('=')
                    .append(keyword.getValue().text);
        }
        return new PyExpr(callee.text + "(" + all + ")");
    }

    public static PyExpr call(PyExpr callee, PyExpr... arguments) {
        return call(callee, List.of(arguments), Map.of());
    }

    public PyExpr attribute(PyIdentifier name) {
        return new PyExpr(text + "." + name.text());
    }

    public PyExpr subscript(PyExpr... items) {
        return new PyExpr(text + "[" + commas(List.of(items)) + "]");
    }

    /** By hand, as views compare many: what records bring takes each cold start some milliseconds a class. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PyExpr it && text.equals(it.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** A loop and no stream: every expression of every view comes by here. */
    private static boolean holdsHidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (CodePoints.hidden(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String commas(List<PyExpr> items) {
        StringBuilder out = new StringBuilder();
        for (PyExpr item : items) {
            out.append(out.isEmpty() ? "" : ", ").append(item.text);
        }
        return out.toString();
    }

    private static String pairs(Map<PyExpr, PyExpr> entries) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<PyExpr, PyExpr> entry : entries.entrySet()) {
            out.append(out.isEmpty() ? "" : ", ")
                    .append(entry.getKey().text)
                    .append(": ")
                    .append(entry.getValue().text);
        }
        return out.toString();
    }
}
