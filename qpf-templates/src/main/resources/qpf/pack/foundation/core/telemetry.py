"""Telemetry of one agent: the metrics that its schema declares, and their alerts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from .conditions import Condition, Reading
from .errors import UnknownNameError

if TYPE_CHECKING:
    from .context import AgentContext


@dataclass(frozen=True)
class MetricSpec:
    """A metric that the schema declares.

    Attributes:
        name: Its name, as the schema writes it.
        unit: What it is measured in, such as ms; empty for a bare number.
    """

    name: str
    unit: str = ""


@dataclass(frozen=True)
class Alert:
    """A condition that somebody wants to hear about.

    Attributes:
        name: The alert's name.
        receiver: Who is told, such as ops or governance.
        condition: When it fires.
        words: The schema's own words.
    """

    name: str
    receiver: str
    condition: Condition
    words: str


class Telemetry:
    """Reports declared metrics and tells the receivers of alerts, once per incident."""

    def __init__(
        self,
        context: AgentContext,
        metrics: tuple[MetricSpec, ...],
        alerts: tuple[Alert, ...],
    ) -> None:
        """Take what the schema declares.

        Args:
            context: The agent that reports.
            metrics: The metrics that may be reported.
            alerts: The alerts, in the schema's order.
        """
        self.metrics = metrics
        self.alerts = alerts
        self._context = context
        self._declared = frozenset(metric.name for metric in metrics)
        self._latest: dict[str, float] = {}
        self._active: set[str] = set()

    async def report(self, metric: str, value: float) -> tuple[Alert, ...]:
        """Record a value of a declared metric.

        Args:
            metric: The metric's name, as declared.
            value: Its value, in the metric's own unit.

        Returns:
            The alerts that hold because of this value, in order. Each is audited, and its
            receiver notified, when it begins to hold, and again only after it has ended.

        Raises:
            UnknownNameError: The schema does not declare the metric.
        """
        if metric not in self._declared:
            raise UnknownNameError("metric", metric)
        self._context.metrics.gauge(metric, value)
        self._latest.pop(metric, None)
        without = Reading(metrics=dict(self._latest))
        self._latest[metric] = value
        reading = Reading(metrics=dict(self._latest))
        await self._follow(reading)
        return tuple(
            alert
            for alert in self.alerts
            if alert.condition.holds(reading) and not alert.condition.holds(without)
        )

    async def check(self, reading: Reading) -> tuple[Alert, ...]:
        """Hold a reading against all alerts.

        Args:
            reading: Metrics and events, declared or not; it is not recorded.

        Returns:
            The alerts that hold, in order; audited and notified as by `report`.
        """
        await self._follow(reading)
        return tuple(alert for alert in self.alerts if alert.condition.holds(reading))

    def snapshot(self) -> Mapping[str, float]:
        """Give the latest value of each metric that was reported."""
        return MappingProxyType(dict(self._latest))

    async def _follow(self, reading: Reading) -> None:
        """Tell the receivers of alerts that begin to hold, and close those that end."""
        for alert in self.alerts:
            holds, active = alert.condition.holds(reading), alert.name in self._active
            if holds and not active:
                self._active.add(alert.name)
                self._context.metrics.count("alerts_fired_total", alert=alert.name)
                self._context.audit.record(
                    alert.name, "fired", {"receiver": alert.receiver}
                )
                await self._context.notify(alert.receiver, alert.name, alert.words)
            elif active and not holds:
                self._active.discard(alert.name)
                self._context.audit.record(alert.name, "ended")
