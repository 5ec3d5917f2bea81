package io.qpf.plan;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.python.PyIdentifier;
import io.qpf.source.Text;

/** Where things go below the output folder. */
final class OutputPaths {
    private OutputPaths() {}

    /** A module: relative to the agent's package, or from the root. */
    static String module(Collection collection, Agent agent, String listed) {
        return listed.startsWith(collection.root() + "/") ? listed : agent.packagePath() + "/" + listed;
    }

    /** A document: a bare name goes beside the modules, a path counts from the root. */
    static String document(Collection collection, Agent agent, String listed) {
        String path = module(collection, agent, listed);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.contains(".") ? path : path + ".md";
    }

    /** The tests of an agent: the one folder below tests that its schema asks for, or its rootpath below tests. */
    static String tests(Collection collection, Agent agent) {
        String tests = collection.root() + "/tests/";
        String own = agent.packagePath().equals(collection.root())
                ? PyIdentifier.snake(agent.name()).text()
                : agent.packagePath().substring(collection.root().length() + 1);
        return tests + own;
    }

    /** The manifest: as the schema says, or below manifests by the ecosystem's name. */
    static String manifest(Collection collection, Agent agent) {
        String name = PyIdentifier.snake(agent.name()).text();
        return agent.schema()
                .files()
                .manifest()
                .map(Text::value)
                .orElse(collection.root() + "/manifests/" + collection.name() + "/" + name + "_manifest.json");
    }
}
