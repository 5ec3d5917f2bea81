package io.qpf.policy;

import java.text.Normalizer;
import java.util.Locale;

/** Names of metrics and events as snake_case identifiers: "model confidence" is model_confidence. */
public final class Identifiers {
    private Identifiers() {}

    /** The identifier, or an empty text where the words hold no letter and no digit. */
    public static String snake(String words) {
        String folded = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        folded.codePoints().forEach(letter -> {
            if (Character.isLetterOrDigit(letter)) {
                name.appendCodePoint(letter);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        });
        if (!name.isEmpty() && name.charAt(name.length() - 1) == '_') {
            name.setLength(name.length() - 1);
        }
        boolean leadingDigit = !name.isEmpty() && Character.isDigit(name.codePointAt(0));
        return leadingDigit ? "_" + name : name.toString();
    }
}
