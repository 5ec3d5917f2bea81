package io.qpf.python;

/**
 * Classes of code points that matter to escaping, as fixed ranges: the JDK's own tables grow with each release, and the same
 * input must give the same bytes on each.
 */
final class CodePoints {
    /** First and last of each range of format characters, noncharacters apart. Unicode 16, category Cf. */
    private static final int[] FORMAT = {
        0xAD, 0xAD, 0x600, 0x605, 0x61C, 0x61C, 0x6DD, 0x6DD, 0x70F, 0x70F, 0x890, 0x891, 0x8E2, 0x8E2, 0x180E, 0x180E,
        0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0xFEFF, 0xFEFF, 0xFFF9, 0xFFFB, 0x110BD, 0x110BD, 0x110CD,
        0x110CD, 0x13430, 0x1343F, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE007F,
    };

    private CodePoints() {}

    /** Control, format, surrogate, line or paragraph separator, or no character at all: never raw in a file. */
    static boolean hidden(int point) {
        if (point < 0x7F) {
            return point < 0x20;
        }
        return point < 0xA0
                || separator(point)
                || surrogate(point)
                || (point & 0xFFFE) == 0xFFFE
                || nonCharacter(point)
                || format(point);
    }

    /** White space other than the plain blank, as Python's {@code str.isspace} sees it. */
    static boolean oddSpace(int point) {
        return (point >= 0x09 && point <= 0x0D)
                || (point >= 0x1C && point <= 0x1F)
                || point == 0x85
                || point == 0xA0
                || point == 0x1680
                || (point >= 0x2000 && point <= 0x200A)
                || separator(point)
                || point == 0x202F
                || point == 0x205F
                || point == 0x3000;
    }

    static boolean surrogate(int point) {
        return point >= 0xD800 && point <= 0xDFFF;
    }

    private static boolean separator(int point) {
        return point == 0x2028 || point == 0x2029;
    }

    private static boolean nonCharacter(int point) {
        return point >= 0xFDD0 && point <= 0xFDEF;
    }

    private static boolean format(int point) {
        for (int i = 0; i < FORMAT.length; i += 2) {
            if (point <= FORMAT[i + 1]) {
                return point >= FORMAT[i];
            }
        }
        return false;
    }
}
