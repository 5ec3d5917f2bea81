package io.qpf.maven;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The folders of an output with how many files lie in and below each; what lies deep is counted, not shown. */
final class OutputTree {
    private static final int DEPTH = 3;

    private final Map<String, OutputTree> folders = new TreeMap<>();
    private int files;

    private OutputTree() {}

    static OutputTree of(List<String> paths) {
        OutputTree root = new OutputTree();
        paths.forEach(root::add);
        return root;
    }

    private void add(String path) {
        files++;
        int slash = path.indexOf('/');
        if (slash >= 0) {
            folders.computeIfAbsent(path.substring(0, slash), it -> new OutputTree())
                    .add(path.substring(slash + 1));
        }
    }

    /** The lines below a first one, which names the root. */
    String draw(String name, Style style) {
        StringBuilder text = new StringBuilder(style.strong(name)).append('\n');
        appendFolders(text, "", 1, style);
        return text.toString();
    }

    private void appendFolders(StringBuilder text, String indent, int depth, Style style) {
        int left = folders.size();
        for (Map.Entry<String, OutputTree> it : folders.entrySet()) {
            boolean last = --left == 0;
            OutputTree folder = it.getValue();
            String line = indent + (last ? "└─ " : "├─ ") + it.getKey() + "/";
            text.append(line).append(" ".repeat(Math.max(1, 44 - line.length())));
            text.append(style.faint(Words.count(folder.files, "file"))).append('\n');
            if (depth < DEPTH) {
                folder.appendFolders(text, indent + (last ? "   " : "│  "), depth + 1, style);
            }
        }
    }
}
