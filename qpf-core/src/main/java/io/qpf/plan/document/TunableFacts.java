package io.qpf.plan.document;

import io.qpf.collection.Agent;
import io.qpf.collection.Collection;
import io.qpf.python.SchemaText;
import io.qpf.schema.AgentSchema;
import io.qpf.schema.Glue;
import io.qpf.source.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What an operator may override, and what holds otherwise. The foundation's AgentSettings reads the same variables. */
public record TunableFacts(
        Tunable port,
        Tunable apiMode,
        Tunable environment,
        Tunable taskLimit,
        Tunable decisionLatencyMs,
        Tunable maxRetries,
        Tunable backoffMultiplier,
        Tunable initialDelayMs) {
    /** A variable of the environment and its default. */
    public record Tunable(SchemaText variable, SchemaText value) {}

    private static final List<String> NAMES = List.of(
            "PORT",
            "API_MODE",
            "ENVIRONMENT",
            "TASK_LIMIT",
            "DECISION_LATENCY_MS",
            "MAX_RETRIES",
            "BACKOFF_MULTIPLIER",
            "INITIAL_DELAY_MS");
    private static final Glue.RetryPolicy NO_RETRY = new Glue.RetryPolicy(0, 1, 0);

    static TunableFacts of(Agent agent, Collection collection) {
        AgentSchema schema = agent.schema();
        String prefix = prefix(agent.name());
        Glue.RetryPolicy retry = collection.glue().flatMap(Glue::retryPolicy).orElse(NO_RETRY);
        return new TunableFacts(
                tunable(prefix, "PORT", agent.port()),
                tunable(
                        prefix,
                        "API_MODE",
                        schema.deployment().apiMode().map(Text::value).orElse("private")),
                tunable(
                        prefix,
                        "ENVIRONMENT",
                        schema.deployment().environment().map(Text::value).orElse("(empty)")),
                tunable(
                        prefix,
                        "TASK_LIMIT",
                        schema.learning()
                                .taskLimit()
                                .<Object>map(it -> it.value())
                                .orElse("unlimited")),
                tunable(
                        prefix,
                        "DECISION_LATENCY_MS",
                        schema.learning()
                                .decisionLatencyMaxMs()
                                .<Object>map(it -> it.value())
                                .orElse("unlimited")),
                tunable(prefix, "MAX_RETRIES", retry.maxRetries()),
                tunable(prefix, "BACKOFF_MULTIPLIER", plain(retry.backoffMultiplier())),
                tunable(prefix, "INITIAL_DELAY_MS", retry.initialDelayMs()));
    }

    /** The variables of an agent, that of its port first. */
    public static List<String> variablesOf(String agent) {
        return NAMES.stream().map(it -> prefix(agent) + "_" + it).toList();
    }

    private static Tunable tunable(String prefix, String name, Object value) {
        return new Tunable(SchemaText.of(prefix + "_" + name), Show.text(value));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /** The name in capitals; what is neither an ASCII letter nor a digit becomes one underscore. */
    static String prefix(String name) {
        String words =
                name.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
        boolean letter = !words.isEmpty() && Character.isLetter(words.charAt(0));
        return letter ? words : ("AGENT_" + words).replaceAll("_+$", "");
    }
}
