"""Jobs run when they are due, tasks no more at a time than allowed."""

from __future__ import annotations

import asyncio
import math
from functools import partial
from pathlib import Path

import pytest

from ...core.clock import SystemClock
from ...core.context import Runtime, current_context
from ...core.errors import InvalidRequestError, UnknownNameError
from ...orchestration.taskscheduler import Schedule, TaskRunner, TaskScheduler
from .companions import new_agent, new_runtime, outcomes


class Counter:
    """A job that counts its runs."""

    def __init__(self) -> None:
        """Start at zero."""
        self.runs = 0

    async def run(self) -> None:
        """Run once."""
        self.runs += 1
        await asyncio.sleep(0)


async def test_job_runs_when_it_is_due() -> None:
    """Not before its time, once at its time, and again one period later."""
    runtime, clock = new_runtime()
    context = new_agent(runtime=runtime)
    scheduler = TaskScheduler(
        context, (Schedule("hourly", 3600), Schedule("daily", 86400))
    )
    hourly, daily = Counter(), Counter()
    scheduler.on("hourly", hourly.run)
    scheduler.on("daily", daily.run)
    clock.advance(3599.9)
    assert not await scheduler.run_due()
    clock.advance(0.1)
    assert await scheduler.run_due() == ("hourly",)
    assert not await scheduler.run_due()
    clock.advance(3600)
    assert await scheduler.run_due() == ("hourly",)
    assert (hourly.runs, daily.runs) == (2, 0)
    assert outcomes(context, "scheduled_job") == ["ok", "ok"]


async def test_missed_runs_are_not_made_up_for() -> None:
    """After a long pause a job runs once and keeps its beat."""
    runtime, clock = new_runtime()
    scheduler = TaskScheduler(new_agent(runtime=runtime), (Schedule("hourly", 3600),))
    hourly = Counter()
    scheduler.on("hourly", hourly.run)
    clock.advance(3600 * 5 + 1800)
    await scheduler.run_due()
    clock.advance(1799)
    assert not await scheduler.run_due()
    clock.advance(1)
    assert await scheduler.run_due() == ("hourly",)
    assert hourly.runs == 2


async def test_job_runs_once_for_two_callers() -> None:
    """Whoever looks at the same time finds it under way."""
    runtime, clock = new_runtime()
    scheduler = TaskScheduler(new_agent(runtime=runtime), (Schedule("hourly", 3600),))
    hourly = Counter()
    scheduler.on("hourly", hourly.run)
    clock.advance(3600)
    await asyncio.gather(scheduler.run_due(), scheduler.run_due())
    assert hourly.runs == 1


async def test_failing_job_hides_nothing() -> None:
    """It is audited, the other job runs, and it runs again at its next time."""
    runtime, clock = new_runtime()
    context = new_agent(runtime=runtime)
    schedules = (Schedule("bad", 10), Schedule("refused", 10), Schedule("good", 10))
    scheduler = TaskScheduler(context, schedules)
    good = Counter()

    async def bad() -> None:
        """Fail as foreign code does."""
        raise RuntimeError("no")

    async def refused() -> None:
        """Fail as the agent's own code does."""
        raise InvalidRequestError("no")

    scheduler.on("bad", bad)
    scheduler.on("refused", refused)
    scheduler.on("good", good.run)
    for runs in (1, 2):
        clock.advance(10)
        assert await scheduler.run_due() == ("bad", "refused", "good")
        assert good.runs == runs
    assert sorted(outcomes(context, "scheduled_job")) == sorted(
        ["failed", "rejected", "ok"] * 2
    )
    flows = {it.correlation_id for it in context.audit.entries("scheduled_job")}
    assert len(flows) == 6


async def test_job_without_code_is_a_step_of_its_name() -> None:
    """The agent's operation runs as the agent; an unknown one is audited."""
    runtime, clock = new_runtime()
    names: list[str] = []

    def retrain(payload: object) -> dict[str, object]:
        """Remember who runs."""
        names.append(f"{current_context().name} {payload}")
        return {}

    context = new_agent(runtime=runtime, operations={"retrain": retrain})
    scheduler = TaskScheduler(context, (Schedule("retrain", 1), Schedule("nothing", 1)))
    clock.advance(1)
    await scheduler.run_due()
    assert names == ["Alpha {}"]
    assert outcomes(context, "nothing") == ["unknown_step"]


def test_job_needs_a_schedule() -> None:
    """Code for a job that never runs is a mistake."""

    async def job() -> None:
        """Do nothing."""

    with pytest.raises(UnknownNameError, match="schedule other"):
        TaskScheduler(new_agent(), ()).on("other", job)


@pytest.mark.parametrize("every_s", [0, -1, math.nan, math.inf])
def test_schedule_needs_a_time(every_s: float) -> None:
    """A job without a time between its runs would never end or never begin."""
    with pytest.raises(ValueError, match="time between its runs"):
        Schedule("job", every_s)


async def test_scheduler_runs_by_the_clock_until_stopped() -> None:
    """Start and stop may be said twice; nothing runs afterwards."""
    context = new_agent(runtime=Runtime(clock=SystemClock()))
    scheduler = TaskScheduler(context, (Schedule("often", 0.01),))
    twice = asyncio.Event()
    often = Counter()

    async def job() -> None:
        """Count and tell of the second run."""
        await often.run()
        if often.runs == 2:
            twice.set()

    scheduler.on("often", job)
    await scheduler.start()
    await scheduler.start()
    await asyncio.wait_for(twice.wait(), 5)
    await scheduler.stop()
    await scheduler.stop()
    runs = often.runs
    await asyncio.sleep(0.03)
    assert often.runs == runs


async def test_job_that_came_due_while_down_runs_at_once(tmp_path: Path) -> None:
    """A restart neither forgets a run nor repeats it."""
    runs: list[int] = []
    for past_s in (0, 3599, 3600, 3601, 7199, 7200):
        runtime, clock = new_runtime(tmp_path)
        clock.advance(past_s)
        scheduler = TaskScheduler(
            new_agent(runtime=runtime), (Schedule("hourly", 3600),)
        )
        hourly = Counter()
        scheduler.on("hourly", hourly.run)
        await scheduler.start()
        await scheduler.run_due()
        await scheduler.stop()
        runs.append(hourly.runs)
        await runtime.aclose()
    assert runs == [0, 0, 1, 0, 0, 1]


async def test_runner_bounds_what_runs_at_a_time() -> None:
    """No more than the limit, all in the end, in the order of coming."""
    context = new_agent()
    runner = TaskRunner(context, 2)
    most, ended = 0, list[int]()

    async def job(number: int) -> int:
        """Take a moment and watch how many run."""
        nonlocal most
        most = max(most, runner.running)
        await asyncio.sleep(0.001)
        ended.append(number)
        return number

    results = await asyncio.gather(
        *(runner.run("job", partial(job, number)) for number in range(7))
    )
    assert results == ended == list(range(7))
    assert (most, runner.running) == (2, 0)
    assert context.metrics.value("tasks_running") == 0
    assert context.metrics.value("tasks_total") == 7


async def test_runner_without_a_limit_runs_all() -> None:
    """Unlimited means at the same time."""
    runner = TaskRunner(new_agent(), None)
    together = asyncio.Barrier(20)
    await asyncio.wait_for(
        asyncio.gather(*(runner.run("job", together.wait) for _ in range(20))), 5
    )
    assert runner.running == 0


async def test_failing_task_frees_its_place() -> None:
    """It is audited and raised, and the next one runs."""
    context = new_agent()
    runner = TaskRunner(context, 1)

    async def fail() -> None:
        """Fail."""
        raise RuntimeError("no")

    async def work() -> str:
        """Work."""
        return "done"

    with pytest.raises(RuntimeError):
        await runner.run("bad", fail)
    assert await runner.run("good", work) == "done"
    assert outcomes(context, "task") == ["failed", "ok"]


@pytest.mark.parametrize("limit", [0, -1])
def test_runner_needs_room_for_one(limit: int) -> None:
    """A limit below one would never let anything run."""
    with pytest.raises(ValueError, match="one or more"):
        TaskRunner(new_agent(), limit)
