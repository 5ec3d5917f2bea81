"""Telemetry reports what the schema declares, and alerts reach their receivers once."""

from __future__ import annotations

import pytest

from ...core.conditions import Above, All, AnyOf, Below, Event, Reading
from ...core.context import AgentContext
from ...core.errors import UnknownNameError
from ...core.observability import Alert, MetricSpec, Telemetry
from .samples import agent

_SLOW = Alert("slow", "ops", Above("latency_ms", 500), "alert ops if latency > 500ms")
_DRIFT = Alert(
    "drift",
    "governance",
    AnyOf(Event("drift_detected"), Above("kl", 0.2)),
    "alert governance if drift",
)


def _telemetry(context: AgentContext) -> Telemetry:
    """Give telemetry with two metrics and two alerts."""
    metrics = (MetricSpec("latency_ms", "ms"), MetricSpec("kl"))
    return Telemetry(context, metrics, (_SLOW, _DRIFT))


async def test_an_alert_fires_past_its_boundary_and_not_on_it() -> None:
    """500 ms is quiet, a hair more is not."""
    telemetry = _telemetry(agent())
    assert await telemetry.report("latency_ms", 500) == ()
    assert await telemetry.report("latency_ms", 500.001) == (_SLOW,)


async def test_a_reported_value_is_a_gauge_and_in_the_snapshot() -> None:
    """The latest value counts."""
    context = agent()
    telemetry = _telemetry(context)
    await telemetry.report("latency_ms", 10)
    await telemetry.report("latency_ms", 20)
    assert context.metrics.value("latency_ms") == 20
    assert telemetry.snapshot() == {"latency_ms": 20}


async def test_the_receiver_is_told_once_per_incident() -> None:
    """Not again while the alert holds, and again after it has ended."""
    context = agent()
    telemetry = _telemetry(context)
    for value in (600, 700, 100, 800):
        await telemetry.report("latency_ms", value)
    sent = context.runtime.notifications.sent()
    assert [(note.anchor, note.subject) for note in sent] == [("ops", "slow")] * 2
    assert sent[0].body == "alert ops if latency > 500ms"
    outcomes = [entry.outcome for entry in context.audit.entries("slow")]
    assert outcomes == ["fired", "ended", "fired"]
    assert context.metrics.value("alerts_fired_total", alert="slow") == 2


async def test_a_report_returns_only_what_it_caused() -> None:
    """An alert that holds for another metric's sake is no news of this one."""
    telemetry = _telemetry(agent())
    assert await telemetry.report("latency_ms", 600) == (_SLOW,)
    assert await telemetry.report("kl", 0.1) == ()
    assert await telemetry.report("kl", 0.3) == (_DRIFT,)


async def test_a_reading_is_checked_against_all_alerts() -> None:
    """Events count too, and metrics that nobody reports."""
    telemetry = _telemetry(agent())
    reading = Reading(metrics={"latency_ms": 501}, events=frozenset({"drift_detected"}))
    assert await telemetry.check(reading) == (_SLOW, _DRIFT)
    assert await telemetry.check(Reading()) == ()
    assert telemetry.snapshot() == {}


async def test_an_event_is_news_each_time_it_happens() -> None:
    """It does not last, while a metric past its boundary does."""
    context = agent()
    telemetry = _telemetry(context)
    drift = Reading(events=frozenset({"drift_detected"}))
    await telemetry.report("latency_ms", 600)
    for reading in (drift, Reading(), drift, Reading(metrics={"other": 1})):
        await telemetry.check(reading)
    subjects = [note.subject for note in context.runtime.notifications.sent()]
    assert subjects == ["slow", "drift", "drift"]


async def test_metrics_of_one_condition_may_come_one_after_the_other() -> None:
    """The alert holds from the report on that completes it."""
    both = Alert("both", "ops", All(Above("a", 1), Below("b", 1)), "a > 1 AND b < 1")
    telemetry = Telemetry(agent(), (MetricSpec("a"), MetricSpec("b")), (both,))
    assert await telemetry.report("a", 2) == ()
    assert await telemetry.report("b", 0) == (both,)
    assert await telemetry.report("b", 1) == ()


async def test_an_undeclared_metric_is_refused() -> None:
    """A typing error does not start a metric of its own."""
    with pytest.raises(UnknownNameError, match="no metric latency"):
        await _telemetry(agent()).report("latency", 1)
