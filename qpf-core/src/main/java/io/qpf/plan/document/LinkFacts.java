package io.qpf.plan.document;

import io.qpf.python.SchemaText;

/**
 * A link to another document.
 *
 * @param target relative, percent-encoded
 */
public record LinkFacts(SchemaText name, SchemaText target) {
    /** From one file below the output to another. */
    static LinkFacts between(String from, String to) {
        String name = to.substring(to.lastIndexOf('/') + 1);
        return new LinkFacts(SchemaText.of(name), SchemaText.of(Urls.encoded(relative(from, to))));
    }

    private static String relative(String from, String to) {
        String[] here = from.split("/", -1);
        String[] there = to.split("/", -1);
        int common = 0;
        while (common < here.length - 1 && common < there.length - 1 && here[common].equals(there[common])) {
            common++;
        }
        StringBuilder path = new StringBuilder("../".repeat(here.length - 1 - common));
        for (int i = common; i < there.length; i++) {
            path.append(there[i]).append(i + 1 < there.length ? "/" : "");
        }
        return path.toString();
    }
}
