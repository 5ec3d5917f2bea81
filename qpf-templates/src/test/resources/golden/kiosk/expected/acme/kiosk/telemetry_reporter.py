"""Kiosk: telemetry_reporter (telemetry).

Reports the agent's metrics and fires its alerts.

Extracted from agents/kiosk.yaml
    deployment.telemetry
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import observability
from acme.core.context import AgentContext
from acme.core.observability import Alert, MetricSpec

METRICS: Final[tuple[MetricSpec, ...]] = (MetricSpec("tickets_sold"),)

ALERTS: Final[tuple[Alert, ...]] = ()


class TelemetryReporter(observability.Telemetry):
    """Reports the metrics of Kiosk and fires its alerts."""

    def __init__(self, context: AgentContext) -> None:
        """Register the metrics.

        Args:
            context: The agent's metrics, audit log and notifications.
        """
        super().__init__(context, METRICS, ALERTS)
