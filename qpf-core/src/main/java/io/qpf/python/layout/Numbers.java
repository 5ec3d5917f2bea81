package io.qpf.python.layout;

import java.util.Locale;

/** Numbers as black writes them. */
final class Numbers {
    private Numbers() {}

    static String normalised(String number) {
        if (number.length() == 1) {
            return number;
        }
        String text = number.toLowerCase(Locale.ROOT);
        if (text.startsWith("0o") || text.startsWith("0b")) {
            return text;
        }
        if (text.startsWith("0x")) {
            return "0x" + text.substring(2).toUpperCase(Locale.ROOT);
        }
        int exponent = text.indexOf('e');
        if (exponent >= 0) {
            String after = text.substring(exponent + 1);
            return plain(text.substring(0, exponent)) + "e" + (after.startsWith("+") ? after.substring(1) : after);
        }
        if (text.endsWith("j")) {
            return plain(text.substring(0, text.length() - 1)) + "j";
        }
        return plain(text);
    }

    private static String plain(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            return text;
        }
        String whole = point == 0 ? "0" : text.substring(0, point);
        String fraction = point + 1 == text.length() ? "0" : text.substring(point + 1);
        return whole + "." + fraction;
    }
}
