"""Crane: sway (detector).

Watches the swaying load.

Extracted from agents/crane.yaml
    learningsystem.autonomyprofile, governance.escalationpolicy
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import governance
from harbour.core.context import AgentContext
from harbour.core.governance import Above, Trigger

TRIGGERS: Final[tuple[Trigger, ...]] = (
    # sway_> 0_95
    Trigger(name="sway", condition=Above("sway", 0.95)),
)


class Sway(governance.Detector):
    """Detects for Crane what the triggers describe."""

    def __init__(self, context: AgentContext) -> None:
        """Watch for the triggers.

        Args:
            context: The agent's audit log, events and operations.
        """
        super().__init__(context, TRIGGERS)
