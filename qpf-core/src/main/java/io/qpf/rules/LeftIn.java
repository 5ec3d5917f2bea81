package io.qpf.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that somebody left in a line to come back to. */
final class LeftIn {
    /** What every text holds that the pattern could find, beside names in angle brackets. */
    private static final List<String> MARKS = List.of(
            "TODO",
            "TBD",
            "Tbd",
            "tbd",
            "TBA",
            "FIXME",
            "ixme",
            "XXX",
            "xxx",
            "CHANGE",
            "hangeme",
            "hange_me",
            "o be de",
            "psum",
            "PSUM",
            "??",
            "...",
            "\u2026",
            "{{");

    private final String line;
    private final Matcher word;

    private LeftIn(String line) {
        this.line = line;
        word = Words.LEFT_IN.matcher(line);
    }

    /** The words of a line without its comment. */
    static LeftIn of(String line) {
        return new LeftIn(line);
    }

    /** Whether a text is nothing but such a word. */
    static boolean isAll(String value) {
        return mayBeIn(value) && Words.LEFT_IN.matcher(value.strip()).lookingAt();
    }

    /** Whether the pattern is worth its time: nearly every schema holds none of the words. */
    static boolean mayBeIn(String text) {
        for (String mark : MARKS) {
            if (text.contains(mark)) {
                return true;
            }
        }
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the first word; a comma begins or ends a value in brackets only. */
    boolean find() {
        while (word.find()) {
            boolean inBrackets = line.lastIndexOf('[', word.start()) >= 0 || line.lastIndexOf('{', word.start()) >= 0;
            boolean beside = before() == ',' || line.startsWith(",", word.end());
            if (inBrackets || !beside || word.group("plain") != null) {
                return true;
            }
        }
        return false;
    }

    int start() {
        return word.start();
    }

    int end() {
        return word.end();
    }

    /** The last character before the word that is no blank and no quote. */
    private char before() {
        int at = word.start() - 1;
        while (at >= 0 && " \"'".indexOf(line.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 ? ' ' : line.charAt(at);
    }

    /**
     * Compiled only where it is needed. What is a word of the language as well, such as TODO items and the size XXX, is left in only
     * where it is the whole value, or where a value begins with it and a sign follows.
     */
    private static final class Words {
        private static final String WHOLE =
                "TODO|TBA|(?i:tbd|fixme|xxx+|change_?me|to be (?:defined|determined|decided))"
                        + "|\\?{2,}|(?<!^)\\.{3}|\u2026|\\{\\{[^{}]*\\}\\}|<[A-Za-z][\\w -]{0,40}>";
        private static final String BEGIN = "(?<=^\\s{0,60}[\"']?|[:,-] {1,20}[\"']?|[\\[{] {0,4}[\"']?)";
        private static final String END = "(?=[\"']?\\s*(?:$|[,}\\]]))";
        private static final String ANYWHERE = "\\bCHANGE_?ME\\b|(?i:lorem ipsum)|<(?:your|insert)[ _-][^<>\n]{1,40}>"
                + "|(?<=\\()(?:TODO|TBD|FIXME)\\b";
        static final Pattern LEFT_IN = Pattern.compile("(?<plain>" + ANYWHERE + "|" + BEGIN
                + "(?:TODO|TBD|FIXME|XXX)(?=[:;(]| -))|" + BEGIN + "(?:" + WHOLE + ")" + END);
    }
}
