package io.qpf.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.extract.Outcome;
import io.qpf.testing.RealTools;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections as nobody should write them hold the bars of the example too. */
class OddCollectionsTest {
    @TempDir
    Path temp = Path.of("");

    @Test
    void asMuchAndAsOddAsACollectionMayBe() throws IOException {
        RealTools tools = RealTools.get();
        Path input = temp.resolve("odd");
        Path domain = temp.resolve("domain");
        Path tree = temp.resolve("tree");
        TenAgents.write(input, domain);
        Extraction.extract(input, tree, domain, 2);
        Outcome again = Extraction.run(input, tree, domain, 2);
        assertThat(again.collections().get(0).collection().agents())
                .hasSize(10)
                .allMatch(it -> it.name().length() == 60);
        assertThat(again.collections().get(0).collection().wirings()).hasSize(60);
        Bars.hold(tools, tree);
    }
}
