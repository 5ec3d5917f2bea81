"""The world model keeps the latest facts and hands them out by use case."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from ...core.errors import InvalidRequestError, UnknownNameError
from ...worldmodel.interface import WorldModel, WorldModelSpec
from .companions import new_agent, new_runtime, outcomes

SPEC = WorldModelSpec(
    models=("preferences",),
    connectors=("stream", "graph"),
    model_type="dynamic_hypergraph",
    use_cases=("link_prediction",),
)


async def test_facts_are_handed_out_by_use_case() -> None:
    """The newest fact of a name counts, connectors stay apart."""
    context = new_agent()
    world = WorldModel(context, SPEC)
    await world.update("graph", {"price": 1})
    await world.update("stream", {"price": 2, "demand": [1]})
    assert await world.update("stream", {"price": 3}) == {"price": 3, "demand": [1]}
    assert await world.context_for("link_prediction") == {
        "use_case": "link_prediction",
        "model_type": "dynamic_hypergraph",
        "models": ["preferences"],
        "facts": {"stream": {"price": 3, "demand": [1]}, "graph": {"price": 1}},
    }
    assert list(world.snapshot()) == ["stream", "graph"]
    assert outcomes(context, "world_model_updated") == ["ok"] * 3


async def test_undeclared_names_are_refused() -> None:
    """Connectors and use cases are those of the schema."""
    world = WorldModel(new_agent(), SPEC)
    with pytest.raises(UnknownNameError, match="data connector rumours"):
        await world.update("rumours", {})
    with pytest.raises(UnknownNameError, match="use case gossip"):
        await world.context_for("gossip")
    with pytest.raises(InvalidRequestError, match="no JSON form"):
        await world.update("stream", {"bad": float("nan")})
    assert world.snapshot() == {}


async def test_world_model_that_is_off_takes_nothing() -> None:
    """Where the schema switches it off, nothing is believed."""
    world = WorldModel(
        new_agent(), WorldModelSpec(connectors=("stream",), enabled=False)
    )
    with pytest.raises(InvalidRequestError, match="switched off"):
        await world.update("stream", {})


async def test_updates_at_the_same_time_all_count() -> None:
    """No update overwrites another one's facts."""
    world = WorldModel(new_agent(), SPEC)
    await asyncio.gather(*(world.update("stream", {f"f{n}": n}) for n in range(10)))
    assert world.snapshot() == {"stream": {f"f{n}": n for n in range(10)}}


async def test_facts_survive_a_restart(tmp_path: Path) -> None:
    """The same data folder brings them back; what is newer stays."""
    runtime, _ = new_runtime(tmp_path)
    await WorldModel(new_agent(runtime=runtime), SPEC).update("stream", {"price": 1})
    await runtime.aclose()

    runtime, _ = new_runtime(tmp_path)
    world = WorldModel(new_agent(runtime=runtime), SPEC)
    assert world.snapshot() == {}
    await world.start()
    assert world.snapshot() == {"stream": {"price": 1}}
    await world.update("stream", {"price": 2})
    await world.start()
    assert world.snapshot() == {"stream": {"price": 2}}
    await runtime.aclose()
