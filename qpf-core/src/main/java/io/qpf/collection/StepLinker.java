package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ExtractorMap;
import io.qpf.schema.ExtractorMap.Step;
import io.qpf.source.Span;
import io.qpf.source.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts the schemas into the order of the map's sequence. */
final class StepLinker {
    private static final int MOST_AGENTS = 10;

    private final Sources sources;
    private final AgentNames names;
    private final List<Diagnostic> findings;
    private final NameResolver resolver;
    private final List<AgentSchema> ordered = new ArrayList<>();
    private final Map<String, Span> places = new HashMap<>();
    private final Set<String> disputed = new HashSet<>();

    StepLinker(Sources sources, AgentNames names, List<Diagnostic> findings) {
        this.sources = sources;
        this.names = names;
        this.findings = findings;
        this.resolver = new NameResolver(names, findings);
    }

    /** The schemas in the order of extraction, each once. Those that the map forgets come last, with an error. */
    List<AgentSchema> order() {
        List<Step> steps = sources.map().sequence().stream()
                .sorted(Comparator.comparing(step -> step.order().value()))
                .toList();
        for (Step step : steps) {
            schemaOf(step).ifPresent(schema -> place(schema, step));
        }
        forgotten(steps.isEmpty());
        if (ordered.size() > MOST_AGENTS) {
            AgentSchema eleventh = ordered.get(MOST_AGENTS);
            findings.add(LinkRule.TOO_MANY_AGENTS.at(
                    places.getOrDefault(
                            eleventh.source().path(), eleventh.source().start()),
                    eleventh.name() + " is agent number " + (MOST_AGENTS + 1) + " of this collection",
                    "a collection holds ten agents at the most: move some into a folder of their own, with a map"));
        }
        return List.copyOf(ordered);
    }

    private void place(AgentSchema schema, Step step) {
        Span before = places.putIfAbsent(schema.source().path(), step.agent().span());
        if (before != null) {
            findings.add(LinkRule.AGENT_TWICE
                    .at(
                            step.agent().span(),
                            "`" + step.agent() + "` is " + schema.name() + ", which an earlier step extracts already",
                            "remove one of the two steps, or name another agent in it")
                    .with(new Diagnostic.Related(before, "the earlier step")));
            return;
        }
        ordered.add(schema);
        if (names.exact(step.agent().value()) instanceof AgentNames.Match.Unknown) {
            names.alias(step.agent().value(), schema);
        }
    }

    private Optional<AgentSchema> schemaOf(Step step) {
        Optional<AgentSchema> byFile = step.schemaFile().flatMap(this::byFile);
        AgentNames.Match whole = names.exact(step.agent().value());
        if (byFile.isPresent()) {
            if (whole instanceof AgentNames.Match.Found found
                    && !found.agent()
                            .source()
                            .path()
                            .equals(byFile.get().source().path())) {
                disagree(step, byFile.get(), found.agent());
            } else if (whole instanceof AgentNames.Match.Unknown) {
                misspelt(step, byFile.get());
            }
            return byFile;
        }
        Optional<AgentSchema> byName =
                whole instanceof AgentNames.Match.Found found ? Optional.of(found.agent()) : Optional.empty();
        Optional<AgentSchema> byRoot =
                byName.isPresent() ? byName : step.outputRoot().flatMap(this::byRoot);
        if (byName.isEmpty()) {
            byRoot.ifPresent(it -> misspelt(step, it));
        }
        Optional<AgentSchema> found = byRoot.or(
                () -> resolver.settle(step.agent(), names.find(step.agent().value())));
        if (found.isPresent()) {
            step.schemaFile().filter(it -> Linker.isPlain(it.value())).ifPresent(file -> elsewhere(file, found.get()));
        } else if (!(names.find(step.agent().value()) instanceof AgentNames.Match.Ambiguous)) {
            missing(step);
        }
        return found;
    }

    private Optional<AgentSchema> byFile(Text file) {
        String wanted = Paths.clean(file.value());
        return sources.schemas().stream()
                .filter(it -> isFile(it.source().path(), wanted))
                .findFirst()
                .or(() -> sources.schemas().stream()
                        .filter(it -> it.source().name().equals(wanted.substring(wanted.lastIndexOf('/') + 1)))
                        .findFirst());
    }

    private static boolean isFile(String path, String wanted) {
        return path.equals(wanted) || path.endsWith("/" + wanted);
    }

    private Optional<AgentSchema> byRoot(Text root) {
        List<AgentSchema> found = sources.schemas().stream()
                .filter(it -> Paths.clean(it.identity().rootPath().value()).equals(Paths.clean(root.value())))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void disagree(Step step, AgentSchema byFile, AgentSchema byName) {
        findings.add(LinkRule.STEP_DISAGREES.at(
                step.agent().span(),
                "the step names " + byName.name() + ", but its schema_file describes " + byFile.name(),
                "let agent and schema_file of the step mean one agent"));
        // One cause, one error: that this agent has no step of its own follows from it.
        disputed.add(byName.source().path());
    }

    /** A step may call its agent what it likes, but one that is a slip away from the name was meant as the name. */
    private void misspelt(Step step, AgentSchema schema) {
        Text written = step.agent();
        if (Suggest.nearest(written.value(), Stream.of(schema.name())).isPresent()) {
            findings.add(LinkRule.NAME_NEAR
                    .at(
                            written.span(),
                            "the agent of this step is called " + schema.name() + ", not `" + written + "`",
                            "did you mean `" + schema.name() + "`? Otherwise write `" + written + ": " + schema.name()
                                    + "` under aliases")
                    .with(new Diagnostic.Related(schema.identity().name().span(), "the name in its schema"))
                    .fixedBy(names.sure(written.value()).flatMap(it -> Fix.spelling(written, it))));
        }
    }

    private void elsewhere(Text file, AgentSchema schema) {
        findings.add(LinkRule.FOUND_ELSEWHERE.at(
                file.span(),
                "`" + file + "` is not here; " + schema.name() + " was found in "
                        + schema.source().path(),
                "write " + schema.source().path() + " as schema_file"));
    }

    private void missing(Step step) {
        Text place = step.schemaFile().orElse(step.agent());
        // One cause, one error: that the agent which was meant has no step follows from it.
        sources.schemas().stream()
                .filter(it -> names.nearest(step.agent().value())
                        .filter(it.name()::equals)
                        .isPresent())
                .forEach(it -> disputed.add(it.source().path()));
        String advice = "put its schema beside the others, or remove the step";
        findings.add(LinkRule.NO_SCHEMA.at(
                place.span(),
                "no schema describes `" + step.agent() + "`"
                        + step.schemaFile()
                                .map(it -> ", and `" + it + "` is not here")
                                .orElse(""),
                names.hint(step.agent().value(), advice)));
    }

    private void forgotten(boolean noSequence) {
        ExtractorMap map = sources.map();
        for (AgentSchema schema : sources.schemas()) {
            boolean placed = places.putIfAbsent(
                            schema.source().path(), schema.identity().name().span())
                    != null;
            if (!placed) {
                ordered.add(schema);
            }
            if (!placed
                    && !noSequence
                    && map.allSteps()
                    && !disputed.contains(schema.source().path())) {
                findings.add(LinkRule.NOT_IN_MAP.at(
                        schema.identity().name().span(),
                        "the map's extraction_sequence has no step for " + schema.name(),
                        "add a step with `agent: " + schema.name() + "`, or move the schema out of this folder"));
            }
        }
        // A map without the key has an error from loading already.
        if (noSequence && map.allSteps() && map.source().text().contains("extraction_sequence")) {
            findings.add(LinkRule.NO_SEQUENCE.at(
                    map.source().start(),
                    "the extraction_sequence names no agent: they are taken in the order of their files",
                    "add a step for each agent under extraction_sequence.order"));
        }
    }
}
