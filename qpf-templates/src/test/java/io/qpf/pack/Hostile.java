package io.qpf.pack;

import java.util.List;
import java.util.Random;

/** Names and texts as nobody should write them, the same ones for the same seed. */
final class Hostile {
    private static final List<String> TEXTS = List.of(
            "quotes \" and ' and \"\"\"",
            "'''triple''' \"\"\"both\"\"\"",
            "back\\slash \\n \\",
            "{{mustache}} {{{three}}} {{/close}}",
            "{brace} %s %(x)s ${shell} $(id) `tick`",
            "# comment",
            "one\ntwo\n\nfour",
            "tab\there",
            "emoji \uD83D\uDE00\uD83D\uDE80 and accents \u00e9\u00fc",
            "bidi \u202e override \u2066 isolate",
            "line \u2028 separator \u0085 next",
            "bell \u0007 escape \u001b",
            "<script>alert(1)</script> & <!-- --> |pipe| [link](http://x)",
            "ends with a quote\"",
            "ends with a backslash\\",
            " leading and trailing ",
            "a very long text that goes on and on, well past every margin that black or a person could have in mind, "
                    + "without saying anything at all, and then some more of it, to be sure that it wraps twice",
            "unbreakable-" + "x".repeat(200),
            "None",
            "True",
            "yes");
    private static final List<String> WORDS = List.of(
            "class", "def", "import", "lambda", "match", "type", "None", "print", "list", "str", "id", "self", "async",
            "score", "order", "anomaly", "json", "logging", "init", "context", "policy", "status", "x", "values");

    private final Random random;

    Hostile(long seed) {
        this.random = new Random(seed);
    }

    /** A text of any kind. */
    String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    /** A name of 1 to 60 characters, unique by its number. */
    String name(int number) {
        StringBuilder name = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        int length = 1 + random.nextInt(60);
        while (name.length() < length) {
            name.append('_').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        String tail = "_" + number;
        return name.substring(0, Math.min(name.length(), 60 - tail.length())).replaceAll("_+$", "") + tail;
    }

    int number(int bound) {
        return random.nextInt(bound);
    }

    boolean flip() {
        return random.nextBoolean();
    }
}
