package io.qpf.maven;

import io.qpf.diagnostics.Report;
import io.qpf.diagnostics.format.ConciseFormat;
import io.qpf.diagnostics.format.JsonFormat;
import io.qpf.diagnostics.format.JunitFormat;
import io.qpf.diagnostics.format.ReportFormat;
import io.qpf.diagnostics.format.SarifFormat;
import io.qpf.write.TextFiles;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Reports in files, each in the form that the ending of its name says. */
record ReportFiles(List<File> files, String version) {
    ReportFiles {
        files = List.copyOf(files);
        for (File file : files) {
            format(file.getName(), version);
        }
    }

    void write(Report report) throws IOException {
        for (File file : files) {
            TextFiles.write(file.toPath(), format(file.getName(), version).format(report));
        }
    }

    private static ReportFormat format(String name, String version) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "sarif" -> new SarifFormat(version);
            case "json" -> name.endsWith(".sarif.json") ? new SarifFormat(version) : new JsonFormat();
            case "xml" -> new JunitFormat();
            case "txt" -> report -> new ConciseFormat().format(report.findings());
            default ->
                throw new WrongParameter("qpf.reports knows .sarif, .json, .xml (JUnit) and .txt, and not " + name);
        };
    }
}
