package io.qpf.render;

import java.util.List;

/**
 * What is wrong in a template, in the words of templates.
 *
 * @param template its file below the root of templates, with the suffix
 * @param line 1-based
 * @param word what stands there and is wrong; may be empty
 * @param message one sentence without a place in it
 * @param candidates what could stand there instead; empty where that is no question of names
 */
public record TemplateFault(String template, int line, String word, String message, List<String> candidates) {
    public TemplateFault {
        candidates = List.copyOf(candidates);
    }

    /** The fault with its place. */
    public String text() {
        return "template '" + template + "' line " + line + ": " + message;
    }
}
