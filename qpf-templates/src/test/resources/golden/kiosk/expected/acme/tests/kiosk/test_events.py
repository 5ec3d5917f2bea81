"""Kiosk: test_events (tests).

What the schema says, tried on the extracted code.

Extracted from agents/kiosk.yaml
    communicationstack, governance.auditscope
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from acme.core.context import AgentContext
from acme.core.errors import UnknownEventError
from acme.core.events import EventRecord
from acme.kiosk.event_publisher import EVENTS as EVENTS_OF_EVENT_PUBLISHER
from acme.kiosk.event_publisher import EventPublisher


async def test_event_publisher_reaches_its_subscribers(context: AgentContext) -> None:
    """Every declared event arrives at whoever subscribed to it."""
    publisher = EventPublisher(context)
    arrived: list[str] = []

    async def receive(record: EventRecord) -> None:
        """Stand in for an observer."""
        arrived.append(record.name)

    for name in EVENTS_OF_EVENT_PUBLISHER:
        context.runtime.events.subscribe("Kiosk", name, receive)
        await publisher.publish(name, {"seen": 1})
    await context.runtime.events.settle()
    assert arrived == list(EVENTS_OF_EVENT_PUBLISHER)


async def test_event_publisher_refuses_undeclared_events(context: AgentContext) -> None:
    """Nobody can publish what the glue does not know."""
    with pytest.raises(UnknownEventError):
        await EventPublisher(context).publish("an event that no glue declares", {})
