"""HarbourMaster: controller.

Starts the agent, joins its parts and answers for its status.

Extracted from agents/harbour_master.yaml
    system, name, role, deployment, deployment.endpoints.admit
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import agent
from harbour.core.context import AgentContext
from harbour.core.operations import OperationSpec
from harbour.core.payload import Payload
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

ADMIT: Final = OperationSpec(name="admit")


class Controller(agent.AgentController):
    """HarbourMaster as a whole: its parts, its life cycle and its status."""

    def __init__(self, context: AgentContext) -> None:
        """Make the parts of the agent.

        Args:
            context: What the parts share: configuration, memory, events, metrics,
                domain code.
        """
        super().__init__(context)
        self.crane_client = self.add(CraneClient(context))
        self.event_subscriber = self.add(EventSubscriber(context))
        self.packet_router = self.add(PacketRouter(context))
        self.weather_service_client = self.add(WeatherServiceClient(context))
        self.world_model_bridge = self.add(WorldModelBridge(context))
        self.governance_bridge = self.add(GovernanceBridge(context))
        self.memory_bridge = self.add(MemoryBridge(context))
        self.event_publisher = self.add(EventPublisher(context))
        self.telemetry_reporter = self.add(TelemetryReporter(context))
        self.learning_loop = self.add(LearningLoop(context))
        self.reasoning_engine = self.add(ReasoningEngine(context))
        self._run_admit = context.payload_operation(ADMIT)

    async def admit(self, payload: Payload) -> Payload:
        """Run admit by its bound domain code.

        Args:
            payload: Any JSON object; the schema gives no contract.

        Returns:
            The JSON object that the bound code returned.

        Raises:
            OperationUnboundError: No domain code is bound to admit.
        """
        return await self._run_admit(payload)
