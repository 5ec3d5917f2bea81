package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.DocumentPlan;
import io.qpf.plan.ModulePlan;
import io.qpf.plan.OperationPlan;
import io.qpf.schema.Endpoint;
import io.qpf.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** An agent's manifest: what was extracted, from what, and what still waits for code. Same inputs, same bytes. */
public final class Manifest {
    /** The version of the manifest's own form; manifest.schema.json describes it. */
    private static final int FORM = 1;

    private final AgentPlan plan;
    private final Collection collection;
    private final JsonText json = new JsonText();

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
        return new Manifest(plan, collection).manifest(tests, origin);
    }

    private String manifest(List<String> tests, Origin origin) {
        Agent agent = plan.agent();
        json.object();
        json.put("manifest", FORM);
        json.put("agent", agent.name());
        json.put("title", agent.schema().identity().title().value());
        json.put("version", agent.schema().identity().version().value());
        json.put("ecosystem", collection.name());
        json.put("order", agent.order());
        json.put("rootpath", agent.packagePath());
        json.put("port", agent.port());
        json.put("deploymentready", false);
        json.put("deploymentreason", "qpf:verify-gates decides that; its verdict stands in readiness-report.json.");
        sources(agent, origin);
        modules();
        json.put("tests", tests);
        json.put("documents", plan.documents().stream().map(DocumentPlan::path).toList());
        operations();
        new ManifestSections(plan, collection, json).write();
        json.endObject();
        return json.toString();
    }

    private void sources(Agent agent, Origin origin) {
        json.object("sources");
        json.put("pack", origin.pack());
        source("extractor", origin.extractor());
        source("schema", agent.schema().source());
        source("map", collection.map().source());
        if (collection.glue().isPresent()) {
            source("glue", collection.glue().get().source());
        } else {
            json.putNull("glue");
        }
        json.endObject();
    }

    private void source(String role, SourceFile file) {
        json.object(role).put("file", collection.nameOf(file)).put("sha256", file.sha256());
        json.endObject();
    }

    private void modules() {
        json.array("modules");
        for (ModulePlan module : plan.modules()) {
            json.object();
            json.put("path", module.path());
            json.put("archetype", module.archetype().name());
            json.put("class", module.className());
            json.put("added", module.added());
            json.put("peer", module.peer());
            json.put("keys", module.keys());
            json.put("operations", names(plan.operationsOf(module)));
            json.endObject();
        }
        json.endArray();
    }

    private static List<String> names(List<OperationPlan> operations) {
        return operations.stream().map(OperationPlan::name).toList();
    }

    private void operations() {
        json.array("operations");
        for (OperationPlan operation : plan.operations()) {
            json.object();
            json.put("name", operation.name());
            json.put("host", operation.host());
            json.put("bound", operation.binding().isPresent());
            json.put("target", operation.binding().map(it -> it.target().value()));
            json.put("builtin", operation.builtin());
            json.put("typed", operation.contract().isPresent());
            json.put("audit", operation.audit());
            routes(operation.name());
            json.endObject();
        }
        json.endArray();
    }

    /** The routes that lead to an operation; a scope of {@code *} is any valid token. */
    private void routes(String operation) {
        json.array("routes");
        for (Endpoint endpoint : plan.agent().schema().deployment().endpoints()) {
            if (endpoint.name().value().equals(operation)) {
                json.object();
                json.put("method", endpoint.method());
                json.put("path", endpoint.path().value());
                if (endpoint.timeoutMs().isPresent()) {
                    json.put("timeout_ms", endpoint.timeoutMs().get().value());
                } else {
                    json.putNull("timeout_ms");
                }
                json.put("auth", scope(endpoint.auth()));
                json.endObject();
            }
        }
        json.endArray();
    }

    private static Optional<String> scope(Endpoint.Auth auth) {
        if (auth instanceof Endpoint.Auth.Scope scope) {
            return Optional.of(scope.name().value());
        }
        return auth instanceof Endpoint.Auth.AnyToken ? Optional.of("*") : Optional.empty();
    }
}
