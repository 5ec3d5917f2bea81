"""HarbourMaster: event_subscriber.

Receives the events that the agent observes.

Extracted from agents/harbour_master.yaml
    communicationstack.input
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import events
from harbour.core.context import AgentContext
from harbour.core.events import Subscription

SUBSCRIPTIONS: Final[tuple[Subscription, ...]] = (
    Subscription(publisher="Crane", event="load_lifted"),
    Subscription(publisher="Crane", event="cable_worn"),
)


class EventSubscriber(events.EventSubscriber):
    """Receives the events that HarbourMaster observes."""

    def __init__(self, context: AgentContext) -> None:
        """Subscribe.

        Args:
            context: The agent's place on the event bus.
        """
        super().__init__(context, SUBSCRIPTIONS)
