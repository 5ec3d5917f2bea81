package io.qpf.python.layout;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** isort's order: without case, numbers by value; of a module's names the constants first, then classes, then the others. */
final class ImportOrder {
    /** Numbers within text compare as numbers. */
    static final Comparator<String> NATURAL = ImportOrder::natural;

    private ImportOrder() {}

    static List<ImportedModule> modules(Collection<ImportedModule> modules) {
        return modules.stream()
                .sorted(Comparator.comparing(it -> moduleKey(it.name), NATURAL))
                .toList();
    }

    static List<String> names(Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(ImportOrder::nameKey, NATURAL))
                .toList();
    }

    /** The dots of a relative import end in an underscore, which sorts more dots first. */
    private static String moduleKey(String module) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        String key = dots == 0 ? module : module.substring(0, dots) + "_" + module.substring(dots);
        return key.toLowerCase(Locale.ROOT);
    }

    private static String nameKey(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        boolean cased = !upper.equals(name.toLowerCase(Locale.ROOT));
        String kind;
        if (cased && upper.equals(name) && name.length() > 1) {
            kind = "A";
        } else {
            kind = name.charAt(0) >= 'A' && name.charAt(0) <= 'Z' ? "B" : "C";
        }
        return kind + name.toLowerCase(Locale.ROOT);
    }

    private static int natural(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            boolean leftDigit = digit(left.charAt(i));
            boolean rightDigit = digit(right.charAt(j));
            if (leftDigit && rightDigit) {
                int endLeft = run(left, i);
                int endRight = run(right, j);
                int order = number(left, i, endLeft).compareTo(number(right, j, endRight));
                if (order != 0) {
                    return order;
                }
                i = endLeft;
                j = endRight;
            } else if (leftDigit != rightDigit) {
                // Where the text ends before the number it is the shorter text.
                return leftDigit ? -1 : 1;
            } else if (left.charAt(i) != right.charAt(j)) {
                return left.charAt(i) - right.charAt(j);
            } else {
                i++;
                j++;
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static java.math.BigInteger number(String text, int start, int end) {
        return new java.math.BigInteger(text.substring(start, end));
    }

    private static int run(String text, int start) {
        int end = start;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
