"""Crane: crane_controller (controller).

Starts the agent, joins its parts and answers for its status.

Extracted from agents/crane.yaml
    system, name, role, deployment
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from harbour.agents.crane.core.metrics import Metrics
from harbour.agents.crane.event_publisher import EventPublisher
from harbour.agents.crane.governance_bridge import GovernanceBridge
from harbour.agents.crane.json import Json
from harbour.agents.crane.learning_loop import LearningLoop
from harbour.agents.crane.lift_matcher import LiftMatcher
from harbour.agents.crane.memory_bridge import MemoryBridge
from harbour.agents.crane.packet_router import PacketRouter
from harbour.agents.crane.sway import Sway
from harbour.agents.crane.world_model_bridge import WorldModelBridge
from harbour.core import agent
from harbour.core.context import AgentContext


class CraneController(agent.AgentController):
    """Crane as a whole: its parts, its life cycle and its status."""

    def __init__(self, context: AgentContext) -> None:
        """Make the parts of the agent.

        Args:
            context: What the parts share: configuration, memory, events, metrics,
                domain code.
        """
        super().__init__(context)
        self.lift_matcher = self.add(LiftMatcher(context))
        self.json = self.add(Json(context))
        self.metrics_2 = self.add(Metrics(context))
        self.sway = self.add(Sway(context))
        self.world_model_bridge = self.add(WorldModelBridge(context))
        self.governance_bridge = self.add(GovernanceBridge(context))
        self.memory_bridge = self.add(MemoryBridge(context))
        self.event_publisher = self.add(EventPublisher(context))
        self.packet_router = self.add(PacketRouter(context))
        self.learning_loop = self.add(LearningLoop(context))
