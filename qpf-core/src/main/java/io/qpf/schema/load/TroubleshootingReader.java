package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.schema.ExtractorMap.Remedy;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code troubleshooting}: issues with solutions, nested, side by side, or as a list. */
final class TroubleshootingReader {
    private static final String KEY = "troubleshooting";
    private static final String SOLUTION = "solution";
    private static final List<String> ISSUES = List.of("issue", "problem", "description", "symptom", "text");
    private static final Pattern NUMBERED = Pattern.compile("(?:.*issue.*|.*[_-]?(\\d+))");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)$");

    private TroubleshootingReader() {}

    static List<Remedy> read(Fields root) {
        Optional<Datum> given = root.datum(KEY);
        if (given.isPresent() && given.get() instanceof Datum.Sequence) {
            return fromList(root);
        }
        List<Remedy> remedies = new ArrayList<>();
        Fields fields = root.child(KEY);
        for (Entry entry : fields.entries()) {
            fields.has(entry.key().value());
            if (entry.value() instanceof Datum.Mapping) {
                remedies.add(nested(fields.child(entry.key().value())));
            } else if (!isSolution(entry.key(), fields)) {
                flat(fields, entry).ifPresent(remedies::add);
            }
        }
        return remedies;
    }

    private static List<Remedy> fromList(Fields root) {
        List<Remedy> remedies = new ArrayList<>();
        for (Datum item : root.items(KEY)) {
            if (item instanceof Datum.Mapping mapping) {
                remedies.add(nested(root.item(KEY, mapping)));
            } else {
                root.values().text(item, KEY).ifPresent(it -> remedies.add(new Remedy(it, Optional.empty())));
            }
        }
        return remedies;
    }

    /** {@code {issue: ..., solution: ...}}; without an issue the key names it. */
    private static Remedy nested(Fields pair) {
        Optional<Text> issue = ISSUES.stream()
                .filter(it -> pair.datum(it).isPresent())
                .findFirst()
                .flatMap(pair::text);
        Optional<Text> solution = pair.text(SOLUTION);
        return new Remedy(issue.orElse(pair.key()), solution);
    }

    /** {@code issue_1: text} with {@code solution_1: text} beside it, or {@code the issue: the solution}. */
    private static Optional<Remedy> flat(Fields fields, Entry entry) {
        Optional<Text> text = fields.text(entry.key().value());
        if (!NUMBERED.matcher(entry.key().value()).matches()) {
            return text.map(it -> new Remedy(entry.key(), Optional.of(it)));
        }
        Optional<Text> solution = solutionKey(entry.key(), fields).flatMap(fields::text);
        return text.map(it -> new Remedy(it, solution));
    }

    private static Optional<String> solutionKey(Text issue, Fields fields) {
        if (isFollowedBySolution(issue, fields)) {
            return Optional.of(SOLUTION);
        }
        Matcher number = NUMBER.matcher(issue.value());
        String suffix = number.find() ? number.group(1) : "";
        return List.of(issue + "_solution", "solution_" + suffix, "common_solution_" + suffix, "solution" + suffix)
                .stream()
                .filter(it -> fields.entry(it).isPresent())
                .findFirst();
    }

    private static boolean isFollowedBySolution(Text issue, Fields fields) {
        List<String> keys =
                fields.entries().stream().map(it -> it.key().value()).toList();
        int next = keys.indexOf(issue.value()) + 1;
        return next > 0 && next < keys.size() && keys.get(next).equals(SOLUTION);
    }

    private static boolean isSolution(Text key, Fields fields) {
        return fields.entries().stream()
                .filter(it -> !it.key().equals(key))
                .filter(it -> !it.key().value().contains("solution"))
                .anyMatch(it -> solutionKey(it.key(), fields)
                        .filter(key.value()::equals)
                        .isPresent());
    }
}
