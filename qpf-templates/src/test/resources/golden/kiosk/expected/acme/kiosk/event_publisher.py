"""Kiosk: event_publisher.

Publishes the agent's events.

Extracted from agents/kiosk.yaml
    communicationstack.output, governance.auditscope
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import events
from acme.core.context import AgentContext

EVENTS: Final[tuple[str, ...]] = ("ticket_sold",)


class EventPublisher(events.EventPublisher):
    """Publishes the events of Kiosk."""

    def __init__(self, context: AgentContext) -> None:
        """Declare the events.

        Args:
            context: The agent's place on the event bus.
        """
        super().__init__(context, EVENTS)
