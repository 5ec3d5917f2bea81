package io.qpf.schema.load;

import io.qpf.schema.Datum;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What hides in {@code extract_command}. The command itself stays an extra of the map.
 *
 * @param input the schema file that the command names
 * @param outputRoot {@code Output_Root}
 * @param links {@code Dependency_Links}, without "Link to" and without remarks in parentheses
 */
record ExtractCommand(Optional<Text> input, Optional<Text> outputRoot, List<Text> links) {
    private static final String KEY = "extract_command";
    private static final String LINE_VALUE = ":[ \\t]*(\\S[^\\n]*)";
    private static final Pattern INPUT = Pattern.compile("(?m)^[ \\t]*Input" + LINE_VALUE);
    private static final Pattern OUTPUT = Pattern.compile("(?m)^[ \\t]*Output_Root" + LINE_VALUE);
    private static final Pattern LINKS =
            Pattern.compile("(?m)^[ \\t]*Dependency_Links:[ \\t]*\\n((?:[ \\t]*-[^\\n]*\\n?)*)");
    private static final Pattern LINK =
            Pattern.compile("(?m)^[ \\t]*-[ \\t]+(?:Link to[ \\t]+)?(\\S[^\\n]*?)(?:[ \\t]+\\([^\\n]*\\))?[ \\t]*$");
    private static final ExtractCommand NONE = new ExtractCommand(Optional.empty(), Optional.empty(), List.of());

    static ExtractCommand read(Fields step) {
        Optional<Datum> given = step.datum(KEY);
        step.keep(KEY);
        if (given.isPresent() && given.get() instanceof Datum.Mapping mapping) {
            Fields fields =
                    step.nested(step.entry(KEY).orElseThrow().key(), mapping).keep("Extractor", "Glue");
            return new ExtractCommand(
                    fields.text("Input"), fields.text("Output_Root"), fields.texts("Dependency_Links"));
        }
        Optional<Text> command = step.text(KEY);
        if (command.isEmpty()) {
            return NONE;
        }
        Text text = command.get();
        return new ExtractCommand(find(INPUT, text), find(OUTPUT, text), links(text));
    }

    private static Optional<Text> find(Pattern pattern, Text command) {
        Matcher found = pattern.matcher(command.value());
        return found.find() ? Parts.group(command, found, 1) : Optional.empty();
    }

    private static List<Text> links(Text command) {
        Matcher block = LINKS.matcher(command.value());
        if (!block.find()) {
            return List.of();
        }
        List<Text> links = new ArrayList<>();
        Matcher link = LINK.matcher(command.value()).region(block.start(1), block.end(1));
        while (link.find()) {
            Parts.add(Parts.trimmed(command, link.start(1), link.end(1)), links);
        }
        return links;
    }
}
