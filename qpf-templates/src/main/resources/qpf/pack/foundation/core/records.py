"""What memory is made of: layers as a schema declares them, records and relations."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from .payload import Payload

_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Retention:
    """How long a layer keeps a record, in calendar units.

    Attributes:
        days: Whole days, zero or more; added after the months.
        months: Calendar months, zero or more: 18 months after 31 August 2026 is
            29 February 2028, since a shorter month ends the period on its last day.
    """

    days: int = 0
    months: int = 0

    def __post_init__(self) -> None:
        """Refuse a period that is empty or runs backwards.

        Raises:
            ValueError: A unit is negative or both are zero.
        """
        if self.days < 0 or self.months < 0 or self.days + self.months == 0:
            raise ValueError("a retention needs at least one day or month")

    def after(self, start: datetime) -> datetime:
        """Return the end of the period that begins at a moment.

        Args:
            start: An aware time.
        """
        year, month = divmod(start.year * 12 + start.month - 1 + self.months, 12)
        try:
            last = calendar.monthrange(year, month + 1)[1]
            moved = start.replace(year=year, month=month + 1, day=min(start.day, last))
            return moved + timedelta(days=self.days)
        except (OverflowError, ValueError):
            return _END_OF_TIME


@dataclass(frozen=True)
class LayerSpec:
    """One memory layer, as a schema declares it.

    Attributes:
        layer: ``working``, ``episodic``, ``semantic``, ``causal`` or ``longterm``.
        storage: The storage type in the schema's words.
        purpose: What the layer is for.
        keyspace: The pattern of its keys, such as ``agent:working:*``; may be empty.
        ttl_s: Seconds until a record expires, above zero; None keeps it.
        retention: Calendar period until a record expires; None keeps it.
        index_by: The fields that a search may name.
        structure: Kinds of nodes and edges with the fields of each.
    """

    layer: str
    storage: str
    purpose: str = ""
    keyspace: str = ""
    ttl_s: int | None = None
    retention: Retention | None = None
    index_by: tuple[str, ...] = ()
    structure: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a time to live that is already over.

        Raises:
            ValueError: ``ttl_s`` is zero or negative.
        """
        if self.ttl_s is not None and self.ttl_s <= 0:
            raise ValueError(f"the {self.layer} layer keeps nothing: ttl_s must be > 0")

    @property
    def immutable(self) -> bool:
        """Whether what is stored never changes: so in the long-term archive."""
        return self.layer == "longterm"

    def expiry(self, stored_at: datetime) -> datetime | None:
        """Return when a record of this layer expires, None for never.

        Args:
            stored_at: When it was stored, an aware time.
        """
        ends: list[datetime] = []
        if self.ttl_s is not None:
            ends.append(stored_at + timedelta(seconds=self.ttl_s))
        if self.retention is not None:
            ends.append(self.retention.after(stored_at))
        return min(ends, default=None)

    def affixes(self) -> tuple[str, str]:
        """Return what stands before and behind a key in the keyspace."""
        if not self.keyspace:
            return "", ""
        before, star, behind = self.keyspace.partition("*")
        if not star and not before.endswith(":"):
            before += ":"
        return before, behind


@dataclass(frozen=True)
class MemoryRecord:
    """One remembered payload.

    Attributes:
        key: The key that it was stored under, without the keyspace.
        content: What is remembered.
        index: The fields that a search finds it by.
        stored_at: When it was stored, in UTC.
        expires_at: From when on it is forgotten, in UTC; None for never.
        subject: What it is about, where a writer keeps a history.
        shared: Whether other agents may read it.
        full_key: The key in the backend, with the keyspace.
    """

    key: str
    content: Payload
    index: Mapping[str, str]
    stored_at: datetime
    expires_at: datetime | None = None
    subject: str = ""
    shared: bool = False
    full_key: str = ""


def state_record(name: str, content: Payload, at: datetime) -> MemoryRecord:
    """Return the record of something that a module knows across restarts.

    Args:
        name: Its name within the module's own layer.
        content: What is known, JSON values only.
        at: When it became known, an aware time.
    """
    return MemoryRecord(
        key=name, content=content, index={}, stored_at=at, full_key=name
    )


@dataclass(frozen=True)
class Relation:
    """A directed relation between two names.

    Attributes:
        source: Where it starts; in causal memory the cause.
        relation: Its name.
        target: Where it ends; in causal memory the effect.
        content: Facts about it.
        stored_at: When it was stored, in UTC.
        expires_at: From when on it is forgotten, in UTC; None for never.
    """

    source: str
    relation: str
    target: str
    content: Payload
    stored_at: datetime
    expires_at: datetime | None = None
