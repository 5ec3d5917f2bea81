"""HarbourMaster: test_events (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    communicationstack, governance.auditscope
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.core.context import AgentContext
from harbour.core.errors import UnknownEventError
from harbour.core.events import EventRecord
from harbour.master.event_publisher import EVENTS as EVENTS_OF_EVENT_PUBLISHER
from harbour.master.event_publisher import EventPublisher
from harbour.master.event_subscriber import (
    SUBSCRIPTIONS as SUBSCRIPTIONS_OF_EVENT_SUBSCRIBER,
)
from harbour.master.event_subscriber import EventSubscriber


async def test_event_publisher_reaches_its_subscribers(context: AgentContext) -> None:
    """Every declared event arrives at whoever subscribed to it."""
    publisher = EventPublisher(context)
    arrived: list[str] = []

    async def receive(record: EventRecord) -> None:
        """Stand in for an observer."""
        arrived.append(record.name)

    for name in EVENTS_OF_EVENT_PUBLISHER:
        context.runtime.events.subscribe("HarbourMaster", name, receive)
        await publisher.publish(name, {"seen": 1})
    await context.runtime.events.settle()
    assert arrived == list(EVENTS_OF_EVENT_PUBLISHER)


async def test_event_publisher_refuses_undeclared_events(context: AgentContext) -> None:
    """Nobody can publish what the glue does not know."""
    with pytest.raises(UnknownEventError):
        await EventPublisher(context).publish("an event that no glue declares", {})


async def test_event_subscriber_hears_what_it_observes(context: AgentContext) -> None:
    """Every observed event arrives, and a handler can be put on it."""
    subscriber = EventSubscriber(context)
    handled: list[str] = []

    async def handle(record: EventRecord) -> None:
        """Note the event."""
        handled.append(record.name)

    for subscription in dict.fromkeys(SUBSCRIPTIONS_OF_EVENT_SUBSCRIBER):
        subscriber.on(subscription.event, handle)
        await context.runtime.events.publish(
            EventRecord(
                name=subscription.event,
                publisher=subscription.publisher,
                payload={"seen": 1},
                at=context.clock.now(),
                correlation_id="a correlation",
            )
        )
    await context.runtime.events.settle()
    expected = [it.event for it in dict.fromkeys(SUBSCRIPTIONS_OF_EVENT_SUBSCRIBER)]
    assert [record.name for record in subscriber.received()] == expected
    assert set(handled) == set(expected)
