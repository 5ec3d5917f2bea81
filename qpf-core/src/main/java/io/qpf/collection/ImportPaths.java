package io.qpf.collection;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Fix;
import io.qpf.diagnostics.Suggest;
import io.qpf.source.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the module that an import path of the glue means. */
final class ImportPaths {
    /**
     * A module of an agent.
     *
     * @param path as the schema lists it, from the root on; empty for the package as a whole
     */
    record Module(Optional<Agent> owner, Optional<String> path) {}

    private final List<Agent> agents;
    private final Workspace workspace;
    private final List<Diagnostic> findings;

    ImportPaths(List<Agent> agents, Workspace workspace, List<Diagnostic> findings) {
        this.agents = agents;
        this.workspace = workspace;
        this.findings = findings;
    }

    /** The paths of all modules that the agent lists, from the root on. */
    static List<String> modules(Agent agent) {
        return agent.schema().files().generateFiles().stream()
                .map(it -> Paths.resolve(agent.packagePath(), it.path().value()))
                .toList();
    }

    /** Slashes and an ending, whichever way the path is written. */
    static String normal(String written) {
        String path = Paths.clean(written);
        if (!path.contains("/") && !path.endsWith(".py") && path.contains(".")) {
            path = path.replace('.', '/');
        }
        return path;
    }

    /**
     * The module of a path.
     *
     * @param ends the agents of the wiring, the called, receiving or observed one first
     * @param lenient whether a path that nobody has is accepted, since the other end is a stranger
     */
    Optional<Module> find(Text written, List<Agent> ends, boolean lenient) {
        String path = normal(written.value());
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (!path.contains("/")) {
            for (Agent end : ends) {
                Optional<String> listed = listed(end, end.packagePath() + "/" + path);
                if (listed.isPresent()) {
                    return Optional.of(new Module(Optional.of(end), listed));
                }
            }
        }
        Optional<Agent> owner = owner(path);
        if (owner.isEmpty()) {
            return stranger(written, path, ends, lenient);
        }
        if (path.equals(owner.get().packagePath())) {
            return Optional.of(new Module(owner, Optional.empty()));
        }
        return listedBy(written, path, owner.get());
    }

    private Optional<Module> listedBy(Text written, String path, Agent owner) {
        Optional<String> listed = listed(owner, path);
        if (listed.isPresent()) {
            if (!sameFile(listed.get(), path)) {
                findings.add(LinkRule.MODULE_MISSPELT
                        .at(
                                written.span(),
                                "`" + written + "` is read as " + listed.get() + ", which " + owner.name() + " lists",
                                "write " + listed.get())
                        .fixedBy(Fix.spelling(written, listed.get())));
            }
            return Optional.of(new Module(Optional.of(owner), listed));
        }
        if (workspace.exists(path) || workspace.exists(path + ".py")) {
            return Optional.of(new Module(Optional.of(owner), Optional.of(path)));
        }
        unknown(written, path, owner);
        return Optional.empty();
    }

    private Optional<Module> stranger(Text written, String path, List<Agent> ends, boolean lenient) {
        if (lenient || workspace.exists(path) || workspace.exists(path + ".py")) {
            return Optional.of(new Module(Optional.empty(), Optional.of(path)));
        }
        ends.stream().findFirst().ifPresent(end -> unknown(written, path, end));
        return Optional.empty();
    }

    private void unknown(Text written, String path, Agent owner) {
        Stream<String> modules = modules(owner).stream();
        String advice = "add it to generatefiles of " + owner.name() + ", or name one of the modules there";
        findings.add(LinkRule.MODULE_UNKNOWN.at(
                written.span(),
                owner.name() + " lists no module " + path + ", and the workspace has none",
                Suggest.nearest(path, modules, 5)
                        .map(it -> "did you mean `" + it + "`? Otherwise " + advice)
                        .orElse(advice)));
    }

    /** The listed module of a path; one that differs in case and underscores only if it is the only such one. */
    private static Optional<String> listed(Agent agent, String path) {
        List<String> modules = modules(agent);
        Optional<String> literal =
                modules.stream().filter(it -> sameFile(it, path)).findFirst();
        if (literal.isPresent()) {
            return literal;
        }
        String folded = fold(path);
        List<String> near = modules.stream()
                .filter(it -> fold(it).equals(folded))
                .distinct()
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    private static boolean sameFile(String listed, String path) {
        return listed.equals(path) || listed.equals(path + ".py");
    }

    private static String fold(String path) {
        String bare = path.endsWith(".py") ? path.substring(0, path.length() - ".py".length()) : path;
        return Names.fold(bare);
    }

    /** The agent with the longest rootpath above the path. */
    private Optional<Agent> owner(String path) {
        return agents.stream()
                .filter(it -> path.equals(it.packagePath())
                        || Paths.below(it.packagePath(), path).isPresent())
                .max(Comparator.comparing(it -> it.packagePath().length()));
    }
}
