package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.plan.AgentPlan;
import io.qpf.plan.DocumentPlan;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the views of the agents' documents. */
public final class Documents {
    private Documents() {}

    /** What the documents of an agent show, in the order of its plan. All but name and place is the same in each. */
    public static List<AgentDocument> of(AgentPlan plan, Collection collection) {
        String file = collection.nameOf(plan.agent().schema().source());
        List<AgentDocument> views = new ArrayList<>();
        for (DocumentPlan document : plan.documents()) {
            Banner banner = banner(document, plan.agent(), file);
            SchemaText subject = SchemaText.of(subject(document.path()));
            Group<LinkFacts> siblings = siblings(document, plan);
            views.add(
                    views.isEmpty()
                            ? first(banner, subject, siblings, plan, collection)
                            : views.get(0).named(banner, subject, siblings));
        }
        return views;
    }

    private static AgentDocument first(
            Banner banner, SchemaText subject, Group<LinkFacts> siblings, AgentPlan plan, Collection collection) {
        Agent agent = plan.agent();
        AgentSchema schema = agent.schema();
        String root = collection.root();
        return new AgentDocument(
                banner,
                subject,
                AgentFacts.of(agent, root, collection.nameOf(schema.source())),
                QuickStart.of(plan, root),
                ApiFacts.of(plan, root),
                GovernanceFacts.of(plan, collection),
                MemoryFacts.of(schema.memory(), collection),
                CommunicationFacts.of(agent, collection),
                ReasoningFacts.of(plan, root),
                LearningFacts.of(schema.learning()),
                LearningFacts.WorldFacts.of(schema.worldModel()),
                NetworkFacts.of(agent, collection),
                Group.of(plan.modules(), it -> ModuleFacts.of(it, plan)),
                DeploymentFacts.of(agent, collection, plan.manifest(), plan.testFolder()),
                TunableFacts.of(agent, collection),
                CollectionFacts.of(collection),
                siblings,
                further(schema));
    }

    /** The keys that a document comes from: those of its kind that the schema gives. */
    public static List<String> keys(DocumentPlan document, AgentSchema schema) {
        return document.kind().keys().stream()
                .filter(it -> schema.keys().contains(it))
                .sorted()
                .toList();
    }

    private static Banner banner(DocumentPlan document, Agent agent, String file) {
        AgentSchema schema = agent.schema();
        String name = document.path().substring(document.path().lastIndexOf('/') + 1);
        return Banner.of(Optional.of(agent.name()), name, List.of(file), keys(document, schema));
    }

    /** {@code L9/core/x/DATA_SPEC.md} is about "Data spec". */
    private static String subject(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        String words = stem.replace('_', ' ').replace('-', ' ').strip().toLowerCase(Locale.ROOT);
        return words.isEmpty() ? stem : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Group<LinkFacts> siblings(DocumentPlan document, AgentPlan plan) {
        return new Group<>(plan.documents().stream()
                .map(DocumentPlan::path)
                .filter(it -> !it.equals(document.path()))
                .map(it -> LinkFacts.between(document.path(), it))
                .toList());
    }

    private static Group<FreeFact> further(AgentSchema schema) {
        List<FreeFact> facts = new ArrayList<>(Show.entries(unsaid(schema)).all());
        Stream.of(
                        below("collaborationnetwork", schema.collaboration().extras()),
                        below("cursorinstructions", schema.files().extras()),
                        below("deployment", schema.deployment().extras()),
                        below("learningsystem", schema.learning().extras()),
                        below("metadata", schema.metadata().extras()),
                        below("reasoningengine", schema.reasoning().extras()),
                        below("worldmodelintegration", schema.worldModel().extras()))
                .forEach(facts::addAll);
        schema.memory()
                .layers()
                .forEach(it -> facts.addAll(below("memorytopology." + it.kind().key(), it.extras())));
        return new Group<>(facts);
    }

    /** The extras that do not stand under the agent's identity already. */
    private static List<Entry> unsaid(AgentSchema schema) {
        return schema.extras().stream()
                .filter(it -> schema.identity().about().stream()
                        .noneMatch(said -> said.key().equals(it.key())))
                .toList();
    }

    private static List<FreeFact> below(String section, List<Entry> extras) {
        return Show.entries(section, extras).all();
    }
}
