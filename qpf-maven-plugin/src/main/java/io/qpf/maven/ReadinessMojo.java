package io.qpf.maven;

import io.qpf.write.TextFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;

/**
 * Puts the readiness page into the Maven site, as it is: {@code mvn verify site} measures first. It stands on its own, so that
 * it needs nothing of what the site renders pages with.
 */
@Mojo(name = "readiness", threadSafe = true)
public final class ReadinessMojo extends AbstractMojo implements MavenReport {
    private static final String PATH = "qpf-readiness";

    /** The page that {@code verify-gates} wrote. */
    @Parameter(property = "qpf.readinessPage", defaultValue = "${project.build.directory}/qpf/readiness.html")
    private File readinessPage;

    /** The site's folder. */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File siteDirectory;

    /** Skips every goal of this plugin. */
    @Parameter(property = "qpf.skip", defaultValue = "false")
    private boolean skip;

    /** Skips this goal. */
    @Parameter(property = "qpf.readiness.skip", defaultValue = "false")
    private boolean skipReadiness;

    @Override
    public void execute() throws MojoExecutionException {
        if (!canGenerateReport()) {
            return;
        }
        try {
            copy();
        } catch (IOException e) {
            throw new MojoExecutionException("qpf:readiness could not do its work: " + e, e);
        }
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            copy();
        } catch (IOException e) {
            throw new MavenReportException("qpf:readiness could not do its work: " + e, e);
        }
    }

    private void copy() throws IOException {
        File page = new File(siteDirectory, PATH + ".html");
        TextFiles.write(page.toPath(), Files.readString(readinessPage.toPath()));
        getLog().info("readiness: " + page);
    }

    @Override
    public boolean canGenerateReport() {
        if (skip || skipReadiness) {
            getLog().info("qpf:readiness is skipped; leave out -Dqpf.skip and -Dqpf.readiness.skip to run it");
            return false;
        }
        if (!readinessPage.isFile()) {
            getLog().warn("qpf:readiness has nothing to show: there is no " + readinessPage
                    + "; let qpf:verify-gates write it, as in mvn verify site");
            return false;
        }
        return true;
    }

    /** The page is no part of the site's own pages; the site links to it. */
    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    public String getOutputPath() {
        return PATH;
    }

    /** The old name of the path, which the interface still asks for. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return PATH;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "QPF readiness";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Whether the extracted agents may be deployed: every gate with its figure and what lies behind it.";
    }

    @Override
    public File getReportOutputDirectory() {
        return siteDirectory;
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }
}
