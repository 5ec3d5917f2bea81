package io.qpf.collection;

import io.qpf.schema.AgentSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An agent and all its names, taken apart once. */
final class KnownAgent {
    private static final Pattern FILE_NOISE = Pattern.compile("(?i)(?:^l9(?=[_-])|schema|\\bv\\d+|_v\\d+|\\.ya?ml$)");

    private final AgentSchema agent;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> folded = new HashSet<>();
    private final List<List<String>> words = new ArrayList<>();

    KnownAgent(AgentSchema agent) {
        this.agent = agent;
        add(agent.name());
        add(agent.identity().title().value());
        String root = Paths.clean(agent.identity().rootPath().value());
        add(root.substring(root.lastIndexOf('/') + 1));
        add(FILE_NOISE.matcher(agent.source().name()).replaceAll(" "));
        addWhole(root);
        addWhole(agent.source().name());
        agent.identity().module().ifPresent(it -> addWhole(it.value()));
    }

    /** One more name, of which a part is enough. */
    void add(String name) {
        if (names.add(name)) {
            words.add(Names.words(name));
            addWhole(name);
        }
    }

    /** A name that counts as a whole only. */
    private void addWhole(String name) {
        folded.add(Names.fold(name));
    }

    AgentSchema agent() {
        return agent;
    }

    Set<String> names() {
        return names;
    }

    boolean isCalled(String name) {
        return names.contains(name);
    }

    boolean isCalledInOtherLetters(String fold) {
        return folded.contains(fold);
    }

    /** Whether the first or the last words of a name are this: Main of MainAgent, Auditor of TensorAuditor. */
    boolean hasEdge(String fold) {
        return words.stream().anyMatch(it -> Names.isEdge(fold, it));
    }

    /** Whether a name has the same telling words. */
    boolean hasSameWords(Set<String> telling) {
        return !telling.isEmpty()
                && words.stream().anyMatch(it -> Names.telling(it).equals(telling));
    }

    /** Whether a name has all these telling words. */
    boolean hasWords(Set<String> telling) {
        return !telling.isEmpty() && words.stream().anyMatch(it -> it.containsAll(telling));
    }
}
