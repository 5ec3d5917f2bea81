package io.qpf.benchmarks;

import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
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
 * must grow with the number of collections and no faster. {@link Growth} says that in less time, and how much memory it takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgs = "-Xmx256m")
public class ValidateBenchmark {
    /** How many collections there are. */
    @Param({"1", "10", "100", "1000"})
    public int collections;

    private Samples samples;

    @Setup
    public void write() throws IOException {
        samples = Samples.write(collections);
    }

    @TearDown
    public void delete() throws IOException {
        samples.delete();
    }

    @Benchmark
    public Outcome validate() throws IOException {
        return Extractor.validate(samples.request());
    }
}
