package io.qpf.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The steps of one transaction, with the contents staged beside it: once it lies on disk, the next run can finish them.
 *
 * @param entries in the order in which they are done
 */
record Journal(List<Entry> entries) {
    static final String NAME = "journal.json";

    /**
     * A step without its content.
     *
     * @param staged the name of the staged content; empty for a removal
     */
    record Entry(String path, String was, String becomes, String staged) {
        private String json() {
            return "{\"path\": " + Json.quote(path) + ", \"was\": " + Json.quote(was) + ", \"becomes\": "
                    + Json.quote(becomes) + ", \"staged\": " + Json.quote(staged) + "}";
        }
    }

    Journal {
        entries = List.copyOf(entries);
    }

    static Journal of(List<Step> steps) {
        List<Entry> entries = new ArrayList<>();
        for (Step step : steps) {
            String staged = step instanceof Step.Write ? Integer.toString(entries.size()) : "";
            entries.add(new Entry(step.path(), step.was(), step.becomes(), staged));
        }
        return new Journal(entries);
    }

    static boolean exists(OutputFolder out) {
        return Files.exists(out.own(NAME));
    }

    static Journal read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Map<String, String> it : JsonReader.entries(file, "steps")) {
            entries.add(new Entry(text(it, "path"), text(it, "was"), text(it, "becomes"), text(it, "staged")));
        }
        return new Journal(entries);
    }

    private static String text(Map<String, String> entry, String field) throws IOException {
        String text = entry.get(field);
        if (text == null) {
            throw new IOException("an entry has no \"" + field + "\"");
        }
        return text;
    }

    String json() {
        return Json.document("steps", entries.stream().map(Entry::json).toList());
    }
}
