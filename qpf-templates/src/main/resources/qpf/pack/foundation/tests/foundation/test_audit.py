"""The audit trail, the decision log and the correlation id that ties them together."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from ...core.clock import FixedClock
from ...core.observability import (
    AuditLog,
    DecisionLog,
    correlated,
    correlation_id,
)
from .samples import NOON


def test_a_flow_has_one_id() -> None:
    """Inside, the id is the given one; nested blocks without one keep it."""
    with correlated("flow-1") as outer, correlated(None) as inner:
        assert outer == inner == correlation_id() == "flow-1"


def test_without_a_flow_each_id_is_new() -> None:
    """Two things that have nothing to do with each other share no id."""
    assert correlation_id() != correlation_id()
    with correlated(None) as first:
        pass
    with correlated(None) as second:
        pass
    assert first != second


async def test_the_id_reaches_threads_and_tasks() -> None:
    """Domain code that runs elsewhere belongs to the same flow."""
    with correlated("flow-2"):
        assert await asyncio.to_thread(correlation_id) == "flow-2"

        async def inside() -> str:
            """Read the id in a task of its own."""
            return correlation_id()

        assert await asyncio.create_task(inside()) == "flow-2"


def test_an_entry_is_stamped_and_found_by_its_action() -> None:
    """Time, agent and correlation id come from where they are known."""
    log = AuditLog("Scorer", FixedClock(NOON))
    with correlated("flow-3"):
        entry = log.record("inference", details={"n": 1})
    log.record("other", "failed")
    assert (entry.at, entry.agent, entry.correlation_id) == (NOON, "Scorer", "flow-3")
    assert (entry.outcome, entry.details) == ("ok", {"n": 1})
    assert log.entries("inference") == (entry,)
    assert [kept.action for kept in log.entries()] == ["inference", "other"]


def test_details_do_not_change_after_the_fact() -> None:
    """An entry is a copy of what was true."""
    details: dict[str, object] = {"n": 1}
    entry = AuditLog("Scorer", FixedClock(NOON)).record("x", details=details)
    details["n"] = 2
    assert entry.details == {"n": 1}


def test_the_trail_is_written_line_by_line(tmp_path: Path) -> None:
    """Memory keeps the latest entries, the file all of them."""
    path = tmp_path / "scorer" / "audit.jsonl"
    log = AuditLog("Scorer", FixedClock(NOON), path, keep=1)
    log.record("first")
    log.record("second", "failed", {"why": "ä"})
    assert [entry.action for entry in log.entries()] == ["second"]
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [line["action"] for line in lines] == ["first", "second"]
    assert lines[1]["details"] == {"why": "ä"}
    assert lines[1]["at"] == "2026-01-02T12:00:00+00:00"


def test_a_trail_that_cannot_be_written_stops_the_action(tmp_path: Path) -> None:
    """Nothing goes on unaudited."""
    log = AuditLog("Scorer", FixedClock(NOON), tmp_path)
    with pytest.raises(OSError):
        log.record("first")
    assert not log.entries()


def test_decisions_are_stamped_and_found_by_their_operation() -> None:
    """Inputs and outcome are kept as JSON values."""
    log = DecisionLog("Scorer", FixedClock(NOON))
    with correlated("flow-4"):
        record = log.record("score", {"ids": ("a", "b")}, {"best": "a"}, 0.25)
    log.record("other", {}, {}, 0.0)
    assert record.inputs == {"ids": ["a", "b"]}
    assert (record.outcome, record.duration_s) == ({"best": "a"}, 0.25)
    assert (record.at, record.correlation_id) == (NOON, "flow-4")
    assert log.records("score") == (record,)
    assert len(log.all()) == len(log.records()) == 2
