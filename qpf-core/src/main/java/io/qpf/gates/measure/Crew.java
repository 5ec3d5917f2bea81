package io.qpf.gates.measure;

import io.qpf.gates.measure.Instrument.Task;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks side by side, as many at once as there are workers, the heaviest first. */
final class Crew implements AutoCloseable {
    private static final int QUEUE = 16;

    private final ThreadPoolExecutor pool;
    private final GateProgress progress;
    private final Pace pace;
    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, String> failures = new HashMap<>();
    private final Map<String, Duration> took = new HashMap<>();
    private int done;

    Crew(int workers, GateProgress progress, Pace pace) {
        this.progress = progress;
        this.pace = pace;
        pool = new ThreadPoolExecutor(
                workers, workers, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(QUEUE, Crew::heaviestFirst));
    }

    private static int heaviestFirst(Runnable one, Runnable other) {
        return Long.compare(weight(other), weight(one));
    }

    private static long weight(Runnable work) {
        return work instanceof Job job ? job.weight : 0;
    }

    /** A task in the queue, ordered by its weight. */
    private static final class Job extends FutureTask<Void> {
        private final String instrument;
        private final long weight;

        Job(String instrument, long weight, Runnable work) {
            super(work, null);
            this.instrument = instrument;
            this.weight = weight;
        }
    }

    /** Lets an instrument do what it must; what it cannot do is a failure of the instrument. */
    synchronized void take(Instrument instrument) throws IOException {
        try {
            List<Task> tasks = instrument.tasks();
            for (Task task : tasks) {
                long expected = pace.expected(instrument.name(), task.weight());
                Job job = new Job(instrument.name(), expected, () -> work(instrument, task));
                jobs.add(job);
                pool.execute(job);
            }
            if (tasks.isEmpty()) {
                progress.finished(instrument.name(), Duration.ZERO, true, done, jobs.size());
            }
        } catch (ToolFailure e) {
            failures.put(instrument.name(), e.why());
        }
    }

    private void work(Instrument instrument, Task task) {
        long start = System.nanoTime();
        try {
            task.work().run();
        } catch (ToolFailure e) {
            fail(instrument, e.why());
        } catch (IOException | RuntimeException e) {
            fail(instrument, task.name() + " could not be run: " + e);
        }
        end(instrument, task, Duration.ofNanos(System.nanoTime() - start));
    }

    private synchronized void fail(Instrument instrument, String why) {
        failures.putIfAbsent(instrument.name(), why);
    }

    private synchronized void end(Instrument instrument, Task task, Duration duration) {
        took.merge(instrument.name(), duration, Duration::plus);
        pace.took(instrument.name(), task.weight(), duration);
        done++;
        progress.finished(task.name(), duration, false, done, jobs.size());
    }

    /** Waits until all that an instrument does is done. */
    void await(Instrument instrument) {
        List<Job> own;
        synchronized (this) {
            own = jobs.stream()
                    .filter(it -> it.instrument.equals(instrument.name()))
                    .toList();
        }
        own.forEach(Crew::await);
    }

    private static void await(Job job) {
        try {
            job.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the gates were interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a gate could not be measured", e.getCause());
        }
    }

    /** Why an instrument failed; empty if it did not. */
    synchronized String failure(Instrument instrument) {
        return failures.getOrDefault(instrument.name(), "");
    }

    synchronized Duration took(Instrument instrument) {
        return took.getOrDefault(instrument.name(), Duration.ZERO);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
