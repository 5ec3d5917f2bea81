"""Tasks: jobs that come back after a time, and a bound on how many run at once."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar
from uuid import uuid4

from ..core.correlation import correlated
from ..core.errors import AgentError, UnknownNameError
from ..core.records import state_record

if TYPE_CHECKING:
    from ..core.context import AgentContext

__all__ = ["Job", "Schedule", "TaskRunner", "TaskScheduler"]

Job: TypeAlias = Callable[[], Awaitable[None]]

_LAYER: Final = "schedules"

_ResultT = TypeVar("_ResultT")


@dataclass(frozen=True)
class Schedule:
    """How often a job runs.

    Attributes:
        name: The job's name.
        every_s: Seconds from one run to the next, above zero.
    """

    name: str
    every_s: float

    def __post_init__(self) -> None:
        """Refuse a job that would run without end.

        Raises:
            ValueError: ``every_s`` is not above zero.
        """
        if not (math.isfinite(self.every_s) and self.every_s > 0):
            raise ValueError(f"the job {self.name} needs a time between its runs")


class TaskScheduler:
    """Runs an agent's jobs when they are due; one job never runs twice at a time."""

    def __init__(self, context: AgentContext, schedules: tuple[Schedule, ...]) -> None:
        """Count each job's time from now on.

        Args:
            context: The agent.
            schedules: The jobs; one without code of its own is the agent's step of its
                name.
        """
        self.schedules = schedules
        self._context = context
        self._store = context.storage(_LAYER)
        self._jobs: dict[str, Job] = {}
        self._loops: list[asyncio.Task[None]] = []
        now = context.clock.monotonic()
        self._due = {it.name: now + it.every_s for it in schedules}

    def on(self, name: str, job: Job) -> None:
        """Give a job its code, in place of what it had.

        Args:
            name: The job's name.
            job: What to run.

        Raises:
            UnknownNameError: No schedule has this name.
        """
        if name not in self._due:
            raise UnknownNameError("schedule", name)
        self._jobs[name] = job

    async def run_due(self) -> tuple[str, ...]:
        """Run the jobs that are due, at the same time.

        Runs that were missed are not made up for. A job that fails is audited and runs
        again at its next time.

        Returns:
            The names of the jobs that ran, in the order of the schedules.
        """
        due = tuple(it.name for it in self.schedules if self._claim(it))
        await asyncio.gather(*map(self._run, due))
        return due

    async def start(self) -> None:
        """Run every job by the clock until stop; does nothing when started already.

        A job's time counts from its last run, or from the agent's very first start: one
        that became due while the agent was down runs at once.
        """
        if self._loops:
            return
        for schedule in self.schedules:
            await self._resume(schedule)
        self._loops = [asyncio.create_task(self._loop(it)) for it in self.schedules]

    async def stop(self) -> None:
        """Stop; a job that is running is cancelled."""
        loops, self._loops = self._loops, []
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)

    async def _resume(self, schedule: Schedule) -> None:
        """Take a job's due time from its last run, where one is known."""
        record = await self._store.read(schedule.name)
        if record is None:
            await self._remember(schedule.name)
            return
        since_s = (self._context.clock.now() - record.stored_at).total_seconds()
        due_in_s = schedule.every_s - since_s
        self._due[schedule.name] = self._context.clock.monotonic() + due_in_s

    async def _remember(self, name: str) -> None:
        """Keep the time from which a job's next run counts."""
        await self._store.write(state_record(name, {}, self._context.clock.now()))

    async def _loop(self, schedule: Schedule) -> None:
        """Run one job whenever it is due."""
        while True:
            if self._claim(schedule):
                await self._run(schedule.name)
            pause = self._due[schedule.name] - self._context.clock.monotonic()
            await asyncio.sleep(max(pause, 0))

    def _claim(self, schedule: Schedule) -> bool:
        """Say whether a job is due, and if so make it due at its next time ahead."""
        late = self._context.clock.monotonic() - self._due[schedule.name]
        if late < 0:
            return False
        runs = math.floor(late / schedule.every_s) + 1
        self._due[schedule.name] += runs * schedule.every_s
        return True

    async def _run(self, name: str) -> None:
        """Run one job as a flow of its own."""
        outcome, details = "ok", {"job": name}
        await self._remember(name)
        with correlated(uuid4().hex), self._context.entered():
            try:
                await self._job(name)
            except Exception as error:  # pylint: disable=broad-exception-caught
                # A job is foreign code: the others, and its next run, go on.
                outcome = error.outcome if isinstance(error, AgentError) else "failed"
                details["error"] = repr(error)
            self._context.audit.record("scheduled_job", outcome, details)
            self._context.metrics.count(
                "scheduled_jobs_total", job=name, outcome=outcome
            )

    async def _job(self, name: str) -> None:
        """Run a job's code, or the agent's step of its name."""
        job = self._jobs.get(name)
        if job is None:
            await self._context.step(name, {})
        else:
            await job()


class TaskRunner:
    """Runs an agent's tasks, no more at a time than its schema allows."""

    def __init__(self, context: AgentContext, limit: int | None) -> None:
        """Take the agent and its limit.

        Args:
            context: The agent.
            limit: How many tasks may run at a time, one or more; None for any number.

        Raises:
            ValueError: The limit is below one.
        """
        if limit is not None and limit < 1:
            raise ValueError("a task limit is one or more")
        self.limit = limit
        self._context = context
        self._running = 0
        self._turn = nullcontext() if limit is None else asyncio.Semaphore(limit)

    @property
    def running(self) -> int:
        """How many tasks run now."""
        return self._running

    async def run(self, name: str, job: Callable[[], Awaitable[_ResultT]]) -> _ResultT:
        """Run a task when its turn comes, first come first served.

        Args:
            name: The task's name, for audit log and metrics.
            job: What to run.

        Returns:
            What the task returned; what it raises is audited and raised.
        """
        async with self._turn:
            self._change(1)
            outcome = "failed"
            try:
                result = await job()
                outcome = "ok"
            finally:
                self._change(-1)
                self._context.audit.record("task", outcome, {"task": name})
                self._context.metrics.count("tasks_total", outcome=outcome)
            return result

    def _change(self, amount: int) -> None:
        """Change the number of running tasks."""
        self._running += amount
        self._context.metrics.gauge("tasks_running", self._running)
