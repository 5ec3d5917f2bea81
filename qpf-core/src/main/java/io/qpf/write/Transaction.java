package io.qpf.write;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.qpf.diagnostics.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes the output folder from one state to the next, or not at all.
 *
 * <p>Contents are staged first, then a journal appears by one atomic move: before it the old tree holds, from then on the
 * new one, which this run or the next one finishes step by step. The first run and a recovery take the same way. Where the
 * disk refuses a step, the ones before it are taken back: what they replaced is kept until the end. It is
 * safe against a killed process; against a power cut only as far as the file system orders its writes.
 */
record Transaction(OutputFolder out, Disk disk, Problems problems) {
    static final String STAGING = "staging";

    /** The disk refuses a step of a journal. */
    private record Refusal(String path, IOException why) {}

    /** Whether an earlier run left nothing behind. */
    static boolean isClean(OutputFolder out) {
        return !Journal.exists(out) && !Files.exists(out.own(STAGING));
    }

    /** Does all steps; findings mean that none was done. */
    List<Diagnostic> run(List<Step> steps) throws IOException {
        clean();
        disk.createFolders(out.own(STAGING));
        Journal journal = Journal.of(steps);
        stage(steps, journal);
        List<Diagnostic> conflicts = conflicts(journal, false);
        if (!conflicts.isEmpty()) {
            clean();
            return conflicts;
        }
        commit(journal);
        Optional<Refusal> refusal = finish(journal);
        return refusal.isEmpty() ? List.of() : List.of(told(refusal.get(), isUndone(journal)));
    }

    /** From here on the steps of the journal are what has to be done, whoever does it. */
    private void commit(Journal journal) throws IOException {
        Path draft = out.own(STAGING).resolve(Journal.NAME);
        disk.write(draft, journal.json().getBytes(StandardCharsets.UTF_8));
        disk.move(draft, out.own(Journal.NAME));
    }

    /** Takes back what was done of a journal; false if that cannot be, and then a journal stays for the next run. */
    private boolean isUndone(Journal journal) {
        try {
            Optional<Journal> back = new WayBack(out).of(journal);
            if (back.isEmpty()) {
                return false;
            }
            commit(back.get());
            return finish(back.get()).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private Diagnostic told(Refusal refusal, boolean undone) {
        return problems.refused(refusal.path(), refusal.why(), undone);
    }

    /**
     * Creating a file is slow on some disks, and the staged ones know nothing of each other. The lock comes last.
     *
     * <p>A refusal is a value until all are through: an exception would leave a parallel stream while others still write,
     * and the next run would find files appear in a folder that it empties.
     */
    private void stage(List<Step> steps, Journal journal) throws IOException {
        int last = steps.size() - 1;
        List<IOException> refusals = IntStream.range(0, last)
                .parallel()
                .mapToObj(it -> stage(steps.get(it), journal.entries().get(it)))
                .toList()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
        Optional<IOException> refusal = stage(steps.get(last), journal.entries().get(last));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private Optional<IOException> stage(Step step, Journal.Entry entry) {
        try {
            if (step instanceof Step.Write write) {
                disk.write(staged(entry.staged()), write.content().getBytes(StandardCharsets.UTF_8));
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /**
     * Finishes what an earlier run began, or takes it back where the disk refuses to let it be finished; findings mean that
     * neither can be, or that somebody changed the tree since and nothing was done.
     *
     * @param force whether to finish over such changes
     */
    List<Diagnostic> recover(boolean force) throws IOException {
        if (!Journal.exists(out)) {
            clean();
            return List.of();
        }
        Journal journal;
        try {
            journal = Journal.read(out.own(Journal.NAME));
        } catch (IOException e) {
            return List.of(problems.interrupted(
                    OutputPaths.OWN_FOLDER + "/" + Journal.NAME, "cannot be read (" + e.getMessage() + ")"));
        }
        List<Diagnostic> conflicts = conflicts(journal, force);
        Optional<Refusal> refusal = conflicts.isEmpty() ? finish(journal) : Optional.empty();
        return refusal.isEmpty() || isUndone(journal) ? conflicts : List.of(told(refusal.get(), false));
    }

    private List<Diagnostic> conflicts(Journal journal, boolean force) throws IOException {
        List<Diagnostic> found = new ArrayList<>();
        Look look = new Look(out);
        for (Journal.Entry entry : journal.entries()) {
            conflict(entry, look, force).ifPresent(why -> found.add(problems.interrupted(entry.path(), why)));
        }
        return found;
    }

    private Optional<String> conflict(Journal.Entry entry, Look look, boolean force) throws IOException {
        boolean lock = entry.path().equals(OutputPaths.OWN_FOLDER + "/" + Lock.NAME);
        Optional<String> problem = lock ? Optional.empty() : OutputPaths.problem(entry.path());
        if (problem.isPresent()) {
            return problem;
        }
        if (!look.contains(entry.path())) {
            return Optional.of("lies outside of the output folder, through a symbolic link");
        }
        String state = look.state(entry.path());
        if (entry.isDone(state)) {
            return Optional.empty();
        }
        if (!entry.staged().isEmpty() && !isStaged(entry)) {
            return Optional.of("has lost its staged content");
        }
        // Nothing is lost by writing where nothing is: the step before may have cleared the place.
        boolean known = state.equals(entry.was()) || state.equals(Look.ABSENT) || (force && !state.equals(Look.FOLDER));
        return known ? Optional.empty() : Optional.of("was changed in the meantime");
    }

    /** Does what is left to do of a journal, up to what the disk refuses. */
    private Optional<Refusal> finish(Journal journal) throws IOException {
        for (Journal.Entry entry : journal.entries()) {
            try {
                if (entry.staged().isEmpty()) {
                    remove(entry);
                } else if (isStaged(entry)) {
                    put(entry);
                }
            } catch (IOException e) {
                return Optional.of(new Refusal(entry.path(), e));
            }
        }
        disk.delete(out.own(Journal.NAME));
        clean();
        return Optional.empty();
    }

    private void put(Journal.Entry entry) throws IOException {
        Path file = out.resolve(entry.path());
        Path folder = file.resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            disk.createFolders(folder);
        }
        if (!entry.kept().isEmpty() && Files.exists(file, NOFOLLOW_LINKS)) {
            Path kept = staged(entry.kept());
            if (!Files.exists(kept, NOFOLLOW_LINKS)) {
                disk.keep(file, kept);
            }
        }
        disk.move(staged(entry.staged()), file);
    }

    private void remove(Journal.Entry entry) throws IOException {
        String state = new Look(out).state(entry.path());
        Path file = out.resolve(entry.path());
        if (!entry.isDone(state)) {
            if (entry.kept().isEmpty()) {
                disk.delete(file);
            } else {
                disk.move(file, staged(entry.kept()));
            }
        }
        prune(entry.path());
    }

    /** Takes away the folders above a path that are empty, from the inside out. */
    private void prune(String path) throws IOException {
        List<String> folders = OutputPaths.folders(path);
        for (int i = folders.size() - 1; i >= 0; i--) {
            Path folder = out.resolve(folders.get(i));
            if (Files.isSymbolicLink(folder) || Files.isRegularFile(folder)) {
                return;
            }
            try {
                disk.delete(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    private void clean() throws IOException {
        Path staging = out.own(STAGING);
        if (Files.isDirectory(staging)) {
            try (Stream<Path> left = Files.list(staging)) {
                for (Path it : left.toList()) {
                    disk.delete(it);
                }
            }
            disk.delete(staging);
        }
    }

    /** What was kept may be a link; what was written is a file. */
    private boolean isStaged(Journal.Entry entry) throws IOException {
        Path staged = staged(entry.staged());
        return entry.staged().startsWith(Journal.KEPT)
                ? Files.exists(staged, NOFOLLOW_LINKS)
                : Files.isRegularFile(staged);
    }

    private Path staged(String name) throws IOException {
        String number = name.startsWith(Journal.KEPT) ? name.substring(Journal.KEPT.length()) : name;
        if (!isNumber(number)) {
            throw new IOException("the journal names no staged file: " + name);
        }
        return out.own(STAGING).resolve(name);
    }

    private static boolean isNumber(String name) {
        boolean number = !name.isEmpty() && name.length() <= 9;
        for (int i = 0; i < name.length() && number; i++) {
            number = name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return number;
    }
}
