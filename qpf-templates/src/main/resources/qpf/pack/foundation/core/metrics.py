"""Metrics of one agent, in a registry of its own, as Prometheus scrapes them.

The four DORA metrics are always there: deployments_total, lead_time_seconds,
change_failures_total and restore_seconds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from threading import Lock
from typing import Final, TypeVar

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60)
_LONG: Final = (60, 600, 3600, 14400, 86400, 604800, 2592000)
_LABEL: Final = "agent"
_HELP: Final[Mapping[str, str]] = {
    "access_refused_total": "Requests refused for want of a token or a scope.",
    "alerts_fired_total": "Alerts that fired.",
    "change_failures_total": "Deployments that failed in production.",
    "decision_latency_exceeded_total": "Calls that took longer than a decision may.",
    "deployments_total": "Deployments of the agent.",
    "detections_total": "Detections by trigger.",
    "escalations_total": "Escalations to people by trigger.",
    "event_failures_total": "Events whose handling failed.",
    "events_published_total": "Events that the agent published.",
    "events_received_total": "Events that the agent observed.",
    "feedback_total": "Feedback by channel.",
    "lead_time_seconds": "Seconds from a change to its deployment.",
    "memory_operations_total": "Reads and writes of memory layers.",
    "operation_calls_total": "Calls of operations that have code.",
    "operation_failures_total": "Calls of operations that failed.",
    "operation_latency_seconds": "Seconds that calls of operations took.",
    "operation_unbound_total": "Calls of operations that have no code.",
    "packet_retries_total": "Packets sent once more.",
    "peer_calls_total": "Calls of other agents by outcome.",
    "peer_retries_total": "Calls of other agents tried once more.",
    "policy_violations_total": "Readings that broke the policy.",
    "restore_seconds": "Seconds until a failed service came back.",
    "scheduled_jobs_total": "Runs of recurring work by outcome.",
    "tasks_running": "Tasks that run now.",
    "tasks_total": "Tasks by outcome.",
    "unknown_steps_total": "Steps of a name that the agent does not know.",
}

_MetricT = TypeVar("_MetricT", Counter, Gauge, Histogram)


def metric_name(name: str) -> str:
    """Escape a name to the rules of Prometheus.

    Args:
        name: Any text.

    Returns:
        The text with an underscore for each character that is not an ASCII letter, a
        digit, an underscore or a colon, and before a digit at the start.
    """
    escaped = re.sub(r"[^a-zA-Z0-9_:]", "_", name)
    return escaped if re.match(r"[a-zA-Z_:]", escaped) else f"_{escaped}"


class Metrics:
    """Counters, gauges and observations of one agent, made when first used.

    A metric keeps the label names of its first use. A name that another metric already has
    gets its own kind appended.
    """

    def __init__(self, agent: str) -> None:
        """Start with the DORA metrics at zero.

        Args:
            agent: The agent's name, a label of every metric.
        """
        self._agent = agent
        self._registry = CollectorRegistry()
        self._metrics: dict[str, Counter | Gauge | Histogram] = {}
        self._making = Lock()
        self.count("deployments_total", 0)
        self.count("change_failures_total", 0)
        self._histogram("lead_time_seconds", {}, _LONG)
        self._histogram("restore_seconds", {}, _LONG)

    def count(self, name: str, amount: float = 1, **labels: str) -> None:
        """Add to a counter.

        Args:
            name: The counter; `_total` is appended in the exposition if it lacks it.
            amount: How much; 0 or more.
            labels: Further labels by name.

        Raises:
            ValueError: The amount is negative, or the labels are not those of before.
        """
        names = (_LABEL, *labels)
        counter = self._metric(
            Counter,
            name,
            lambda title: Counter(title, _help(name), names, registry=self._registry),
        )
        counter.labels(agent=self._agent, **labels).inc(amount)

    def observe(self, name: str, value: float, **labels: str) -> None:
        """Add an observation to a histogram.

        Args:
            name: The histogram.
            value: What was observed, in the unit of the name (seconds for times).
            labels: Further labels by name.

        Raises:
            ValueError: The labels are not those of before.
        """
        self._histogram(name, labels, _SECONDS).observe(value)

    def gauge(self, name: str, value: float, **labels: str) -> None:
        """Set a gauge.

        Args:
            name: The gauge.
            value: Its value from now on.
            labels: Further labels by name.

        Raises:
            ValueError: The labels are not those of before.
        """
        names = (_LABEL, *labels)
        gauge = self._metric(
            Gauge,
            name,
            lambda title: Gauge(title, _help(name), names, registry=self._registry),
        )
        gauge.labels(agent=self._agent, **labels).set(value)

    def value(self, name: str, **labels: str) -> float:
        """Read a metric.

        Args:
            name: The metric.
            labels: Only what carries these labels; none reads all of the metric.

        Returns:
            The value of a counter or a gauge, or the sum of what was observed, added up
            over the labels that are left open. A metric never used reads 0.
        """
        return sum(
            sample.value
            for kind, suffix in ((Counter, "_total"), (Gauge, ""), (Histogram, "_sum"))
            if (metric := self._metrics.get(_key(kind, name))) is not None
            for family in metric.collect()
            for sample in family.samples
            if sample.name == family.name + suffix
            and labels.items() <= sample.labels.items()
        )

    def exposition(self) -> bytes:
        """Give all metrics in the text format of Prometheus, UTF-8."""
        return generate_latest(self._registry)

    def record_deployment(self, lead_time_s: float | None = None) -> None:
        """Count a deployment.

        Args:
            lead_time_s: Seconds from the change to its deployment, where known.
        """
        self.count("deployments_total")
        if lead_time_s is not None:
            self._histogram("lead_time_seconds", {}, _LONG).observe(lead_time_s)

    def record_change_failure(self) -> None:
        """Count a deployment that failed in production."""
        self.count("change_failures_total")

    def record_restore(self, seconds: float) -> None:
        """Observe how many seconds a failed service took to come back."""
        self._histogram("restore_seconds", {}, _LONG).observe(seconds)

    def _histogram(
        self, name: str, labels: Mapping[str, str], buckets: tuple[float, ...]
    ) -> Histogram:
        """Give one labelled histogram; the first use of a name fixes its buckets."""
        names = (_LABEL, *labels)
        histogram = self._metric(
            Histogram,
            name,
            lambda title: Histogram(
                title, _help(name), names, registry=self._registry, buckets=buckets
            ),
        )
        return histogram.labels(agent=self._agent, **labels)

    def _metric(
        self, kind: type[_MetricT], name: str, make: Callable[[str], _MetricT]
    ) -> _MetricT:
        """Give a metric of a kind, made under a free name if it is not there yet.

        Raises:
            ValueError: Neither the name nor the name with its kind is free.
        """
        with self._making:
            metric = self._metrics.get(_key(kind, name))
            if not isinstance(metric, kind):
                title = metric_name(name)
                try:
                    metric = make(title)
                except ValueError:
                    metric = make(f"{title}_{kind.__name__.lower()}")
                self._metrics[_key(kind, name)] = metric
            return metric


def _help(name: str) -> str:
    """Say what a metric is, for whoever reads a dashboard."""
    return _HELP.get(name, f"{name}, as the agent or its code names it.")


def _key(kind: type[object], name: str) -> str:
    """Give the key of a metric: one name may be used by several kinds."""
    return f"{kind.__name__} {name}"
