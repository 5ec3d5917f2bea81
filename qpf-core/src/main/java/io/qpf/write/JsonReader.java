package io.qpf.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads back what {@link Json} wrote, by the token: the entries of a document's list, with their text fields. */
final class JsonReader {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonReader() {}

    static List<Map<String, String>> entries(Path file, String name) throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        boolean listSeen = false;
        try (JsonParser json = JSON.createParser(Files.readAllBytes(file))) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("format")) {
                    requireFormat(json);
                } else if (field.equals(name)) {
                    expect(json, value, JsonToken.START_ARRAY);
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        entries.add(entry(json));
                    }
                    listSeen = true;
                } else {
                    json.skipChildren();
                }
            }
            expect(json, json.currentToken(), JsonToken.END_OBJECT);
        }
        if (!listSeen) {
            throw new IOException("there is no list \"" + name + "\"");
        }
        return entries;
    }

    private static Map<String, String> entry(JsonParser json) throws IOException {
        expect(json, json.currentToken(), JsonToken.START_OBJECT);
        Map<String, String> texts = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (json.nextToken() == JsonToken.VALUE_STRING) {
                texts.put(field, json.getText());
            } else {
                json.skipChildren();
            }
        }
        return texts;
    }

    private static void requireFormat(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT || json.getIntValue() != 1) {
            throw new IOException("its format is " + json.getText() + " and this QPF reads format 1");
        }
    }

    private static void expect(JsonParser json, @org.jspecify.annotations.Nullable JsonToken found, JsonToken wanted)
            throws IOException {
        if (found != wanted) {
            throw new IOException("line " + json.currentLocation().getLineNr() + " holds no " + wanted);
        }
    }
}
