package io.qpf.gates.report;

import java.util.List;

/** A name on two lines at the most, parted where a new word begins. */
final class NameLines {
    private static final int LONGEST = 19;

    private NameLines() {}

    static List<String> of(String name) {
        if (name.length() <= LONGEST) {
            return List.of(name);
        }
        int at = LONGEST;
        while (at > 1 && !startsWord(name, at)) {
            at--;
        }
        at = at > 1 ? at : whole(name, LONGEST);
        String rest = name.substring(at).strip();
        String second = rest.length() <= LONGEST ? rest : rest.substring(0, whole(rest, LONGEST - 1)) + "…";
        return List.of(name.substring(0, at).strip(), second);
    }

    /** The place itself, or the one before it where it would part a character. */
    private static int whole(String name, int at) {
        boolean parts = Character.isLowSurrogate(name.charAt(at)) && Character.isHighSurrogate(name.charAt(at - 1));
        return parts ? at - 1 : at;
    }

    private static boolean startsWord(String name, int at) {
        char before = name.charAt(at - 1);
        return before == ' '
                || before == '_'
                || before == '-'
                || (Character.isUpperCase(name.charAt(at)) && !Character.isUpperCase(before));
    }
}
