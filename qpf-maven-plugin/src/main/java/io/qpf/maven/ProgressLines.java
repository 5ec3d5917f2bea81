package io.qpf.maven;

import io.qpf.collection.Agent;
import io.qpf.extract.Linked;
import io.qpf.extract.Progress;
import io.qpf.extract.Statistics;

/** One line when a collection starts, and one for each agent as it is done. */
final class ProgressLines implements Progress {
    private final Console console;

    ProgressLines(Console console) {
        this.console = console;
    }

    @Override
    public void collectionStarted(Linked collection) {
        int agents = collection.collection().agents().size();
        int wirings = collection.collection().wirings().size();
        int waves = collection.graph().waves().size();
        console.info(console.style().strong(collection.collection().name()) + ": " + Words.count(agents, "agent") + ", "
                + Words.count(wirings, "wiring") + ", " + Words.count(waves, "wave"));
    }

    @Override
    public void agentFinished(Agent agent, int count, Statistics made) {
        console.info(String.format(
                "  [%d/%d] %-28s %s, %s, %s",
                agent.order(),
                count,
                agent.name(),
                Words.count(made.modules(), "module"),
                Words.count(made.tests(), "test"),
                Words.count(made.documents(), "document")));
    }
}
