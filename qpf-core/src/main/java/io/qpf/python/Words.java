package io.qpf.python;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** The words of a name, however people wrote it: {@code scoreCandidates}, {@code HTTPServer}, {@code score-candidates}. */
record Words(List<String> words) {
    enum Case {
        SNAKE,
        PASCAL,
        CONSTANT
    }

    static Words of(String text) {
        Splitter splitter = new Splitter(ascii(text));
        return new Words(splitter.split());
    }

    String joined(Case style) {
        StringBuilder out = new StringBuilder();
        for (String word : words) {
            if (style != Case.PASCAL && !out.isEmpty()) {
                out.append('_');
            }
            switch (style) {
                case SNAKE -> out.append(lower(word));
                case CONSTANT -> out.append(upper(word));
                case PASCAL -> out.append(upper(word.substring(0, 1))).append(pascalRest(word));
            }
        }
        if (out.isEmpty()) {
            return cased("unnamed", style);
        }
        // No leading underscore, which would make the name private.
        return out.charAt(0) <= '9' ? cased("n", style) + out : out.toString();
    }

    private static String cased(String word, Case style) {
        return switch (style) {
            case SNAKE -> word;
            case CONSTANT -> upper(word);
            case PASCAL -> upper(word.substring(0, 1)) + word.substring(1);
        };
    }

    /** An acronym stays one ({@code AIOS}), a shouted constant does not ({@code SCORE_CANDIDATES} has been split before). */
    private String pascalRest(String word) {
        boolean shouted = words.size() > 1;
        for (String each : words) {
            shouted = shouted && !hasLower(each);
        }
        return shouted ? lower(word.substring(1)) : word.substring(1);
    }

    private static boolean hasLower(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Splitter.isLower(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** By hand, since the JDK's own would ask the locale. */
    private static String lower(String word) {
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            if (Splitter.isUpper(word.charAt(i))) {
                out.setCharAt(i, (char) (word.charAt(i) + 32));
            }
        }
        return out.toString();
    }

    private static String upper(String word) {
        StringBuilder out = new StringBuilder(word);
        for (int i = 0; i < word.length(); i++) {
            if (Splitter.isLower(word.charAt(i))) {
                out.setCharAt(i, (char) (word.charAt(i) - 32));
            }
        }
        return out.toString();
    }

    /** Letters with marks lose them, a few have an old spelling, all others become their number. */
    private static String ascii(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point < 0x80) {
                out.append((char) point);
            } else {
                out.append(transliterated(point));
            }
        }
        return out.toString();
    }

    private static String transliterated(int point) {
        String spelled = switch (point) {
            case 0xDF -> "ss";
            case 0xC6, 0xE6 -> "ae";
            case 0x152, 0x153 -> "oe";
            case 0xD8, 0xF8 -> "o";
            case 0xD0, 0xF0, 0x110, 0x111 -> "d";
            case 0xDE, 0xFE -> "th";
            case 0x141, 0x142 -> "l";
            case 0x131 -> "i";
            default -> "";
        };
        if (!spelled.isEmpty()) {
            return spelled;
        }
        // Only where Unicode's decompositions have long been settled: a newer JDK must not name things otherwise.
        if (point < 0x250 || (point >= 0x1E00 && point < 0x1F00) || (point >= 0xFF00 && point < 0xFF60)) {
            String plain = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKD)
                    .codePoints()
                    .filter(it -> it < 0x80)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            if (!plain.isEmpty()) {
                return plain;
            }
        }
        boolean spacing = point >= 0x300 && point < 0x370;
        return CodePoints.oddSpace(point) || spacing ? " " : " u" + Integer.toHexString(point) + " ";
    }

    /** Cuts at everything that is no letter or digit, and where the case turns. */
    private static final class Splitter {
        private final String text;
        private final List<String> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();

        Splitter(String text) {
            this.text = text;
        }

        List<String> split() {
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                if (!isUpper(unit) && !isLower(unit) && !isDigit(unit)) {
                    cut();
                    continue;
                }
                if (isUpper(unit) && !word.isEmpty() && turns(i)) {
                    cut();
                }
                word.append(unit);
            }
            cut();
            return List.copyOf(words);
        }

        private boolean turns(int at) {
            char last = word.charAt(word.length() - 1);
            boolean lowerNext = at + 1 < text.length() && isLower(text.charAt(at + 1));
            boolean pluralNext = lowerNext
                    && text.charAt(at + 1) == 's'
                    && (at + 2 == text.length() || !isLower(text.charAt(at + 2)));
            return isLower(last) || (isUpper(last) && lowerNext && !pluralNext);
        }

        private void cut() {
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }

        static boolean isUpper(char unit) {
            return unit >= 'A' && unit <= 'Z';
        }

        static boolean isLower(char unit) {
            return unit >= 'a' && unit <= 'z';
        }

        static boolean isDigit(char unit) {
            return unit >= '0' && unit <= '9';
        }
    }
}
