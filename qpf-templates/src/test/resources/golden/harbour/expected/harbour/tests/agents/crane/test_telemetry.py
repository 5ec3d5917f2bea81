"""Crane: test_telemetry (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    deployment
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.agents.crane.core.metrics import ALERTS as ALERTS_OF_METRICS_2
from harbour.agents.crane.core.metrics import METRICS as METRICS_OF_METRICS_2
from harbour.agents.crane.core.metrics import Metrics
from harbour.core.context import AgentContext
from harbour.core.errors import UnknownNameError
from harbour.core.governance import Reading


async def test_metrics_2_reports_its_metrics(context: AgentContext) -> None:
    """Every metric of the schema can be reported, and no other."""
    telemetry = Metrics(context)
    for metric in METRICS_OF_METRICS_2:
        await telemetry.report(metric.name, 0.5)
    assert set(telemetry.snapshot()) == {metric.name for metric in METRICS_OF_METRICS_2}
    with pytest.raises(UnknownNameError):
        await telemetry.report("a metric that no schema declares", 1.0)


async def test_metrics_2_is_quiet_on_silence(context: AgentContext) -> None:
    """A reading that says nothing fires no alert, whatever the alerts are."""
    assert not await Metrics(context).check(Reading())
    assert len({alert.name for alert in ALERTS_OF_METRICS_2}) == len(
        ALERTS_OF_METRICS_2
    )
