package io.qpf.schema.load;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Result;
import io.qpf.schema.Datum;
import io.qpf.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads past sections that are not YAML, so that one bad section never hides the errors of the others.
 *
 * <p>A section that the parser gives up in is blanked out, character by character, so that every place stays where it is,
 * and the file is read again. What is missing because of that is no finding: one cause, one error.
 */
final class Recovery {
    private static final int MOST = 20;
    private static final Pattern QUOTED = Pattern.compile("`(?:[\\w.]+\\.)?(\\w+)`");

    private final SourceFile file;
    private final List<String> lines;
    private final Set<Integer> lostLines = new LinkedHashSet<>();
    private final Set<String> lostKeys = new LinkedHashSet<>();
    private final List<Diagnostic> broken = new ArrayList<>();

    private Recovery(SourceFile file) {
        this.file = file;
        lines = new ArrayList<>(List.of(SectionLines.of(file.text())));
    }

    /** What reads the meaning of a file. */
    interface Reader<T> {
        Optional<T> read(Datum datum, Findings findings);
    }

    /** Reads a file, and finds what is wrong with all of its sections that are YAML. */
    static <T> Result<T> read(SourceFile file, Reader<T> reader) {
        Result<Datum> whole = DatumReader.read(file);
        Findings findings = new Findings();
        if (whole.value().isPresent() || !isSyntax(whole.diagnostics())) {
            findings.takeOver(whole.diagnostics());
            Optional<T> value = whole.value().flatMap(it -> reader.read(it, findings));
            return new Result<>(value, findings.diagnostics());
        }
        Recovery recovery = new Recovery(file);
        recovery.readOn(whole.diagnostics(), reader, findings);
        return Result.none(recovery.found(findings));
    }

    /** What can be read of a file that is broken; its findings are those of {@link #read}. */
    static <T> Optional<T> remains(SourceFile file, Reader<T> reader) {
        Result<Datum> whole = DatumReader.read(file);
        return whole.value().isPresent() || !isSyntax(whole.diagnostics())
                ? Optional.empty()
                : new Recovery(file).readOn(whole.diagnostics(), reader, new Findings());
    }

    private static boolean isSyntax(Diagnostics found) {
        return found.all().stream().noneMatch(it -> it.rule().equals(LoadRule.EMPTY_FILE.id()));
    }

    private <T> Optional<T> readOn(Diagnostics first, Reader<T> reader, Findings findings) {
        Diagnostics found = first;
        for (int tries = 0; tries < MOST; tries++) {
            Diagnostic last = last(found);
            broken.add(last);
            if (!blank(last.span().start().line())) {
                return Optional.empty();
            }
            Result<Datum> rest = DatumReader.read(file, String.join("", lines));
            if (rest.value().isPresent()) {
                findings.takeOver(rest.diagnostics());
                return reader.read(rest.value().get(), findings);
            }
            found = rest.diagnostics();
            if (!isSyntax(found)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The parser gives up at its last finding; what it found before comes again when it is read again. */
    private static Diagnostic last(Diagnostics found) {
        List<Diagnostic> errors = found.all().stream()
                .filter(it -> it.rule().startsWith("QPF-SYN"))
                .toList();
        return errors.isEmpty() ? found.all().get(found.all().size() - 1) : errors.get(errors.size() - 1);
    }

    private Diagnostics found(Findings findings) {
        findings.diagnostics().all().stream().filter(it -> !follows(it)).forEach(broken::add);
        return new Diagnostics(broken);
    }

    /** Whether a finding only says that something is missing which was blanked out. */
    private boolean follows(Diagnostic finding) {
        if (lostLines.contains(finding.span().start().line())) {
            return true;
        }
        boolean missing = Set.of(
                        LoadRule.NO_SECTION.id(),
                        LoadRule.NO_KEY.id(),
                        LoadRule.NO_VERSION.id(),
                        LoadRule.EMPTY_FILE.id())
                .contains(finding.rule());
        Matcher named = QUOTED.matcher(finding.message());
        return missing && (!named.find() || isLost(named.group(1)));
    }

    /** Whether a key, or the section that some write it in, was blanked out. */
    private boolean isLost(String key) {
        boolean inSystem = key.equals("name") || key.equals("rootpath") || key.equals("version");
        return lostKeys.contains(key)
                || (inSystem && lostKeys.contains("system"))
                || (key.equals("version") && lostKeys.contains("metadata"));
    }

    /** Blanks out the section that holds a line; false if nothing is left to blank out. */
    private boolean blank(int line) {
        int start = SectionLines.first(lines, line);
        int end = SectionLines.end(lines, start);
        boolean changed = false;
        for (int at = start; at < end; at++) {
            changed |= blankLine(at);
        }
        return changed;
    }

    private boolean blankLine(int at) {
        String line = lines.get(at);
        String key = SectionLines.key(line);
        if (!key.isEmpty()) {
            lostKeys.add(key);
        }
        lostLines.add(at + 1);
        lines.set(at, SectionLines.blank(line));
        return !line.isBlank();
    }
}
