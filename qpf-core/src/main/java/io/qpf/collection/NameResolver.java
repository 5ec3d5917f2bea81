package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.schema.AgentSchema;
import io.qpf.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Resolves names and reports those that lead nowhere, to several agents, or only half way to one. */
final class NameResolver {
    private final AgentNames names;
    private final Repeats findings;

    NameResolver(AgentNames names, List<Diagnostic> findings) {
        this.names = names;
        this.findings = new Repeats(findings);
    }

    /** The agent of a name in the map. */
    Optional<AgentSchema> inMap(Text name) {
        return resolve(name, "add its schema, or `" + name + ": <agent>` under aliases");
    }

    /** The agent that an alias stands for, which no other alias helps to. */
    Optional<AgentSchema> ofAlias(Text name) {
        return resolve(name, "add its schema, or write an agent in its place");
    }

    private Optional<AgentSchema> resolve(Text name, String advice) {
        AgentNames.Match match = names.find(name.value());
        if (match instanceof AgentNames.Match.Unknown) {
            findings.add(
                    LinkRule.UNKNOWN_AGENT
                            .at(
                                    name.span(),
                                    "`" + name + "` is no agent of this collection",
                                    names.hint(name.value(), advice))
                            .fixedBy(names.sure(name.value()).flatMap(it -> Fix.spelling(name, it))),
                    Names.fold(name.value()));
        }
        return settle(name, match);
    }

    /** The agent of a match; what is doubtful about it is reported, nothing is said about an unknown name. */
    Optional<AgentSchema> settle(Text name, AgentNames.Match match) {
        if (match instanceof AgentNames.Match.Ambiguous ambiguous) {
            findings.add(ambiguous(name, ambiguous.candidates()), Names.fold(name.value()));
        }
        if (match instanceof AgentNames.Match.Found found) {
            if (found.guessed()) {
                String agent = found.agent().name();
                findings.add(
                        LinkRule.GUESSED_AGENT
                                .at(
                                        name.span(),
                                        "`" + name + "` is read as " + agent,
                                        "write the agent's name, or add `" + name + ": " + agent
                                                + "` under aliases in the map")
                                .fixedBy(names.aliasFix(name.value(), agent)),
                        Names.fold(name.value()));
            }
            return Optional.of(found.agent());
        }
        return Optional.empty();
    }

    private static Diagnostic ambiguous(Text name, List<AgentSchema> candidates) {
        String all = candidates.stream()
                .map(it -> it.name() + " (" + it.identity().rootPath() + ")")
                .collect(Collectors.joining(", "));
        return LinkRule.AMBIGUOUS_AGENT.at(
                name.span(),
                "`" + name + "` fits several agents: " + all,
                "write the full name or the rootpath of the one that is meant, or add an entry under aliases in the"
                        + " map");
    }
}
