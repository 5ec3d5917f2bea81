package io.qpf.collection;

import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.ExtractorMap.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds agents by the names that people use: the closest kind of match that finds any agent decides. */
public final class AgentNames {
    /** What a name led to. */
    public sealed interface Match {
        /**
         * One agent.
         *
         * @param guessed whether only some words of the name matched
         */
        record Found(AgentSchema agent, boolean guessed) implements Match {}

        /** Several agents that the name fits equally well. */
        record Ambiguous(List<AgentSchema> candidates) implements Match {}

        /** No agent. */
        record Unknown() implements Match {}
    }

    private final List<KnownAgent> agents;
    private Optional<ExtractorMap> map = Optional.empty();

    AgentNames(List<AgentSchema> schemas) {
        agents = schemas.stream().map(KnownAgent::new).toList();
    }

    /** The names of a linked collection. */
    public static AgentNames of(Collection collection) {
        AgentNames names =
                new AgentNames(collection.agents().stream().map(Agent::schema).toList());
        names.learn(collection.map());
        names.learnSteps(collection);
        return names;
    }

    /** Takes over the aliases of the map and what its steps call the agents. */
    void learn(ExtractorMap learned) {
        map = Optional.of(learned);
        for (ExtractorMap.Alias alias : learned.aliases()) {
            if (find(alias.agent().value()) instanceof Match.Found found) {
                alias(alias.alias().value(), found.agent());
            }
        }
    }

    /** What the steps call the agents, where every agent has its step. */
    private void learnSteps(Collection collection) {
        List<Step> steps = collection.map().sequence().stream()
                .sorted(Comparator.comparing(step -> step.order().value()))
                .toList();
        for (int index = 0; steps.size() == collection.agents().size() && index < steps.size(); index++) {
            String name = steps.get(index).agent().value();
            if (exact(name) instanceof Match.Unknown) {
                alias(name, collection.agents().get(index).schema());
            }
        }
    }

    /** One more name of an agent. */
    void alias(String name, AgentSchema agent) {
        for (KnownAgent known : agents) {
            if (known.agent().source().path().equals(agent.source().path())) {
                known.add(name);
            }
        }
    }

    /** The agent of a name. */
    public Match find(String name) {
        Match exact = exact(name);
        if (!(exact instanceof Match.Unknown)) {
            return exact;
        }
        String folded = Names.fold(name);
        Match edge = match(it -> it.hasEdge(folded), false);
        if (!(edge instanceof Match.Unknown)) {
            return edge;
        }
        Set<String> telling = Names.telling(Names.words(name));
        Match same = match(it -> it.hasSameWords(telling), true);
        return same instanceof Match.Unknown ? match(it -> it.hasWords(telling), true) : same;
    }

    /** The agent of a whole name, be it in another case or with other separators. */
    Match exact(String name) {
        Match literal = match(it -> it.isCalled(name), false);
        if (!(literal instanceof Match.Unknown)) {
            return literal;
        }
        String folded = Names.fold(name);
        return folded.isEmpty() ? new Match.Unknown() : match(it -> it.isCalledInOtherLetters(folded), false);
    }

    private Match match(Predicate<KnownAgent> fits, boolean guessed) {
        List<AgentSchema> found = new ArrayList<>();
        for (KnownAgent agent : agents) {
            if (fits.test(agent)) {
                found.add(agent.agent());
            }
        }
        return switch (found.size()) {
            case 0 -> new Match.Unknown();
            case 1 -> new Match.Found(found.get(0), guessed);
            default -> new Match.Ambiguous(found);
        };
    }

    /** The name that was meant by an unknown one, where there is no doubt. */
    Optional<String> sure(String name) {
        return Suggest.sure(name, agents.stream().flatMap(it -> it.names().stream()));
    }

    /** The agent whose name comes next to an unknown one, if any is near. */
    Optional<String> nearest(String name) {
        return Suggest.nearest(name, agents.stream().map(it -> it.agent().name()));
    }

    /** What makes a name an agent's in the map. */
    Optional<Fix> aliasFix(String name, String agent) {
        return map.flatMap(it -> AliasFix.of(it, name, agent));
    }

    /** What to do about an unknown name, with the nearest known one in front. */
    public String hint(String name, String advice) {
        Stream<String> known = agents.stream().flatMap(it -> it.names().stream());
        String all =
                String.join(", ", agents.stream().map(it -> it.agent().name()).toList());
        return Suggest.hint(name, known, advice) + "; the agents are " + all;
    }
}
