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
    /** How the names of kept contents begin. */
    static final String KEPT = "k";

    /**
     * A step without its content.
     *
     * @param staged the name of the staged content; empty for a removal
     * @param kept the name under which what was there is kept until the end; empty if nothing was, or on the way back
     */
    record Entry(String path, String was, String becomes, String staged, String kept) {
        private String json() {
            return "{\"path\": " + Json.quote(path) + ", \"was\": " + Json.quote(was) + ", \"becomes\": "
                    + Json.quote(becomes) + ", \"staged\": " + Json.quote(staged) + ", \"kept\": " + Json.quote(kept)
                    + "}";
        }

        /** Whether the step is done, by what lies in its place now. A folder there holds the new files of a removed one. */
        boolean isDone(String state) {
            return state.equals(becomes) || (staged.isEmpty() && state.equals(Look.FOLDER));
        }
    }

    Journal {
        entries = List.copyOf(entries);
    }

    static Journal of(List<Step> steps) {
        List<Entry> entries = new ArrayList<>();
        for (Step step : steps) {
            String number = Integer.toString(entries.size());
            String staged = step instanceof Step.Write ? number : "";
            String kept = isFree(step.was()) ? "" : KEPT + number;
            entries.add(new Entry(step.path(), step.was(), step.becomes(), staged, kept));
        }
        return new Journal(entries);
    }

    /** Whether nothing is in a place, or a folder that other steps empty. */
    static boolean isFree(String state) {
        return state.equals(Look.ABSENT) || state.equals(Look.FOLDER);
    }

    static boolean exists(OutputFolder out) {
        return Files.exists(out.own(NAME));
    }

    static Journal read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Map<String, String> it : JsonReader.entries(file, "steps")) {
            entries.add(new Entry(
                    text(it, "path"),
                    text(it, "was"),
                    text(it, "becomes"),
                    text(it, "staged"),
                    it.getOrDefault("kept", "")));
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
