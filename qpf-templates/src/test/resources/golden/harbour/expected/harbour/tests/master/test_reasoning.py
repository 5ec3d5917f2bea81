"""HarbourMaster: test_reasoning (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    reasoningengine
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from harbour.core.context import AgentContext, Runtime
from harbour.core.errors import OperationUnboundError, UnknownNameError
from harbour.core.operations import Bindings
from harbour.master.config_manager import SETTINGS
from harbour.master.reasoning_engine import REASONING as REASONING_OF_REASONING_ENGINE
from harbour.master.reasoning_engine import ReasoningEngine


def half(features: Mapping[str, float]) -> float:
    """Stand in for the code behind a strategy."""
    return sum(features.values()) / 2


async def test_reasoning_engine_scores_by_bound_code(runtime: Runtime) -> None:
    """Each strategy of the module runs the code that is bound to it."""
    names = REASONING_OF_REASONING_ENGINE.strategies
    context = AgentContext(
        SETTINGS, runtime, Bindings(strategies=dict.fromkeys(names, half))
    )
    engine = ReasoningEngine(context)
    assert engine.bound() == names
    assert [await engine.score(name, {"a": 1.0}) for name in names] == [0.5] * len(
        names
    )
    if names:
        assert (await engine.decide({"a": 1.0})).outcome


async def test_reasoning_engine_says_what_is_not_bound(context: AgentContext) -> None:
    """A strategy without code is refused, and so is one that nobody declared."""
    engine = ReasoningEngine(context)
    assert engine.unbound() == REASONING_OF_REASONING_ENGINE.strategies
    for name in engine.unbound():
        with pytest.raises(OperationUnboundError):
            await engine.score(name, {})
    with pytest.raises(UnknownNameError):
        await engine.score("a strategy that no schema declares", {})


def test_reasoning_engine_blends_declared_sources_only(context: AgentContext) -> None:
    """A source that the schema does not name has no say."""
    engine = ReasoningEngine(context)
    values = dict.fromkeys(REASONING_OF_REASONING_ENGINE.sources, 1.0)
    assert set(engine.fuse(values)) == set(values)
    with pytest.raises(UnknownNameError):
        engine.fuse({"a source that no schema declares": 1.0})


def test_reasoning_engine_looks_back_as_far_as_its_scope(context: AgentContext) -> None:
    """What is older than the temporal scope does not count."""
    engine = ReasoningEngine(context)
    now = context.clock.now()
    assert engine.in_scope(now)
    days = REASONING_OF_REASONING_ENGINE.scope_days
    if days is not None:
        assert not engine.in_scope(now - timedelta(days=days, seconds=1))
