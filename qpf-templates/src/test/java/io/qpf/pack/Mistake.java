package io.qpf.pack;

import java.util.stream.Stream;

/**
 * One mistake in the harbour, and what is to be said of it.
 *
 * @param from what stands in the file
 * @param to what a person wrote instead
 * @param at the line and column of the finding
 * @param hint a part of what to do
 */
record Mistake(String name, String file, String from, String to, String rule, String at, String hint) {
    static final String CRANE = "agents/crane.yaml";
    static final String GLUE = "glue.yaml";
    static final String MAP = "extractor-map.yaml";
    private static final String PATH = "QPF-STR-201";
    static final String ROOT = "rootpath: harbour/agents/crane";
    private static final String BOMB = """
        a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
        f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
        """;

    @Override
    public String toString() {
        return name;
    }

    static Stream<Mistake> inSections() {
        return Stream.of(
                new Mistake(
                        "missing section",
                        CRANE,
                        "worldmodelintegration:",
                        "worldview:",
                        "QPF-STR-001",
                        "1:1",
                        "Add it, such as `worldmodelintegration: {"),
                new Mistake(
                        "misspelt section",
                        CRANE,
                        "worldmodelintegration:",
                        "world_model_integration:",
                        "QPF-STR-002",
                        "51:1",
                        "Did you mean `worldmodelintegration`?"),
                new Mistake(
                        "wrong type",
                        CRANE,
                        "generatedocs: [README.md, API_SPEC.md]",
                        "generatedocs: {README.md: API_SPEC.md}",
                        "QPF-TYP-001",
                        "64:17",
                        "Begin each line of it with `- `"),
                new Mistake(
                        "wrong type of a number",
                        CRANE,
                        "timeout_ms: 300",
                        "timeout_ms: soon",
                        "QPF-TYP-001",
                        "69:73",
                        "Write digits only"));
    }

    static Stream<Mistake> inNames() {
        return Stream.of(
                new Mistake(
                        "unknown agent in the glue",
                        GLUE,
                        "to_agent: Crane",
                        "to_agent: Cranes",
                        "QPF-DEP-011",
                        "3:15",
                        "did you mean `Crane`?"),
                new Mistake(
                        "unknown agent in the map",
                        MAP,
                        "agent: Crane, schema_file: agents/crane.yaml",
                        "agent: Dredger, schema_file: agents/dredger.yaml",
                        "QPF-DEP-003",
                        "5:38",
                        "put its schema beside the others, or remove the step"),
                new Mistake(
                        "unknown agent in an edge",
                        MAP,
                        "- Crane -> Harbour Master",
                        "- Crone -> Harbour Master",
                        "QPF-DEP-001",
                        "9:7",
                        "did you mean"),
                new Mistake(
                        "hard cycle",
                        MAP,
                        "Harbour Master ->> Crane",
                        "Harbour Master -> Crane",
                        "QPF-DEP-201",
                        "10:7",
                        "write `Harbour Master ->> Crane (the master watches)`"));
    }

    static Stream<Mistake> inPaths() {
        return Stream.of(
                new Mistake("path out", CRANE, "- json.py", "- ../../x.py", PATH, "60:7", "without `..`"),
                new Mistake("absolute path", CRANE, "- json.py", "- /etc/x.py", PATH, "60:7", "below the output"),
                new Mistake("path with backslashes", CRANE, "- json.py", "- ..\\..\\x.py", PATH, "60:7", "forward"),
                new Mistake("root out", CRANE, ROOT, "rootpath: harbour/../../x", PATH, "2:106", "without `..`"),
                new Mistake("absolute root", CRANE, ROOT, "rootpath: /harbour/crane", PATH, "2:106", "below"),
                new Mistake(
                        "schema file out",
                        MAP,
                        "schema_file: agents/crane.yaml",
                        "schema_file: ../../crane.yaml",
                        "QPF-STR-016",
                        "5:36",
                        "without `..`"),
                new Mistake(
                        "document out",
                        CRANE,
                        "[README.md,",
                        "[../../../x.md,",
                        PATH,
                        "64:18",
                        "below the output folder"),
                new Mistake(
                        "manifest out",
                        CRANE,
                        "{generatetests: true}",
                        "{generatetests: true, manifest: ../../x.json}",
                        PATH,
                        "65:51",
                        "below the output folder"));
    }

    static Stream<Mistake> inYaml() {
        return Stream.of(
                new Mistake(
                        "duplicate key",
                        CRANE,
                        "governance:",
                        "integration: {}\ngovernance:",
                        "QPF-SYN-013",
                        "9:1",
                        "Keep one of the two"),
                new Mistake(
                        "custom tag",
                        CRANE,
                        "mode: hybrid",
                        "mode: !!python/object:os.system hybrid",
                        "QPF-SYN-016",
                        "11:9",
                        "Delete the tag"),
                new Mistake(
                        "alias bomb",
                        CRANE,
                        "version: 6.0.0",
                        BOMB + "version: 6.0.0",
                        "QPF-SYN-015",
                        "8:12",
                        "Write the values out"),
                new Mistake(
                        "51 KB",
                        CRANE,
                        "version: 6.0.0",
                        "# " + "x".repeat(51 * 1024) + "\nversion: 6.0.0",
                        "QPF-SYN-001",
                        "1:1",
                        "Split it"));
    }
}
