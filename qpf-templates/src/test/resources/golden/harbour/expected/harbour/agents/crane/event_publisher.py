"""Crane: event_publisher.

Publishes the agent's events.

Extracted from agents/crane.yaml
    communicationstack.output, governance.auditscope
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import events
from harbour.core.context import AgentContext

EVENTS: Final[tuple[str, ...]] = ("load_lifted", "cable_worn", "lift_planned")


class EventPublisher(events.EventPublisher):
    """Publishes the events of Crane."""

    def __init__(self, context: AgentContext) -> None:
        """Declare the events.

        Args:
            context: The agent's place on the event bus.
        """
        super().__init__(context, EVENTS)
