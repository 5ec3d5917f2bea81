"""Feedback counts rewards and penalties, worse models give way."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from ...core.errors import InvalidRequestError, UnknownNameError
from ...core.governance import Above, AtLeast, Event, Reading, Trigger
from ...core.learning import LearningLoop, LearningSpec, ModelRegistry, ModelVersion
from .companions import START, new_agent, new_runtime, outcomes

SPEC = LearningSpec(
    channels=("outcomes",),
    rollback_on_regression=True,
    stability_threshold=0.02,
    retrain_hours=168,
    reward=(Trigger("accurate", AtLeast("accuracy", 0.9)),),
    penalty=(
        Trigger("slow", Above("latency", 0.5, "s")),
        Trigger("complaint", Event("complaint")),
    ),
)


@pytest.mark.parametrize(
    ("reading", "reward", "penalty", "value"),
    [
        (Reading({"accuracy": 0.9}), ("accurate",), (), 1),
        (Reading({"accuracy": 0.899, "latency": 0.5}), (), (), 0),
        (
            Reading({"accuracy": 1, "latency": 0.6}, frozenset({"complaint"})),
            ("accurate",),
            ("slow", "complaint"),
            -1,
        ),
    ],
)
async def test_feedback_weighs_a_reading(
    reading: Reading, reward: tuple[str, ...], penalty: tuple[str, ...], value: int
) -> None:
    """Each condition that holds counts one, at its boundary too."""
    context = new_agent()
    loop = LearningLoop(context, SPEC)
    feedback = await loop.feedback("outcomes", reading)
    assert (feedback.reward, feedback.penalty) == (reward, penalty)
    assert (feedback.value, feedback.at) == (value, START)
    assert loop.history() == (feedback,)
    assert outcomes(context, "feedback") == ["ok"]


async def test_feedback_comes_by_declared_channels() -> None:
    """What comes another way is refused and not remembered."""
    loop = LearningLoop(new_agent(), SPEC)
    with pytest.raises(UnknownNameError, match="feedback channel rumours"):
        await loop.feedback("rumours", Reading())
    assert not loop.history()


async def test_retraining_is_due_after_its_hours() -> None:
    """Not a second before, and not again after a training."""
    runtime, clock = new_runtime()
    loop = LearningLoop(new_agent(runtime=runtime), SPEC)
    clock.advance(168 * 3600 - 1)
    assert not loop.retraining_due()
    clock.advance(1)
    assert loop.retraining_due()
    await loop.mark_retrained()
    assert not loop.retraining_due()
    clock.advance(168 * 3600)
    assert loop.retraining_due()


async def test_hours_to_a_training_survive_a_restart(tmp_path: Path) -> None:
    """A restart neither brings a training forward nor puts it off."""
    for past_s, due in ((0, False), (168 * 3600 - 1, False), (168 * 3600, True)):
        runtime, clock = new_runtime(tmp_path)
        clock.advance(past_s)
        loop = LearningLoop(new_agent(runtime=runtime), SPEC)
        await loop.start()
        assert loop.retraining_due() is due
        await runtime.aclose()
    runtime, clock = new_runtime(tmp_path)
    loop = LearningLoop(new_agent(runtime=runtime), SPEC)
    clock.advance(168 * 3600)
    await loop.mark_retrained()
    await loop.start()
    assert not loop.retraining_due()
    await runtime.aclose()


def test_without_a_schedule_nothing_is_due() -> None:
    """A schema without hours never asks for a training."""
    runtime, clock = new_runtime()
    loop = LearningLoop(new_agent(runtime=runtime), LearningSpec())
    clock.advance(10**8)
    assert not loop.retraining_due()


async def test_version_is_promoted() -> None:
    """The version in use is the last that was promoted."""
    context = new_agent()
    context.events.declare("model_promoted")
    registry = ModelRegistry(context, SPEC)
    assert registry.current() is None
    await registry.propose("v1", 0.8)
    assert registry.current() is None
    assert await registry.promote("v1") == ModelVersion("v1", 0.8)
    assert await registry.promote("v1") == registry.current()
    await registry.propose("v2", 0.9)
    assert await registry.promote("v2") == ModelVersion("v2", 0.9)
    assert [it.version for it in registry.versions()] == ["v1", "v2"]
    assert outcomes(context, "model_promoted") == ["ok", "ok"]
    assert len(context.audit.entries("event_published")) == 2
    with pytest.raises(UnknownNameError, match="model version v9"):
        await registry.promote("v9")


@pytest.mark.parametrize(
    ("score", "current"),
    [
        pytest.param(0.88, "v2", id="at the threshold"),
        pytest.param(math.nextafter(0.88, 0), "v1", id="past the threshold"),
    ],
)
async def test_worse_version_gives_way(score: float, current: str) -> None:
    """A score may fall by the threshold and by nothing more."""
    context = new_agent()
    registry = ModelRegistry(context, SPEC)
    await registry.propose("v1", 0.9)
    await registry.promote("v1")
    await registry.propose("v2", score)
    assert (await registry.promote("v2")).version == current
    regressed = current == "v1"
    assert len(context.audit.entries("model_rolled_back")) == regressed
    assert context.metrics.value("model_regressions_total") == regressed


async def test_version_that_gets_worse_in_use_gives_way() -> None:
    """A new measurement of the version in use is judged as well."""
    registry = ModelRegistry(new_agent(), SPEC)
    for version, score in (("v1", 0.8), ("v2", 0.9)):
        await registry.propose(version, score)
        await registry.promote(version)
    await registry.propose("v2", 0.79)
    assert registry.current() == ModelVersion("v2", 0.79)
    assert await registry.propose("v2", 0.7) == ModelVersion("v2", 0.7)
    assert registry.current() == ModelVersion("v1", 0.8)


async def test_regression_is_only_noted_where_the_schema_says_no_more() -> None:
    """Without the flag people decide."""
    context = new_agent()
    registry = ModelRegistry(context, LearningSpec())
    for version, score in (("v1", 0.8), ("v2", 0.7)):
        await registry.propose(version, score)
        await registry.promote(version)
    assert registry.current() == ModelVersion("v2", 0.7)
    assert outcomes(context, "model_regressed") == ["ok"]
    assert await registry.rollback() == ModelVersion("v1", 0.8)
    with pytest.raises(InvalidRequestError, match="no earlier model version"):
        await registry.rollback()


@pytest.mark.parametrize("score", [math.nan, math.inf])
async def test_score_is_finite(score: float) -> None:
    """What cannot be compared is no score."""
    registry = ModelRegistry(new_agent(), SPEC)
    with pytest.raises(InvalidRequestError, match="not finite"):
        await registry.propose("v1", score)
    assert not registry.versions()


async def test_registry_survives_a_restart(tmp_path: Path) -> None:
    """Versions, scores and what to go back to are there again."""
    runtime, _ = new_runtime(tmp_path)
    registry = ModelRegistry(new_agent(runtime=runtime), SPEC)
    await registry.start()
    for version, score in (("v2", 0.8), ("v1", 0.9)):
        await registry.propose(version, score)
        await registry.promote(version)
    await runtime.aclose()

    runtime, _ = new_runtime(tmp_path)
    registry = ModelRegistry(new_agent(runtime=runtime), SPEC)
    await registry.start()
    assert registry.current() == ModelVersion("v1", 0.9)
    assert [it.version for it in registry.versions()] == ["v2", "v1"]
    assert (await registry.rollback()).version == "v2"
    await runtime.aclose()
