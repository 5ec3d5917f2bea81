package io.qpf.plan.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.DocumentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.OperationPlan;
import io.qpf.schema.Glue;
import io.qpf.source.SourceFile;
import java.util.List;

/** An agent's manifest: what was extracted, from what, and what still waits for code. Same inputs, same bytes. */
public final class Manifest {
    /** The version of the manifest's own form; manifest.schema.json describes it. */
    private static final int FORM = 1;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultPrettyPrinter LAYOUT = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private final AgentPlan plan;
    private final Collection collection;

    private Manifest(AgentPlan plan, Collection collection) {
        this.plan = plan;
        this.collection = collection;
    }

    /**
     * The manifest as JSON text, in ASCII, with a line end behind it.
     *
     * @param tests the paths of the agent's test files, below the output
     */
    public static String of(AgentPlan plan, List<String> tests, Collection collection, Origin origin) {
        ObjectNode manifest = new Manifest(plan, collection).manifest(tests, origin);
        try {
            return JSON.writer(LAYOUT).with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values is always JSON", e);
        }
    }

    private ObjectNode manifest(List<String> tests, Origin origin) {
        Agent agent = plan.agent();
        ObjectNode node = JSON.createObjectNode();
        node.put("manifest", FORM);
        node.put("agent", agent.name());
        node.put("title", agent.schema().identity().title().value());
        node.put("version", agent.schema().identity().version().value());
        node.put("ecosystem", collection.name());
        node.put("order", agent.order());
        node.put("rootpath", agent.packagePath());
        node.put("port", agent.port());
        node.put("deploymentready", false);
        node.put("deploymentreason", "The gates have not run on this extraction yet.");
        node.set("sources", sources(agent, origin));
        node.set("modules", modules());
        node.set("tests", strings(tests));
        node.set(
                "documents",
                strings(plan.documents().stream().map(DocumentPlan::path).toList()));
        node.set("operations", operations());
        ManifestSections sections = new ManifestSections(plan, collection);
        node.set("strategies", sections.strategies());
        node.set("wirings", sections.wirings());
        node.set("memory", sections.memory());
        node.set("anchors", sections.anchors());
        node.set("triggers", sections.triggers());
        return node;
    }

    private ObjectNode sources(Agent agent, Origin origin) {
        ObjectNode node = JSON.createObjectNode();
        node.put("pack", origin.pack());
        node.set("extractor", source(origin.extractor()));
        node.set("schema", source(agent.schema().source()));
        node.set("map", source(collection.map().source()));
        collection
                .glue()
                .map(Glue::source)
                .map(this::source)
                .ifPresentOrElse(it -> node.set("glue", it), () -> node.putNull("glue"));
        return node;
    }

    private ObjectNode source(SourceFile file) {
        return JSON.createObjectNode().put("file", collection.nameOf(file)).put("sha256", file.sha256());
    }

    private ArrayNode modules() {
        ArrayNode nodes = JSON.createArrayNode();
        for (ModulePlan module : plan.modules()) {
            ObjectNode node = nodes.addObject();
            node.put("path", module.path());
            node.put("archetype", module.archetype().name());
            node.put("class", module.className());
            node.put("added", module.added());
            node.put("peer", module.peer().orElse(null));
            node.set("keys", strings(module.keys()));
            node.set(
                    "operations",
                    strings(plan.operationsOf(module).stream()
                            .map(OperationPlan::name)
                            .toList()));
        }
        return nodes;
    }

    private ArrayNode operations() {
        ArrayNode nodes = JSON.createArrayNode();
        for (OperationPlan operation : plan.operations()) {
            ObjectNode node = nodes.addObject();
            node.put("name", operation.name());
            node.put("host", operation.host());
            node.put("bound", operation.binding().isPresent());
            node.put(
                    "target", operation.binding().map(it -> it.target().value()).orElse(null));
            node.put("builtin", operation.builtin().orElse(null));
            node.put("typed", operation.contract().isPresent());
            node.put("audit", operation.audit().orElse(null));
            node.set("routes", ManifestSections.routes(operation.name(), plan));
        }
        return nodes;
    }

    static ArrayNode strings(List<String> values) {
        ArrayNode nodes = JSON.createArrayNode();
        values.forEach(nodes::add);
        return nodes;
    }
}
