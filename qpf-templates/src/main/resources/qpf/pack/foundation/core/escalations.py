"""Escalations: what people were asked, and what they decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast

from .conditions import Reading
from .errors import InvalidRequestError, NoAnchorError, UnknownNameError
from .policy import Policy
from .records import state_record

if TYPE_CHECKING:
    from .context import AgentContext

EscalationState: TypeAlias = Literal["pending", "approved", "rejected", "notified"]

_LAYER: Final = "escalations"


@dataclass(frozen=True)
class Escalation:
    """One question to the anchors, or one piece of news where nobody need decide.

    Attributes:
        id: Unique, random.
        trigger: The name of the trigger that fired.
        anchors: Whom it reached.
        reading: What the trigger fired on.
        at: When it fired, in UTC.
        correlation_id: The flow in which it fired.
        state: ``pending`` until an anchor decides; ``notified`` needs no decision.
        decided_by: The anchor that decided; empty until then.
    """

    id: str
    trigger: str
    anchors: tuple[str, ...]
    reading: Reading
    at: datetime
    correlation_id: str
    state: EscalationState
    decided_by: str = ""


class EscalationLog:
    """The escalations of one agent, in the order in which they came."""

    def __init__(self) -> None:
        """Start empty."""
        self._by_id: dict[str, Escalation] = {}

    def add(self, escalation: Escalation) -> Escalation:
        """Remember an escalation and return it."""
        self._by_id[escalation.id] = escalation
        return escalation

    def get(self, escalation_id: str) -> Escalation:
        """Return an escalation.

        Raises:
            UnknownNameError: There is none with this id.
        """
        if escalation_id not in self._by_id:
            raise UnknownNameError("escalation", escalation_id)
        return self._by_id[escalation_id]

    def all(self) -> tuple[Escalation, ...]:
        """Return every escalation, oldest first."""
        return tuple(self._by_id.values())

    def pending(self) -> tuple[Escalation, ...]:
        """Return the escalations that wait for a decision, oldest first."""
        return tuple(it for it in self._by_id.values() if it.state == "pending")

    def resolve(self, escalation_id: str, approved: bool, by: str) -> Escalation:
        """Record a decision and return the decided escalation.

        Args:
            escalation_id: Which escalation.
            approved: Whether it was approved, else rejected.
            by: Who decided.

        Raises:
            UnknownNameError: There is none with this id.
            InvalidRequestError: It does not wait for a decision.
        """
        escalation = self.get(escalation_id)
        if escalation.state != "pending":
            raise InvalidRequestError(
                f"escalation {escalation_id} is {escalation.state}, not pending"
            )
        state: EscalationState = "approved" if approved else "rejected"
        return self.add(replace(escalation, state=state, decided_by=by))


class EscalationArchive:
    """Keeps an agent's escalations in its storage, so that no question is forgotten."""

    def __init__(self, context: AgentContext) -> None:
        """Take the agent, for its storage and its log."""
        self._context = context
        self._store = context.storage(_LAYER)

    async def save(self, escalation: Escalation) -> None:
        """Keep an escalation as it is now."""
        content = {
            "trigger": escalation.trigger,
            "anchors": list(escalation.anchors),
            "metrics": [
                [name, str(value)] for name, value in escalation.reading.metrics.items()
            ],
            "events": sorted(escalation.reading.events),
            "at": escalation.at.isoformat(),
            "correlation_id": escalation.correlation_id,
            "state": escalation.state,
            "decided_by": escalation.decided_by,
        }
        now = self._context.clock.now()
        await self._store.write(state_record(escalation.id, content, now))

    async def restore(self) -> None:
        """Put what was kept before a restart into the agent's log, oldest first."""
        kept = [
            _restored(record.key, record.content)
            for record in await self._store.search({})
        ]
        known = {escalation.id for escalation in self._context.escalations.all()}
        for escalation in sorted(kept, key=lambda it: it.at):
            if escalation.id not in known:
                self._context.escalations.add(escalation)


class EscalationDesk:
    """Where the anchors of a policy decide."""

    def __init__(self, context: AgentContext, policy: Policy) -> None:
        """Take the agent, for its escalations and audit log, and its policy."""
        self._context = context
        self._policy = policy
        self._archive = EscalationArchive(context)

    def pending(self) -> tuple[Escalation, ...]:
        """Return the escalations that wait for a decision, oldest first."""
        return self._context.escalations.pending()

    async def approve(self, escalation_id: str, by: str) -> Escalation:
        """Approve an escalation.

        Args:
            escalation_id: Which escalation.
            by: The name of the anchor that decides.

        Raises:
            NoAnchorError: The name is none of the policy's anchors.
            UnknownNameError: There is no such escalation.
            InvalidRequestError: It does not wait for a decision.
        """
        return await self._decide(escalation_id, True, by)

    async def reject(self, escalation_id: str, by: str) -> Escalation:
        """Reject an escalation.

        Args:
            escalation_id: Which escalation.
            by: The name of the anchor that decides.

        Raises:
            NoAnchorError: The name is none of the policy's anchors.
            UnknownNameError: There is no such escalation.
            InvalidRequestError: It does not wait for a decision.
        """
        return await self._decide(escalation_id, False, by)

    async def _decide(self, escalation_id: str, approved: bool, by: str) -> Escalation:
        """Decide and audit, the refused tries too."""
        details = {"escalation": escalation_id, "approved": approved, "by": by}
        if by not in self._policy.anchor_names():
            self._context.audit.record("escalation_decided", "rejected", details)
            raise NoAnchorError(by, self._policy.anchor_names())
        decided = self._context.escalations.resolve(escalation_id, approved, by)
        await self._archive.save(decided)
        self._context.audit.record("escalation_decided", decided.state, details)
        return decided


def _restored(escalation_id: str, content: Mapping[str, object]) -> Escalation:
    """Return an escalation as it was kept."""
    metrics = cast("list[tuple[str, str]]", content["metrics"])
    return Escalation(
        id=escalation_id,
        trigger=str(content["trigger"]),
        anchors=tuple(cast("list[str]", content["anchors"])),
        reading=Reading(
            {name: float(value) for name, value in metrics},
            frozenset(cast("list[str]", content["events"])),
        ),
        at=datetime.fromisoformat(str(content["at"])),
        correlation_id=str(content["correlation_id"]),
        state=cast(EscalationState, content["state"]),
        decided_by=str(content["decided_by"]),
    )
