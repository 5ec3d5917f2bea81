package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.ExtractorMap.Alias;
import io.qpf.source.Text;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Aliases that stand for aliases. */
final class AliasChains {
    private final AgentNames names;
    private final Map<String, Text> aliases = new HashMap<>();

    /** Before the names have learnt the aliases. */
    AliasChains(ExtractorMap map, AgentNames names) {
        this.names = names;
        map.aliases().forEach(it -> aliases.putIfAbsent(Names.fold(it.alias().value()), it.agent()));
    }

    /** Whether a name is no agent's, and an alias. */
    boolean isAlias(Text name) {
        return names.find(name.value()) instanceof AgentNames.Match.Unknown
                && aliases.containsKey(Names.fold(name.value()));
    }

    /** What is wrong with an alias of an alias; nothing if that one leads nowhere, which is said where it stands. */
    Optional<Diagnostic> finding(Alias alias) {
        Set<String> seen = new LinkedHashSet<>(Set.of(Names.fold(alias.alias().value())));
        Text name = alias.agent();
        while (isAlias(name) && seen.add(Names.fold(name.value()))) {
            name = aliases.getOrDefault(Names.fold(name.value()), name);
        }
        if (isAlias(name)) {
            return Names.fold(name.value()).equals(Names.fold(alias.alias().value())) && isFirst(alias, seen)
                    ? Optional.of(LinkRule.UNKNOWN_AGENT.at(
                            alias.agent().span(),
                            "`" + alias.agent() + "` is no agent of this collection, and as an alias it leads back to `"
                                    + alias.alias() + "`",
                            names.hint(alias.agent().value(), "write the agent that is meant in its place")))
                    : Optional.empty();
        }
        String agent = name.value();
        return names.find(agent) instanceof AgentNames.Match.Found
                ? Optional.of(LinkRule.UNKNOWN_AGENT
                        .at(
                                alias.agent().span(),
                                "`" + alias.agent() + "` is no agent of this collection but an alias itself",
                                "write what it stands for: `" + alias.alias() + ": " + agent + "`")
                        .fixedBy(Fix.spelling(alias.agent(), agent)))
                : Optional.empty();
    }

    /** One circle is one mistake: it is told at the alias that stands first. */
    private boolean isFirst(Alias alias, Set<String> circle) {
        return circle.stream()
                .map(it -> aliases.getOrDefault(it, alias.agent()).span().start())
                .noneMatch(it -> it.compareTo(alias.agent().span().start()) < 0);
    }
}
