package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Identity;
import io.qpf.schema.Metadata;
import java.util.Optional;

/** Who an agent is and where it stands. */
public record AgentFacts(
        SchemaText name,
        SchemaText title,
        Optional<SchemaText> role,
        Optional<SchemaText> module,
        SchemaText version,
        Optional<SchemaText> owner,
        Optional<SchemaText> created,
        Group<FreeFact> about,
        SchemaText rootPath,
        SchemaText dotted,
        SchemaText root,
        SchemaText command,
        SchemaText order,
        SchemaText port,
        SchemaText baseUrl,
        SchemaText statusUrl,
        SchemaText schemaFile,
        StewardFacts steward) {
    /** Who stands behind the schema. */
    public record StewardFacts(
            Optional<SchemaText> author,
            Optional<SchemaText> owner,
            Optional<SchemaText> versionHash,
            Optional<SchemaText> generated,
            Optional<SchemaText> status,
            Group<SchemaText> tags,
            Group<FreeFact> extras) {
        static StewardFacts of(Metadata metadata) {
            return new StewardFacts(
                    Show.text(metadata.author()),
                    Show.text(metadata.owner()),
                    Show.text(metadata.versionHash()),
                    Show.text(metadata.generated()),
                    Show.text(metadata.status()),
                    Show.texts(metadata.tags()),
                    Show.entries(metadata.extras()));
        }
    }

    static AgentFacts of(Agent agent, String root, String schemaFile) {
        AgentSchema schema = agent.schema();
        Identity identity = schema.identity();
        return new AgentFacts(
                Show.text(identity.name()),
                Show.text(identity.title()),
                Show.text(identity.role()),
                Show.text(identity.module()),
                Show.text(identity.version()),
                Show.text(identity.owner()),
                Show.text(identity.created()),
                Show.entries(identity.about()),
                SchemaText.of(agent.packagePath()),
                SchemaText.of(agent.packagePath().replace('/', '.')),
                SchemaText.of(root),
                SchemaText.of(agent.name()),
                Show.text(agent.order()),
                Show.text(agent.port()),
                SchemaText.of(baseUrl(agent)),
                SchemaText.of(statusUrl(agent)),
                SchemaText.of(schemaFile),
                StewardFacts.of(schema.metadata()));
    }

    static String baseUrl(Agent agent) {
        return "http://127.0.0.1:" + agent.port();
    }

    static String statusUrl(Agent agent) {
        return baseUrl(agent) + "/v6/status";
    }
}
