"""Kiosk: packet_router.

Accepts the packets of peers and sends the agent's own.

Extracted from agents/kiosk.yaml
    communicationstack
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import packetprotocol
from acme.core.context import AgentContext
from acme.core.packetprotocol import Inbound, Outbound

INBOUND: Final[tuple[Inbound, ...]] = ()

OUTBOUND: Final[tuple[Outbound, ...]] = ()


class PacketRouter(packetprotocol.PacketRouter):
    """Accepts and sends the packets of Kiosk."""

    def __init__(self, context: AgentContext) -> None:
        """Receive packets for the agent.

        Args:
            context: The agent's packets, operations and events.
        """
        super().__init__(context, INBOUND, OUTBOUND)
