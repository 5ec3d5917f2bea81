"""Kiosk: test_telemetry (tests).

What the schema says, tried on the extracted code.

Extracted from agents/kiosk.yaml
    deployment
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from acme.core.context import AgentContext
from acme.core.errors import UnknownNameError
from acme.core.governance import Reading
from acme.kiosk.telemetry_reporter import ALERTS as ALERTS_OF_TELEMETRY_REPORTER
from acme.kiosk.telemetry_reporter import METRICS as METRICS_OF_TELEMETRY_REPORTER
from acme.kiosk.telemetry_reporter import TelemetryReporter


async def test_telemetry_reporter_reports_its_metrics(context: AgentContext) -> None:
    """Every metric of the schema can be reported, and no other."""
    telemetry = TelemetryReporter(context)
    for metric in METRICS_OF_TELEMETRY_REPORTER:
        await telemetry.report(metric.name, 0.5)
    assert set(telemetry.snapshot()) == {
        metric.name for metric in METRICS_OF_TELEMETRY_REPORTER
    }
    with pytest.raises(UnknownNameError):
        await telemetry.report("a metric that no schema declares", 1.0)


async def test_telemetry_reporter_is_quiet_on_silence(context: AgentContext) -> None:
    """A reading that says nothing fires no alert, whatever the alerts are."""
    assert not await TelemetryReporter(context).check(Reading())
    assert len({alert.name for alert in ALERTS_OF_TELEMETRY_REPORTER}) == len(
        ALERTS_OF_TELEMETRY_REPORTER
    )
