package io.qpf.gates;

import java.util.Optional;

/**
 * One finding behind a figure.
 *
 * @param agent whose file it is; empty for what agents share
 * @param file where people find it: from the project's folder, with forward slashes. While it is measured, what lies in the tree
 *     is named from there
 * @param line 1-based; 0 for the file as a whole
 * @param rule the tool's own name for it, such as {@code W0611}; may be empty
 */
public record Evidence(Optional<String> agent, String file, int line, String rule, String message) {
    /** Such as {@code L9/core/x.py:12: message}. */
    public String text() {
        return file + (line > 0 ? ":" + line : "") + ": " + message + (rule.isEmpty() ? "" : " (" + rule + ")");
    }
}
