package io.qpf.write;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.render.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Brings an output folder to what was rendered, in one transaction.
 *
 * <p>Findings that are errors mean that not a byte has changed. A second write of the same files changes nothing, not even
 * a time stamp.
 */
public final class TreeWriter {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OutputFolder out;
    private final WriteOptions options;
    private final Disk disk;
    private final Duration patience;

    private TreeWriter(OutputFolder out, WriteOptions options, Disk disk, Duration patience) {
        this.out = out;
        this.options = options;
        this.disk = disk;
        this.patience = patience;
    }

    /** A writer to a folder, which need not exist. */
    public static TreeWriter to(Path folder, WriteOptions options) throws IOException {
        return to(folder, options, Disk.REAL, PATIENCE);
    }

    static TreeWriter to(Path folder, WriteOptions options, Disk disk, Duration patience) throws IOException {
        return new TreeWriter(OutputFolder.at(folder), options, disk, patience);
    }

    /** What {@link #write} would do, and what would keep it from doing it. */
    public Result<WriteReport> preview(List<RenderedFile> files) throws IOException {
        Optional<Diagnostic> obstacle = obstacle();
        return obstacle.isPresent() ? refused(List.of(obstacle.get())) : result(compare(Content.of(files)));
    }

    /** Writes the files, and removes those that the last write left and this one does not plan. */
    public Result<WriteReport> write(List<RenderedFile> files) throws IOException {
        Optional<Diagnostic> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return refused(List.of(obstacle.get()));
        }
        List<Content> contents = Content.of(files);
        if (Transaction.isClean(out)) {
            Comparison comparison = compare(contents);
            boolean errors = comparison.diagnostics().hasErrors();
            // An error may come from a look at another build's half-done work: that only the guard can tell.
            if (errors ? !Files.exists(Guard.file(out)) : comparison.steps().isEmpty()) {
                return result(comparison);
            }
        }
        Optional<Guard> taken = Guard.take(out, patience);
        if (taken.isEmpty()) {
            return refused(List.of(problems().busy()));
        }
        try {
            return writeGuarded(contents);
        } finally {
            taken.get().release();
        }
    }

    private Result<WriteReport> writeGuarded(List<Content> files) throws IOException {
        Transaction transaction = new Transaction(out, disk, problems());
        List<Diagnostic> conflicts = transaction.recover(options.overwriteDrift());
        if (!conflicts.isEmpty()) {
            return refused(conflicts);
        }
        Comparison comparison = compare(files);
        if (comparison.diagnostics().hasErrors() || comparison.steps().isEmpty()) {
            return result(comparison);
        }
        conflicts = transaction.run(comparison.steps());
        return conflicts.isEmpty() ? result(comparison) : refused(conflicts);
    }

    private Optional<Diagnostic> obstacle() throws IOException {
        if (Files.exists(out.root()) && !Files.isDirectory(out.root())) {
            return Optional.of(problems().noFolder());
        }
        String own = OutputPaths.OWN_FOLDER + "/" + Lock.NAME;
        return new Look(out).contains(own)
                ? Optional.empty()
                : Optional.of(problems().outside(own));
    }

    private Comparison compare(List<Content> files) throws IOException {
        return Comparison.of(out, files, options);
    }

    private Problems problems() {
        return new Problems(options.displayName());
    }

    private static Result<WriteReport> result(Comparison comparison) {
        return Result.of(comparison.report(), comparison.diagnostics());
    }

    private static Result<WriteReport> refused(List<Diagnostic> why) {
        return Result.none(new Diagnostics(why));
    }
}
