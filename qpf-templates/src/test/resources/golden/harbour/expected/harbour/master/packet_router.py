"""HarbourMaster: packet_router.

Accepts the packets of peers and sends the agent's own.

Extracted from agents/harbour_master.yaml
    communicationstack
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import packetprotocol
from harbour.core.context import AgentContext
from harbour.core.packetprotocol import Inbound, Outbound

INBOUND: Final[tuple[Inbound, ...]] = (
    Inbound(packet_type="lift_report", source="Crane", actions=()),
)

OUTBOUND: Final[tuple[Outbound, ...]] = ()


class PacketRouter(packetprotocol.PacketRouter):
    """Accepts and sends the packets of HarbourMaster."""

    def __init__(self, context: AgentContext) -> None:
        """Receive packets for the agent.

        Args:
            context: The agent's packets, operations and events.
        """
        super().__init__(context, INBOUND, OUTBOUND)
