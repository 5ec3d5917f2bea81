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
        at = at > 1 ? at : LONGEST;
        String rest = name.substring(at).strip();
        return List.of(
                name.substring(0, at).strip(), rest.length() <= LONGEST ? rest : rest.substring(0, LONGEST - 1) + "…");
    }

    private static boolean startsWord(String name, int at) {
        char before = name.charAt(at - 1);
        return before == ' '
                || before == '_'
                || before == '-'
                || (Character.isUpperCase(name.charAt(at)) && !Character.isUpperCase(before));
    }
}
