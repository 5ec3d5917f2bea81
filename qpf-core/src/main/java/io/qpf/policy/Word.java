package io.qpf.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word between blanks.
 *
 * @param text in small letters
 * @param from its place in the phrase
 */
record Word(String text, int from, int to) {
    static List<Word> of(String phrase) {
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int index = 0; index <= phrase.length(); index++) {
            boolean blank = index == phrase.length() || Character.isWhitespace(phrase.charAt(index));
            if (!blank && start < 0) {
                start = index;
            } else if (blank && start >= 0) {
                words.add(new Word(phrase.substring(start, index).toLowerCase(Locale.ROOT), start, index));
                start = -1;
            }
        }
        return words;
    }

    /** Whether it is written as a number is: a digit comes first, behind a sign at the most. */
    boolean isNumber() {
        int first = "+-$€£¥".indexOf(text.charAt(0)) >= 0 && text.length() > 1 ? 1 : 0;
        return text.charAt(first) >= '0' && text.charAt(first) <= '9';
    }
}
