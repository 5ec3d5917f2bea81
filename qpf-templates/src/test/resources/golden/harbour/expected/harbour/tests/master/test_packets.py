"""HarbourMaster: test_packets (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    communicationstack, packetrouting
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

import pytest

from harbour.core.context import AgentContext
from harbour.core.errors import PacketUnhandledError, PeerError, UnknownPacketError
from harbour.core.packetprotocol import PacketEnvelope
from harbour.core.payload import Payload
from harbour.master.packet_router import PacketRouter

OUTBOUND: Final[tuple[tuple[str, str, Payload], ...]] = ()
INBOUND: Final[tuple[tuple[str, str], ...]] = (("lift_report", "Crane"),)
PAYLOAD: Final[Payload] = {"key": "value"}


def packet(
    packet_type: str, source: str = "", payload: Payload | None = None
) -> PacketEnvelope:
    """A packet to the agent, as a peer would send it."""
    return PacketEnvelope(
        packet_type=packet_type,
        source=source or "a tester",
        destination="HarbourMaster",
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


@pytest.mark.parametrize(("packet_type", "source"), INBOUND)
async def test_packet_router_accepts(
    context: AgentContext, packet_type: str, source: str
) -> None:
    """A declared packet is received, and its receipt names it."""
    router = PacketRouter(context)
    # A step may need a peer, and here is none.
    with suppress(PacketUnhandledError, PeerError):
        receipt = await router.accept(packet(packet_type, source, PAYLOAD))
        assert receipt.packet_id == "a packet"
        assert receipt.status in ("handled", "partial", "recorded", "unhandled")
    assert [it.packet_type for it in context.packets.received()] == [packet_type]
