package io.qpf.fuzz;

import io.qpf.collection.Collection;
import io.qpf.collection.Linker;
import io.qpf.collection.Sources;
import io.qpf.collection.Workspace;
import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.diagnostics.format.ConciseFormat;
import io.qpf.diagnostics.format.FullFormat;
import io.qpf.review.Allowances;
import io.qpf.review.Review;
import io.qpf.review.Settings;
import io.qpf.rules.Rules;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.Glue;
import io.qpf.schema.load.CommentReader;
import io.qpf.schema.load.GlueLoader;
import io.qpf.schema.load.MapLoader;
import io.qpf.schema.load.SchemaLoader;
import io.qpf.source.SourceFile;
import io.qpf.testing.Example;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What must hold for whatever bytes there are: a value, or an error; findings inside their file; and then the same when linked. */
final class Target {
    private static final AgentSchema MAIN = schema("agents/main.yaml", "name: Main\nrootpath: acme/main\n");
    private static final AgentSchema SCORER = schema("agents/scorer.yaml", "name: Scorer\nrootpath: acme/scorer\n");
    private static final ExtractorMap MAP =
            MapLoader.load(new SourceFile("extractor-map.yaml", """
                    extraction_sequence: {order: {1: {agent: Scorer}, 2: {agent: Main}}}
                    dependency_graph: {edges: ["Scorer -> Main (calls)"]}
                    """)).value().orElseThrow();
    private static final Glue GLUE =
            GlueLoader.load(new SourceFile("glue.yaml", """
                    wirings:
                      - {from_agent: Main, to_agent: Scorer, connection_type: api_call, method_names: [score]}
                    governance_harmonization: {shared_escalation_triggers: [drift_> threshold]}
                    """)).value().orElseThrow();

    private Target() {}

    private static AgentSchema schema(String path, String text) {
        return SchemaLoader.load(new SourceFile(path, Example.completed(path, text)))
                .value()
                .orElseThrow();
    }

    static void schema(byte[] bytes) {
        Result<AgentSchema> result = SchemaLoader.load("agents/fuzzed.yaml", bytes);
        hold(result);
        String text = new String(bytes, StandardCharsets.UTF_8) + "\n# qpf:allow QPF-GOV-302: why";
        Allowances comments = Allowances.of(CommentReader.read(new SourceFile("agents/fuzzed.yaml", text)));
        hold(Review.of(result.diagnostics(), comments, Settings.USUAL, List::of).counting());
        result.value()
                .or(() -> SchemaLoader.remains("agents/fuzzed.yaml", bytes))
                .ifPresent(it -> link(MAP, GLUE, List.of(it, SCORER, MAIN)));
    }

    static void map(byte[] bytes) {
        Result<ExtractorMap> result = MapLoader.load("extractor-map.yaml", bytes);
        hold(result);
        result.value()
                .or(() -> MapLoader.remains("extractor-map.yaml", bytes))
                .ifPresent(it -> link(it, GLUE, List.of(SCORER, MAIN)));
    }

    static void glue(byte[] bytes) {
        Result<Glue> result = GlueLoader.load("glue.yaml", bytes);
        hold(result);
        result.value()
                .or(() -> GlueLoader.remains("glue.yaml", bytes))
                .ifPresent(it -> link(MAP, it, List.of(SCORER, MAIN)));
    }

    private static void link(ExtractorMap map, Glue glue, List<AgentSchema> schemas) {
        Result<Collection> linked = Linker.link(new Sources("in", map, Optional.of(glue), schemas), Workspace.EMPTY);
        hold(linked);
        linked.value().map(Rules::check).ifPresent(Target::hold);
    }

    private static void hold(Result<?> result) {
        require(
                result.value().isPresent() || result.diagnostics().hasErrors(),
                "neither a value nor an error: " + result.diagnostics());
        hold(result.diagnostics());
    }

    static void hold(Diagnostics found) {
        for (Diagnostic it : found.all()) {
            SourceFile file = it.span().file();
            int lines = (int) file.text().lines().count();
            require(
                    it.span().start().line() <= lines + 1
                            && it.span().start().compareTo(it.span().end()) <= 0,
                    "outside of its file: " + it);
        }
        long printed = new ConciseFormat().format(found).lines().count();
        require(printed == found.all().size(), "not one line a finding: " + printed);
        require(!new FullFormat(true).format(found).contains("\u0000"), "a control character is printed raw");
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
