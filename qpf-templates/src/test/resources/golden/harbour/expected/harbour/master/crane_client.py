"""HarbourMaster: crane_client (client).

Calls a peer's operations.

Extracted from agents/harbour_master.yaml
    integration.connectto, collaborationnetwork
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.agents.crane.contracts import PlanLiftRequest, PlanLiftResponse
from harbour.agents.crane.lift_matcher import PLAN_LIFT
from harbour.core import transport
from harbour.core.context import AgentContext

PEER: Final = "Crane"


class CraneClient(transport.PeerClient):
    """Calls Crane for HarbourMaster."""

    def __init__(self, context: AgentContext) -> None:
        """Find the peer.

        Args:
            context: Knows whether the peer runs in this process or behind HTTP.
        """
        super().__init__(context, PEER, (PLAN_LIFT,))

    async def plan_lift(self, request: PlanLiftRequest) -> PlanLiftResponse:
        """Call plan_lift of the peer.

        Args:
            request: What the peer's contract asks for.

        Returns:
            What the peer's contract promises.

        Raises:
            PeerError: The peer could not be reached, or answered with an error.
        """
        return await self.peer.call(PLAN_LIFT, request, PlanLiftResponse)
