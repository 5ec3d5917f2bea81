package io.qpf.maven;

import io.qpf.diagnostics.RuleInfo;
import io.qpf.diagnostics.Suggest;
import io.qpf.extract.Catalogue;
import io.qpf.extract.RulePage;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Prints what a rule finds and why, with an example and the same mended; or all rules, layer by layer. */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The id of a rule, such as {@code QPF-GOV-302} or {@code gov-302}, or {@code list}. */
    @Parameter(property = "qpf.rule", defaultValue = "list")
    private String rule;

    /** Whether the log is coloured: {@code always}, {@code never}, or {@code auto}, which colours a terminal only. */
    @Parameter(property = "qpf.color", defaultValue = "auto")
    private String color;

    /** Skips every goal of this plugin. */
    @Parameter(property = "qpf.skip", defaultValue = "false")
    private boolean skip;

    /** Skips this goal. */
    @Parameter(property = "qpf.explain.skip", defaultValue = "false")
    private boolean skipExplain;

    @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
    private boolean interactive;

    @Parameter(property = "style.color", defaultValue = "auto", readonly = true)
    private String mavenColor;

    @Override
    public void execute() throws MojoFailureException {
        if (skip || skipExplain) {
            getLog().info("qpf:explain is skipped; leave out -Dqpf.skip and -Dqpf.explain.skip to run it");
            return;
        }
        RuleText text = new RuleText(Style.of(color, mavenColor, interactive));
        String wanted = rule.strip();
        String shown = wanted.equalsIgnoreCase("list") ? text.list(Catalogue.all()) : page(text, wanted);
        shown.lines().forEach(getLog()::info);
    }

    private static String page(RuleText text, String id) throws MojoFailureException {
        Optional<RuleInfo> found = Catalogue.find(id);
        if (found.isEmpty()) {
            throw new MojoFailureException("there is no rule " + id + "; "
                    + Suggest.hint(
                            Catalogue.whole(id),
                            Catalogue.ids().stream(),
                            "mvn qpf:explain -Dqpf.rule=list names all of them"));
        }
        return text.page(found.get(), RulePage.of(found.get()));
    }
}
