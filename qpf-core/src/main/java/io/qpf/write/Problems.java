package io.qpf.write;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Severity;
import io.qpf.render.RenderedFile;
import io.qpf.source.Position;
import io.qpf.source.SourceFile;
import io.qpf.source.Span;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;

/**
 * What can forbid a write, in words.
 *
 * @param folder how messages name the output folder
 */
record Problems(String folder) {
    private static final String LOCK = OutputPaths.OWN_FOLDER + "/" + Lock.NAME;

    SourceFile source(String path, String text) {
        return new SourceFile(path.isEmpty() ? folder : folder + "/" + path, text);
    }

    /** Paths and contents that cannot be written on every file system. */
    List<Diagnostic> ofPlan(List<RenderedFile> files) {
        List<Diagnostic> found = new ArrayList<>();
        for (RenderedFile file : files) {
            OutputPaths.problem(file.path())
                    .ifPresent(why -> found.add(error(
                            WriteRule.BAD_OUTPUT_PATH,
                            file.path(),
                            "the output path \"" + file.path() + "\" " + why,
                            "name a file below the output folder, such as L9/core/agent/module.py")));
            if (file.content().indexOf('\r') >= 0) {
                found.add(error(
                        WriteRule.CARRIAGE_RETURN,
                        file.path(),
                        file.path() + " would hold a carriage return",
                        "save what it is made from (a template, domain code) with LF line ends"));
            }
        }
        List<String> paths =
                found.isEmpty() ? files.stream().map(RenderedFile::path).toList() : List.of();
        for (OutputPaths.Collision it : OutputPaths.collisions(paths)) {
            found.add(error(
                    WriteRule.PATHS_COLLIDE,
                    it.path(),
                    it.path() + " and " + it.other() + " collide: the first " + it.why(),
                    "rename one of the two; some file systems cannot hold both"));
        }
        return found;
    }

    Diagnostic outside(String path) {
        return error(
                WriteRule.OUTSIDE,
                path,
                path + " would be written outside of " + folder + ": a folder above it is a symbolic link",
                "replace the link by a folder, or extract into another folder (-Dqpf.outputDirectory=…)");
    }

    Diagnostic folderInTheWay(String path) {
        return error(
                WriteRule.IN_THE_WAY,
                path,
                path + " is to be a file, and a folder is in its place",
                "move the folder away, then extract again");
    }

    Diagnostic foreign(String path) {
        return error(
                WriteRule.IN_THE_WAY,
                path,
                path + " was not written by QPF (" + LOCK + " does not list it) and is never overwritten",
                "move it away or rename the module in the schema, then extract again; if it was extracted, restore "
                        + LOCK + " from version control");
    }

    Diagnostic drift(Drift drift, String text, boolean overwritten) {
        Position place = new Position(drift.line(), 1);
        Span span = new Span(source(drift.path(), text), place, place);
        String message = drift.path() + " was edited by hand after it was extracted";
        return overwritten
                ? WriteRule.DRIFT
                        .info()
                        .at(
                                Severity.WARNING,
                                span,
                                message + "; the edit is overwritten",
                                "the diff shows what was there")
                : WriteRule.DRIFT.at(
                        span, message, "move the change into the schema, or discard it with -Dqpf.overwrite=true");
    }

    Diagnostic unreadableLock(String why) {
        return error(
                WriteRule.BAD_LOCK,
                LOCK,
                "the lock cannot be read: " + why,
                "restore it from version control, or delete the whole output folder; then extract again");
    }

    Diagnostic interrupted(String path, String why) {
        return error(
                WriteRule.INTERRUPTED,
                path,
                "an extraction was interrupted, and cannot be finished: " + path + " " + why,
                "finish it over this with -Dqpf.overwrite=true, or delete " + OutputPaths.OWN_FOLDER
                        + "/journal.json to stay with what is there");
    }

    /** A disk that does not take or give up a file. */
    Diagnostic refused(String path, IOException why, boolean undone) {
        String reason = path + " cannot be written or taken away (" + reason(why) + ")";
        return undone
                ? error(
                        WriteRule.REFUSED,
                        path,
                        reason + "; the output is as it was before",
                        "give this build the right to write there, or make room; then extract again")
                : error(
                        WriteRule.INTERRUPTED,
                        path,
                        "an extraction was interrupted, and can be neither finished nor taken back: " + reason,
                        "give this build the right to write there, or make room; then extract again: it goes on where it"
                                + " stopped. Nothing is lost: what is to come and what was there lie in "
                                + OutputPaths.OWN_FOLDER + "/" + Transaction.STAGING);
    }

    private static String reason(IOException why) {
        if (why instanceof AccessDeniedException) {
            return "access is denied";
        }
        String reason = why instanceof FileSystemException it ? it.getReason() : why.getMessage();
        return reason == null ? why.getClass().getSimpleName() : reason;
    }

    Diagnostic busy() {
        return error(
                WriteRule.BUSY,
                OutputPaths.OWN_FOLDER + "/guard",
                "another build is writing to " + folder,
                "wait until it has ended, or end it; then extract again");
    }

    Diagnostic noFolder() {
        return error(
                WriteRule.IN_THE_WAY,
                "",
                folder + " is to be the output folder, and is a file",
                "move the file away, or extract into another folder (-Dqpf.outputDirectory=…)");
    }

    private Diagnostic error(WriteRule rule, String path, String message, String hint) {
        return rule.at(source(path, "").start(), message, hint);
    }
}
