"""Crane: packet_router.

Accepts the packets of peers and sends the agent's own.

Extracted from agents/crane.yaml
    communicationstack
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import packetprotocol
from harbour.core.context import AgentContext
from harbour.core.packetprotocol import Inbound, Outbound

INBOUND: Final[tuple[Inbound, ...]] = ()

OUTBOUND: Final[tuple[Outbound, ...]] = (
    Outbound(packet_type="lift_report", destination="HarbourMaster", fields=()),
)


class PacketRouter(packetprotocol.PacketRouter):
    """Accepts and sends the packets of Crane."""

    def __init__(self, context: AgentContext) -> None:
        """Receive packets for the agent.

        Args:
            context: The agent's packets, operations and events.
        """
        super().__init__(context, INBOUND, OUTBOUND)
