"""Notifications to anchors: an outbox that is always there, and sinks where given."""

from __future__ import annotations

import asyncio
import inspect
import logging
import pkgutil
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, TypeAlias, cast

from .clock import Clock
from .correlation import correlation_id
from .errors import ConfigurationError
from .policy import Anchor

_LOG: Final = logging.getLogger(__name__)
GOVERNANCE_BUS: Final = "governance_bus"
_KEPT: Final = 10_000
_PATIENCE_S: Final = 30.0


@dataclass(frozen=True)
class Notification:
    """One message to one anchor over one channel.

    Attributes:
        anchor: The anchor's name.
        channel: The channel it went over.
        subject: One line.
        body: The message.
        at: When it was sent, in UTC.
        correlation_id: The flow that caused it.
        error: Why the channel's sink refused it; empty when it was delivered.
    """

    anchor: str
    channel: str
    subject: str
    body: str
    at: datetime
    correlation_id: str
    error: str = ""

    @property
    def delivered(self) -> bool:
        """Whether the channel took the message."""
        return not self.error


Sink: TypeAlias = Callable[[Notification], Awaitable[None]]


class Notifications:
    """Reaches anchors over their channels and remembers each message.

    A channel without a sink delivers to the outbox alone; that nobody outside sees a
    receiver's messages is logged once for each receiver.
    """

    def __init__(self, clock: Clock, patience_s: float = _PATIENCE_S) -> None:
        """Start with an empty outbox and no sinks.

        Args:
            clock: Tells when a message is sent.
            patience_s: Seconds that a sink may take before it counts as failed.
        """
        self._clock = clock
        self._patience_s = patience_s
        self._sinks: dict[str, Sink] = {}
        self._outbox: deque[Notification] = deque(maxlen=_KEPT)
        self._unseen: set[str] = set()

    def plug(self, channel: str, sink: Sink) -> None:
        """Let a channel deliver to the outside, in place of a sink from before.

        Args:
            channel: The channel's name, as anchors name it.
            sink: Delivers one message; what it raises counts as not delivered.
        """
        self._sinks[channel] = sink

    def sent(self) -> tuple[Notification, ...]:
        """Return the messages that were delivered, oldest first, the last 10,000."""
        return tuple(it for it in self._outbox if it.delivered)

    def failed(self) -> tuple[Notification, ...]:
        """Return the messages that a sink refused, oldest first."""
        return tuple(it for it in self._outbox if not it.delivered)

    async def notify(
        self, anchor: Anchor, subject: str, body: str
    ) -> tuple[Notification, ...]:
        """Send a message over every channel of an anchor, all at the same time.

        An anchor without a channel, or with none that delivers, is reached over the
        governance bus, so that no escalation ends in silence.

        Args:
            anchor: Whom to reach.
            subject: One line.
            body: The message.
        """
        draft = Notification(
            anchor=anchor.name,
            channel=GOVERNANCE_BUS,
            subject=subject,
            body=body,
            at=self._clock.now(),
            correlation_id=correlation_id(),
        )
        notices = await asyncio.gather(
            *(
                self._send(replace(draft, channel=channel))
                for channel in dict.fromkeys(anchor.channels)
            )
        )
        if not any(notice.delivered for notice in notices):
            notices.append(await self._send(draft))
        self._outbox.extend(notices)
        if not any(it.delivered and it.channel in self._sinks for it in notices):
            self._tell_unseen(anchor)
        return tuple(notices)

    def _tell_unseen(self, anchor: Anchor) -> None:
        """Log that messages to a receiver go to the outbox and no further."""
        if anchor.name in self._unseen:
            return
        self._unseen.add(anchor.name)
        named = ", ".join(dict.fromkeys(anchor.channels))
        _LOG.warning(
            "Messages to %s stay in the outbox, where nobody outside sees them: %s.",
            anchor.name or "no receiver",
            f"no code delivers over {named}" if named else "there is no channel",
        )

    async def _send(self, notice: Notification) -> Notification:
        """Hand a message to its channel's sink; note what goes wrong."""
        sink = self._sinks.get(notice.channel)
        if sink is None:
            return notice
        try:
            await asyncio.wait_for(sink(notice), self._patience_s)
        except Exception as error:  # pylint: disable=broad-exception-caught
            # A sink is foreign code: whatever it raises, the other channels go on.
            return replace(notice, error=f"{type(error).__name__}: {error}")
        return notice


def load_sink(channel: str, code: str) -> Sink:
    """Import the code that delivers over a channel.

    Args:
        channel: The channel's name, for the error.
        code: Where the code is, as module:callable.

    Raises:
        ConfigurationError: It cannot be imported, or is no async callable.
    """
    try:
        sink: object = pkgutil.resolve_name(code)
    except (ImportError, AttributeError, ValueError) as error:
        raise ConfigurationError(f"channels.{channel}: no {code}: {error}.") from error
    call = sink if inspect.isroutine(sink) else getattr(sink, "__call__", None)
    if isinstance(sink, type) or not inspect.iscoroutinefunction(call):
        raise ConfigurationError(f"channels.{channel}: {code} is no async callable.")
    return cast(Sink, sink)
