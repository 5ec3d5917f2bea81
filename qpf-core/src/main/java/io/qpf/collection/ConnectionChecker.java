package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Suggest;
import io.qpf.source.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what {@code connectto} and {@code linkexisting} name: an agent, a module of one, or a file that exists. */
final class ConnectionChecker {
    private final List<Agent> agents;
    private final Set<String> places = new LinkedHashSet<>();
    private final AgentNames names;
    private final Workspace workspace;
    private final List<Diagnostic> findings;

    ConnectionChecker(List<Agent> agents, AgentNames names, Workspace workspace, List<Diagnostic> findings) {
        this.agents = agents;
        this.names = names;
        this.workspace = workspace;
        this.findings = findings;
        agents.forEach(this::claim);
    }

    /** An agent's modules, and all folders above them. */
    private void claim(Agent agent) {
        addWithParents(agent.packagePath());
        for (String module : ImportPaths.modules(agent)) {
            addWithParents(module);
            places.add(module.endsWith(".py") ? module.substring(0, module.length() - ".py".length()) : module);
        }
    }

    private void addWithParents(String path) {
        String place = path;
        while (places.add(place) && place.contains("/")) {
            place = place.substring(0, place.lastIndexOf('/'));
        }
    }

    void check() {
        for (Agent agent : agents) {
            agent.schema().integration().connectTo().stream()
                    .filter(it -> !isKnown(it))
                    .forEach(this::unknownConnection);
            agent.schema().files().linkExisting().stream()
                    .filter(it -> !isKnown(it))
                    .forEach(this::missingLink);
        }
    }

    private boolean isKnown(Text written) {
        String bare = AnchorHarmony.nameOf(written);
        String path = Paths.clean(bare);
        if (path.isEmpty() || names.exact(bare) instanceof AgentNames.Match.Found) {
            return true;
        }
        String folder = path.contains("*") ? Paths.clean(path.substring(0, path.indexOf('*'))) : path;
        return folder.isEmpty()
                || places.contains(folder)
                || workspace.exists(folder)
                || workspace.exists(folder + ".py");
    }

    private void unknownConnection(Text written) {
        findings.add(LinkRule.UNKNOWN_CONNECTION.at(
                written.span(),
                "`" + written + "` is no agent of this collection, no file of the workspace and no part of the"
                        + " foundation",
                near(written)
                        .map(it -> "did you mean `" + it + "`? Otherwise correct the path, or remove it")
                        .orElseGet(() -> names.hint(written.value(), "correct the path, or remove it"))));
    }

    private void missingLink(Text written) {
        findings.add(LinkRule.NOTHING_TO_LINK.at(
                written.span(),
                "`" + written + "` is to be linked, but neither the workspace nor the foundation has it",
                near(written)
                        .map(it -> "did you mean `" + it + "`?")
                        .orElse("correct the path, or list the file under generatefiles if QPF shall make it")));
    }

    /** The place of an agent that a path was probably meant to be. */
    private Optional<String> near(Text written) {
        String path = Paths.clean(AnchorHarmony.nameOf(written));
        return path.contains("/") ? Suggest.nearest(path, places.stream()) : Optional.empty();
    }
}
