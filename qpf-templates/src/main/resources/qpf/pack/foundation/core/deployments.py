"""Deployments: the DORA metrics of an agent, measured where it starts.

The first good start of a version is its deployment. A start that fails is a change that
failed, and the next good start is its restoration.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .context import AgentContext


@dataclass(frozen=True)
class _Past:
    """What is known of earlier starts.

    Attributes:
        version: The version that was deployed last; empty before the first.
        failed_at: Since when the agent is down; None when it is not.
    """

    version: str = ""
    failed_at: datetime | None = None


class Deployments:
    """Measures the starts of one agent; remembers them where there is a data folder."""

    def __init__(self, context: AgentContext) -> None:
        """Recall the starts before this one."""
        self._context = context
        self._file = context.file("deployments.json")
        self._past = self._recall()

    def succeeded(self) -> None:
        """Record a good start of the agent's version.

        Raises:
            OSError: The data folder cannot be written.
        """
        settings, now = self._context.settings, self._context.clock.now()
        if settings.version != self._past.version:
            changed_at = settings.changed_at
            lead_time = (now - changed_at).total_seconds() if changed_at else None
            self._context.metrics.record_deployment(lead_time)
            self._context.audit.record(
                "deployment", details={"version": settings.version}
            )
        if self._past.failed_at is not None:
            down = (now - self._past.failed_at).total_seconds()
            self._context.metrics.record_restore(down)
        self._remember(_Past(settings.version))

    def failed(self, reason: str) -> None:
        """Record a start that failed.

        Args:
            reason: What stopped it, in a word.

        Raises:
            OSError: The data folder cannot be written.
        """
        self._context.metrics.record_change_failure()
        self._context.audit.record("deployment", "failed", {"reason": reason})
        since = self._past.failed_at or self._context.clock.now()
        self._remember(_Past(self._past.version, since))

    def _recall(self) -> _Past:
        """Read the earlier starts; a file that is missing or torn tells of none."""
        if self._file is None or not self._file.exists():
            return _Past()
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            failed_at = kept["failed_at"]
            return _Past(
                version=str(kept["version"]),
                failed_at=datetime.fromisoformat(failed_at) if failed_at else None,
            )
        except (ValueError, KeyError, TypeError):
            self._context.audit.record("deployment", "unreadable_history")
            return _Past()

    def _remember(self, past: _Past) -> None:
        """Keep what is known for the next start."""
        self._past = past
        if self._file is None:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        failed_at = past.failed_at.isoformat() if past.failed_at else None
        self._file.write_text(
            json.dumps({"version": past.version, "failed_at": failed_at}),
            encoding="utf-8",
        )
