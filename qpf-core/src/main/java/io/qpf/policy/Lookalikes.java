package io.qpf.policy;

/** Letters that word processors and keyboards put for others; each becomes one plain letter, so that places stay. */
final class Lookalikes {
    private static final char FIRST_WIDE = '\uFF01';
    private static final char LAST_WIDE = '\uFF5E';
    private static final int WIDER = 0xFEE0;
    private static final String ODD = "\u00A0\u2007\u2009\u202F\u3000\u2010\u2011\u2212\u2018\u2019\u201C\u201D\u201E"
            + "\u2266\u2267\u2A7D\u2A7E";
    private static final String PLAIN = "     ---''\"\"\"\u2264\u2265\u2264\u2265";

    private Lookalikes() {}

    /** The text in plain letters; the same one where it is in ASCII. */
    static String plain(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x80) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int index = 0; index < text.length(); index++) {
            plain.setCharAt(index, plain(text.charAt(index)));
        }
        return plain.toString();
    }

    private static char plain(char letter) {
        if (letter >= FIRST_WIDE && letter <= LAST_WIDE) {
            return (char) (letter - WIDER);
        }
        int place = letter < 0x80 ? -1 : ODD.indexOf(letter);
        return place < 0 ? letter : PLAIN.charAt(place);
    }
}
