"""The controller starts and stops an agent's parts and says how the agent does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from ...core.agent import AgentController
from ...core.bindings import Bindings
from ...core.clock import FixedClock
from ...core.context import AgentContext, Runtime
from ...core.errors import OperationUnboundError
from ...core.operations import OperationSpec
from .samples import NOON, agent, settings


class _Part:
    """A part that notes what it is told."""

    def __init__(self, name: str, told: list[str], failing: str = "") -> None:
        """Take a name, a common list, and what fails."""
        self._name = name
        self._told = told
        self._failing = failing

    async def start(self) -> None:
        """Start, or fail to."""
        self._told.append(f"start {self._name}")
        if self._failing == "start":
            raise OSError(self._name)

    def stop(self) -> None:
        """Stop, or fail to; plain functions will do."""
        self._told.append(f"stop {self._name}")
        if self._failing == "stop":
            raise OSError(self._name)


def _controller(*failing: str) -> tuple[AgentController, list[str]]:
    """Give a controller with a part for each word, named by its place."""
    told: list[str] = []
    controller = AgentController(agent())
    for place, what in enumerate(failing):
        controller.add(_Part(str(place), told, what))
    return controller, told


async def test_parts_start_in_order_and_stop_in_reverse() -> None:
    """Doing it twice does nothing more; what cannot be started is left alone."""
    controller, told = _controller("", "")
    part = controller.add("no part that starts")
    assert part == "no part that starts"
    await controller.start()
    await controller.start()
    assert controller.ready()
    await controller.stop()
    await controller.stop()
    assert not controller.ready()
    assert told == ["start 0", "start 1", "stop 1", "stop 0"]


async def test_an_agent_can_be_started_again() -> None:
    """After a stop its parts are told once more."""
    controller, told = _controller("")
    for _ in range(2):
        await controller.start()
        await controller.stop()
    assert told == ["start 0", "stop 0"] * 2


async def test_a_part_that_does_not_start_fails_the_agent() -> None:
    """Those before it are stopped; a later start may succeed."""
    controller, told = _controller("", "start", "")
    with pytest.raises(OSError):
        await controller.start()
    assert told == ["start 0", "start 1", "stop 0"]
    assert controller.health()["status"] == "failed"
    assert not controller.ready()
    assert controller.context.metrics.value("change_failures_total") == 1
    assert controller.context.audit.entries("deployment")[0].outcome == "failed"


async def test_a_part_that_does_not_stop_keeps_no_other_from_it() -> None:
    """All failures come out together."""
    controller, told = _controller("stop", "", "stop")
    await controller.start()
    with pytest.raises(ExceptionGroup) as caught:
        await controller.stop()
    assert [str(error) for error in caught.value.exceptions] == ["2", "0"]
    assert told[3:] == ["stop 2", "stop 1", "stop 0"]


async def test_the_status_tells_what_runs_and_what_is_missing() -> None:
    """Bound and unbound operations, and how often an unbound one was asked for."""
    clock = FixedClock(NOON)
    context = AgentContext(
        replace(settings(), task_limit=5, environment="test"),
        Runtime(clock=clock),
        Bindings(operations={"score": lambda payload: payload}),
    )
    context.payload_operation(OperationSpec("score"))
    missing = context.payload_operation(OperationSpec("explain"))
    controller = AgentController(context)
    assert controller.status()["uptime_s"] == 0
    await controller.start()
    clock.advance(90)
    with pytest.raises(OperationUnboundError):
        await missing({})
    assert controller.status() == {
        "agent": "Scorer",
        "version": "6.0.0",
        "package": "acme.core.scorer",
        "state": "running",
        "uptime_s": 90.0,
        "environment": "test",
        "runtime": "",
        "api_mode": "private",
        "bound": ["score"],
        "unbound": ["explain"],
        "unbound_calls": 1,
        "escalations": {"pending": 0, "total": 0},
        "task_limit": 5,
        "decision_latency_ms": None,
    }
    await controller.stop()
    assert controller.status()["state"] == "stopped"


def test_a_new_agent_is_healthy_and_not_ready() -> None:
    """It takes no requests before it runs."""
    controller, _ = _controller()
    assert controller.health() == {
        "status": "ok",
        "agent": "Scorer",
        "version": "6.0.0",
        "state": "created",
    }
    assert not controller.ready()


def _restarted(
    folder: Path, clock: FixedClock, version: str = "6.0.0"
) -> AgentController:
    """Give the controller of the same agent in a new process."""
    context = AgentContext(
        replace(settings(version=version), changed_at=NOON - timedelta(hours=1)),
        Runtime(clock=clock, data_dir=folder),
    )
    return AgentController(context)


async def test_a_version_is_deployed_once(tmp_path: Path) -> None:
    """A restart is no deployment; its lead time counts from the change."""
    clock = FixedClock(NOON)
    first, again = _restarted(tmp_path, clock), _restarted(tmp_path, clock)
    await first.start()
    assert first.context.metrics.value("deployments_total") == 1
    assert first.context.metrics.value("lead_time_seconds") == 3600
    again = _restarted(tmp_path, clock)
    await again.start()
    assert again.context.metrics.value("deployments_total") == 0
    newer = _restarted(tmp_path, clock, "6.1.0")
    await newer.start()
    assert newer.context.metrics.value("deployments_total") == 1
    (entry,) = newer.context.audit.entries("deployment")
    assert entry.details == {"version": "6.1.0"}


async def test_a_failed_change_is_restored_by_the_next_good_start(
    tmp_path: Path,
) -> None:
    """The time in between is the time to restore, from the first failure on."""
    clock = FixedClock(NOON)
    for _ in range(2):
        broken = _restarted(tmp_path, clock)
        broken.add(_Part("x", [], "start"))
        with pytest.raises(OSError):
            await broken.start()
        clock.advance(300)
    mended = _restarted(tmp_path, clock)
    await mended.start()
    assert mended.context.metrics.value("restore_seconds") == 600
    after = _restarted(tmp_path, clock)
    await after.start()
    assert after.context.metrics.value("restore_seconds") == 0


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"version": "6.0.0"}'])
async def test_a_torn_history_is_no_history(tmp_path: Path, kept: str) -> None:
    """The agent starts, and the trail says what was found."""
    file = tmp_path / "scorer" / "deployments.json"
    file.parent.mkdir()
    file.write_text(kept, encoding="utf-8")
    controller = _restarted(tmp_path, FixedClock(NOON))
    await controller.start()
    outcomes = [e.outcome for e in controller.context.audit.entries("deployment")]
    assert outcomes == ["unreadable_history", "ok"]
    assert controller.context.metrics.value("deployments_total") == 1
