"""The context ties an agent together: steps, stores, messages, and its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...core.clock import SystemClock
from ...core.context import AgentContext, Runtime
from ...core.ecosystem import Ecosystem
from ...core.errors import (
    ConfigurationError,
    OperationUnboundError,
    UnknownNameError,
)
from ...core.memorymanager import LayerSpec, MemoryManager
from ...core.observability import correlated, correlation_id
from ...core.operations import OperationSpec
from ...core.packetprotocol import Inbound, Outbound
from ...core.payload import Payload
from ...core.transport import PeerClient
from .samples import SECRET, agent, runtime, settings


def test_a_context_takes_its_place_in_its_runtime() -> None:
    """Agents of a process find each other by name; alone, each has its own."""
    shared = runtime()
    scorer, main = agent("Scorer", within=shared), agent("Main", within=shared)
    assert shared.contexts() == {"Scorer": scorer, "Main": main}
    alone = AgentContext(settings())
    assert alone.runtime is not shared
    assert isinstance(alone.clock, SystemClock)


def test_a_name_is_taken_once() -> None:
    """Packets and calls would not know whom they mean."""
    shared = runtime()
    agent(within=shared)
    with pytest.raises(ConfigurationError, match="two agents named Scorer"):
        agent(within=shared)


def test_the_secret_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes that share it accept each other's tokens."""
    monkeypatch.setenv("ACME_SECRET", SECRET)
    ecosystem = Ecosystem(secret_env="ACME_SECRET")
    token = Runtime(ecosystem=ecosystem).tokens.issue("ada")
    assert Runtime(secret=SECRET).tokens.verify(token).subject == "ada"


async def test_a_step_runs_the_agents_own_code() -> None:
    """Its result lies over what was known so far."""
    context = agent(operations={"score": lambda payload: {"n": len(payload)}})
    assert await context.step("score", {"a": 1, "n": 0}) == {"a": 1, "n": 2}


async def test_a_step_reaches_a_wired_peer() -> None:
    """Also where the agent declares the operation and has no code for it."""
    shared = runtime()
    agent("Scorer", {"score": lambda payload: {"best": payload["id"]}}, shared)
    main = agent("Main", within=shared)
    main.payload_operation(OperationSpec("score"))
    PeerClient(main, "Scorer", (OperationSpec("score"),))
    assert main.knows_step("score")
    assert await main.step("score", {"id": "a"}) == {"id": "a", "best": "a"}


async def test_a_step_without_code_says_so() -> None:
    """Declared and not bound is an error, not an unknown step."""
    context = agent()
    context.payload_operation(OperationSpec("score"))
    with pytest.raises(OperationUnboundError):
        await context.step("score", {})


async def test_a_step_sends_a_packet() -> None:
    """The reply of its destination is the step's result."""
    shared = runtime()
    scorer = agent("Scorer", {"query": lambda payload: {"answer": 42}}, shared)
    scorer.packets.declare((Inbound("query"),))
    main = agent("Main", within=shared)
    main.packets.declare((), (Outbound("query", "Scorer"),))
    assert await main.step("query", {"a": 1}) == {"a": 1, "answer": 42}
    assert [packet.source for packet in scorer.packets.received()] == ["Main"]


async def test_a_step_publishes_an_event() -> None:
    """The payload goes out with it and comes back as it is."""
    context = agent()
    context.events.declare("drift_detected")
    seen: list[Payload] = []

    async def hear(record: object) -> None:
        """Note what was published."""
        seen.append(getattr(record, "payload"))

    context.runtime.events.subscribe("Scorer", "drift_detected", hear)
    assert await context.step("drift_detected", {"kl": 0.3}) == {"kl": 0.3}
    await context.runtime.events.settle()
    assert seen == [{"kl": 0.3}]


async def test_an_unknown_step_is_seen_and_skipped(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Prose in an action chain stops nothing and hides nothing."""
    context = agent()
    assert not context.knows_step("think hard")
    assert await context.step("think hard", {"a": 1}) == {"a": 1}
    (entry,) = context.audit.entries("think hard")
    assert entry.outcome == "unknown_step"
    assert context.metrics.value("unknown_steps_total") == 1
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert "knows no step 'think hard'" in record.getMessage()


async def test_steps_of_one_flow_share_its_id() -> None:
    """From the first agent through the second."""
    shared = runtime()
    seen: list[str] = []

    async def note(payload: Payload) -> Payload:
        """Note the id of the flow."""
        seen.append(correlation_id())
        return payload

    agent("Scorer", {"score": note}, shared)
    main = agent("Main", {"prepare": note}, shared)
    PeerClient(main, "Scorer", (OperationSpec("score"),))
    with correlated("flow-1"):
        await main.step("prepare", {})
        await main.step("score", {})
    assert seen == ["flow-1", "flow-1"]


async def test_receivers_are_reached_by_the_channels_of_the_ecosystem() -> None:
    """One who has none is reached over the bus of governance."""
    anchors: dict[str, tuple[str, ...]] = {"Ada B": ("email", "slack"), "ops": ()}
    shared = Runtime(ecosystem=Ecosystem(anchors=anchors))
    context = AgentContext(settings(), shared)
    await context.notify("ada_b", "slow", "latency > 500ms")
    await context.notify("ops", "slow", "latency > 500ms")
    sent = [(note.anchor, note.channel) for note in shared.notifications.sent()]
    assert sent == [("Ada B", "email"), ("Ada B", "slack"), ("ops", "governance_bus")]
    with pytest.raises(UnknownNameError, match="no anchor .* opps; known: Ada B, ops"):
        await context.notify("opps", "slow", "latency > 500ms")


async def test_stores_and_trails_lie_below_the_data_folder(tmp_path: Path) -> None:
    """Under a name that is safe for a file, and a restart finds them again."""
    spec = LayerSpec(layer="semantic", storage="sqlite")
    for content in ({"n": 1}, None):
        shared = Runtime(data_dir=tmp_path)
        context = AgentContext(settings("Link / ../Scorer"), shared)
        layer = MemoryManager(context, (spec,)).layer("semantic")
        if content is not None:
            await layer.store("key", content)
        assert await layer.recall("key") == {"n": 1}
        context.audit.record("looked")
        await shared.aclose()
    folder = tmp_path / "link_scorer"
    assert {path.name for path in folder.iterdir()} == {"memory.sqlite3", "audit.jsonl"}
    assert (folder / "audit.jsonl").read_text("utf-8").count('"looked"') == 2


def test_the_data_folder_may_come_from_the_ecosystem(tmp_path: Path) -> None:
    """The one that is given to the runtime counts more."""
    ecosystem = Ecosystem(data_dir=tmp_path / "a")
    assert Runtime(ecosystem=ecosystem).data_dir == tmp_path / "a"
    given = Runtime(ecosystem=ecosystem, data_dir=tmp_path / "b")
    assert given.data_dir == tmp_path / "b"
    assert AgentContext(settings()).file("x") is None


def test_decisions_of_modules_go_to_the_agents_log() -> None:
    """Strategies decide as well as operations."""
    context = agent()
    record = context.record_decision("rank", {"a": 1.0}, {"best": "a"}, 0.5)
    assert context.decisions.all() == (record,)
    assert (record.agent, record.operation) == ("Scorer", "rank")
