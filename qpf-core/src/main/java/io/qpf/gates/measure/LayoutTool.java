package io.qpf.gates.measure;

import io.qpf.gates.Evidence;
import io.qpf.gates.Gate;
import io.qpf.gates.Gates;
import io.qpf.gates.toolchain.ToolRun;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** black and isort: a file is as they would write it, or they show the difference. */
final class LayoutTool extends FileTool {
    private static final Pattern FILE = Pattern.compile("^--- (.+?)(?::before)?\\t.*$");
    private static final Pattern HUNK = Pattern.compile("^@@ -(\\d+).*$");
    private static final Pattern BROKEN = Pattern.compile("^error: cannot format (.+?\\.py): (.*)$");
    private static final Pattern BROKEN_LINE = Pattern.compile(".*?: (\\d+):\\d+.*");

    /** How black ends: 1 file would be reformatted, 2 files would be left unchanged. */
    private static final Pattern BLACK =
            Pattern.compile("\\b([0-9]+) files? would (?:be reformatted|be left unchanged|fail to reformat)\\b");
    /** What isort says of each file if it is asked to, and at the end of those that want to be skipped. */
    private static final Pattern ISORT = Pattern.compile(
            "(?m)^(?:SUCCESS: .+ Everything Looks Good!|ERROR: .+ Imports are incorrectly sorted and/or formatted\\."
                    + "|Skipped ([0-9]+) files)$");

    private final List<String> arguments;
    private final Pattern counts;

    private LayoutTool(Lab lab, Gate gate, Pattern counts, List<String> arguments) {
        super(lab, gate);
        this.counts = counts;
        this.arguments = arguments;
    }

    static LayoutTool black(Lab lab) {
        return new LayoutTool(
                lab,
                Gates.BLACK,
                BLACK,
                List.of("black", "--config", lab.configuration(), "--check", "--diff", "--no-color", "--workers", "1"));
    }

    static LayoutTool isort(Lab lab) {
        return new LayoutTool(
                lab,
                Gates.ISORT,
                ISORT,
                List.of("isort", "--settings-file", lab.configuration(), "--check-only", "--diff", "--verbose"));
    }

    @Override
    String keyOf(String file) {
        return lab().contents().hash(file);
    }

    @Override
    List<String> arguments() {
        return arguments;
    }

    @Override
    long weight(String file) {
        return 20;
    }

    @Override
    int runs(long weight) {
        return 1;
    }

    @Override
    Map<String, List<Evidence>> parse(ToolRun run) throws ToolFailure {
        Map<String, List<Evidence>> found = new HashMap<>();
        String file = "";
        int line = 0;
        boolean counting = false;
        for (String text : run.output().lines().toList()) {
            Matcher head = FILE.matcher(text);
            Matcher hunk = HUNK.matcher(text);
            Matcher broken = BROKEN.matcher(text);
            if (head.matches()) {
                file = below(head.group(1));
                counting = false;
            } else if (broken.matches()) {
                String name = below(broken.group(1));
                found.put(name, List.of(evidence(name, brokenLine(broken.group(2)), "", broken.group(2))));
            } else if (hunk.matches()) {
                line = Integer.parseInt(hunk.group(1));
                counting = true;
            } else if (counting && text.startsWith(" ")) {
                line++;
            } else if (counting) {
                String message = name() + " would write this differently";
                found.putIfAbsent(file, List.of(evidence(file, line, "", message)));
                counting = false;
            }
        }
        if (!run.passed() && found.isEmpty()) {
            throw lab().broke(name(), run);
        }
        return found;
    }

    @Override
    long seen(ToolRun run) {
        Matcher matcher = counts.matcher(run.output());
        long seen = 0;
        while (matcher.find()) {
            seen += matcher.group(1) == null ? 1 : Long.parseLong(matcher.group(1));
        }
        return seen;
    }

    private static int brokenLine(String message) {
        Matcher place = BROKEN_LINE.matcher(message);
        return place.matches() ? Integer.parseInt(place.group(1)) : 1;
    }

    private String below(String name) {
        Path path = Path.of(name);
        Path tree = lab().tree();
        return (path.isAbsolute() && path.startsWith(tree) ? tree.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }
}
