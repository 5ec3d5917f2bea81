package io.qpf.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What {@link ValidateBenchmark} measures, in processor time of the whole process, compilers and collectors included: for machines
 * that are busy with something else, where a clock on the wall would tell about that.
 */
public final class ProcessorTime {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private ProcessorTime() {}

    public static void main(String... counts) throws IOException {
        ValidateBenchmark warm = prepared(1);
        for (int run = 0; run < 150; run++) {
            warm.validate();
        }
        for (String count : counts) {
            int collections = Integer.parseInt(count);
            ValidateBenchmark benchmark = prepared(collections);
            int runs = Math.max(1, 100 / collections);
            long before = SYSTEM.getProcessCpuTime();
            for (int run = 0; run < runs; run++) {
                benchmark.validate();
            }
            double millis = (SYSTEM.getProcessCpuTime() - before) / 1e6 / runs;
            System.out.printf(
                    Locale.ROOT, "%5d collections: %9.1f ms, %6.2f ms each%n", collections, millis, millis / collections);
        }
    }

    private static ValidateBenchmark prepared(int collections) throws IOException {
        ValidateBenchmark benchmark = new ValidateBenchmark();
        benchmark.collections = collections;
        benchmark.write();
        return benchmark;
    }
}
