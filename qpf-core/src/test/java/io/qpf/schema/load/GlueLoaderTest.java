package io.qpf.schema.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.schema.ConnectionType;
import io.qpf.schema.Glue;
import io.qpf.source.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Glue files in the forms that people write. */
class GlueLoaderTest {
    @Test
    void readsWiringsByTheirType() {
        Glue glue = glue("""
                wirings:
                  - {from_agent: A, to_agent: B, connection_type: api_call, import_path: x/b.py, method_names: [m, n]}
                  - {from_agent: A, to_agent: B, connection_type: packet_send, packet_types: [p]}
                  - {from_agent: A, to_agent: B, connection_type: event_observe, event_subscriptions: [e]}
                """);

        assertThat(glue.wirings())
                .extracting(it -> it.type().value())
                .containsExactly(ConnectionType.API_CALL, ConnectionType.PACKET_SEND, ConnectionType.EVENT_OBSERVE);
        assertThat(glue.wirings().get(0).names()).extracting(Text::value).containsExactly("m", "n");
        assertThat(glue.wirings().get(0).importPath()).map(Text::value).contains("x/b.py");
    }

    @Test
    void readsWhatTheGlueHarmonizes() {
        Glue glue = glue("""
                memory_harmonization: {shared_backends: {redis: "redis://r"}}
                governance_harmonization:
                  anchors: ["Master (escalation_email, slack_critical_channel)"]
                  shared_escalation_triggers: [drift]
                communication_harmonization:
                  protocol_path: x/p.py
                  retry_policy: {max_retries: 5, backoff_multiplier: 1.5}
                externals: {Weather: x/weather.py}
                """);

        assertThat(glue.backends()).hasSize(1);
        assertThat(glue.anchors().get(0).channels())
                .extracting(Text::value)
                .containsExactly("escalation_email", "slack_critical_channel");
        assertThat(glue.sharedTriggers()).hasSize(1);
        assertThat(glue.communication()).extracting(it -> it.key().value()).containsExactly("protocol_path");
        assertThat(glue.retryPolicy()).contains(new Glue.RetryPolicy(5, 1.5, 100));
        assertThat(glue.externals()).extracting(Text::value).containsExactly("Weather");
    }

    private static Glue glue(String yaml) {
        var result = GlueLoader.load("glue.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(result.diagnostics().hasErrors())
                .as(result.diagnostics().toString())
                .isFalse();
        return result.value().orElseThrow();
    }
}
