package io.qpf.write;

import java.util.List;
import java.util.stream.Collectors;

/** JSON as the lock and the journal write it: printable ASCII, so that no text of a schema can disturb a reader. */
final class Json {
    private Json() {}

    static String quote(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if (it == '"' || it == '\\') {
                json.append('\\').append(it);
            } else if (it < ' ' || it > '~') {
                json.append(String.format("\\u%04x", (int) it));
            } else {
                json.append(it);
            }
        }
        return json.append('"').toString();
    }

    static String list(List<String> texts) {
        return texts.stream().map(Json::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A document of one list with one entry a line, so that a change of one file is a change of one line. */
    static String document(String name, List<String> entries) {
        String lines = entries.stream().map(it -> "    " + it).collect(Collectors.joining(",\n"));
        return "{\n  \"format\": 1,\n  \"" + name + "\": [\n" + lines + (entries.isEmpty() ? "" : "\n") + "  ]\n}\n";
    }
}
