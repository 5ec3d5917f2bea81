package io.qpf.python.layout;

/** Comments as black normalises them: one blank behind the hash. */
final class Comments {
    private static final String KEPT = " !:#'";

    private Comments() {}

    static String normalised(String comment) {
        String content = comment.stripTrailing().substring(1);
        if (content.isEmpty()) {
            return "#";
        }
        if (content.charAt(0) == '\u00a0') {
            content = " " + content.substring(1);
        }
        if (isType("#" + content) && content.indexOf('\u00a0') < 0) {
            int colon = content.indexOf(':');
            content = content.substring(0, colon).strip() + ": "
                    + content.substring(colon + 1).strip();
        }
        return (KEPT.indexOf(content.charAt(0)) < 0 ? "# " : "#") + content;
    }

    static boolean isType(String comment) {
        return comment.substring(1).stripLeading().startsWith("type:");
    }

    static boolean isTypeIgnore(String comment) {
        return isType(comment)
                && comment.substring(comment.indexOf(':') + 1).stripLeading().startsWith("ignore");
    }
}
