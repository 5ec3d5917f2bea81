"""Events: what an agent tells all who listen, in the order in which it tells it."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeAlias

from .canonical import json_copy
from .correlation import correlated
from .errors import AgentError, UnknownEventError, UnknownNameError
from .payload import Payload

if TYPE_CHECKING:
    from .context import AgentContext

_LOG: Final = logging.getLogger(__name__)
_KEPT: Final = 10_000
_PATIENCE_S: Final = 60.0


@dataclass(frozen=True)
class EventRecord:
    """One event that happened.

    Attributes:
        name: The event's name.
        publisher: The agent that published it.
        payload: Facts about it.
        at: When it was published, in UTC.
        correlation_id: The flow in which it was published.
    """

    name: str
    publisher: str
    payload: Payload
    at: datetime
    correlation_id: str


Handler: TypeAlias = Callable[[EventRecord], Awaitable[None]]


FailureHandler: TypeAlias = Callable[[EventRecord, Exception], None]


class _Mailbox:
    """The events of one publisher that wait for one handler, in their order."""

    def __init__(
        self, handler: Handler, on_failure: FailureHandler, patience_s: float
    ) -> None:
        """Start empty."""
        self._handler = handler
        self._on_failure = on_failure
        self._patience_s = patience_s
        self._waiting: deque[tuple[EventRecord, asyncio.Future[None]]] = deque()
        self._delivery: asyncio.Task[None] | None = None

    def delivery(self) -> asyncio.Task[None] | None:
        """Return the delivery that is under way, if one is."""
        task = self._delivery
        return None if task is None or task.done() else task

    def put(self, record: EventRecord) -> asyncio.Future[None] | None:
        """Let an event wait; return its delivery where it need not queue.

        Whoever publishes to a busy handler does not wait for it: a handler may itself
        publish, and two that waited for each other would never end.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((record, done))
        if self.delivery() is not None:
            return None
        self._delivery = asyncio.create_task(self._deliver())
        return done

    async def _deliver(self) -> None:
        """Hand over what waits, one event after another."""
        while self._waiting:
            record, done = self._waiting.popleft()
            try:
                with correlated(record.correlation_id):
                    await asyncio.wait_for(self._handler(record), self._patience_s)
            except Exception as error:  # pylint: disable=broad-exception-caught
                # A handler is foreign code: what it raises concerns nobody else.
                self._on_failure(record, error)
            done.set_result(None)


class EventBus:
    """Brings the events of a runtime's agents to their handlers.

    A handler gets the events of one publisher in the order of their publication,
    whatever their names; one that fails or is slow keeps no event from the others.
    """

    def __init__(self, patience_s: float = _PATIENCE_S) -> None:
        """Start without handlers.

        Args:
            patience_s: Seconds that a handler may take for one event.
        """
        self._patience_s = patience_s
        self._mailboxes: dict[tuple[str, Handler], _Mailbox] = {}
        self._routes: dict[tuple[str, str], list[_Mailbox]] = {}

    def subscribe(
        self,
        publisher: str,
        name: str,
        handler: Handler,
        on_failure: FailureHandler | None = None,
    ) -> None:
        """Call a handler once for each event of a name that a publisher publishes.

        Args:
            publisher: The publishing agent's name.
            name: The event's name.
            handler: Gets the event.
            on_failure: Gets what the handler raises, TimeoutError when it is too slow;
                None logs it.
        """
        mailbox = self._mailboxes.setdefault(
            (publisher, handler),
            _Mailbox(handler, on_failure or _log_failure, self._patience_s),
        )
        route = self._routes.setdefault((publisher, name), [])
        if mailbox not in route:
            route.append(mailbox)

    async def publish(self, record: EventRecord) -> None:
        """Deliver an event to all its handlers, at the same time.

        Returns when they are through with it. Where a handler is still busy with an
        earlier event, this one queues behind it and the publisher does not wait.
        """
        route = self._routes.get((record.publisher, record.name), ())
        started = [mailbox.put(record) for mailbox in route]
        if deliveries := [delivery for delivery in started if delivery is not None]:
            await asyncio.wait(deliveries)

    async def settle(self) -> None:
        """Wait until no delivery is under way."""
        while under_way := [
            delivery
            for mailbox in self._mailboxes.values()
            if (delivery := mailbox.delivery()) is not None
        ]:
            await asyncio.wait(under_way)


def _log_failure(record: EventRecord, error: Exception) -> None:
    """Log that a handler failed on an event."""
    _LOG.error(
        "A handler failed on %s of %s.", record.name, record.publisher, exc_info=error
    )


class AgentEvents:
    """The events of one agent: what it declares and what it publishes."""

    def __init__(self, context: AgentContext) -> None:
        """Start with no event declared."""
        self._context = context
        self._declared: dict[str, None] = {}
        self._observed: dict[str, None] = {}

    def declare(self, *names: str) -> None:
        """Allow the agent to publish events of these names."""
        self._declared.update(dict.fromkeys(names))

    def declares(self, name: str) -> bool:
        """Say whether the agent may publish an event of a name."""
        return name in self._declared

    def declared(self) -> tuple[str, ...]:
        """Return the names of the agent's events, in the order of their declaration."""
        return tuple(self._declared)

    def observe(self, publisher: str) -> None:
        """Remember that the agent observes another one."""
        self._observed[publisher] = None

    def publishers(self) -> tuple[str, ...]:
        """Return the agents that this one observes, each once."""
        return tuple(self._observed)

    async def publish(self, name: str, payload: Payload) -> EventRecord:
        """Publish an event as this agent; audit and count it.

        Args:
            name: The event's name.
            payload: Facts about it, JSON values only; the handlers get a copy.

        Raises:
            UnknownEventError: The agent does not declare the event.
            InvalidRequestError: The payload has no JSON form.
        """
        if not self.declares(name):
            raise UnknownEventError(name)
        copy = json_copy(payload)
        with correlated(None) as flow:
            record = EventRecord(
                name=name,
                publisher=self._context.settings.agent,
                payload=MappingProxyType(copy),
                at=self._context.clock.now(),
                correlation_id=flow,
            )
            self._context.audit.record("event_published", "ok", {"event": name})
            self._context.metrics.count("events_published_total", event=name)
            await self._context.runtime.events.publish(record)
        return record


class EventPublisher:
    """Publishes the events that a schema declares for an agent."""

    def __init__(self, context: AgentContext, events: tuple[str, ...]) -> None:
        """Declare the events."""
        self._context = context
        self._events = events
        context.events.declare(*events)

    @property
    def events(self) -> tuple[str, ...]:
        """The names of the events, in the schema's order."""
        return self._events

    async def publish(self, name: str, payload: Payload) -> EventRecord:
        """Publish an event and return when its handlers have it.

        Args:
            name: The event's name.
            payload: Facts about it, JSON values only.

        Raises:
            UnknownEventError: This publisher does not declare the event.
            InvalidRequestError: The payload has no JSON form.
        """
        if name not in self._events:
            raise UnknownEventError(name)
        return await self._context.events.publish(name, payload)


@dataclass(frozen=True)
class Subscription:
    """What an agent listens to.

    Attributes:
        publisher: The publishing agent's name.
        event: The event's name.
    """

    publisher: str
    event: str


class EventSubscriber:
    """Receives events of other agents, audits them and hands them to domain code."""

    def __init__(
        self, context: AgentContext, subscriptions: tuple[Subscription, ...]
    ) -> None:
        """Listen from now on."""
        self._context = context
        self._received: deque[EventRecord] = deque(maxlen=_KEPT)
        self._handlers: dict[str, list[Handler]] = {}
        for it in subscriptions:
            self._handlers.setdefault(it.event, [self._dispatch])
            context.events.observe(it.publisher)
            context.runtime.events.subscribe(
                it.publisher, it.event, self._receive, self._failed
            )

    def received(self) -> tuple[EventRecord, ...]:
        """Return the events in the order of their arrival, the last 10,000."""
        return tuple(self._received)

    def on(self, event: str, handler: Handler) -> None:
        """Call a handler for each event of a name, after those from before.

        Args:
            event: The event's name.
            handler: Gets the event; what it raises is audited and hides nothing.

        Raises:
            UnknownNameError: The agent does not subscribe to the event.
        """
        if event not in self._handlers:
            raise UnknownNameError("subscription", event)
        self._handlers[event].append(handler)

    async def _receive(self, record: EventRecord) -> None:
        """Remember, audit and count an event, then call its handlers in turn."""
        with self._context.entered():
            self._received.append(record)
            self._context.audit.record("event_received", "ok", _facts(record))
            self._context.metrics.count("events_received_total", event=record.name)
            for handler in self._handlers[record.name]:
                try:
                    await handler(record)
                except Exception as error:  # pylint: disable=broad-exception-caught
                    # A handler is foreign code: the others still get the event.
                    self._failed(record, error)

    async def _dispatch(self, record: EventRecord) -> None:
        """Call the operation of the event's name, where domain code is bound to one."""
        operations = self._context.operations
        if operations.bound(record.name):
            await operations.call(record.name, record.payload)

    def _failed(self, record: EventRecord, error: Exception) -> None:
        """Audit and count that a handler failed."""
        detail = error.detail if isinstance(error, AgentError) else repr(error)
        self._context.audit.record(
            "event_handled", "failed", {**_facts(record), "error": detail}
        )
        self._context.metrics.count("event_failures_total", event=record.name)


def _facts(record: EventRecord) -> dict[str, object]:
    """Return what the audit log says about an event."""
    return {"event": record.name, "publisher": record.publisher}
