package io.qpf.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import io.qpf.rules.Rules;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.ConnectionType;
import io.qpf.schema.load.CollectionFiles;
import io.qpf.schema.load.GlueLoader;
import io.qpf.schema.load.MapLoader;
import io.qpf.schema.load.SchemaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The L9 example links as its comments say. */
final class ExampleCollectionTest {
    private static final Path EXAMPLE = Path.of("../examples/l9/src/main/qpf");
    private static final Set<String> FOUNDATION = Set.of(
            "L9/core/packetprotocol.py",
            "L9/core/governance.py",
            "L9/core/events.py",
            "L9/core/memorymanager.py",
            "L9/worldmodel/interface.py",
            "L9/orchestration/taskscheduler.py");

    @Test
    void linksTheExample() throws IOException {
        Result<Collection> result = link();

        assertThat(Yaml.described(result.diagnostics()))
                .as("a reward that is prose, and says so")
                .containsExactly("agents/tensor_trainer.yaml:86:7 info QPF-GOV-201");
        Collection collection = result.value().orElseThrow();
        assertThat(collection.name()).isEqualTo("l9_example");
        assertThat(collection.agents())
                .extracting(Agent::name)
                .containsExactly(
                        "TensorAIOS", "MainAgent", "PlastOSAdapter", "TensorTrainingOrchestrator", "TensorAuditor");
        assertThat(collection.wirings()).hasSize(13);
        assertThat(collection.wirings())
                .filteredOn(it -> it.type() == ConnectionType.EVENT_OBSERVE)
                .allSatisfy(it -> assertThat(it.observer()).contains(it.from()));
        assertThat(collection.anchors())
                .allSatisfy(it -> assertThat(it.channels()).isNotEmpty());
        assertThat(collection.backends()).hasSize(5);
    }

    @Test
    void findsNothingAgainstTheExample() throws IOException {
        assertThat(Yaml.described(Rules.check(link().value().orElseThrow())))
                .allMatch(it -> it.contains(" info "), "is a remark and no complaint");
    }

    private static Result<Collection> link() throws IOException {
        CollectionFiles files =
                CollectionFiles.find(EXAMPLE).value().orElseThrow().get(0);
        List<AgentSchema> schemas = new ArrayList<>();
        for (CollectionFiles.InputFile file : files.schemas()) {
            schemas.add(SchemaLoader.load(file.name(), Files.readAllBytes(file.path()))
                    .value()
                    .orElseThrow());
        }
        CollectionFiles.InputFile glue = files.glue().orElseThrow();
        Sources sources = new Sources(
                "src/main/qpf",
                MapLoader.load(
                                files.map().name(),
                                Files.readAllBytes(files.map().path()))
                        .value()
                        .orElseThrow(),
                Optional.of(GlueLoader.load(glue.name(), Files.readAllBytes(glue.path()))
                        .value()
                        .orElseThrow()),
                schemas);
        return Linker.link(sources, FOUNDATION::contains);
    }
}
