"""Governance of an agent: when it asks people, whom, and what leaves a trace.

This module also gives the names that its parts define: conditions, policies,
escalations, notifications and the tools of oversight.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from .conditions import (
    Above,
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Below,
    Condition,
    Equal,
    Event,
    NotEqual,
    Reading,
    Trigger,
)
from .correlation import correlated
from .errors import PolicyViolationError, StorageError, UnknownNameError
from .escalations import (
    Escalation,
    EscalationArchive,
    EscalationDesk,
    EscalationLog,
)
from .notifications import GOVERNANCE_BUS, Notification, Notifications, Sink
from .oversight import Detector, PolicyChecker, Violation, ViolationRecorder
from .payload import Payload
from .policy import Anchor, Policy, UnusedNames
from .reports import AuditSampler, ReportGenerator

if TYPE_CHECKING:
    from .audit import AuditEntry
    from .context import AgentContext

__all__ = [
    "GOVERNANCE_BUS",
    "Above",
    "All",
    "Anchor",
    "AnyOf",
    "AtLeast",
    "AtMost",
    "AuditSampler",
    "Below",
    "Condition",
    "Detector",
    "Equal",
    "Escalation",
    "EscalationDesk",
    "EscalationLog",
    "Event",
    "Governance",
    "NotEqual",
    "Notification",
    "Notifications",
    "Policy",
    "PolicyChecker",
    "PolicyViolationError",
    "Reading",
    "ReportGenerator",
    "Sink",
    "Trigger",
    "Violation",
    "ViolationRecorder",
]

_LOG: Final = logging.getLogger(__name__)


class Governance:
    """Holds an agent to its policy: escalates what fires, audits what must be seen."""

    def __init__(self, context: AgentContext, policy: Policy) -> None:
        """Take the agent and the policy of its schema."""
        self.policy = policy
        self._context = context
        self._archive = EscalationArchive(context)
        self._unused = UnusedNames(context.name, policy)
        context.keep(self)

    async def start(self) -> None:
        """Take up the escalations that were known before a restart."""
        await self._archive.restore()

    async def assess(self, reading: Reading) -> tuple[Escalation, ...]:
        """Escalate every trigger that fires on a reading, in the policy's order.

        Each escalation reaches every anchor over every channel, is audited, and is
        published as an event where the agent declares one of the trigger's name. It
        waits for an anchor's decision unless the policy is autonomous and asks for none.
        A name that no trigger uses is logged once.

        Args:
            reading: What is known now.
        """
        self._unused.look(reading)
        with correlated(None) as flow:
            return tuple(
                [
                    await self._escalate(trigger, reading, flow)
                    for trigger in self.policy.fired(reading)
                ]
            )

    def reachable(self, anchor: Anchor) -> Anchor:
        """Give an anchor with the channels of the policy and those of the ecosystem."""
        configured = self._context.runtime.ecosystem.anchor(anchor.name)
        if configured is None:
            return anchor
        return replace(anchor, channels=(*anchor.channels, *configured.channels))

    def audit(self, action: str, details: Payload) -> AuditEntry:
        """Leave a trace of an action in the audit log.

        Args:
            action: What was done, one of the policy's audit scope.
            details: Facts about it, JSON values only.

        Raises:
            UnknownNameError: The audit scope does not name the action.
        """
        if action not in self.policy.audit_scope:
            raise UnknownNameError("audited action", action)
        return self._context.audit.record(action, details=details)

    async def _escalate(
        self, trigger: Trigger, reading: Reading, flow: str
    ) -> Escalation:
        """Record one escalation and tell of it."""
        context = self._context
        escalation = context.escalations.add(
            Escalation(
                id=uuid4().hex,
                trigger=trigger.name,
                anchors=self.policy.anchor_names(),
                reading=reading,
                at=context.clock.now(),
                correlation_id=flow,
                state="pending" if self.policy.needs_approval else "notified",
            )
        )
        await self._save(escalation)
        facts: Payload = {"escalation": escalation.id, "trigger": trigger.name}
        self._trace("escalation", escalation.state, facts)
        context.metrics.count("escalations_total", trigger=trigger.name)
        _LOG.warning(
            "%s escalates %s to %s (%s, %s)",
            context.name,
            trigger.name,
            ", ".join(escalation.anchors) or "nobody",
            escalation.state,
            escalation.id,
        )
        await asyncio.gather(
            *(
                self._notify(anchor, trigger, escalation)
                for anchor in self.policy.anchors
            )
        )
        if context.events.declares(trigger.name):
            await context.events.publish(trigger.name, facts)
        return escalation

    async def _save(self, escalation: Escalation) -> None:
        """Keep an escalation over a restart; people are asked even where it cannot be."""
        try:
            await self._archive.save(escalation)
        except StorageError:
            _LOG.error(
                "%s keeps the escalation %s in memory alone: a restart loses it.",
                self._context.name,
                escalation.id,
            )

    def _trace(self, action: str, outcome: str, facts: Payload) -> None:
        """Audit a step of an escalation; people are asked even where the trail takes nothing."""
        try:
            self._context.audit.record(action, outcome, facts)
        except OSError as error:
            _LOG.error(
                "%s cannot audit %s of escalation %s: %s",
                self._context.name,
                action,
                facts["escalation"],
                error,
            )

    async def _notify(
        self, anchor: Anchor, trigger: Trigger, escalation: Escalation
    ) -> None:
        """Reach one anchor over all its channels and audit each way."""
        notices = await self._context.runtime.notifications.notify(
            self.reachable(anchor),
            f"{self._context.settings.agent} escalates {trigger.name}",
            self._body(trigger, escalation),
        )
        for notice in notices:
            self._trace(
                "anchor_notified",
                "ok" if notice.delivered else "failed",
                {
                    "escalation": escalation.id,
                    "anchor": notice.anchor,
                    "channel": notice.channel,
                    "error": notice.error,
                },
            )

    def _body(self, trigger: Trigger, escalation: Escalation) -> str:
        """Return the message to an anchor."""
        reading = escalation.reading
        known = [f"{name} = {value:.15g}" for name, value in reading.metrics.items()]
        return "\n".join(
            [
                f"Condition: {trigger.condition.describe()}",
                f"Known: {', '.join([*known, *sorted(reading.events)])}",
                f"State: {escalation.state}",
                f"Escalation: {escalation.id}",
                f"Correlation id: {escalation.correlation_id}",
                *self.policy.guidance,
            ]
        )
