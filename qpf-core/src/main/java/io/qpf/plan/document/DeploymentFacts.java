package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Deployment;
import io.qpf.schema.FileDirectives;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How an agent runs, what it reports, and which files belong to it.
 *
 * @param before the agents that it needs, in the order of extraction
 * @param after the agents that need it
 */
public record DeploymentFacts(
        Optional<SchemaText> runtime,
        Optional<SchemaText> environment,
        Optional<SchemaText> dashboard,
        Group<SchemaText> metrics,
        boolean metricsEnabled,
        Group<FreeFact> extras,
        Group<SchemaText> before,
        Group<SchemaText> after,
        FileFacts files) {
    /** What the schema says of files beside the modules. */
    public record FileFacts(
            Group<SchemaText> folders,
            Group<SchemaText> links,
            Group<SchemaText> logs,
            SchemaText manifest,
            SchemaText tests,
            boolean validated,
            boolean tested,
            Group<FreeFact> extras) {
        static FileFacts of(FileDirectives files, String manifest, String tests) {
            return new FileFacts(
                    Show.texts(files.createIfMissing()),
                    Show.texts(files.linkExisting()),
                    Show.texts(files.logging()),
                    SchemaText.of(manifest),
                    SchemaText.of(tests),
                    files.validateDependencies(),
                    files.generateTests(),
                    Show.entries(files.extras()));
        }
    }

    static DeploymentFacts of(Agent agent, Collection collection, String manifest, String tests) {
        AgentSchema schema = agent.schema();
        Deployment deployment = schema.deployment();
        return new DeploymentFacts(
                Show.text(deployment.runtime()),
                Show.text(deployment.environment()),
                Show.text(deployment.dashboard()),
                Show.texts(deployment.metrics()),
                deployment.metricsEnabled(),
                Show.entries(deployment.extras()),
                names(collection, other -> edge(collection, other, agent)),
                names(collection, other -> edge(collection, agent, other)),
                FileFacts.of(schema.files(), manifest, tests));
    }

    private static Group<SchemaText> names(Collection collection, Predicate<Agent> which) {
        List<String> names =
                collection.agents().stream().filter(which).map(Agent::name).toList();
        return Show.words(names);
    }

    private static boolean edge(Collection collection, Agent before, Agent after) {
        return collection.hardEdges().stream()
                .anyMatch(it -> it.before().name().equals(before.name())
                        && it.after().name().equals(after.name()));
    }
}
