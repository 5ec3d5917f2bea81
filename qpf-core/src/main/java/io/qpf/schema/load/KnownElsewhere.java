package io.qpf.schema.load;

import io.qpf.diagnostics.Suggest;
import io.qpf.schema.Datum;
import io.qpf.schema.Entry;
import io.qpf.source.SourceFile;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Where the files of a collection have the keys that somebody wrote in another place: `telemetry` belongs below `deployment`. */
final class KnownElsewhere {
    /** A key as long as this is no word that every section may have. */
    private static final int TELLING = 8;

    /** The very word of another file may be shorter than one that is only like it. */
    private static final int TELLING_ABROAD = 7;

    /** Words that any mapping may have for people, though one place gives them a meaning. */
    private static final Set<String> COMMON = Set.of(
            "created",
            "description",
            "enabled",
            "environment",
            "input",
            "name",
            "output",
            "owner",
            "policy",
            "purpose",
            "region",
            "role",
            "schema",
            "summary",
            "system",
            "title",
            "version");

    /** Words of one kind of file that any other may have for people. */
    private static final Set<String> EVERYWHERE =
            Set.of("author", "estimatedeffort", "metadata", "notes", "status", "tags", "updated");

    /** Readers ask for the keys of layers and of items only where there is one. */
    private static final String SAMPLE_SCHEMA = """
            memorytopology:
              workingmemory: {}
              episodicmemory: {}
              semanticmemory: {}
              causalmemory: {}
              longtermpersistence: {}
            deployment:
              endpoints: [{name: x}]
            packetrouting:
              inbound: [{}]
              outbound: [{}]
            """;

    private static final String GIVEN = ", which line ";

    private KnownElsewhere() {}

    /** The kinds of files of a collection. */
    enum Home {
        SCHEMA("a schema", SAMPLE_SCHEMA) {
            @Override
            void read(SourceFile file, Fields root, Datum.Mapping sample) {
                SchemaLoader.read(file, root, sample);
            }
        },
        MAP("the extractor map", "{}") {
            @Override
            void read(SourceFile file, Fields root, Datum.Mapping sample) {
                MapLoader.read(file, root);
            }
        },
        GLUE("the glue", "wirings: [{}]") {
            @Override
            void read(SourceFile file, Fields root, Datum.Mapping sample) {
                GlueLoader.read(file, root);
            }
        };

        private final String words;
        private final String sample;

        Home(String words, String sample) {
            this.words = words;
            this.sample = sample;
        }

        abstract void read(SourceFile file, Fields root, Datum.Mapping sample);

        /** What to do with a key of this file, by the place where it stands. */
        BiFunction<String, String, Optional<String>> adviser(Datum.Mapping whole) {
            return (key, path) -> advise(key, path, whole);
        }

        /**
         * What to do with a key that this file knows in another place, or another file knows; empty if none does.
         *
         * @param path where it stands, and what it therefore need not be told
         * @param whole the file, which may say the same in the right place already
         */
        Optional<String> advise(String key, String path, Datum.Mapping whole) {
            return of(this, key, path, whole);
        }
    }

    /** Read from files that give next to nothing, the first time that somebody writes a key which its place does not know. */
    private static final class Places {
        private static final Map<Home, Map<String, Set<String>>> BY_HOME = byHome();

        static Map<String, Set<String>> of(Home home) {
            return BY_HOME.getOrDefault(home, Map.of());
        }

        private static Map<Home, Map<String, Set<String>>> byHome() {
            Map<Home, Map<String, Set<String>>> byHome = new EnumMap<>(Home.class);
            for (Home home : Home.values()) {
                byHome.put(home, byKey(home));
            }
            return byHome;
        }

        private static Map<String, Set<String>> byKey(Home home) {
            SourceFile file = new SourceFile("", home.sample);
            Datum.Mapping sample =
                    (Datum.Mapping) DatumReader.read(file).value().orElseThrow();
            Fields root = Fields.root(sample, new Findings());
            home.read(file, root, sample);
            Map<String, Set<String>> asked = new LinkedHashMap<>();
            root.collectAsked(asked);
            Map<String, Set<String>> byKey = new LinkedHashMap<>();
            asked.forEach((path, keys) -> keys.forEach(key -> byKey.computeIfAbsent(key, it -> new LinkedHashSet<>())
                    .add(path.isEmpty() ? key : path + "." + key)));
            return byKey;
        }
    }

    private static Optional<String> of(Home home, String key, String path, Datum.Mapping whole) {
        if (COMMON.contains(fold(key))) {
            return Optional.empty();
        }
        List<String> places = new ArrayList<>();
        for (String place : inHome(home, key)) {
            if (!place.equals(path)) {
                places.add("`" + place + "`" + given(whole, place));
            }
        }
        for (Home other : Home.values()) {
            // A file that knows the very key is the one that is meant.
            if (other != home && !isExact(home, key)) {
                abroad(other, key).forEach(it -> places.add("`" + it + "` in " + other.words));
            }
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(hint(places));
    }

    private static String hint(List<String> places) {
        int last = places.size() - 1;
        if (last == 0 && places.get(0).contains(GIVEN)) {
            return "QPF reads it as " + places.get(0) + ": put what is new in it there, and delete it here.";
        }
        return last == 0
                ? "QPF reads it as " + places.get(0) + ": move it there."
                : "QPF reads it as " + String.join(", ", places.subList(0, last)) + " or " + places.get(last)
                        + ": move it to the one that you mean.";
    }

    private static boolean isExact(Home home, String key) {
        String wanted = fold(key);
        return Places.of(home).keySet().stream().anyMatch(it -> fold(it).equals(wanted));
    }

    /** The places of the same file; a short word that several have says too little. */
    private static Set<String> inHome(Home home, String key) {
        Map<String, Set<String>> places = Places.of(home);
        String wanted = fold(key);
        List<String> meant = new ArrayList<>();
        for (String known : places.keySet()) {
            boolean longer = home != Home.SCHEMA && key.length() >= TELLING_ABROAD && known.endsWith("_" + key);
            if (fold(known).equals(wanted) || longer || (known.length() >= TELLING && wanted.endsWith(known))) {
                meant.add(known);
            }
        }
        if (meant.isEmpty() && wanted.length() >= TELLING) {
            Suggest.sure(key, places.keySet().stream()).ifPresent(meant::add);
        }
        if (meant.size() != 1) {
            return Set.of();
        }
        Set<String> found = places.getOrDefault(meant.get(0), Set.of());
        return found.size() == 1 || wanted.length() >= TELLING ? found : Set.of();
    }

    /** The places of another file, for the very key alone: a telling one, or one that stands at the margin there. */
    private static List<String> abroad(Home other, String key) {
        String wanted = fold(key);
        List<String> found = new ArrayList<>();
        if (!EVERYWHERE.contains(wanted)) {
            Places.of(other).forEach((known, places) -> {
                if (fold(known).equals(wanted)) {
                    places.stream()
                            .filter(it -> wanted.length() >= TELLING_ABROAD || it.equals(known))
                            .forEach(found::add);
                }
            });
        }
        return found;
    }

    /** Whether the right place says something already, as a part of a sentence. */
    private static String given(Datum.Mapping root, String place) {
        Datum.Mapping mapping = root;
        Optional<Text> given = Optional.empty();
        for (String part : place.split("\\.", -1)) {
            Optional<Entry> entry = mapping.entries().stream()
                    .filter(it -> it.key().value().equals(part))
                    .findFirst();
            given = entry.map(Entry::key);
            mapping = entry.isPresent() && entry.get().value() instanceof Datum.Mapping below
                    ? below
                    : new Datum.Mapping(List.of(), root.span());
        }
        return given.map(it -> GIVEN + it.span().start().line() + " gives already")
                .orElse("");
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
