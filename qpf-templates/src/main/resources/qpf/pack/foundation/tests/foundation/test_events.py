"""Events reach their subscribers in order, whatever a handler does."""

from __future__ import annotations

import asyncio
import logging

import pytest

from ...core.context import current_context
from ...core.correlation import correlated, correlation_id
from ...core.errors import InvalidRequestError, UnknownEventError, UnknownNameError
from ...core.events import (
    EventBus,
    EventPublisher,
    EventRecord,
    EventSubscriber,
    Subscription,
)
from ...core.payload import Payload
from .companions import START, new_agent, new_runtime, outcomes

LOADED = Subscription("Alpha", "loaded")
DRIFTED = Subscription("Alpha", "drifted")


def record(
    name: str = "loaded", publisher: str = "Alpha", number: int = 0
) -> EventRecord:
    """Make an event."""
    return EventRecord(name, publisher, {"n": number}, START, "flow")


async def test_event_reaches_its_subscriber() -> None:
    """Name, publisher, payload, time and flow arrive as they were published."""
    runtime, _ = new_runtime()
    alpha, beta = new_agent("Alpha", runtime), new_agent("Beta", runtime)
    publisher = EventPublisher(alpha, ("loaded", "drifted"))
    subscriber = EventSubscriber(beta, (LOADED,))
    with correlated("flow-1"):
        published = await publisher.publish("loaded", {"model": "m"})
        await publisher.publish("drifted", {})
    assert subscriber.received() == (published,)
    assert published.payload == {"model": "m"}
    assert (published.publisher, published.at) == ("Alpha", START)
    assert published.correlation_id == "flow-1"
    (received,) = beta.audit.entries("event_received")
    assert received.correlation_id == "flow-1"
    assert received.details == {"event": "loaded", "publisher": "Alpha"}
    assert alpha.metrics.value("events_published_total") == 2


async def test_only_the_named_publisher_is_heard() -> None:
    """An event of the same name from another agent is another event."""
    runtime, _ = new_runtime()
    subscriber = EventSubscriber(new_agent("Beta", runtime), (LOADED,))
    gamma = EventPublisher(new_agent("Gamma", runtime), ("loaded",))
    await gamma.publish("loaded", {})
    assert not subscriber.received()


async def test_only_declared_events_are_published() -> None:
    """A publisher keeps to its own list, an agent to all of its lists."""
    context = new_agent()
    publisher = EventPublisher(context, ("loaded",))
    EventPublisher(context, ("drifted", "loaded"))
    assert publisher.events == ("loaded",)
    assert context.events.declared() == ("loaded", "drifted")
    with pytest.raises(UnknownEventError):
        await publisher.publish("drifted", {})
    await context.events.publish("drifted", {})
    with pytest.raises(UnknownEventError):
        await context.events.publish("exploded", {})
    with pytest.raises(InvalidRequestError):
        await publisher.publish("loaded", {"bad": float("nan")})
    assert len(context.audit.entries("event_published")) == 1


async def test_payload_is_a_copy() -> None:
    """What the publisher changes afterwards does not change the event."""
    runtime, _ = new_runtime()
    publisher = EventPublisher(new_agent("Alpha", runtime), ("loaded",))
    subscriber = EventSubscriber(new_agent("Beta", runtime), (LOADED,))
    facts = {"models": ["m"]}
    await publisher.publish("loaded", facts)
    facts["models"].append("n")
    assert subscriber.received()[0].payload == {"models": ["m"]}


async def test_order_of_a_publisher_is_kept() -> None:
    """A slow first event is not overtaken by a quick second one of another name."""
    runtime, _ = new_runtime()
    publisher = EventPublisher(new_agent("Alpha", runtime), ("loaded", "drifted"))
    subscriber = EventSubscriber(new_agent("Beta", runtime), (LOADED, DRIFTED))
    ended: list[object] = []

    async def handle(event: EventRecord) -> None:
        """Take the longer the earlier the event is."""
        number = event.payload["n"]
        await asyncio.sleep(0.02 if number == 0 else 0)
        ended.append(number)

    subscriber.on("loaded", handle)
    subscriber.on("drifted", handle)
    await asyncio.gather(
        *(
            publisher.publish("drifted" if number % 2 else "loaded", {"n": number})
            for number in range(6)
        )
    )
    await runtime.events.settle()
    assert ended == list(range(6))


async def test_failing_handler_is_isolated_and_audited() -> None:
    """The other handlers, the other agents and the next event are not concerned."""
    runtime, _ = new_runtime()
    publisher = EventPublisher(new_agent("Alpha", runtime), ("loaded",))
    beta, gamma = new_agent("Beta", runtime), new_agent("Gamma", runtime)
    subscriber, other = EventSubscriber(beta, (LOADED,)), EventSubscriber(
        gamma, (LOADED,)
    )
    handled: list[str] = []

    async def fail(event: EventRecord) -> None:
        """Fail."""
        raise RuntimeError(f"cannot take {event.name}")

    async def handle(event: EventRecord) -> None:
        """Remember."""
        handled.append(event.name)

    subscriber.on("loaded", fail)
    subscriber.on("loaded", handle)
    await publisher.publish("loaded", {})
    await publisher.publish("loaded", {})
    assert handled == ["loaded", "loaded"]
    assert len(other.received()) == 2
    assert outcomes(beta, "event_handled") == ["failed", "failed"]
    assert "cannot take loaded" in str(beta.audit.entries("event_handled")[0].details)
    assert outcomes(gamma, "event_handled") == []
    assert beta.metrics.value("event_failures_total") == 2


async def test_stuck_handler_does_not_hold_the_others() -> None:
    """After its time a handler is given up and the next event gets through."""
    bus = EventBus(patience_s=0.01)
    arrived: list[object] = []
    failures: list[str] = []

    async def stuck(event: EventRecord) -> None:
        """Never end on the first event."""
        if event.payload["n"] == 0:
            await asyncio.Event().wait()
        arrived.append(("stuck", event.payload["n"]))

    async def quick(event: EventRecord) -> None:
        """Remember."""
        arrived.append(("quick", event.payload["n"]))

    def failed(_: EventRecord, error: Exception) -> None:
        """Remember the kind of failure."""
        failures.append(type(error).__name__)

    bus.subscribe("Alpha", "loaded", stuck, failed)
    bus.subscribe("Alpha", "loaded", quick)
    await asyncio.gather(bus.publish(record()), bus.publish(record(number=1)))
    await bus.settle()
    assert arrived == [("quick", 0), ("quick", 1), ("stuck", 1)]
    assert failures == ["TimeoutError"]


async def test_handler_may_publish_to_its_own_publisher() -> None:
    """An event that causes another of the same agent does not lock itself."""
    bus = EventBus()
    heard: list[object] = []

    async def echo(event: EventRecord) -> None:
        """Publish the next one, up to three."""
        number = len(heard)
        heard.append(event.payload["n"])
        if number < 3:
            await bus.publish(record(number=number + 1))

    bus.subscribe("Alpha", "loaded", echo)
    await asyncio.wait_for(bus.publish(record()), 1)
    await bus.settle()
    assert heard == [0, 1, 2, 3]


async def test_cancelled_publisher_leaves_the_delivery() -> None:
    """Whoever gives up publishing does not take the event from the subscribers."""
    bus = EventBus()
    release, heard = asyncio.Event(), list[object]()

    async def handle(event: EventRecord) -> None:
        """Wait to be released."""
        await release.wait()
        heard.append(event.payload["n"])

    bus.subscribe("Alpha", "loaded", handle)
    publishing = asyncio.create_task(bus.publish(record()))
    await asyncio.sleep(0)
    publishing.cancel()
    release.set()
    await bus.settle()
    assert heard == [0]


async def test_handler_subscribed_twice_is_called_once() -> None:
    """One handler gets one event once."""
    bus = EventBus()
    heard: list[str] = []

    async def handle(event: EventRecord) -> None:
        """Remember."""
        heard.append(event.name)

    bus.subscribe("Alpha", "loaded", handle)
    bus.subscribe("Alpha", "loaded", handle)
    await bus.publish(record())
    assert heard == ["loaded"]


async def test_failure_without_a_listener_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A bare handler that fails stands in the log."""
    bus = EventBus()

    async def fail(_: EventRecord) -> None:
        """Fail."""
        raise RuntimeError("no")

    bus.subscribe("Alpha", "loaded", fail)
    with caplog.at_level(logging.ERROR):
        await bus.publish(record())
    assert "A handler failed on loaded of Alpha." in caplog.text


async def test_event_runs_the_operation_of_its_name() -> None:
    """Bound code takes the event as the subscriber, in the publisher's flow."""
    runtime, _ = new_runtime()
    seen: list[tuple[str, str, object]] = []

    def loaded(payload: Payload) -> Payload:
        """Remember who runs, in which flow, on what."""
        seen.append((current_context().name, correlation_id(), payload["model"]))
        return {}

    publisher = EventPublisher(new_agent("Alpha", runtime), ("loaded",))
    beta = new_agent("Beta", runtime, {"loaded": loaded})
    EventSubscriber(beta, (LOADED,))
    with correlated("flow-2"):
        await publisher.publish("loaded", {"model": "m"})
    assert seen == [("Beta", "flow-2", "m")]
    assert outcomes(beta, "loaded") == ["ok"]


async def test_failing_operation_is_audited_at_the_subscriber() -> None:
    """The publisher goes on, the subscriber's audit log has the reason."""
    runtime, _ = new_runtime()

    def loaded(payload: Payload) -> Payload:
        """Fail."""
        raise ValueError(str(payload))

    publisher = EventPublisher(new_agent("Alpha", runtime), ("loaded",))
    beta = new_agent("Beta", runtime, {"loaded": loaded})
    subscriber = EventSubscriber(beta, (LOADED,))
    await publisher.publish("loaded", {})
    assert len(subscriber.received()) == 1
    (entry,) = beta.audit.entries("event_handled")
    assert entry.details["error"] == "Operation loaded failed with ValueError."


def test_handler_needs_a_subscription() -> None:
    """A handler for an event that never comes is a mistake."""
    subscriber = EventSubscriber(new_agent(), (LOADED,))

    async def handle(_: EventRecord) -> None:
        """Do nothing."""

    with pytest.raises(UnknownNameError, match="subscription drifted"):
        subscriber.on("drifted", handle)
