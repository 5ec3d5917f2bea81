"""The audit trail and the decision log of an agent: what it did, and why."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Final

from .clock import Clock
from .correlation import correlation_id
from .payload import Payload, to_payload, to_wire

_KEPT: Final = 10_000
_NO_DETAILS: Final[Payload] = MappingProxyType({})


@dataclass(frozen=True)
class AuditEntry:
    """One thing that an agent did, or was kept from doing.

    Attributes:
        at: When it happened, in UTC.
        agent: The agent's name.
        action: What was done; the schema's own word where it has one.
        outcome: How it ended, such as ok, failed, timeout, unbound or rejected.
        correlation_id: The flow that it belongs to.
        details: Further facts, JSON values.
    """

    at: datetime
    agent: str
    action: str
    outcome: str
    correlation_id: str
    details: Payload


class AuditLog:
    """The audit trail of one agent: the latest entries in memory, all in a file."""

    def __init__(
        self, agent: str, clock: Clock, path: Path | None = None, keep: int = _KEPT
    ) -> None:
        """Open the trail.

        Args:
            agent: The agent's name, stamped on each entry.
            clock: Tells the entries' time.
            path: File that each entry is appended to as a line of JSON; it and its folder
                are made when the first entry comes. None keeps entries in memory only.
            keep: How many of the latest entries stay in memory.
        """
        self._agent = agent
        self._clock = clock
        self._path = path
        self._entries: deque[AuditEntry] = deque(maxlen=keep)
        self._writing = Lock()

    def record(
        self, action: str, outcome: str = "ok", details: Payload | None = None
    ) -> AuditEntry:
        """Add an entry, stamped with time, agent and correlation id.

        Args:
            action: What was done.
            outcome: How it ended.
            details: Further facts, JSON values.

        Returns:
            The entry.

        Raises:
            OSError: The trail's file cannot be written; nothing goes on unaudited.
            ValueError: A detail has no JSON form.
        """
        entry = AuditEntry(
            at=self._clock.now(),
            agent=self._agent,
            action=action,
            outcome=outcome,
            correlation_id=correlation_id(),
            details=_NO_DETAILS if details is None else MappingProxyType(dict(details)),
        )
        self._append(entry)
        self._entries.append(entry)
        return entry

    def entries(self, action: str | None = None) -> tuple[AuditEntry, ...]:
        """Give the entries in memory, oldest first.

        Args:
            action: Only entries of this action; None gives all.
        """
        kept = tuple(self._entries)
        if action is None:
            return kept
        return tuple(entry for entry in kept if entry.action == action)

    def _append(self, entry: AuditEntry) -> None:
        """Write an entry to the trail's file, if there is one."""
        if self._path is None:
            return
        line = to_wire(
            {
                "at": entry.at.isoformat(),
                "agent": entry.agent,
                "action": entry.action,
                "outcome": entry.outcome,
                "correlation_id": entry.correlation_id,
                "details": dict(entry.details),
            }
        )
        with self._writing:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as trail:
                trail.write(line + b"\n")


@dataclass(frozen=True)
class DecisionRecord:
    """What an agent was asked, what it answered, and how long it took.

    Attributes:
        at: When the answer was there, in UTC.
        agent: The agent's name.
        operation: The operation, or the strategy, that decided.
        inputs: What it was given, JSON values.
        outcome: What it gave back; `{"error": …}` when it failed.
        correlation_id: The flow that the decision belongs to.
        duration_s: Seconds from question to answer.
    """

    at: datetime
    agent: str
    operation: str
    inputs: Payload
    outcome: Payload
    correlation_id: str
    duration_s: float


class DecisionLog:
    """The latest decisions of one agent."""

    def __init__(self, agent: str, clock: Clock, keep: int = _KEPT) -> None:
        """Start an empty log.

        Args:
            agent: The agent's name, stamped on each record.
            clock: Tells the records' time.
            keep: How many of the latest records are kept.
        """
        self._agent = agent
        self._clock = clock
        self._records: deque[DecisionRecord] = deque(maxlen=keep)

    def record(
        self,
        operation: str,
        inputs: Mapping[str, object],
        outcome: Mapping[str, object],
        duration_s: float,
    ) -> DecisionRecord:
        """Add a decision, stamped with time, agent and correlation id.

        Args:
            operation: The operation, or the strategy, that decided.
            inputs: What it was given.
            outcome: What it gave back.
            duration_s: Seconds that it took; 0 or more.

        Returns:
            The record.

        Raises:
            ValueError: An input or an outcome has no JSON form.
        """
        decision = DecisionRecord(
            at=self._clock.now(),
            agent=self._agent,
            operation=operation,
            inputs=MappingProxyType(to_payload(inputs)),
            outcome=MappingProxyType(to_payload(outcome)),
            correlation_id=correlation_id(),
            duration_s=duration_s,
        )
        self.add(decision)
        return decision

    def add(self, record: DecisionRecord) -> None:
        """Add a record that is complete already."""
        self._records.append(record)

    def all(self) -> tuple[DecisionRecord, ...]:
        """Give all records that are kept, oldest first."""
        return tuple(self._records)

    def records(self, operation: str | None = None) -> tuple[DecisionRecord, ...]:
        """Give the records, oldest first.

        Args:
            operation: Only decisions of this operation; None gives all.
        """
        return tuple(
            record for record in self._records if operation in (None, record.operation)
        )
