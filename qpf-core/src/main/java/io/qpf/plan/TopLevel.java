package io.qpf.plan;

/** Reads what a line of Python defines at the top level. */
final class TopLevel {
    private TopLevel() {}

    static boolean definesClass(String line, String name) {
        return line.startsWith("class " + name)
                && (line.length() == 6 + name.length()
                        || !Character.isJavaIdentifierPart(line.charAt(6 + name.length())));
    }
}
