"""Crane: test_controller (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    system, deployment
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from harbour.agents.crane.api_server import build
from harbour.agents.crane.core.metrics import Metrics
from harbour.agents.crane.crane_controller import CraneController
from harbour.agents.crane.event_publisher import EventPublisher
from harbour.agents.crane.governance_bridge import GovernanceBridge
from harbour.agents.crane.json import Json
from harbour.agents.crane.learning_loop import LearningLoop
from harbour.agents.crane.lift_matcher import LiftMatcher
from harbour.agents.crane.memory_bridge import MemoryBridge
from harbour.agents.crane.packet_router import PacketRouter
from harbour.agents.crane.sway import Sway
from harbour.agents.crane.world_model_bridge import WorldModelBridge
from harbour.core.context import Runtime


async def test_it_starts_and_stops(controller: CraneController) -> None:
    """The agent is ready between start and stop, and only then."""
    assert not controller.ready()
    await controller.start()
    assert controller.ready()
    await controller.stop()
    assert not controller.ready()


async def test_status_names_the_agent(controller: CraneController) -> None:
    """The status says who answers, and what is not bound yet."""
    status = controller.status()
    assert status["agent"] == "Crane"
    assert status["version"] == "6.0.0"
    assert status["unbound"] == list(controller.context.operations.unbound())
    assert controller.health()["status"] == "ok"


def test_it_has_its_parts(controller: CraneController) -> None:
    """Every module of the agent is there, once."""
    assert isinstance(controller.lift_matcher, LiftMatcher)
    assert isinstance(controller.json, Json)
    assert isinstance(controller.metrics_2, Metrics)
    assert isinstance(controller.sway, Sway)
    assert isinstance(controller.world_model_bridge, WorldModelBridge)
    assert isinstance(controller.governance_bridge, GovernanceBridge)
    assert isinstance(controller.memory_bridge, MemoryBridge)
    assert isinstance(controller.event_publisher, EventPublisher)
    assert isinstance(controller.packet_router, PacketRouter)
    assert isinstance(controller.learning_loop, LearningLoop)


async def test_it_is_built_with_its_domain_code(runtime: Runtime) -> None:
    """The service that the collection starts has the bindings of the schema."""
    service = build(runtime)
    bound = service.controller.context.bindings
    assert sorted(bound.operations) == sorted(
        [
            "plan_lift",
        ]
    )
    assert sorted(bound.strategies) == sorted(
        [
            "shortest_path",
        ]
    )
