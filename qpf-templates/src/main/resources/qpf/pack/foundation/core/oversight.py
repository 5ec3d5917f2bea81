"""Oversight: policies enforced before acting, patterns watched, violations kept."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from .conditions import Reading, Trigger
from .correlation import correlation_id
from .errors import PolicyViolationError
from .payload import Payload
from .policy import Policy, UnusedNames

if TYPE_CHECKING:
    from .context import AgentContext

_KEPT: Final = 10_000


class PolicyChecker:
    """Says what a policy holds against a reading, and stops what it forbids."""

    def __init__(self, context: AgentContext, policy: Policy) -> None:
        """Take the agent, for its audit log and metrics, and its policy."""
        self._context = context
        self._policy = policy
        self._unused = UnusedNames(context.name, policy)

    def check(self, reading: Reading) -> tuple[str, ...]:
        """Return the names of the triggers that fire, in the policy's order."""
        self._unused.look(reading)
        return self._policy.fired_by(reading)

    async def enforce(self, reading: Reading) -> None:
        """Let an action pass, or stop it.

        Args:
            reading: What is known about the action.

        Raises:
            PolicyViolationError: At least one trigger fires.
        """
        fired = self.check(reading)
        self._context.audit.record(
            "policy_enforced", "rejected" if fired else "ok", {"triggers": list(fired)}
        )
        if fired:
            self._context.metrics.count("policy_violations_total")
            raise PolicyViolationError(fired)


class Detector:
    """Finds the patterns of an agent in a reading."""

    def __init__(self, context: AgentContext, triggers: tuple[Trigger, ...]) -> None:
        """Take the agent and the patterns that it looks for."""
        self._context = context
        self._triggers = triggers

    def detect(self, reading: Reading) -> tuple[Trigger, ...]:
        """Return the patterns that the reading shows, in the schema's order."""
        return tuple(it for it in self._triggers if it.condition.holds(reading))

    async def watch(self, reading: Reading) -> tuple[Trigger, ...]:
        """Detect, audit what is found, and publish it where the agent declares it.

        Args:
            reading: What is known now.
        """
        found = self.detect(reading)
        for trigger in found:
            facts: Payload = {
                "trigger": trigger.name,
                "condition": trigger.condition.describe(),
                "metrics": dict(reading.metrics),
            }
            self._context.audit.record("pattern_detected", "ok", facts)
            self._context.metrics.count("detections_total", trigger=trigger.name)
            if self._context.events.declares(trigger.name):
                await self._context.events.publish(trigger.name, facts)
        return found


@dataclass(frozen=True)
class Violation:
    """One breach of a rule.

    Attributes:
        id: Unique, random.
        rule: The rule's name.
        details: Facts about the breach.
        in_scope: Whether the agent's audit scope names the rule.
        at: When it was recorded, in UTC.
        correlation_id: The flow in which it was recorded.
    """

    id: str
    rule: str
    details: Payload
    in_scope: bool
    at: datetime
    correlation_id: str


class ViolationRecorder:
    """Keeps breaches of rules, and a trace of each in the audit log."""

    def __init__(self, context: AgentContext, audit_scope: tuple[str, ...]) -> None:
        """Take the agent and the actions that its schema wants audited."""
        self._context = context
        self._audit_scope = audit_scope
        self._violations: deque[Violation] = deque(maxlen=_KEPT)

    async def record(self, rule: str, details: Payload) -> Violation:
        """Keep a breach, audit it, and publish it where the agent declares the rule.

        Args:
            rule: The name of the rule that was broken.
            details: Facts about the breach, JSON values only.
        """
        violation = Violation(
            id=uuid4().hex,
            rule=rule,
            details=dict(details),
            in_scope=rule in self._audit_scope,
            at=self._context.clock.now(),
            correlation_id=correlation_id(),
        )
        facts: Payload = {"violation": violation.id, "rule": rule, "details": details}
        self._context.audit.record("violation_recorded", "ok", facts)
        self._context.metrics.count("violations_total", rule=rule)
        self._violations.append(violation)
        if self._context.events.declares(rule):
            await self._context.events.publish(rule, facts)
        return violation

    def violations(self, rule: str | None = None) -> tuple[Violation, ...]:
        """Return the breaches, oldest first, the last 10,000.

        Args:
            rule: Only breaches of this rule; None for all.
        """
        return tuple(it for it in self._violations if rule in (None, it.rule))
