package io.qpf.maven;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Diagnostics;
import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.Severity;
import io.qpf.diagnostics.format.ConciseFormat;
import io.qpf.diagnostics.format.DiagnosticFormat;
import io.qpf.diagnostics.format.FullFormat;
import io.qpf.diagnostics.format.GithubFormat;
import io.qpf.diagnostics.format.TallyFormat;
import io.qpf.extract.Mending;
import io.qpf.write.Drift;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;

/** Maven's log, by the line. */
final class Console {
    private static final int DIFF_LINES = 60;

    private final Log log;
    private final Style style;
    private final DiagnosticFormat format;
    private final boolean annotations;

    Console(Log log, Style style, String format) {
        this.log = log;
        this.style = style;
        this.format = switch (format) {
            case "full" -> new FullFormat(style.colour());
            case "concise", "github" -> new ConciseFormat();
            default -> throw new WrongParameter("qpf.format is full, concise or github, and not \"" + format + "\"");
        };
        annotations = format.equals("github");
    }

    Style style() {
        return style;
    }

    void info(String text) {
        text.lines().forEach(log::info);
    }

    void warn(String text) {
        text.lines().forEach(log::warn);
    }

    /** Each finding at the level of its severity. */
    void print(Diagnostics diagnostics) {
        if (annotations) {
            // GitHub reads a command at the start of a line only, where Maven's log writes its level.
            System.out.print(new GithubFormat().format(diagnostics));
            return;
        }
        for (Diagnostic it : diagnostics.all()) {
            Consumer<String> level = switch (it.severity()) {
                case ERROR -> log::error;
                case WARNING -> log::warn;
                case INFO -> log::info;
            };
            // A note is worth a line; the excerpts belong to what somebody must change.
            DiagnosticFormat form = it.severity() == Severity.INFO ? new ConciseFormat() : format;
            form.format(new Diagnostics(List.of(it))).lines().forEach(level);
        }
    }

    /** Errors and warnings; of infos only how many there are. */
    void printImportant(Diagnostics diagnostics) {
        print(new Diagnostics(diagnostics.all().stream()
                .filter(it -> it.severity() != Severity.INFO)
                .toList()));
        int infos = diagnostics.count(Severity.INFO);
        if (infos > 0) {
            log.info(style.faint(Words.count(infos, "note") + " more: mvn qpf:validate shows them"));
        }
    }

    /** What people did to generated files, from what the extraction makes to what lies there. */
    void print(List<Drift> drifts) {
        for (Drift drift : drifts) {
            log.warn(style.strong("--- " + drift.path() + " as extracted"));
            log.warn(style.strong("+++ " + drift.path() + " as it is"));
            List<String> lines = drift.diff().lines().toList();
            lines.stream().limit(DIFF_LINES).map(this::diffLine).forEach(log::warn);
            if (lines.size() > DIFF_LINES) {
                log.warn("… and " + (lines.size() - DIFF_LINES) + " lines more");
            }
        }
    }

    /** What was mended, file by file. */
    void print(Mending.Mended mended) {
        for (Mending.MendedFile file : mended.files()) {
            log.info(style.strong(file.path()));
            file.diff().lines().map(this::diffLine).forEach(log::info);
        }
        log.info(
                mended.fixes().isEmpty()
                        ? "nothing to mend that could only be meant in one way"
                        : style.good("mended: ")
                                + Words.count(mended.fixes().size(), "mistake") + " in "
                                + Words.count(mended.files().size(), "file") + ", all else as it was");
    }

    /** What was looked at, layer by layer, and what does not count. */
    void print(Report report) {
        info(new TallyFormat(style.colour()).format(report));
        int allowed = report.allowed().size();
        if (allowed > 0) {
            int inSource = (int)
                    report.allowed().stream().filter(Report.Allowed::inSource).count();
            log.info(Words.count(allowed, "finding") + " do" + (allowed == 1 ? "es" : "") + " not count: " + inSource
                    + " allowed in the files, " + (allowed - inSource) + " in the baseline");
        }
    }

    /** How many mistakes need no people. */
    void offerFixes(int fixes) {
        if (fixes > 0) {
            log.info(Words.count(fixes, "mistake") + " can be mended: mvn qpf:validate -Dqpf.fix");
        }
    }

    private String diffLine(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> style.removed(line);
            case '+' -> style.added(line);
            case '@' -> style.faint(line);
            default -> line;
        };
    }
}
