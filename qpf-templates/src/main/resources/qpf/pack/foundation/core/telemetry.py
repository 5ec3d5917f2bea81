"""Telemetry of one agent: the metrics that its schema declares, and their alerts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from .conditions import Condition, Reading
from .errors import UnknownNameError
from .policy import folded

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
        self._reported: dict[str, float] = {}
        self._seen: Mapping[str, float] = {}
        self._active: set[str] = set()
        context.keep(self)

    async def report(self, metric: str, value: float) -> tuple[Alert, ...]:
        """Record a value of a declared metric and hold it against the alerts.

        Args:
            metric: The metric's name, as declared.
            value: Its value, in the metric's own unit.

        Returns:
            The alerts that hold because of this value; see `check`.

        Raises:
            UnknownNameError: The schema does not declare the metric.
            InvalidRequestError: The value is no number.
        """
        if metric not in self._declared:
            raise UnknownNameError(
                "metric", metric, tuple(it.name for it in self.metrics)
            )
        reading = Reading(metrics={metric: value})
        self._context.metrics.gauge(metric, value)
        self._reported[metric] = value
        return await self.check(reading)

    async def check(self, reading: Reading) -> tuple[Alert, ...]:
        """Hold a reading, over all that was seen before, against the alerts.

        An alert that begins to hold is audited and its receiver notified; again only
        after it has ended. One that an event caused ends with the reading.

        Args:
            reading: Metrics, declared or not, and events.

        Returns:
            The alerts that hold because of this reading, in order.
        """
        before = Reading(
            metrics={
                name: value
                for name, value in self._seen.items()
                if name not in reading.metrics
            }
        )
        self._seen = {**before.metrics, **reading.metrics}
        now = Reading(metrics=self._seen, events=reading.events)
        for alert in self.alerts:
            await self._follow(alert, now)
        return tuple(
            alert
            for alert in self.alerts
            if alert.condition.holds(now) and not alert.condition.holds(before)
        )

    def receivers(self) -> tuple[str, ...]:
        """Give whom the alerts tell, each once, in the schema's order."""
        return tuple(dict.fromkeys(it.receiver for it in self.alerts))

    def receiver(self, name: str) -> str | None:
        """Give the receiver of a name, however it is written; None if there is none."""
        wanted = folded(name)
        return next((it for it in self.receivers() if folded(it) == wanted), None)

    def snapshot(self) -> Mapping[str, float]:
        """Give the latest value of each metric that was reported."""
        return MappingProxyType(dict(self._reported))

    async def _follow(self, alert: Alert, now: Reading) -> None:
        """Tell the receiver of an alert that begins to hold; close one that ends."""
        active = alert.name in self._active
        if alert.condition.holds(Reading(metrics=now.metrics)):
            self._active.add(alert.name)
        elif active:
            self._active.discard(alert.name)
            self._context.audit.record(alert.name, "ended")
        if alert.condition.holds(now) and not active:
            self._context.metrics.count("alerts_fired_total", alert=alert.name)
            details = {"receiver": alert.receiver}
            self._context.audit.record(alert.name, "fired", details)
            await self._context.notify(alert.receiver, alert.name, alert.words)
