package io.qpf.schema.load;

import io.qpf.schema.Datum;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** What a plain scalar means by the core schema of YAML 1.2: yes, no, on, off and dates are texts. */
final class CoreSchema {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSEHOODS = Set.of("false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private CoreSchema() {}

    static Datum.Kind kind(String plain) {
        if (NULLS.contains(plain)) {
            return Datum.Kind.NULL;
        }
        if (TRUTHS.contains(plain) || FALSEHOODS.contains(plain)) {
            return Datum.Kind.BOOLEAN;
        }
        if (!mayBeNumber(plain.charAt(0))) {
            return Datum.Kind.STRING;
        }
        if (INTEGER.matcher(plain).matches()) {
            return Datum.Kind.INTEGER;
        }
        return FLOAT.matcher(plain).matches() ? Datum.Kind.FLOAT : Datum.Kind.STRING;
    }

    private static boolean mayBeNumber(char first) {
        return (first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.';
    }

    static boolean truth(String text) {
        return TRUTHS.contains(text);
    }

    /** The integer, unless it is beyond 64 bits. Leading zeros are decimal in YAML 1.2. */
    static OptionalLong integer(String text) {
        try {
            if (text.startsWith("0x")) {
                return OptionalLong.of(Long.parseLong(text.substring(2), 16));
            }
            if (text.startsWith("0o")) {
                return OptionalLong.of(Long.parseLong(text.substring(2), 8));
            }
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException beyond) {
            return OptionalLong.empty();
        }
    }

    /** The number, unless it is not a finite one. */
    static OptionalDouble number(String text) {
        Datum.Kind kind = kind(text);
        if (kind == Datum.Kind.INTEGER) {
            OptionalLong whole = integer(text);
            return whole.isPresent() ? OptionalDouble.of((double) whole.getAsLong()) : OptionalDouble.empty();
        }
        if (kind != Datum.Kind.FLOAT
                || text.contains(".i")
                || text.contains(".I")
                || text.contains(".n")
                || text.contains(".N")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
