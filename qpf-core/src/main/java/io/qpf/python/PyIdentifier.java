package io.qpf.python;

/**
 * A valid Python identifier in ASCII that shadows nothing.
 *
 * <p>The factories make one from any text, the same from the same text always. Different texts may meet in one identifier: who
 * needs them apart compares, and reports.
 */
public record PyIdentifier(String text) implements Safe, Comparable<PyIdentifier> {
    public PyIdentifier {
        if (!isIdentifier(text)) {
            throw new IllegalArgumentException("not a Python identifier: " + text);
        }
    }

    /** A function, variable, module or parameter: {@code TensorAIOS v6} becomes {@code tensor_aios_v6}. */
    public static PyIdentifier snake(String text) {
        return new PyIdentifier(unshadowed(Words.of(text).joined(Words.Case.SNAKE)));
    }

    /** A class: {@code tensor_scorer} becomes {@code TensorScorer}. */
    public static PyIdentifier pascal(String text) {
        return new PyIdentifier(unshadowed(Words.of(text).joined(Words.Case.PASCAL)));
    }

    /** A constant: {@code score candidates} becomes {@code SCORE_CANDIDATES}. */
    public static PyIdentifier constant(String text) {
        return new PyIdentifier(Words.of(text).joined(Words.Case.CONSTANT));
    }

    /** A field, whose own name people see: kept as it is if valid, with an underscore behind a keyword, else as snake. */
    public static PyIdentifier attribute(String text) {
        if (PyNames.KEYWORDS.contains(text)) {
            return new PyIdentifier(text + "_");
        }
        return isIdentifier(text) && !text.startsWith("_") ? new PyIdentifier(text) : snake(text);
    }

    public static boolean isIdentifier(String text) {
        if (text.isEmpty() || PyNames.KEYWORDS.contains(text) || isDigit(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!(isDigit(unit) || (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z') || unit == '_')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(PyIdentifier other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static String unshadowed(String name) {
        boolean taken = PyNames.KEYWORDS.contains(name)
                || PyNames.SOFT_KEYWORDS.contains(name)
                || PyNames.BUILTINS.contains(name);
        return taken ? name + "_" : name;
    }
}
