"""Crane: test_packets (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    communicationstack, packetrouting
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

import pytest

from harbour.agents.crane.packet_router import PacketRouter
from harbour.core.context import AgentContext
from harbour.core.errors import UnknownPacketError
from harbour.core.packetprotocol import PacketEnvelope, Receipt
from harbour.core.payload import Payload

OUTBOUND: Final[tuple[tuple[str, str, Payload], ...]] = (
    ("lift_report", "HarbourMaster", {"key": "value"}),
)
INBOUND: Final[tuple[tuple[str, str], ...]] = ()
PAYLOAD: Final[Payload] = {"key": "value"}


def packet(
    packet_type: str, source: str = "", payload: Payload | None = None
) -> PacketEnvelope:
    """A packet to the agent, as a peer would send it."""
    return PacketEnvelope(
        packet_type=packet_type,
        source=source or "a tester",
        destination="Crane",
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


@pytest.mark.parametrize(("packet_type", "destination", "payload"), OUTBOUND)
async def test_packet_router_sends(
    context: AgentContext, packet_type: str, destination: str, payload: Payload
) -> None:
    """A packet reaches the destination of the schema with its payload."""
    arrived: list[PacketEnvelope] = []

    async def receive(it: PacketEnvelope) -> Receipt:
        """Stand in for the destination."""
        arrived.append(it)
        return Receipt(packet_id=it.packet_id, status="handled")

    context.runtime.packets.connect(destination, receive)
    await PacketRouter(context).send(packet_type, payload)
    assert (packet_type, dict(payload)) in [
        (it.packet_type, dict(it.payload)) for it in arrived
    ]
