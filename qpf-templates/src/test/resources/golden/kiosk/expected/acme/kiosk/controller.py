"""Kiosk: controller.

Starts the agent, joins its parts and answers for its status.

Extracted from agents/kiosk.yaml
    system, name, role, deployment, deployment.endpoints.sell
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import agent
from acme.core.context import AgentContext
from acme.core.operations import OperationSpec
from acme.core.payload import Payload
from acme.kiosk.event_publisher import EventPublisher
from acme.kiosk.fare_engine import FareEngine
from acme.kiosk.governance_bridge import GovernanceBridge
from acme.kiosk.learning_loop import LearningLoop
from acme.kiosk.memory_bridge import MemoryBridge
from acme.kiosk.packet_router import PacketRouter
from acme.kiosk.telemetry_reporter import TelemetryReporter
from acme.kiosk.world_model_bridge import WorldModelBridge

SELL: Final = OperationSpec(name="sell")


class Controller(agent.AgentController):
    """Kiosk as a whole: its parts, its life cycle and its status."""

    def __init__(self, context: AgentContext) -> None:
        """Make the parts of the agent.

        Args:
            context: What the parts share: configuration, memory, events, metrics,
                domain code.
        """
        super().__init__(context)
        self.fare_engine = self.add(FareEngine(context))
        self.world_model_bridge = self.add(WorldModelBridge(context))
        self.governance_bridge = self.add(GovernanceBridge(context))
        self.memory_bridge = self.add(MemoryBridge(context))
        self.event_publisher = self.add(EventPublisher(context))
        self.packet_router = self.add(PacketRouter(context))
        self.telemetry_reporter = self.add(TelemetryReporter(context))
        self.learning_loop = self.add(LearningLoop(context))
        self._run_sell = context.payload_operation(SELL)

    async def sell(self, payload: Payload) -> Payload:
        """Run sell by its bound domain code.

        Args:
            payload: Any JSON object; the schema gives no contract.

        Returns:
            The JSON object that the bound code returned.

        Raises:
            OperationUnboundError: No domain code is bound to sell.
        """
        return await self._run_sell(payload)
