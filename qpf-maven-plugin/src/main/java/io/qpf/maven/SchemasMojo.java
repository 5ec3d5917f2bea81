package io.qpf.maven;

import io.qpf.extract.EditorSchemas;
import io.qpf.write.TextFiles;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Writes the JSON Schemas of agent schema, extractor map and glue, by which editors complete and check them. */
@Mojo(name = "schemas", requiresProject = false, threadSafe = true)
public final class SchemasMojo extends AbstractMojo {
    /** Where they go. */
    @Parameter(property = "qpf.schemasDirectory", defaultValue = "${basedir}/.qpf/schemas")
    private File schemasDirectory;

    /** Skips every goal of this plugin. */
    @Parameter(property = "qpf.skip", defaultValue = "false")
    private boolean skip;

    /** Skips this goal. */
    @Parameter(property = "qpf.schemas.skip", defaultValue = "false")
    private boolean skipSchemas;

    @Override
    public void execute() throws MojoExecutionException {
        if (skip || skipSchemas) {
            getLog().info("qpf:schemas is skipped; leave out -Dqpf.skip and -Dqpf.schemas.skip to run it");
            return;
        }
        try {
            for (Map.Entry<String, String> it : EditorSchemas.all().entrySet()) {
                TextFiles.write(schemasDirectory.toPath().resolve(it.getKey()), it.getValue());
                getLog().info("written: " + schemasDirectory.toPath().resolve(it.getKey()));
            }
        } catch (IOException e) {
            throw new MojoExecutionException("qpf:schemas could not do its work: " + e, e);
        }
    }
}
