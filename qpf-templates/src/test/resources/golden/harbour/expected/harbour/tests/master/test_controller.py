"""HarbourMaster: test_controller (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    system, deployment
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from harbour.core.context import Runtime
from harbour.master.api_server import build
from harbour.master.controller import Controller
from harbour.master.crane_client import CraneClient
from harbour.master.event_publisher import EventPublisher
from harbour.master.event_subscriber import EventSubscriber
from harbour.master.governance_bridge import GovernanceBridge
from harbour.master.learning_loop import LearningLoop
from harbour.master.memory_bridge import MemoryBridge
from harbour.master.packet_router import PacketRouter
from harbour.master.reasoning_engine import ReasoningEngine
from harbour.master.telemetry_reporter import TelemetryReporter
from harbour.master.weather_service_client import WeatherServiceClient
from harbour.master.world_model_bridge import WorldModelBridge


async def test_it_starts_and_stops(controller: Controller) -> None:
    """The agent is ready between start and stop, and only then."""
    assert not controller.ready()
    await controller.start()
    assert controller.ready()
    await controller.stop()
    assert not controller.ready()


async def test_status_names_the_agent(controller: Controller) -> None:
    """The status says who answers, and what is not bound yet."""
    status = controller.status()
    assert status["agent"] == "HarbourMaster"
    assert status["version"] == "6.0.0"
    assert status["unbound"] == list(controller.context.operations.unbound())
    assert controller.health()["status"] == "ok"


def test_it_has_its_parts(controller: Controller) -> None:
    """Every module of the agent is there, once."""
    assert isinstance(controller.crane_client, CraneClient)
    assert isinstance(controller.event_subscriber, EventSubscriber)
    assert isinstance(controller.packet_router, PacketRouter)
    assert isinstance(controller.weather_service_client, WeatherServiceClient)
    assert isinstance(controller.world_model_bridge, WorldModelBridge)
    assert isinstance(controller.governance_bridge, GovernanceBridge)
    assert isinstance(controller.memory_bridge, MemoryBridge)
    assert isinstance(controller.event_publisher, EventPublisher)
    assert isinstance(controller.telemetry_reporter, TelemetryReporter)
    assert isinstance(controller.learning_loop, LearningLoop)
    assert isinstance(controller.reasoning_engine, ReasoningEngine)


async def test_it_is_built_with_its_domain_code(runtime: Runtime) -> None:
    """The service that the collection starts has the bindings of the schema."""
    service = build(runtime)
    bound = service.controller.context.bindings
    assert sorted(bound.operations) == sorted([])
    assert sorted(bound.strategies) == sorted([])
