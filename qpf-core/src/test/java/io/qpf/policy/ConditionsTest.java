package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.qpf.diagnostics.Diagnostic;
import io.qpf.diagnostics.Result;
import io.qpf.source.Text;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of the field means what a person would read in it. */
final class ConditionsTest {
    private static final Thresholds GIVEN = new Thresholds(List.of(
            Texts.threshold("drift", "0.2"),
            Texts.threshold("deal_value", "$250,000"),
            Texts.threshold("queue lag", "500ms"),
            Texts.threshold("mood", "high")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drift_detected                                  | drift_detected
            model_accuracy_drop_> 5_percent                 | model_accuracy_drop > 5%
            inference_latency_> 500ms                       | inference_latency > 0.5s
            anomaly_score_> 0_95                            | anomaly_score > 0.95
            drift_> threshold                               | drift > 0.2
            match_confidence_< 0_7_AND_deal_value_> threshold | match_confidence < 0.7 AND deal_value > 250000 USD
            queue lag >= limit                              | queue_lag >= 0.5s
            confidence ≤ 60 %                               | confidence <= 60%
            0.2 < score < 0.8                               | score > 0.2 AND score < 0.8
            5 min < age                                     | age > 300s
            error rate = 0                                  | error_rate == 0
            state != 3                                      | state != 3
            override == true                                | override
            (a OR b_c) AND d                                | (a OR b_c) AND d
            latency above 2 s                               | latency > 2s
            deal_value > 1.5M USD                           | deal_value > 1500000 USD
            loss > $2m                                      | loss > 2000000 USD
            drift > +5%                                     | drift > 5%
            temperature < -40                               | temperature < -40
            Température > 3                                 | temperature > 3
            escalate_if_latency_> 1h                        | latency > 3600s
            cross-domain                                    | cross_domain
            24h_inactivity                                  | n24h_inactivity
            """)
    void readsTriggers(String text, String normalForm) {
        Result<List<Clause>> result = Conditions.trigger(Texts.plain(text), GIVEN);

        assertThat(result.diagnostics().all()).isEmpty();
        assertThat(described(result)).containsExactly(normalForm);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drift > 0x10",
                "drift > 0b11",
                "drift > -0o17 ms",
                "drift > 1e999",
                "1E-400 < drift",
                "x_> 2_5e100"
            })
    void refusesNumbersThatItWouldReadInHalves(String text) {
        Result<List<Clause>> result = Conditions.trigger(Texts.plain(text), GIVEN);

        assertThat(result.diagnostics().all()).singleElement().satisfies(it -> {
            assertThat(it.rule()).isEqualTo("QPF-GOV-205");
            assertThat(it.message()).endsWith("is no number that a condition can hold");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            alert_ops_if_latency_> 500ms                    | ops        | latency > 0.5s
            alert_governance_if_accuracy_drop > 5_percent   | governance | accuracy_drop > 5%
            alert_escalation_if_anomaly_score > 0_95        | escalation | anomaly_score > 0.95
            alert_team_if_model_loading_fails               | team       | model_loading_fails
            Alert on-call team if model loading fails       | on_call_team | model_loading_fails
            alert_if_queue_full                             | -          | queue_full
            disk_full                                       | -          | disk_full
            """)
    void readsAlertsWithTheirReceivers(String text, String receiver, String normalForm) {
        Result<List<Alarm>> result = Conditions.alert(Texts.plain(text), GIVEN);

        assertThat(result.diagnostics().all()).isEmpty();
        assertThat(result.value().orElseThrow()).singleElement().satisfies(alarm -> {
            assertThat(alarm.receiver().orElse("-")).isEqualTo(receiver == null ? "-" : receiver);
            assertThat(described(alarm.clause())).isEqualTo(normalForm);
        });
    }

    @Test
    void readsAFoldedPolicyAndPlacesEachClause() {
        Text policy = Texts.within(
                """
                Auto-escalate if: model confidence < 0.6 AND criticality > 0.8,
                    anomaly score > 0.95, inference latency > 500ms, model drift detected""",
                "Auto-escalate if: model confidence < 0.6 AND criticality > 0.8, anomaly score > 0.95, inference"
                        + " latency > 500ms, model drift detected");

        Result<List<Clause>> result = Conditions.escalation(policy, Thresholds.NONE);

        assertThat(result.diagnostics().all()).isEmpty();
        assertThat(described(result))
                .containsExactly(
                        "model_confidence < 0.6 AND criticality > 0.8",
                        "anomaly_score > 0.95",
                        "inference_latency > 0.5s",
                        "model_drift_detected");
        assertThat(result.value().orElseThrow())
                .extracting(it -> it.source().span().start().toString())
                .containsExactly("1:19", "2:5", "2:27", "2:54");
        assertThat(result.value().orElseThrow().get(0))
                .isInstanceOfSatisfying(
                        Clause.Compiled.class,
                        it -> assertThat(it.name()).isEqualTo("model_confidence_and_criticality"));
    }

    @Test
    void readsBulletsThatYamlFoldedIntoOneLine() {
        Text policy = Texts.plain("Auto-escalate if: - Transaction value > $100,000 - Confidence score < 0.6"
                + " - Anomaly detected by tensor layer - External system reports error");

        Result<List<Clause>> result = Conditions.escalation(policy, Thresholds.NONE);

        assertThat(result.diagnostics().all()).isEmpty();
        assertThat(described(result))
                .containsExactly(
                        "transaction_value > 100000 USD",
                        "confidence_score < 0.6",
                        "anomaly_detected_by_tensor_layer",
                        "external_system_reports_error");
    }

    @Test
    void readsBulletsOnLinesWithDashesInside() {
        Text policy = Texts.plain("Escalate when:\n- deal lost - twice\n- latency > 5 s.\nOtherwise work alone.");

        assertThat(described(Conditions.escalation(policy, Thresholds.NONE)))
                .containsExactly("deal_lost_twice", "latency > 5s", "prose: Otherwise work alone");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            match_accuracy (predict_link_observe_actual_link_30days) | match_accuracy
            predicted_match_accepted AND deal_closed_successfully | predicted_match_accepted AND deal_closed_successfully
            high_false_positive_rate OR inference_latency_spike   | high_false_positive_rate OR inference_latency_spike
            a OR b OR c_d                                         | a OR b OR c_d
            a AND b OR c                                          | (a AND b) OR c
            Late delivery OR Missed anomalies                     | late_delivery OR missed_anomalies
            Successful delivery + positive feedback               | prose: Successful delivery + positive feedback
            Reward the agent for being helpful                    | prose: Reward the agent for being helpful
            """)
    void readsFunctions(String text, String normalForm) {
        Result<List<Clause>> result = Conditions.reward(Texts.plain(text), Thresholds.NONE);

        assertThat(described(result)).containsExactly(normalForm);
        assertThat(result.diagnostics().hasErrors()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No escalation required - fully autonomous operation.",
                "Never escalate if: drift_detected",
                "None",
                "However, call Igor.",
                "Escalate when the agent is not quite sure what its customer wants",
                "Work with + care > 3"
            })
    void keepsProseAndSaysSo(String text) {
        Result<List<Clause>> result = Conditions.escalation(Texts.plain(text), Thresholds.NONE);

        assertThat(result.value().orElseThrow()).singleElement().isInstanceOf(Clause.Prose.class);
        assertThat(summary(result)).containsExactly("info QPF-GOV-201 1:1".replace("1:1", start(result)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deal_count > threshold                   | error QPF-GOV-202 1:14
            mood > threshold                         | error QPF-GOV-203 1:1
            x > 0.9 AND x < 0.2                      | error QPF-GOV-204 1:1
            ok OR (x >= 5 AND x < 500%)              | error QPF-GOV-204 1:1
            x == 1 AND x != 1                        | error QPF-GOV-204 1:1
            model confidence < 0.6 and risk > 0.8    | error QPF-GOV-205 1:1
            latency >                                | error QPF-GOV-205 1:1
            > 5                                      | error QPF-GOV-205 1:1
            a AND                                    | error QPF-GOV-205 1:6
            NOT approved AND x                       | error QPF-GOV-205 1:1
            latency > 5 secnds                       | error QPF-GOV-205 1:1
            latency > 1_500ms                        | warning QPF-GOV-206 1:11
            backlog > 20 messages                    | info QPF-GOV-207 1:11
            the customer is angry                    | warning QPF-GOV-201 1:1
            """)
    void reportsAtItsPlace(String text, String finding) {
        assertThat(summary(Conditions.trigger(Texts.plain(text), GIVEN))).containsExactly(finding);
    }

    @Test
    void takesNoDecimalComma() {
        assertThat(summary(Conditions.escalation(Texts.plain("x > 0,95"), Thresholds.NONE)))
                .containsExactly("error QPF-GOV-205 1:5");
    }

    @Test
    void warnsWhereCommasAreMeantAsAnd() {
        assertThat(summary(Conditions.escalation(Texts.plain("Escalate if all of: a, b"), Thresholds.NONE)))
                .containsExactly("warning QPF-GOV-208 1:24");
    }

    @Test
    void refusesAnEndlessText() {
        assertThat(summary(Conditions.escalation(Texts.plain("a_b,".repeat(300)), Thresholds.NONE)))
                .containsExactly("error QPF-GOV-209 1:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "a AND ", "x > 1 OR ", "if ", "alert_", "1", "1,000", "a_", "> ", "(a OR ", " - ", "é"})
    void takesNoTimeOverAnEndlessText(String unit) {
        Text endless = Texts.plain("Escalate if: " + unit.repeat(50_000 / unit.length()));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> Conditions.escalation(endless, Thresholds.NONE).diagnostics());
    }

    @Test
    void namesClausesUniquely() {
        Result<List<Clause>> result =
                Conditions.escalation(Texts.plain("Auto-escalate if: x > 1, x < -1, x > 3 OR x < -3"), Thresholds.NONE);

        assertThat(result.value().orElseThrow())
                .extracting(it -> ((Clause.Compiled) it).name())
                .containsExactly("x", "x_2", "x_3");
    }

    @Test
    void namesTheNearestThreshold() {
        Result<List<Clause>> result = Conditions.trigger(Texts.plain("deal_values > threshold"), GIVEN);

        assertThat(result.diagnostics().all())
                .singleElement()
                .extracting(Diagnostic::hint)
                .isEqualTo("is `deal_value` under governance.thresholds meant? Otherwise add `deal_values: <number>`"
                        + " under governance.thresholds");
    }

    private static String start(Result<List<Clause>> result) {
        return result.value().orElseThrow().get(0).source().span().start().toString();
    }

    private static List<String> summary(Result<?> result) {
        return result.diagnostics().all().stream()
                .map(it ->
                        it.severity().word() + " " + it.rule() + " " + it.span().start())
                .toList();
    }

    private static List<String> described(Result<List<Clause>> result) {
        return result.value().orElseThrow().stream()
                .map(ConditionsTest::described)
                .toList();
    }

    private static String described(Clause clause) {
        return clause instanceof Clause.Compiled compiled
                ? Conditions.print(compiled.condition())
                : "prose: " + clause.source();
    }
}
