package io.qpf.benchmarks;

import io.qpf.diagnostics.Severity;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import io.qpf.extract.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code qpf:validate} on collections of ten agents, from the files on disk to the findings, in a warm JVM.
 *
 * <pre>
 * ./mvnw install -DskipTests
 * ./mvnw -f benchmarks/validate/pom.xml compile exec:exec
 * </pre>
 *
 * <p>Each agent is the example's largest schema under another name. The bar is 150 ms for one collection, and the time
 * must grow with the number of collections and no faster.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ValidateBenchmark {
    private static final int AGENTS = 10;

    /** How many collections there are. */
    @Param({"1", "10", "100", "1000"})
    public int collections;

    private Request request;

    @Setup
    public void write() throws IOException {
        Path root = Files.createTempDirectory("qpf-benchmark");
        Path sample = Path.of(System.getProperty("qpf.sample", "../../examples/l9/src/main/qpf/agents/tensoraios.yaml"));
        String schema = Files.readString(sample);
        for (int collection = 0; collection < collections; collection++) {
            collection(root.resolve("in/c" + collection), schema);
        }
        request = new Request(
                root, root.resolve("in"), root.resolve("out"), root.resolve("none"), root.resolve("none"), 1, false, false);
        if (Extractor.validate(request).diagnostics().count(Severity.ERROR) > 0) {
            throw new IllegalStateException("the sample does not load");
        }
    }

    private static void collection(Path folder, String schema) throws IOException {
        Files.createDirectories(folder.resolve("agents"));
        StringBuilder map = new StringBuilder("extraction_sequence:\n  order:\n");
        for (int agent = 1; agent <= AGENTS; agent++) {
            String name = "Scorer" + agent;
            String own = schema.replace("TensorAIOS", name).replace("tensoraios", name.toLowerCase(Locale.ROOT));
            Files.writeString(folder.resolve("agents/" + name + ".yaml"), own);
            map.append("    ").append(agent).append(": {agent: ").append(name).append("}\n");
        }
        Files.writeString(folder.resolve("extractor-map.yaml"), map);
    }

    @Benchmark
    public Outcome validate() throws IOException {
        return Extractor.validate(request);
    }
}
