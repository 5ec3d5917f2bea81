package io.qpf.policy;

import java.text.Normalizer;
import java.util.Locale;

/** Names of metrics and events as snake_case identifiers in ASCII: "model confidence" is model_confidence. */
public final class Identifiers {
    private Identifiers() {}

    /** The identifier, or an empty text where the words hold no letter and no digit. */
    public static String snake(String words) {
        StringBuilder name = new StringBuilder();
        // Plain letters are their own decomposition, and the tables of all others take long to load.
        String letters =
                (isPlain(words) ? words : Normalizer.normalize(words, Normalizer.Form.NFKD)).toLowerCase(Locale.ROOT);
        for (int index = 0; index < letters.length(); index += Character.charCount(letters.codePointAt(index))) {
            int letter = letters.codePointAt(index);
            if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                append(name, letter);
            }
        }
        if (!name.isEmpty() && name.charAt(name.length() - 1) == '_') {
            name.setLength(name.length() - 1);
        }
        boolean leadingDigit = !name.isEmpty() && Character.isDigit(name.charAt(0));
        return leadingDigit ? "n" + name : name.toString();
    }

    private static boolean isPlain(String words) {
        for (int index = 0; index < words.length(); index++) {
            if (words.charAt(index) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder name, int letter) {
        boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) {
            name.append((char) letter);
        } else if (Character.isLetterOrDigit(letter)) {
            name.append('u').append(Integer.toHexString(letter));
        } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '_') {
            name.append('_');
        }
    }
}
