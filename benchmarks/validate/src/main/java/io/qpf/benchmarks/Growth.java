package io.qpf.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import io.qpf.extract.Extractor;
import io.qpf.extract.Outcome;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * How validation grows from 1 to 1,000 collections, in four minutes altogether: for each number the time by the clock and of the
 * processor (the whole process, compilers and collectors included) for one collection, and the heap that was left after garbage
 * collections at the most.
 *
 * <pre>
 * ./mvnw install -DskipTests
 * ./mvnw -f benchmarks/validate/pom.xml compile exec:exec@growth
 * </pre>
 *
 * <p>It runs in a heap of 256 MB, and fails if 1,000 collections do not fit.
 */
public final class Growth {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** How many collections are validated for each figure at least, and before the first one. */
    private static final int LEAST = 60;

    private static final double MEGABYTE = 1 << 20;

    private Growth() {}

    public static void main(String... counts) throws IOException {
        AtomicLong live = watchedHeap();
        System.out.println("collections  findings   ms each  cpu ms each  heap left MB");
        run(1, live);
        for (String count : counts.length > 0 ? List.of(counts) : List.of("1", "10", "100", "1000")) {
            System.out.println(run(Integer.parseInt(count), live));
        }
    }

    private static String run(int collections, AtomicLong live) throws IOException {
        Samples samples = Samples.write(collections);
        int runs = Math.max(1, LEAST / collections);
        System.gc();
        live.set(0);
        long processor = SYSTEM.getProcessCpuTime();
        long clock = System.nanoTime();
        int findings = 0;
        for (int run = 0; run < runs; run++) {
            Outcome outcome = Extractor.validate(samples.request());
            findings = outcome.diagnostics().all().size();
        }
        double wall = (System.nanoTime() - clock) / 1e6 / runs / collections;
        double cpu = (SYSTEM.getProcessCpuTime() - processor) / 1e6 / runs / collections;
        samples.delete();
        return String.format(
                Locale.ROOT,
                "%11d %9d %9.1f %12.1f %13.1f",
                collections,
                findings,
                wall,
                cpu,
                live.get() / MEGABYTE);
    }

    /** The most that garbage collections left in the heap since it was last set to 0. */
    private static AtomicLong watchedHeap() {
        Set<String> heap = new HashSet<>();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                heap.add(pool.getName());
            }
        }
        AtomicLong live = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            NotificationEmitter emitter = (NotificationEmitter) collector;
            emitter.addNotificationListener(
                    (notification, nothing) -> {
                        Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                                        (CompositeData) notification.getUserData())
                                .getGcInfo()
                                .getMemoryUsageAfterGc();
                        long left = 0;
                        for (Map.Entry<String, MemoryUsage> pool : after.entrySet()) {
                            left += heap.contains(pool.getKey()) ? pool.getValue().getUsed() : 0;
                        }
                        live.accumulateAndGet(left, Math::max);
                    },
                    null,
                    null);
        }
        return live;
    }
}
