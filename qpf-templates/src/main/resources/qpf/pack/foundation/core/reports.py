"""Samples and reports of what an agent did, for auditors and anchors."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from prometheus_client.parser import text_string_to_metric_families

from .canonical import canonical_json
from .errors import InvalidRequestError
from .payload import Payload

if TYPE_CHECKING:
    from .audit import AuditEntry
    from .context import AgentContext

_HASHES: Final = 2**64


class AuditSampler:
    """Draws a share of the audit log, the same entries on every draw."""

    def __init__(self, context: AgentContext, audit_scope: tuple[str, ...]) -> None:
        """Take the agent and the actions that its schema wants audited."""
        self._context = context
        self._audit_scope = audit_scope

    def entries(self) -> tuple[AuditEntry, ...]:
        """Return the agent's audit entries within the audit scope, oldest first."""
        scope = self._audit_scope
        return tuple(it for it in self._context.audit.entries() if it.action in scope)

    def sample(
        self, entries: Iterable[AuditEntry], rate: float
    ) -> tuple[AuditEntry, ...]:
        """Return a share of entries, chosen by the hash of each.

        An entry that is in a sample is also in every sample at a higher rate.

        Args:
            entries: What to draw from.
            rate: The share to expect, from 0 (none) to 1 (all).

        Raises:
            InvalidRequestError: The rate is no number from 0 to 1.
        """
        if not 0 <= rate <= 1:
            raise InvalidRequestError(f"a sampling rate lies between 0 and 1: {rate}")
        return tuple(it for it in entries if _hash(it) < rate * _HASHES)


class ReportGenerator:
    """Sums up an agent: audit log, escalations, decisions and metrics."""

    def __init__(self, context: AgentContext) -> None:
        """Take the agent."""
        self._context = context

    def report(self) -> Payload:
        """Return the report as JSON values, counts in alphabetical order."""
        context = self._context
        return {
            "agent": context.settings.agent,
            "version": context.settings.version,
            "at": context.clock.now().isoformat(),
            **self._figures(),
            "escalations": [
                {
                    "id": it.id,
                    "trigger": it.trigger,
                    "state": it.state,
                    "at": it.at.isoformat(),
                    "decided_by": it.decided_by,
                }
                for it in context.escalations.all()
            ],
        }

    def markdown(self) -> str:
        """Return the report as Markdown, with one table for each part."""
        context = self._context
        title = _cell(f"{context.settings.agent} {context.settings.version}")
        lines = [
            f"# Report of {title}",
            "",
            f"As of {context.clock.now().isoformat()}.",
        ]
        for part, figures in self._figures().items():
            lines += _table(part, ("name", "value"), figures.items())
        lines += _table(
            "escalations",
            ("trigger", "state", "at", "decided by"),
            (
                (it.trigger, it.state, it.at.isoformat(), it.decided_by)
                for it in context.escalations.all()
            ),
        )
        return "\n".join(lines) + "\n"

    def _figures(self) -> dict[str, dict[str, float]]:
        """Return the parts of the report that are numbers by name."""
        audit = Counter(
            f"{it.action}: {it.outcome}" for it in self._context.audit.entries()
        )
        decisions = Counter(it.operation for it in self._context.decisions.records())
        return {
            "audit": dict(sorted(audit.items())),
            "decisions": dict(sorted(decisions.items())),
            "metrics": self._metrics(),
        }

    def _metrics(self) -> dict[str, float]:
        """Return the samples of the agent's metrics, without buckets and birthdays."""
        text = self._context.metrics.exposition().decode("utf-8")
        found: dict[str, float] = {}
        for family in text_string_to_metric_families(text):
            for sample in family.samples:
                if sample.name.endswith(("_bucket", "_created")):
                    continue
                labels = ",".join(
                    f"{name}={value}"
                    for name, value in sorted(sample.labels.items())
                    if name != "agent"
                )
                name = f"{sample.name}{{{labels}}}" if labels else sample.name
                found[name] = sample.value
        return dict(sorted(found.items()))


def _hash(entry: AuditEntry) -> int:
    """Return 64 bits of the hash of an entry, equal in every run."""
    text = canonical_json(
        {
            "at": entry.at.isoformat(),
            "agent": entry.agent,
            "action": entry.action,
            "outcome": entry.outcome,
            "correlation_id": entry.correlation_id,
            "details": entry.details,
        }
    )
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big")


def _table(
    title: str, head: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> list[str]:
    """Return a headed Markdown table; one row of a dash where there is nothing."""
    body = [tuple(map(_cell, row)) for row in rows] or [("-",) * len(head)]
    table = [head, ("---",) * len(head), *body]
    lines = [f"| {' | '.join(row)} |" for row in table]
    return ["", f"## {title.capitalize()}", "", *lines]


def _cell(value: object) -> str:
    """Return a value as text that stays within its cell and line."""
    text = " ".join(str(value).split())
    for letter in "\\|`*_<[":
        text = text.replace(letter, f"\\{letter}")
    return text
