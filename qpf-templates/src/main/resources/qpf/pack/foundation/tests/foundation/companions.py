"""Agents that tests of governance, memory, packets and events stand on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from ...core.bindings import Bindings
from ...core.clock import FixedClock
from ...core.configuration import AgentSettings, Ecosystem, RetryPolicy
from ...core.context import AgentContext, Runtime

START: Final = datetime(2026, 8, 31, 12, 0, tzinfo=UTC)


def new_runtime(
    data_dir: Path | None = None, ecosystem: Ecosystem | None = None
) -> tuple[Runtime, FixedClock]:
    """Make a runtime whose clock stands at START until it is moved."""
    clock = FixedClock(START)
    return Runtime(clock=clock, data_dir=data_dir, ecosystem=ecosystem), clock


def new_agent(
    name: str = "Alpha",
    runtime: Runtime | None = None,
    operations: Mapping[str, Callable[..., object]] | None = None,
    strategies: Mapping[str, Callable[[Mapping[str, float]], float]] | None = None,
    retry: RetryPolicy = RetryPolicy(),
) -> AgentContext:
    """Make an agent in a runtime, its own at START where none is given."""
    settings = AgentSettings(
        agent=name,
        version="6.0.0",
        package=f"agents.{name.lower()}",
        port=0,
        retry=retry,
    )
    return AgentContext(
        settings,
        new_runtime()[0] if runtime is None else runtime,
        Bindings(operations=operations or {}, strategies=strategies or {}),
    )


def outcomes(context: AgentContext, action: str) -> list[str]:
    """Return the outcomes that an agent's audit log holds for an action."""
    return [entry.outcome for entry in context.audit.entries(action)]
