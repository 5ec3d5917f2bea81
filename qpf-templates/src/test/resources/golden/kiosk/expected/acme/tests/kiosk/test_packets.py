"""Kiosk: test_packets (tests).

What the schema says, tried on the extracted code.

Extracted from agents/kiosk.yaml
    communicationstack, packetrouting
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

import pytest

from acme.core.context import AgentContext
from acme.core.errors import UnknownPacketError
from acme.core.packetprotocol import PacketEnvelope
from acme.core.payload import Payload
from acme.kiosk.packet_router import PacketRouter

OUTBOUND: Final[tuple[tuple[str, str, Payload], ...]] = ()
INBOUND: Final[tuple[tuple[str, str], ...]] = ()
PAYLOAD: Final[Payload] = {"key": "value"}


def packet(
    packet_type: str, source: str = "", payload: Payload | None = None
) -> PacketEnvelope:
    """A packet to the agent, as a peer would send it."""
    return PacketEnvelope(
        packet_type=packet_type,
        source=source or "a tester",
        destination="Kiosk",
        payload=payload or {"seen": 1},
        correlation_id="a correlation",
        packet_id="a packet",
    )


async def test_packet_router_refuses_unknown_packets(context: AgentContext) -> None:
    """A packet type that the schema does not declare is neither accepted nor sent."""
    router = PacketRouter(context)
    with pytest.raises(UnknownPacketError):
        await router.accept(packet("a type that no schema declares"))
    with pytest.raises(UnknownPacketError):
        await router.send("a type that no schema declares", {})
