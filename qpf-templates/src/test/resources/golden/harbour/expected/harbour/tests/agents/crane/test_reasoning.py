"""Crane: test_reasoning (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    reasoningengine
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import pytest

from harbour.agents.crane.config_manager import SETTINGS
from harbour.agents.crane.lift_matcher import REASONING as REASONING_OF_LIFT_MATCHER
from harbour.agents.crane.lift_matcher import LiftMatcher
from harbour.agents.crane.sway import TRIGGERS as TRIGGERS_OF_SWAY
from harbour.agents.crane.sway import Sway
from harbour.core.context import AgentContext, Runtime
from harbour.core.errors import OperationUnboundError, UnknownNameError
from harbour.core.governance import Reading
from harbour.core.operations import Bindings


def half(features: Mapping[str, float]) -> float:
    """Stand in for the code behind a strategy."""
    return sum(features.values()) / 2


async def test_lift_matcher_scores_by_bound_code(runtime: Runtime) -> None:
    """Each strategy of the module runs the code that is bound to it."""
    names = REASONING_OF_LIFT_MATCHER.strategies
    context = AgentContext(
        SETTINGS, runtime, Bindings(strategies=dict.fromkeys(names, half))
    )
    engine = LiftMatcher(context)
    assert engine.bound() == names
    assert [await engine.score(name, {"a": 1.0}) for name in names] == [0.5] * len(
        names
    )
    if names:
        assert (await engine.decide({"a": 1.0})).outcome


async def test_lift_matcher_says_what_is_not_bound(context: AgentContext) -> None:
    """A strategy without code is refused, and so is one that nobody declared."""
    engine = LiftMatcher(context)
    assert engine.unbound() == REASONING_OF_LIFT_MATCHER.strategies
    for name in engine.unbound():
        with pytest.raises(OperationUnboundError):
            await engine.score(name, {})
    with pytest.raises(UnknownNameError):
        await engine.score("a strategy that no schema declares", {})


def test_lift_matcher_blends_declared_sources_only(context: AgentContext) -> None:
    """A source that the schema does not name has no say."""
    engine = LiftMatcher(context)
    values = dict.fromkeys(REASONING_OF_LIFT_MATCHER.sources, 1.0)
    assert set(engine.fuse(values)) == set(values)
    with pytest.raises(UnknownNameError):
        engine.fuse({"a source that no schema declares": 1.0})


def test_lift_matcher_looks_back_as_far_as_its_scope(context: AgentContext) -> None:
    """What is older than the temporal scope does not count."""
    engine = LiftMatcher(context)
    now = context.clock.now()
    assert engine.in_scope(now)
    days = REASONING_OF_LIFT_MATCHER.scope_days
    if days is not None:
        assert not engine.in_scope(now - timedelta(days=days, seconds=1))


@pytest.mark.parametrize(
    ("trigger", "quiet", "alarming"),
    [
        pytest.param(
            "sway",
            Reading({"sway": 0.95}),
            Reading({"sway": 0.951}),
            id="sway: sway > 0.95",
        ),
    ],
)
async def test_sway_detects_at_the_boundary(
    context: AgentContext, trigger: str, quiet: Reading, alarming: Reading
) -> None:
    """The detector is quiet on the boundary and speaks just past it."""
    detector = Sway(context)
    assert trigger not in [it.name for it in detector.detect(quiet)]
    assert trigger in [it.name for it in await detector.watch(alarming)]


def test_sway_is_quiet_on_silence(context: AgentContext) -> None:
    """A reading that says nothing shows nothing, whatever the triggers are."""
    assert not Sway(context).detect(Reading())
    assert len({trigger.name for trigger in TRIGGERS_OF_SWAY}) == len(TRIGGERS_OF_SWAY)
