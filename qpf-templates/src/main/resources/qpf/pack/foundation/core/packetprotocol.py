"""The packet protocol: envelopes, routes, and the modules that agents build on.

This module also gives the names that its parts define.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .canonical import canonical_json, parse_json
from .errors import InvalidRequestError, UnknownNameError, UnknownPacketError
from .packetbus import AgentPackets, PacketBus, RemoteDelivery, draft
from .packets import Inbound, Outbound, PacketEnvelope, Receipt
from .payload import Payload

if TYPE_CHECKING:
    from .context import AgentContext

__all__ = [
    "AgentPackets",
    "DomainBridge",
    "Inbound",
    "Outbound",
    "PacketBuilder",
    "PacketBus",
    "PacketEnvelope",
    "PacketFormatter",
    "PacketRouter",
    "PacketValidator",
    "Receipt",
    "RemoteDelivery",
]


class PacketBuilder:
    """Builds the packets that an agent sends."""

    def __init__(self, context: AgentContext, outbound: tuple[Outbound, ...]) -> None:
        """Take the agent and the packet types that its schema lets it send."""
        self.outbound = outbound
        self._context = context

    def build(
        self, packet_type: str, payload: Payload, destination: str = ""
    ) -> PacketEnvelope:
        """Return a packet of the current flow; it is not sent.

        Args:
            packet_type: The type.
            payload: The message, JSON values only.
            destination: One of the type's destinations; empty for the first.

        Raises:
            UnknownPacketError: No such packets are sent (there).
            InvalidRequestError: The payload lacks a field or has no JSON form.
        """
        for route in self.outbound:
            if route.packet_type == packet_type and destination in (
                "",
                route.destination,
            ):
                return draft(self._context, route, payload)
        raise UnknownPacketError(packet_type)


class PacketRouter:
    """Routes an agent's packets: those that arrive to their steps, others on their way."""

    def __init__(
        self,
        context: AgentContext,
        inbound: tuple[Inbound, ...],
        outbound: tuple[Outbound, ...],
    ) -> None:
        """Declare the routes; several routers of one agent share theirs.

        Args:
            context: The agent.
            inbound: What the agent receives.
            outbound: What the agent sends.
        """
        self.inbound = inbound
        self.outbound = outbound
        self._packets = context.packets
        self._builder = PacketBuilder(context, outbound)
        context.packets.declare(inbound, outbound)

    async def accept(self, packet: PacketEnvelope) -> Receipt:
        """Handle a packet by the steps of its route, or the operation of its type's name.

        Args:
            packet: The packet.

        Raises:
            UnknownPacketError: The agent receives no such packets.
            InvalidRequestError: The packet is for another agent.
            AgentError: A step failed.
        """
        return await self._packets.accept(packet)

    async def send(self, packet_type: str, payload: Payload) -> Receipt:
        """Send a packet to every destination that is wired for its type.

        Args:
            packet_type: The type.
            payload: The message, JSON values only.

        Raises:
            UnknownPacketError: The agent sends no such packets.
            InvalidRequestError: The payload lacks a field or has no JSON form.
            AgentError: A destination in this process refused the packet or failed on it.
        """
        return await self._packets.send(packet_type, payload)

    def build(self, packet_type: str, payload: Payload) -> PacketEnvelope:
        """Return a packet for the first destination of its type; it is not sent.

        Args:
            packet_type: The type.
            payload: The message, JSON values only.

        Raises:
            UnknownPacketError: The agent sends no such packets.
            InvalidRequestError: The payload lacks a field or has no JSON form.
        """
        return self._builder.build(packet_type, payload)


class PacketValidator:
    """Checks packets against the routes of an agent, stricter than its router does."""

    def __init__(
        self,
        context: AgentContext,
        inbound: tuple[Inbound, ...],
        outbound: tuple[Outbound, ...],
    ) -> None:
        """Take the agent and the routes that its schema declares."""
        self._agent = context.settings.agent
        self._inbound = inbound
        self._outbound = outbound

    def problems(self, packet: PacketEnvelope) -> tuple[str, ...]:
        """Return what is wrong with a packet, nothing for a good one.

        A packet from the agent itself is checked as one that it sends, any other as one
        that it receives.
        """
        sent = packet.source == self._agent
        return self._sent(packet) if sent else self._arrived(packet)

    def check(self, packet: PacketEnvelope) -> None:
        """Let a good packet pass.

        Raises:
            UnknownPacketError: No route has the packet's type.
            InvalidRequestError: Something else is wrong; the detail names all of it.
        """
        types = {it.packet_type for it in self._inbound}
        types |= {it.packet_type for it in self._outbound}
        if packet.packet_type not in types:
            raise UnknownPacketError(packet.packet_type)
        if problems := self.problems(packet):
            raise InvalidRequestError("; ".join(problems))

    def _sent(self, packet: PacketEnvelope) -> tuple[str, ...]:
        """Return what is wrong with a packet that the agent sends."""
        routes = [it for it in self._outbound if it.packet_type == packet.packet_type]
        if not routes:
            return (f"{self._agent} sends no {packet.packet_type} packets",)
        route = next(
            (it for it in routes if it.destination == packet.destination), None
        )
        if route is None:
            return (f"{packet.packet_type} packets do not go to {packet.destination}",)
        return tuple(
            f"the payload lacks {name}" for name in route.missing(packet.payload)
        )

    def _arrived(self, packet: PacketEnvelope) -> tuple[str, ...]:
        """Return what is wrong with a packet that the agent receives."""
        routes = [it for it in self._inbound if it.packet_type == packet.packet_type]
        if not routes:
            return (f"{self._agent} receives no {packet.packet_type} packets",)
        problems: list[str] = []
        if packet.source not in {it.source for it in routes if it.source} and all(
            it.source for it in routes
        ):
            problems.append(
                f"{packet.packet_type} packets do not come from {packet.source}"
            )
        if packet.destination not in ("", self._agent):
            problems.append(f"the packet is for {packet.destination}")
        return tuple(problems)


class PacketFormatter:
    """Turns packets into bytes and back, one form for each packet."""

    def __init__(self, context: AgentContext) -> None:
        """Take the agent, for its audit log."""
        self._context = context

    def encode(self, packet: PacketEnvelope) -> bytes:
        """Return a packet as canonical JSON in UTF-8.

        Raises:
            InvalidRequestError: The payload has no JSON form.
        """
        return canonical_json(packet.to_wire()).encode("utf-8")

    def decode(self, data: bytes) -> PacketEnvelope:
        """Return the packet that bytes hold.

        Raises:
            InvalidRequestError: The bytes hold no packet; the try is audited.
        """
        try:
            wire = parse_json(data)
            if not isinstance(wire, dict):
                raise InvalidRequestError("no packet: it must be an object")
            return PacketEnvelope.from_wire(wire)
        except InvalidRequestError as error:
            details = {"error": error.detail}
            self._context.audit.record("packet_decoded", error.outcome, details)
            raise


class DomainBridge:
    """Brings what concerns a domain to a peer, and what comes back to the domain."""

    def __init__(
        self, context: AgentContext, domains: tuple[str, ...], peer: str = ""
    ) -> None:
        """Take the domains that the agent serves.

        Args:
            context: The agent.
            domains: The domains' names, in the schema's spelling.
            peer: The agent at the other end; empty leaves it to the packet's type.
        """
        self.domains = domains
        self._context = context
        self._peer = peer
        self._spelling = {name.casefold(): name for name in domains}

    def to_packet(
        self, domain: str, packet_type: str, payload: Payload
    ) -> PacketEnvelope:
        """Return a packet that concerns a domain; it is not sent.

        Args:
            domain: The domain, in any case.
            packet_type: The type.
            payload: The message, JSON values only.

        Raises:
            UnknownNameError: The agent does not serve the domain.
            InvalidRequestError: The payload lacks a field or has no JSON form.
        """
        name = self._domain(domain)
        route = self._context.packets.route(packet_type, self._peer)
        return replace(draft(self._context, route, payload), domain=name)

    async def deliver(self, domain: str, packet_type: str, payload: Payload) -> Receipt:
        """Send a packet that concerns a domain.

        Args:
            domain: The domain, in any case.
            packet_type: The type.
            payload: The message, JSON values only.

        Raises:
            UnknownNameError: The agent does not serve the domain.
            InvalidRequestError: The payload lacks a field or has no JSON form.
            AgentError: A peer in this process refused the packet or failed on it.
        """
        packet = self.to_packet(domain, packet_type, payload)
        return await self._context.packets.carry(packet)

    def from_packet(self, packet: PacketEnvelope) -> Payload:
        """Return what a packet says to one of the domains.

        Raises:
            UnknownNameError: The agent does not serve the packet's domain.
        """
        self._domain(packet.domain)
        return packet.payload

    def _domain(self, name: str) -> str:
        """Return a domain in the schema's spelling.

        Raises:
            UnknownNameError: The agent does not serve it.
        """
        if name.casefold() not in self._spelling:
            raise UnknownNameError("domain", name)
        return self._spelling[name.casefold()]
