package io.qpf.extract;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Fix;
import io.qpf.fix.Mender;
import io.qpf.source.SourceFile;
import io.qpf.write.InputFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes all safe fixes, validates again, and goes on until none is left: what stands behind a mistake of syntax only shows
 * once it is mended. Files are written at the end, so that nobody ever finds one half mended.
 */
public final class Mending {
    /** Each round makes at least one fix. Nobody makes as many mistakes; a fix that undoes another one might. */
    private static final int MOST_ROUNDS = 500;

    private static final String MARK = "\ufeff";

    private final Request request;
    private final Map<Path, byte[]> before = new LinkedHashMap<>();
    private final Map<Path, byte[]> texts = new LinkedHashMap<>();
    private final List<Fix> made = new ArrayList<>();

    private Mending(Request request) {
        this.request = request;
    }

    /**
     * A file that was mended.
     *
     * @param diff from what it was to what it is, in the form of {@code diff -u}
     */
    public record MendedFile(String path, String diff) {}

    /**
     * What came of it.
     *
     * @param outcome what validation says of the mended files
     * @param fixes what was done
     */
    public record Mended(Outcome outcome, List<Fix> fixes, List<MendedFile> files) {
        public Mended {
            fixes = List.copyOf(fixes);
            files = List.copyOf(files);
        }
    }

    /** Mends the files of a request. */
    public static Mended mend(Request request) throws IOException {
        return new Mending(request).mend();
    }

    /**
     * How many mistakes would be mended, with nothing written: not every fix that a finding carries holds once it is tried.
     *
     * @param found what validation says of the files; where no finding carries a fix, nothing is tried
     */
    public static int mendable(Request request, Diagnostics found) throws IOException {
        if (fixes(found).isEmpty()) {
            return 0;
        }
        Mending trial = new Mending(request);
        trial.tryAll();
        return trial.made.size();
    }

    private Mended mend() throws IOException {
        Outcome outcome = tryAll();
        return new Mended(outcome, made, write());
    }

    private Outcome tryAll() throws IOException {
        Outcome outcome = Extractor.validate(request, this::read);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Outcome> next = round(outcome, fixes(outcome.diagnostics()));
            if (next.isEmpty()) {
                break;
            }
            outcome = next.get();
        }
        return outcome;
    }

    /** Makes all fixes at once where that does no harm, and otherwise those that do none; empty if none can be made. */
    private Optional<Outcome> round(Outcome outcome, List<Fix> fixes) throws IOException {
        Optional<Outcome> all = tried(outcome, fixes, true);
        if (all.isPresent() || fixes.size() < 2) {
            return all;
        }
        List<Fix> harmless = new ArrayList<>();
        for (Fix fix : fixes) {
            if (tried(outcome, List.of(fix), false).isPresent()) {
                harmless.add(fix);
            }
        }
        Optional<Outcome> together = tried(outcome, harmless, true);
        return together.isPresent() || harmless.size() < 2 ? together : tried(outcome, harmless.subList(0, 1), true);
    }

    /** What is found once fixes are made; empty if they do not hold, and then the files are as they were. */
    private Optional<Outcome> tried(Outcome outcome, List<Fix> fixes, boolean keep) throws IOException {
        Mender.Mended mended = Mender.mend(fixes);
        if (mended.made().isEmpty() || !MendingCheck.isIntact(mended)) {
            return Optional.empty();
        }
        Map<Path, byte[]> was = new LinkedHashMap<>(texts);
        for (SourceFile file : mended.files()) {
            Path path = path(file);
            texts.put(path, bytes(file, read(path)));
        }
        Outcome next = Extractor.validate(request, this::read);
        boolean holds = MendingCheck.holds(outcome.diagnostics(), next.diagnostics(), mended);
        if (holds && keep) {
            made.addAll(mended.made());
        } else {
            texts.putAll(was);
        }
        return holds ? Optional.of(next) : Optional.empty();
    }

    private static List<Fix> fixes(Diagnostics diagnostics) {
        return diagnostics.all().stream()
                .map(Diagnostic::fix)
                .flatMap(Optional::stream)
                .toList();
    }

    private Path path(SourceFile file) {
        return request.project().resolve(file.path()).toAbsolutePath().normalize();
    }

    private byte[] read(Path file) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        byte[] known = texts.get(path);
        if (known != null) {
            return known;
        }
        byte[] bytes = Files.readAllBytes(path);
        before.put(path, bytes);
        texts.put(path, bytes);
        return bytes;
    }

    /** A byte order mark is no part of the text, and stays. */
    private static byte[] bytes(SourceFile file, byte[] old) {
        String mark = new String(old, StandardCharsets.UTF_8).startsWith(MARK) ? MARK : "";
        return (mark + file.text()).getBytes(StandardCharsets.UTF_8);
    }

    private List<MendedFile> write() throws IOException {
        List<MendedFile> written = new ArrayList<>();
        for (Map.Entry<Path, byte[]> it : before.entrySet()) {
            byte[] after = read(it.getKey());
            if (!Arrays.equals(it.getValue(), after)) {
                String diff = InputFiles.replace(it.getKey(), it.getValue(), after);
                written.add(new MendedFile(request.display(it.getKey()), diff));
            }
        }
        return written;
    }
}
