"""How packets travel: the bus of a runtime, and each agent's place on it."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias
from uuid import uuid4

from .canonical import json_copy
from .correlation import correlated, correlation_id
from .errors import (
    AgentError,
    InvalidRequestError,
    OperationUnboundError,
    PacketUnhandledError,
    PeerError,
    PeerRefusedError,
    UnknownPacketError,
)
from .packets import Inbound, Outbound, PacketEnvelope, Receipt, ReceiptStatus
from .payload import Payload
from .singleflight import SingleFlight

if TYPE_CHECKING:
    from .context import AgentContext

Receiver: TypeAlias = Callable[[PacketEnvelope], Awaitable[Receipt]]
RemoteDelivery: TypeAlias = Callable[[PacketEnvelope], Awaitable[Receipt]]

_LOG: Final = logging.getLogger(__name__)
_KEPT: Final = 10_000
_BEST_FIRST: Final = ("handled", "partial", "recorded", "unhandled", "undeliverable")


class PacketBus:
    """Brings packets to the agents of a runtime, and further where a way is known."""

    def __init__(self, remote: RemoteDelivery | None = None) -> None:
        """Start without agents.

        Args:
            remote: Delivers to agents of other processes; None for no such way.
        """
        self._remote = remote
        self._receivers: dict[str, Receiver] = {}

    def connect(self, agent: str, receiver: Receiver) -> None:
        """Let an agent receive packets; the first receiver of an agent stays."""
        self._receivers.setdefault(agent, receiver)

    async def deliver(self, packet: PacketEnvelope) -> Receipt:
        """Hand a packet to its destination.

        Args:
            packet: The packet.

        Raises:
            PeerError: The destination is in another process and cannot be reached.
            AgentError: The destination refused the packet or failed on it.
        """
        receiver = self._receivers.get(packet.destination)
        if receiver is not None:
            return await receiver(packet)
        if self._remote is not None and packet.destination:
            return await self._remote(packet)
        if packet.destination:
            raise PeerError(packet.destination, "nobody receives packets there.")
        raise PeerError("", f"{packet.packet_type} packets are wired to nobody.")


class AgentPackets:
    """The packets of one agent: what it sends, what it receives, how it handles them."""

    def __init__(self, context: AgentContext) -> None:
        """Start with no packet type declared."""
        self._context = context
        self._inbound: dict[str, list[Inbound]] = {}
        self._outbound: dict[str, list[Outbound]] = {}
        self._received: deque[PacketEnvelope] = deque(maxlen=_KEPT)
        self._receipts: OrderedDict[str, Receipt] = OrderedDict()
        self._handling = SingleFlight[Receipt]()

    def declare(
        self, inbound: Sequence[Inbound], outbound: Sequence[Outbound] = ()
    ) -> None:
        """Receive and send packets of these types from now on.

        Of two routes with the same type and the same other end the first stays, so that
        several modules may declare what they have in common.

        Args:
            inbound: What the agent receives.
            outbound: What the agent sends.
        """
        for entry in inbound:
            routes = self._inbound.setdefault(entry.packet_type, [])
            if all(entry.source != known.source for known in routes):
                routes.append(entry)
        for exit_ in outbound:
            exits = self._outbound.setdefault(exit_.packet_type, [])
            if all(exit_.destination != known.destination for known in exits):
                exits.append(exit_)
        self._context.runtime.packets.connect(self._context.settings.agent, self.accept)

    def sends(self, packet_type: str) -> bool:
        """Say whether the agent sends packets of a type."""
        return packet_type in self._outbound

    def destinations(self) -> tuple[str, ...]:
        """Return the agents that packets go to, each once."""
        routes = [route for exits in self._outbound.values() for route in exits]
        return tuple(dict.fromkeys(it.destination for it in routes if it.destination))

    def unknown_steps(self) -> dict[str, tuple[str, ...]]:
        """Return the steps that mean nothing to the agent, by the type of their packet."""
        found: dict[str, tuple[str, ...]] = {}
        for packet_type, routes in self._inbound.items():
            steps = [step for route in routes for step in route.actions]
            knows = self._context.knows_step
            if unknown := tuple(step for step in steps if not knows(step)):
                found[packet_type] = unknown
        return found

    def received(self) -> tuple[PacketEnvelope, ...]:
        """Return the packets that arrived, oldest first, the last 10,000."""
        return tuple(self._received)

    def route(self, packet_type: str, destination: str = "") -> Outbound:
        """Return the way of a packet, with what its payload must carry.

        Args:
            packet_type: The type.
            destination: The agent that it goes to; empty for the first that is wired.

        Returns:
            The declared route, or a bare one where the type is not declared.
        """
        for known in self._outbound.get(packet_type, ()):
            if destination in ("", known.destination):
                return known
        return Outbound(packet_type, destination)

    async def send(self, packet_type: str, payload: Payload) -> Receipt:
        """Send a packet to every destination that is wired for its type, in order.

        Args:
            packet_type: The type.
            payload: The message, JSON values only.

        Returns:
            The receipt; for several destinations the best status with all replies, the
            later over the earlier.

        Raises:
            UnknownPacketError: The agent sends no such packets.
            InvalidRequestError: The payload lacks a field or has no JSON form.
            AgentError: A destination in this process refused the packet or failed on it.
        """
        with correlated(None):
            packets = self._drafts(packet_type, payload)
            return _combined([await self.carry(packet) for packet in packets])

    async def ask(self, packet_type: str, payload: Payload) -> Payload:
        """Send a packet whose answer is needed.

        Args:
            packet_type: The type.
            payload: The message, JSON values only.

        Returns:
            What handling it gave; nothing where the receiver's schema asks for nothing to
            be done.

        Raises:
            UnknownPacketError: The agent sends no such packets.
            InvalidRequestError: The payload lacks a field or has no JSON form.
            PeerError: It reached no destination.
            PacketUnhandledError: It arrived, and nothing there could handle it.
            AgentError: A destination in this process refused the packet or failed on it.
        """
        receipts: list[Receipt] = []
        lost: list[PeerError] = []
        with correlated(None):
            packets = self._drafts(packet_type, payload)
            for packet in packets:
                try:
                    receipts.append(await self._sent(packet))
                except PeerError as error:
                    if error.facts["peer"] != packet.destination:
                        raise
                    lost.append(error)
        if not receipts:
            raise lost[0]
        receipt = _combined(receipts)
        if receipt.status == "unhandled":
            places = ", ".join(packet.destination for packet in packets)
            raise PacketUnhandledError(places, packet_type, receipt.trouble())
        return receipt.reply

    async def carry(self, packet: PacketEnvelope) -> Receipt:
        """Deliver a packet of this agent, and try again as its settings say.

        Args:
            packet: The packet; its correlation id stays.

        Returns:
            The receipt; ``undeliverable`` where another process cannot be reached.

        Raises:
            AgentError: A destination in this process refused the packet or failed on it.
        """
        try:
            return await self._sent(packet)
        except PeerError as error:
            if error.facts["peer"] != packet.destination:
                raise  # The packet arrived; its receiver misses a peer of its own.
            return undeliverable(packet, error.detail)

    def _drafts(self, packet_type: str, payload: Payload) -> list[PacketEnvelope]:
        """Return a packet for every destination that is wired for its type.

        Raises:
            UnknownPacketError: The agent sends no such packets.
            InvalidRequestError: The payload lacks a field or has no JSON form.
        """
        routes = self._outbound.get(packet_type)
        if not routes:
            raise UnknownPacketError(packet_type)
        return [draft(self._context, route, payload) for route in routes]

    async def _sent(self, packet: PacketEnvelope) -> Receipt:
        """Deliver a packet of this agent; what is lost is audited, counted and logged.

        Raises:
            PeerError: It did not arrive, or its receiver misses a peer of its own.
            AgentError: A destination in this process refused the packet or failed on it.
        """
        with correlated(packet.correlation_id):
            try:
                receipt = await self._try(packet)
            except AgentError as error:
                lost = (
                    isinstance(error, PeerError)
                    and error.facts["peer"] == packet.destination
                )
                outcome = "undeliverable" if lost else error.outcome
                self._trace("packet_sent", packet, outcome, error.detail)
                if isinstance(error, PeerRefusedError):
                    peer = packet.destination
                    self._context.metrics.count("peer_refusals_total", peer=peer)
                self._log_lost(packet, error.detail)
                raise
            self._trace("packet_sent", packet, receipt.status)
            if receipt.trouble():
                share = "in part" if receipt.status == "partial" else "in vain"
                self._log_lost(packet, receipt.trouble(), share)
            return receipt

    def _log_lost(
        self, packet: PacketEnvelope, reason: str, share: str = "in vain"
    ) -> None:
        """Tell the operator of a packet that this agent sent in vain."""
        _LOG.warning(
            "%s sent the %s packet %s to %s (%s) %s: %s",
            packet.source,
            packet.packet_type,
            packet.packet_id,
            packet.destination or "nobody",
            self._context.runtime.address(packet.destination),
            share,
            reason,
        )

    async def accept(self, packet: PacketEnvelope) -> Receipt:
        """Handle a packet that arrived; one that comes again gets its first receipt.

        Args:
            packet: The packet.

        Raises:
            UnknownPacketError: The agent receives no such packets.
            InvalidRequestError: The packet is for another agent.
            AgentError: A step failed.
        """
        key = f"{packet.source} {packet.packet_id}"
        if key not in self._receipts:
            return await self._handling.run(key, lambda: self._accept(key, packet))
        return self._receipts[key]

    async def _accept(self, key: str, packet: PacketEnvelope) -> Receipt:
        """Handle a packet that was not handled before, and keep its receipt."""
        with correlated(packet.correlation_id), self._context.entered():
            try:
                route = self._entry(packet)
                self._received.append(packet)
                receipt = await self._handle(packet, route)
            except AgentError as error:
                self._trace("packet_received", packet, error.outcome, error.detail)
                raise
            self._trace("packet_received", packet, receipt.status)
        self._receipts[key] = receipt
        if len(self._receipts) > _KEPT:
            self._receipts.popitem(last=False)
        return receipt

    async def _try(self, packet: PacketEnvelope) -> Receipt:
        """Deliver a packet within the retry policy of the agent.

        Raises:
            PeerError: It did not arrive, or its receiver misses a peer of its own.
        """
        pauses = iter(self._context.settings.retry.delays())
        while True:
            try:
                return await self._context.runtime.packets.deliver(packet)
            except PeerError as error:
                arrived = error.facts["peer"] != packet.destination
                pause = next(pauses, None) if error.transient else None
                if arrived or pause is None or not self._context.in_time(pause):
                    raise
            self._context.metrics.count("packet_retries_total")
            await asyncio.sleep(pause)

    def _entry(self, packet: PacketEnvelope) -> Inbound:
        """Return the route for a packet: that of its source, else the type's open one.

        A packet from a source that the schema does not name for its type is handled by
        the type's first route, and that is audited.

        Raises:
            UnknownPacketError: The agent receives no packets of the type.
            InvalidRequestError: The packet is for another agent.
        """
        if packet.destination not in ("", self._context.settings.agent):
            raise InvalidRequestError(f"the packet is for {packet.destination}")
        routes = self._inbound.get(packet.packet_type)
        if not routes:
            raise UnknownPacketError(packet.packet_type)
        for source in (packet.source, ""):
            for route in routes:
                if route.source == source:
                    return route
        self._trace("packet_source", packet, "unlisted")
        return routes[0]

    async def _handle(self, packet: PacketEnvelope, route: Inbound) -> Receipt:
        """Run what handles a packet."""
        try:
            if route.actions:
                return await self._walk(packet, route.actions)
            operations = self._context.operations
            if packet.packet_type in operations.names():
                reply = await operations.call(packet.packet_type, packet.payload)
                return Receipt(packet.packet_id, "handled", reply)
        except OperationUnboundError as error:
            reply = {"unbound": error.facts["operation"]}
            return Receipt(packet.packet_id, "unhandled", reply)
        return Receipt(packet.packet_id, "recorded")

    async def _walk(self, packet: PacketEnvelope, actions: tuple[str, ...]) -> Receipt:
        """Take the steps of a route in turn, each on what the ones before gave."""
        payload = packet.payload
        for action in actions:
            payload = await self._context.step(action, payload)
        unknown = tuple(it for it in actions if not self._context.knows_step(it))
        if unknown == actions:
            reply = {"unknown_steps": list(actions)}
            return Receipt(packet.packet_id, "unhandled", reply)
        status: ReceiptStatus = "partial" if unknown else "handled"
        return Receipt(packet.packet_id, status, payload, unknown)

    def _trace(
        self, action: str, packet: PacketEnvelope, outcome: str, error: str = ""
    ) -> None:
        """Audit and count a packet."""
        facts: dict[str, object] = {
            "packet_id": packet.packet_id,
            "packet_type": packet.packet_type,
            "source": packet.source,
            "destination": packet.destination,
        }
        if error:
            facts["error"] = error
        self._context.audit.record(action, outcome, facts)
        self._context.metrics.count(f"{action}_total", outcome=outcome)


def draft(context: AgentContext, route: Outbound, payload: Payload) -> PacketEnvelope:
    """Return a packet of an agent for one destination, within the current flow.

    Args:
        context: The sending agent.
        route: The type, the destination and the fields that it needs.
        payload: The message, JSON values only; the packet gets a copy.

    Raises:
        InvalidRequestError: The payload lacks a field or has no JSON form.
    """
    if missing := route.missing(payload):
        raise InvalidRequestError(
            f"a {route.packet_type} packet needs {', '.join(missing)}"
        )
    return PacketEnvelope(
        packet_type=route.packet_type,
        source=context.settings.agent,
        destination=route.destination,
        payload=MappingProxyType(json_copy(payload)),
        correlation_id=correlation_id(),
        packet_id=uuid4().hex,
    )


def undeliverable(packet: PacketEnvelope, reason: str) -> Receipt:
    """Return the receipt of a packet that did not arrive."""
    reply = {"destination": packet.destination, "reason": reason}
    return Receipt(packet.packet_id, "undeliverable", reply)


def _combined(receipts: list[Receipt]) -> Receipt:
    """Return one receipt for several: the best status, the replies over each other."""
    best = min(receipts, key=lambda receipt: _BEST_FIRST.index(receipt.status))
    reply: dict[str, object] = {}
    unhandled: dict[str, None] = {}
    for receipt in receipts:
        if receipt.status == best.status:
            reply.update(receipt.reply)
            unhandled.update(dict.fromkeys(receipt.unhandled))
    return Receipt(best.packet_id, best.status, reply, tuple(unhandled))
