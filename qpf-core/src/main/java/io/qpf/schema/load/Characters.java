package io.qpf.schema.load;

import io.qpf.source.Text;

/** Characters that escapes can make and no text may hold. All other control characters are data. */
final class Characters {
    private Characters() {}

    static void check(Text text, Findings findings) {
        String value = text.value();
        for (int index = 0; index < value.length(); index++) {
            int point = value.codePointAt(index);
            if (point == 0) {
                findings.add(
                        LoadRule.CONTROL_CHARACTER,
                        text.part(index, index + 1),
                        "The text holds NUL, the character U+0000",
                        "Delete the escape: NUL never stands in a schema.");
                return;
            }
            if (Character.isSupplementaryCodePoint(point)) {
                index++;
            } else if (Character.isSurrogate(value.charAt(index))) {
                findings.add(
                        LoadRule.HALF_CHARACTER,
                        text.part(index, index + 1),
                        "The escape is half of a character",
                        "Write the character itself, or \\U with its eight hexadecimal digits.");
                return;
            }
        }
    }
}
