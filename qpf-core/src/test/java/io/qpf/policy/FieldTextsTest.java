package io.qpf.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.qpf.diagnostics.Result;
import io.qpf.source.Text;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every policy text that was seen in the field becomes the conditions that a person would write, or is kept as prose. */
class FieldTextsTest {
    private static final Thresholds GIVEN =
            new Thresholds(List.of(Texts.threshold("drift", "0.2"), Texts.threshold("deal_value", "$250,000")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Auto-escalate if: model confidence < 0.6 AND criticality > 0.8, anomaly score > 0.95, inference latency > 500ms, model drift detected | model_confidence < 0.6 AND criticality > 0.8; anomaly_score > 0.95; inference_latency > 0.5s; model_drift_detected
            Auto-escalate if: domain-specific rule violated, tensor confidence < 0.6 AND deal_value > threshold, governance override requested, cross-domain conflict | domain_specific_rule_violated; tensor_confidence < 0.6 AND deal_value > 250000 USD; governance_override_requested; cross_domain_conflict
            Auto-escalate if: - Transaction value > $100,000 - Confidence score < 0.6 - Anomaly detected by tensor layer - External system reports error | transaction_value > 100000 USD; confidence_score < 0.6; anomaly_detected_by_tensor_layer; external_system_reports_error
            No escalation required - fully autonomous operation. | prose
            """)
    void readsEscalationPolicies(String text, String expected) {
        holds(text, expected, Conditions::escalation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drift_detected | drift_detected
            model_accuracy_drop_> 5_percent | model_accuracy_drop > 5%
            inference_latency_> 500ms | inference_latency > 0.5s
            anomaly_score_> 0_95 | anomaly_score > 0.95
            embedding_drift_detected | embedding_drift_detected
            drift_> threshold | drift > 0.2
            match_confidence_< 0_7_AND_deal_value_> threshold | match_confidence < 0.7 AND deal_value > 250000 USD
            governance_override_requested | governance_override_requested
            material_contamination_detected | material_contamination_detected
            freight_constraint_violation | freight_constraint_violation
            high_value_transaction | high_value_transaction
            tensor_anomaly | tensor_anomaly
            transformation_failure | transformation_failure
            confidence_drop_below_threshold | confidence_drop_below_threshold
            memory_sync_failure | memory_sync_failure
            inference_latency_spike | inference_latency_spike
            model_drift_detected | model_drift_detected
            cross_domain_conflict | cross_domain_conflict
            """)
    void readsTriggers(String text, String expected) {
        holds(text, expected, Conditions::trigger);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alert_ops_if_latency_> 500ms | ops: latency > 0.5s
            alert_governance_if_accuracy_drop > 5_percent | governance: accuracy_drop > 5%
            alert_escalation_if_anomaly_score > 0_95 | escalation: anomaly_score > 0.95
            alert_team_if_model_loading_fails | team: model_loading_fails
            """)
    void readsAlerts(String text, String expected) {
        Result<List<Alarm>> result = Conditions.alert(Texts.plain(text), GIVEN);

        assertThat(result.diagnostics().all()).isEmpty();
        assertThat(result.value().orElseThrow().stream()
                        .map(it -> it.receiver().orElse("nobody") + ": " + described(it.clause())))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            match_accuracy (predict_link_observe_actual_link_30days) | match_accuracy
            high_false_positive_rate OR inference_latency_spike | high_false_positive_rate OR inference_latency_spike
            predicted_match_accepted AND deal_closed_successfully | predicted_match_accepted AND deal_closed_successfully
            predicted_match_rejected OR deal_failed OR governance_escalation | predicted_match_rejected OR deal_failed OR governance_escalation
            Successful delivery + positive domain feedback + accurate tensor predictions | prose
            Failed delivery + data transformation errors + missed anomalies | prose
            """)
    void readsRewardAndPenalty(String text, String expected) {
        holds(text, expected, Conditions::reward);
        holds(text, expected, Conditions::penalty);
    }

    /** Prose is kept whole, and a finding says that it never fires. */
    private static void holds(
            String text, String expected, BiFunction<Text, Thresholds, Result<List<Clause>>> compile) {
        Result<List<Clause>> result = compile.apply(Texts.plain(text), GIVEN);
        List<Clause> clauses = result.value().orElseThrow();

        assertThat(clauses.stream().map(FieldTextsTest::described).collect(Collectors.joining("; ")))
                .isEqualTo(expected);
        boolean prose = expected.equals("prose");
        assertThat(result.diagnostics().all())
                .hasSize(prose ? 1 : 0)
                .allMatch(it -> it.rule().equals(PolicyRule.PROSE.id()));
        if (prose) {
            assertThat(clauses).extracting(it -> it.source().value()).containsExactly(text.replaceAll("\\.$", ""));
        }
    }

    private static String described(Clause clause) {
        return clause instanceof Clause.Compiled compiled ? Conditions.print(compiled.condition()) : "prose";
    }
}
