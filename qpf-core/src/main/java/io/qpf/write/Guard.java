package io.qpf.write;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two builds from writing to one output folder at once, in one JVM or in two.
 *
 * <p>The operating system's lock belongs to the process, and any close of the file gives it up: so threads queue first,
 * and only one of them opens the file. The file is empty and stays; taking it away would part those who wait for it.
 */
final class Guard {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final long PAUSE_MILLIS = 20;

    private final ReentrantLock thread;
    private final FileChannel channel;

    private Guard(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    static Path file(OutputFolder out) {
        return out.own("guard");
    }

    /** The guard, or nothing if another build kept it for all that time. */
    static Optional<Guard> take(OutputFolder out, Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        ReentrantLock thread = THREADS.computeIfAbsent(file(out), it -> new ReentrantLock());
        try {
            if (!thread.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.empty();
            }
            boolean taken = false;
            try {
                Optional<FileChannel> channel = lockedChannel(file(out), end);
                taken = channel.isPresent();
                return channel.map(it -> new Guard(thread, it));
            } finally {
                if (!taken) {
                    thread.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while another build was writing");
        }
    }

    private static Optional<FileChannel> lockedChannel(Path file, long end) throws IOException, InterruptedException {
        Files.createDirectories(file.resolveSibling("."));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        while (!locked(channel)) {
            if (System.nanoTime() > end) {
                channel.close();
                return Optional.empty();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return Optional.of(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // The same class in another class loader of this JVM.
            return false;
        }
    }

    void release() throws IOException {
        try {
            channel.close();
        } finally {
            thread.unlock();
        }
    }
}
