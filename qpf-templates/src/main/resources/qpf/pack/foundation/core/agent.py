"""The controller of an agent: it holds the agent's parts, starts and stops them."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Final, Literal, TypeAlias, TypeVar

from .context import AgentContext
from .deployments import Deployments

PartT = TypeVar("PartT")
State: TypeAlias = Literal["created", "running", "failed", "stopped"]


class AgentController:
    """One agent: what it is made of and how it does."""

    def __init__(self, context: AgentContext) -> None:
        """Take the agent's context; parts are added before the start.

        Args:
            context: The agent's settings, domain code and place in the runtime.
        """
        self.context: Final = context
        self._deployments = Deployments(context)
        self._parts: list[object] = []
        self._state: State = "created"
        self._started_at = 0.0
        self._switching = asyncio.Lock()

    def add(self, part: PartT) -> PartT:
        """Keep a part of the agent.

        Args:
            part: Anything; what has a `start` or a `stop`, plain or async, is started and
                stopped with the agent.

        Returns:
            The part.
        """
        self._parts.append(part)
        return part

    async def start(self) -> None:
        """Start the parts in the order of their adding; a running agent is left alone.

        Raises:
            Exception: What a part raised. The parts that had been started are stopped
                again, and the agent is failed.
        """
        async with self._switching:
            if self._state == "running":
                return
            begun: list[object] = []
            try:
                for part in self._parts:
                    begun.append(part)
                    await _tell(part, "start")
            except Exception as error:
                self._state = "failed"
                self._deployments.failed(type(error).__name__)
                await _stop(begun[:-1])
                raise
            self._state = "running"
            self._started_at = self.context.clock.monotonic()
            self._deployments.succeeded()

    async def stop(self) -> None:
        """Stop the parts in reverse order; an agent that does not run is left alone.

        Raises:
            ExceptionGroup: What the parts raised; each has been told to stop all the same.
        """
        async with self._switching:
            if self._state != "running":
                return
            self._state = "stopped"
            await _stop(self._parts)

    def status(self) -> dict[str, object]:
        """Describe the agent as it stands, in JSON values.

        The unbound operations are those that the schema declares and no code serves;
        unbound_calls counts how often somebody asked for one.
        """
        context, settings = self.context, self.context.settings
        operations = context.operations
        return {
            "agent": settings.agent,
            "version": settings.version,
            "package": settings.package,
            "state": self._state,
            "uptime_s": self._uptime_s(),
            "environment": settings.environment,
            "runtime": settings.runtime,
            "api_mode": settings.api_mode,
            "bound": [name for name in operations.names() if operations.bound(name)],
            "unbound": list(operations.unbound()),
            "unbound_calls": int(context.metrics.value("operation_unbound_total")),
            "escalations": {
                "pending": len(context.escalations.pending()),
                "total": len(context.escalations.all()),
            },
            "task_limit": settings.task_limit,
            "decision_latency_ms": settings.decision_latency_ms,
        }

    def health(self) -> dict[str, object]:
        """Say whether the agent is alive: status is ok unless its start has failed."""
        return {
            "status": "failed" if self._state == "failed" else "ok",
            "agent": self.context.name,
            "version": self.context.settings.version,
            "state": self._state,
        }

    def ready(self) -> bool:
        """Say whether the agent runs and takes requests."""
        return self._state == "running"

    def _uptime_s(self) -> float:
        """Give the seconds since the start; 0 when the agent does not run."""
        if self._state != "running":
            return 0.0
        return round(self.context.clock.monotonic() - self._started_at, 3)


async def _stop(parts: list[object]) -> None:
    """Stop parts in reverse order, each one whatever the others do.

    Raises:
        ExceptionGroup: What the parts raised.
    """
    results = [
        await asyncio.gather(_tell(part, "stop"), return_exceptions=True)
        for part in reversed(parts)
    ]
    failures = [failure for (failure,) in results if isinstance(failure, Exception)]
    if failures:
        raise ExceptionGroup("parts failed to stop", failures)


async def _tell(part: object, what: Literal["start", "stop"]) -> None:
    """Start or stop a part, if it can be started or stopped."""
    action: Callable[[], object] | None = getattr(part, what, None)
    if not callable(action):
        return
    result = action()
    if inspect.isawaitable(result):
        await result
