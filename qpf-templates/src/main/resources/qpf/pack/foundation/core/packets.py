"""What a packet is, on the wire and off it, and what comes back for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias, cast, get_args

from .errors import InvalidRequestError
from .payload import Payload

ReceiptStatus: TypeAlias = Literal[
    "handled", "partial", "recorded", "unhandled", "undeliverable"
]

_LONGEST: Final = 200


@dataclass(frozen=True)
class PacketEnvelope:
    """A message from one agent to another.

    Attributes:
        packet_type: What kind of message it is; decides who handles it.
        source: The sending agent's name.
        destination: The receiving agent's name; may be empty where nobody is wired.
        payload: The message, JSON values only.
        correlation_id: The flow that the packet belongs to.
        packet_id: Unique, random; a packet that comes twice is handled once.
        domain: The domain that it concerns; empty where there is none.
    """

    packet_type: str
    source: str
    destination: str
    payload: Payload
    correlation_id: str
    packet_id: str
    domain: str = ""

    def to_wire(self) -> dict[str, object]:
        """Return the packet as a JSON object."""
        wire: dict[str, object] = {
            "packet_type": self.packet_type,
            "source": self.source,
            "destination": self.destination,
            "payload": dict(self.payload),
            "correlation_id": self.correlation_id,
            "packet_id": self.packet_id,
        }
        if self.domain:
            wire["domain"] = self.domain
        return wire

    @classmethod
    def from_wire(cls, wire: Mapping[str, object]) -> PacketEnvelope:
        """Return the packet of a JSON object; members that it does not know are left out.

        Raises:
            InvalidRequestError: A member is missing or has the wrong type; the detail
                names all of them.
        """
        faults = [
            f"{name} must be a text of 1 to {_LONGEST} characters"
            for name in ("packet_type", "source", "correlation_id", "packet_id")
            if not _is_text(wire.get(name), 1)
        ]
        faults += [
            f"{name} must be a text of at most {_LONGEST} characters"
            for name in ("destination", "domain")
            if not _is_text(wire.get(name, ""), 0)
        ]
        if not isinstance(wire.get("payload"), Mapping):
            faults.append("payload must be an object")
        if faults:
            raise InvalidRequestError(f"no packet: {'; '.join(faults)}")
        return cls(
            packet_type=str(wire["packet_type"]),
            source=str(wire["source"]),
            destination=str(wire.get("destination", "")),
            payload=cast(Payload, wire["payload"]),
            correlation_id=str(wire["correlation_id"]),
            packet_id=str(wire["packet_id"]),
            domain=str(wire.get("domain", "")),
        )


@dataclass(frozen=True)
class Inbound:
    """A packet type that an agent receives.

    Attributes:
        packet_type: The type.
        source: Who sends it, as the schema says; empty for anyone.
        actions: The steps that handle it, in order; empty leaves it to the operation of
            the type's name.
    """

    packet_type: str
    source: str = ""
    actions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outbound:
    """A packet type that an agent sends.

    Attributes:
        packet_type: The type.
        destination: The agent that it goes to; empty where nobody is wired.
        fields: What its payload must carry.
    """

    packet_type: str
    destination: str = ""
    fields: tuple[str, ...] = ()

    def missing(self, payload: Payload) -> tuple[str, ...]:
        """Return the fields that a payload lacks."""
        return tuple(name for name in self.fields if name not in payload)


@dataclass(frozen=True)
class Receipt:
    """What became of a packet.

    Attributes:
        packet_id: The packet's id.
        status: ``handled`` when all ran that its route names; ``partial`` when some of
            the steps ran and the others are not known; ``recorded`` when it arrived and
            the schema asks for nothing to be done with it; ``unhandled`` when it arrived
            and what should handle it is not bound or not known; ``undeliverable`` when it
            did not arrive.
        reply: What handling it gave, or the reason why it was not handled.
        unhandled: The steps of a ``partial`` receipt that nothing ran for.
    """

    packet_id: str
    status: ReceiptStatus
    reply: Payload = field(default_factory=dict)
    unhandled: tuple[str, ...] = ()

    def trouble(self) -> str:
        """Say why a packet was not handled in full, in a sentence; empty where all is well."""
        if self.status == "undeliverable":
            return str(self.reply.get("reason", "it did not arrive."))
        if self.status == "partial":
            return (
                f"some of its steps are not known there ({', '.join(self.unhandled)})."
            )
        if self.status != "unhandled":
            return ""
        if "unbound" in self.reply:
            return f"no domain code is bound to {self.reply['unbound']}."
        steps = self.reply.get("unknown_steps")
        names = ", ".join(map(str, steps)) if isinstance(steps, list) else ""
        return f"none of its steps is known there ({names})."

    def to_wire(self) -> dict[str, object]:
        """Return the receipt as a JSON object."""
        wire: dict[str, object] = {
            "packet_id": self.packet_id,
            "status": self.status,
            "reply": dict(self.reply),
        }
        if self.unhandled:
            wire["unhandled"] = list(self.unhandled)
        return wire

    @classmethod
    def from_wire(cls, wire: Mapping[str, object]) -> Receipt:
        """Return the receipt of a JSON object.

        Raises:
            InvalidRequestError: The object is no receipt.
        """
        status, reply = wire.get("status"), wire.get("reply")
        unhandled = wire.get("unhandled", [])
        if (
            not _is_text(wire.get("packet_id"), 1)
            or status not in get_args(ReceiptStatus)
            or not isinstance(reply, Mapping)
            or not isinstance(unhandled, list)
        ):
            raise InvalidRequestError(
                "no receipt: packet_id, status, reply or unhandled is wrong"
            )
        return cls(
            packet_id=str(wire["packet_id"]),
            status=cast(ReceiptStatus, status),
            reply=cast(Payload, reply),
            unhandled=tuple(map(str, unhandled)),
        )


def _is_text(value: object, shortest: int) -> bool:
    """Say whether a value is a text of a sensible length."""
    return isinstance(value, str) and shortest <= len(value) <= _LONGEST
