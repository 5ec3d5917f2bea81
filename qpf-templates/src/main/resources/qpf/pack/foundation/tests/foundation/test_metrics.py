"""Metrics count what happened and come out as Prometheus reads them."""

from __future__ import annotations

import threading

import pytest
from prometheus_client.parser import text_string_to_metric_families

from ...core.observability import Metrics, metric_name


def _samples(metrics: Metrics) -> dict[str, float]:
    """Read the exposition back; labels other than the agent's stand in the name."""
    families = text_string_to_metric_families(metrics.exposition().decode())
    return {
        "/".join(
            [sample.name]
            + [value for key, value in sample.labels.items() if key != "agent"]
        ): sample.value
        for family in families
        for sample in family.samples
        if not sample.name.endswith(("_created", "_bucket"))
    }


def test_dora_metrics_are_there_from_the_start() -> None:
    """A dashboard finds all four before anything happened."""
    assert _samples(Metrics("Scorer")) == {
        "deployments_total": 0,
        "change_failures_total": 0,
        "lead_time_seconds_count": 0,
        "lead_time_seconds_sum": 0,
        "restore_seconds_count": 0,
        "restore_seconds_sum": 0,
    }


def test_every_metric_says_what_it_is() -> None:
    """In words for those that each agent has, by its name for one of a schema."""
    metrics = Metrics("Scorer")
    metrics.count("deployments_total")
    metrics.gauge("queue depth", 3)
    text = metrics.exposition().decode()
    assert "# HELP deployments_total Deployments of the agent." in text
    assert "# HELP queue_depth queue depth, as the agent or its code names it." in text


def test_dora_metrics_are_recorded() -> None:
    """Deployments, their lead time, failures and restorations."""
    metrics = Metrics("Scorer")
    metrics.record_deployment(3600.0)
    metrics.record_deployment()
    metrics.record_change_failure()
    metrics.record_restore(60.0)
    assert metrics.value("deployments_total") == 2
    assert metrics.value("lead_time_seconds") == 3600
    assert metrics.value("change_failures_total") == 1
    assert metrics.value("restore_seconds") == 60


def test_counters_gauges_and_observations_are_read_back() -> None:
    """Each kind by its own rule; what was never used reads 0."""
    metrics = Metrics("Scorer")
    metrics.count("calls_total", operation="a")
    metrics.count("calls_total", 2, operation="b")
    metrics.gauge("drift", 0.25)
    metrics.gauge("drift", 0.5)
    metrics.observe("latency_seconds", 0.1)
    metrics.observe("latency_seconds", 0.3)
    assert metrics.value("calls_total") == 3
    assert metrics.value("calls_total", operation="b") == 2
    assert metrics.value("drift") == 0.5
    assert metrics.value("latency_seconds") == pytest.approx(0.4)
    assert metrics.value("never") == 0


def test_every_sample_names_its_agent() -> None:
    """Agents of one process are told apart, whatever their names hold."""
    metrics = Metrics('A "quoted"\nname')
    metrics.gauge("drift", 1)
    families = text_string_to_metric_families(metrics.exposition().decode())
    agents = {
        sample.labels["agent"] for family in families for sample in family.samples
    }
    assert agents == {'A "quoted"\nname'}


@pytest.mark.parametrize(
    ("name", "escaped"),
    [
        ("latency_ms", "latency_ms"),
        ("latency > 500ms", "latency___500ms"),
        ("5_percent", "_5_percent"),
        ("größe", "gr__e"),
        ("", "_"),
    ],
)
def test_names_are_escaped_to_the_rules(name: str, escaped: str) -> None:
    """The name of the schema stays the name by which code asks."""
    assert metric_name(name) == escaped
    metrics = Metrics("Scorer")
    metrics.gauge(name, 7)
    assert metrics.value(name) == 7
    assert _samples(metrics)[escaped] == 7


def test_names_that_meet_are_kept_apart() -> None:
    """A schema's gauge may be named like a counter, or like another name escaped."""
    metrics = Metrics("Scorer")
    metrics.count("calls_total", 5)
    metrics.gauge("calls_total", 9)
    metrics.gauge("a-b", 1)
    metrics.gauge("a b", 2)
    samples = _samples(metrics)
    assert samples["calls_total"] == 5
    assert samples["calls_total_gauge"] == 9
    assert (samples["a_b"], samples["a_b_gauge"]) == (1, 2)


def test_other_labels_than_before_are_refused() -> None:
    """A counter that changes its labels would split in two."""
    metrics = Metrics("Scorer")
    metrics.count("calls_total", operation="a")
    with pytest.raises(ValueError):
        metrics.count("calls_total", peer="b")


def test_threads_may_meet_at_the_first_use() -> None:
    """Plain domain code runs in threads, and nothing is lost."""
    metrics = Metrics("Scorer")
    threads = [
        threading.Thread(target=metrics.count, args=("calls_total",)) for _ in range(16)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert metrics.value("calls_total") == 16
