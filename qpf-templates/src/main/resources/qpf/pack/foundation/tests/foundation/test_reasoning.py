"""Strategies score, the best is named, steps follow each other, models load once."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import cast

import pytest

from ...core.correlation import correlated
from ...core.errors import (
    ContractBreachError,
    InvalidRequestError,
    OperationFailedError,
    OperationUnboundError,
    ResultTimeoutError,
    UnknownNameError,
)
from ...core.events import EventSubscriber, Subscription
from ...core.operations import OperationSpec
from ...core.reasoning import (
    Coordinator,
    ModelCatalog,
    ReasoningSpec,
    ResultInbox,
    StrategyEngine,
)
from .companions import START, new_agent, new_runtime, outcomes

SPEC = ReasoningSpec(
    framework="factorization",
    strategies=("links", "similarity", "anomalies"),
    scope_days=365,
    sources=("embeddings", "metadata"),
)


def links(features: Mapping[str, float]) -> float:
    """Score by one feature."""
    return features["a"]


def similarity(features: Mapping[str, float]) -> float:
    """Score by another feature."""
    return features["b"]


def broken(features: Mapping[str, float]) -> float:
    """Fail."""
    raise ZeroDivisionError(str(features))


async def test_strategy_scores() -> None:
    """A score is audited, timed and recorded like an operation."""
    context = new_agent(strategies={"links": links})
    assert await StrategyEngine(context, SPEC).score("links", {"a": 2}) == 2.0
    assert outcomes(context, "links") == ["ok"]
    assert context.decisions.records("links")[0].outcome == {"score": 2.0}
    assert context.metrics.value("operation_calls_total") == 1


async def test_strategy_without_code_says_so() -> None:
    """Declared and unbound is 501 and counted, undeclared is 404."""
    context = new_agent(strategies={"links": links})
    engine = StrategyEngine(context, SPEC)
    assert engine.bound() == ("links",)
    assert engine.unbound() == ("similarity", "anomalies")
    with pytest.raises(OperationUnboundError, match="similarity"):
        await engine.score("similarity", {})
    with pytest.raises(UnknownNameError, match="strategy guessing"):
        await engine.score("guessing", {})
    assert context.metrics.value("operation_unbound_total") == 1


@pytest.mark.parametrize("result", [math.nan, math.inf, "0.5", None, True])
async def test_score_is_a_finite_number(result: object) -> None:
    """Whatever else code returns breaks its contract."""
    code = cast(Callable[[Mapping[str, float]], float], lambda _: result)
    context = new_agent(strategies={"links": code})
    with pytest.raises(ContractBreachError):
        await StrategyEngine(context, SPEC).score("links", {"a": 1})
    assert outcomes(context, "links") == ["contract_breach"]


async def test_strategy_cannot_change_the_features() -> None:
    """Every strategy sees the same features."""

    def greedy(features: Mapping[str, float]) -> float:
        """Try to change what the others see."""
        cast("dict[str, float]", features)["a"] = 9
        return 1.0

    context = new_agent(strategies={"links": greedy})
    with pytest.raises(OperationFailedError, match="TypeError"):
        await StrategyEngine(context, SPEC).score("links", {"a": 1})


async def test_decision_names_the_best() -> None:
    """All scores are recorded, within one flow."""
    context = new_agent(strategies={"links": links, "similarity": similarity})
    with correlated("flow"):
        record = await StrategyEngine(context, SPEC).decide({"a": 1, "b": 2})
    assert record.outcome == {
        "scores": {"links": 1.0, "similarity": 2.0},
        "best": "similarity",
        "failed": {},
    }
    assert (record.operation, record.correlation_id) == ("decide", "flow")
    assert record.inputs == {"a": 1, "b": 2}
    assert context.decisions.records("decide") == (record,)
    assert outcomes(context, "decision") == ["ok"]


async def test_first_strategy_wins_a_draw() -> None:
    """The schema's order decides, not that of the bindings."""
    context = new_agent(strategies={"similarity": similarity, "links": links})
    record = await StrategyEngine(context, SPEC).decide({"a": 1, "b": 1})
    assert record.outcome["best"] == "links"


async def test_failing_strategy_leaves_the_choice_to_the_others() -> None:
    """A failure is recorded; when all fail, the first is raised."""
    context = new_agent(strategies={"links": broken, "similarity": similarity})
    record = await StrategyEngine(context, SPEC).decide({"b": 1})
    assert record.outcome["best"] == "similarity"
    assert record.outcome["failed"] == {
        "links": "Operation links failed with ZeroDivisionError."
    }
    lonely = new_agent(strategies={"links": broken})
    with pytest.raises(OperationFailedError, match="links"):
        await StrategyEngine(lonely, SPEC).decide({})


@pytest.mark.parametrize(
    ("spec", "name"), [(SPEC, "links"), (ReasoningSpec(), "decide")]
)
async def test_nothing_decides_without_code(spec: ReasoningSpec, name: str) -> None:
    """There is no constant answer."""
    with pytest.raises(OperationUnboundError, match=name):
        await StrategyEngine(new_agent(), spec).decide({"a": 1})


@pytest.mark.parametrize(
    ("age", "counts"),
    [
        (timedelta(days=365), True),
        (timedelta(days=365, microseconds=1), False),
        (timedelta(), True),
        (timedelta(microseconds=-1), False),
    ],
)
def test_scope_ends_at_its_days(age: timedelta, counts: bool) -> None:
    """The oldest moment of the scope counts, the one before it and the future do not."""
    engine = StrategyEngine(new_agent(), SPEC)
    assert engine.in_scope(START - age) is counts


def test_scope_without_days_takes_all() -> None:
    """All of the past counts; a time without a zone is no time."""
    engine = StrategyEngine(new_agent(), ReasoningSpec())
    assert engine.in_scope(START - timedelta(days=36500))
    with pytest.raises(InvalidRequestError, match="no time zone"):
        engine.in_scope(datetime(2026, 1, 1))


def test_fusion_takes_declared_sources_only() -> None:
    """The order is the schema's; foreign sources and no numbers are refused."""
    engine = StrategyEngine(new_agent(), SPEC)
    fused = engine.fuse({"metadata": 2.0, "embeddings": 1.0})
    assert list(fused.items()) == [("embeddings", 1.0), ("metadata", 2.0)]
    assert engine.fuse({"metadata": 1.0}) == {"metadata": 1.0}
    with pytest.raises(UnknownNameError, match="knowledge source rumours"):
        engine.fuse({"rumours": 1.0})
    with pytest.raises(InvalidRequestError, match="not finite"):
        engine.fuse({"metadata": math.nan})


async def test_coordinator_takes_steps_in_turn() -> None:
    """Each step works on what the ones before gave."""
    context = new_agent(
        operations={
            "double": lambda payload: {"n": payload["n"] * 2},
            "add": lambda payload: {"n": payload["n"] + 1, "added": True},
        }
    )
    coordinator = Coordinator(context, ("double", "add"))
    result = await coordinator.coordinate({"n": 3, "kept": "x"})
    assert result == {"n": 7, "kept": "x", "added": True}
    assert (await coordinator.coordinate({"n": 3}, ("add", "double")))["n"] == 8
    assert await coordinator.coordinate({"n": 3}, ()) == {"n": 3}
    flows = {entry.correlation_id for entry in context.audit.entries("double")}
    assert len(flows) == 2


async def test_coordinator_checks_all_steps_first() -> None:
    """A step that is not declared keeps the others from running."""
    context = new_agent(operations={"double": lambda payload: {}})
    with pytest.raises(UnknownNameError, match="step halve"):
        await Coordinator(context, ("double",)).coordinate({}, ("double", "halve"))
    assert not context.audit.entries()


async def test_coordinator_stops_at_a_failure() -> None:
    """What comes after an unbound step is not taken."""
    context = new_agent(operations={"last": lambda payload: {}})
    context.payload_operation(OperationSpec("first"))
    with pytest.raises(OperationUnboundError):
        await Coordinator(context, ("first", "last")).coordinate({})
    assert not context.audit.entries("last")


async def test_model_is_loaded_once() -> None:
    """Callers at the same time share one loading; others hear of it where declared."""
    runtime, _ = new_runtime()
    context = new_agent(runtime=runtime)
    context.events.declare("model_loaded")
    heard = EventSubscriber(
        new_agent("Beta", runtime), (Subscription("Alpha", "model_loaded"),)
    )
    catalog = ModelCatalog(context, ("matcher", "forest"))
    made: list[object] = []

    async def load() -> object:
        """Make a model after a moment."""
        await asyncio.sleep(0)
        made.append(object())
        return made[-1]

    models = await asyncio.gather(*(catalog.load("matcher", load) for _ in range(4)))
    assert models == made * 4
    assert await catalog.load("matcher", load) is made[0]
    assert await catalog.load("forest", lambda: "a forest") == "a forest"
    assert catalog.loaded() == ("matcher", "forest")
    assert outcomes(context, "model_loaded") == ["ok", "ok"]
    assert [it.payload["model"] for it in heard.received()] == ["matcher", "forest"]


async def test_model_that_fails_is_loaded_anew() -> None:
    """A failure is audited and not kept."""
    context = new_agent()
    catalog = ModelCatalog(context, ("matcher",))

    def missing() -> object:
        """Fail as foreign code does."""
        raise FileNotFoundError("weights")

    def refused() -> object:
        """Fail as the agent's own code does."""
        raise InvalidRequestError("no such version")

    with pytest.raises(OperationFailedError, match="load matcher failed with FileNot"):
        await catalog.load("matcher", missing)
    with pytest.raises(InvalidRequestError):
        await catalog.load("matcher", refused)
    assert not catalog.loaded()
    assert outcomes(context, "model_loaded") == ["failed", "rejected"]
    assert await catalog.load("matcher", lambda: 1) == 1
    with pytest.raises(UnknownNameError, match="model other"):
        await catalog.load("other", lambda: 1)


async def test_result_is_waited_for() -> None:
    """A result may come before or after somebody waits, and is handed out once."""
    context = new_agent()
    inbox = ResultInbox(context)
    inbox.expect("early")
    inbox.expect("late")
    inbox.resolve("early", {"n": 1})
    assert await inbox.result("early", 1) == {"n": 1}
    waiting = asyncio.create_task(inbox.result("late", 1))
    await asyncio.sleep(0)
    inbox.resolve("late", {"n": 2})
    assert await waiting == {"n": 2}
    with pytest.raises(UnknownNameError):
        await inbox.result("late", 1)
    assert outcomes(context, "result_arrived") == ["ok", "ok"]


async def test_result_that_is_late_is_no_longer_expected() -> None:
    """The waiter gets a timeout, the late result is refused and audited."""
    runtime, clock = new_runtime()
    context = new_agent(runtime=runtime)
    inbox = ResultInbox(context)
    inbox.expect("k")
    waiting = asyncio.create_task(inbox.result("k", 1))
    await asyncio.sleep(0)
    clock.advance(1)
    with pytest.raises(ResultTimeoutError) as caught:
        await waiting
    assert caught.value.status == 504
    with pytest.raises(UnknownNameError, match="expected result k"):
        inbox.resolve("k", {})
    assert outcomes(context, "result_arrived") == ["timeout", "rejected"]


def test_result_is_expected_and_arrives_once() -> None:
    """Two of one key would be mixed up."""
    inbox = ResultInbox(new_agent())
    inbox.expect("k")
    with pytest.raises(InvalidRequestError, match="expected already"):
        inbox.expect("k")
    inbox.resolve("k", {})
    with pytest.raises(InvalidRequestError, match="arrived already"):
        inbox.resolve("k", {})
