"""Crane: conftest (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    system
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from harbour.agents.crane.config_manager import SETTINGS
from harbour.agents.crane.crane_controller import CraneController
from harbour.core.clock import FixedClock
from harbour.core.context import AgentContext, Runtime


@pytest.fixture(name="clock")
def fixture_clock() -> FixedClock:
    """A clock that stands still until a test moves it."""
    return FixedClock(datetime(2026, 1, 1, tzinfo=timezone.utc))


@pytest.fixture(name="runtime")
def fixture_runtime(clock: FixedClock) -> Runtime:
    """A process with no other agent in it, all in memory."""
    return Runtime(clock=clock)


@pytest.fixture(name="context")
def fixture_context(runtime: Runtime) -> AgentContext:
    """The agent with no domain code bound."""
    return AgentContext(SETTINGS, runtime)


@pytest.fixture(name="controller")
def fixture_controller(context: AgentContext) -> CraneController:
    """The agent as a whole, not started."""
    return CraneController(context)
