"""Clocks: the only way by which the foundation learns what time it is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import ContextVar
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

_END: Final[ContextVar[float | None]] = ContextVar("end", default=None)


class Clock(Protocol):
    """Tells the time of the wall and a time that never runs backwards."""

    def now(self) -> datetime:
        """Give the current time, aware and in UTC."""

    def monotonic(self) -> float:
        """Give seconds since an arbitrary start; only differences mean something."""

    def deadline(self, seconds: float) -> AbstractAsyncContextManager[asyncio.Timeout]:
        """Give a block that ends by TimeoutError once it has taken too long.

        Args:
            seconds: How long the block may take, on this clock.

        Returns:
            The block; what it is entered with says whether the deadline passed.
        """


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Give the machine's current time, aware and in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Give the machine's monotonic time in seconds."""
        return time.monotonic()

    def deadline(self, seconds: float) -> AbstractAsyncContextManager[asyncio.Timeout]:
        """Give a block that may take so many seconds of the machine's time."""
        return asyncio.timeout(seconds)


class FixedClock:
    """A clock that stands still until it is moved: time as tests want it.

    No deadline passes by itself, however slow the machine is.
    """

    def __init__(self, at: datetime) -> None:
        """Stop the clock at a moment.

        Args:
            at: The moment, aware; it is kept in UTC.

        Raises:
            ValueError: The moment has no time zone.
        """
        if at.tzinfo is None:
            raise ValueError("a clock needs a moment with a time zone")
        self._start = at.astimezone(UTC)
        self._elapsed = timedelta()
        self._deadlines: dict[
            asyncio.Timeout, tuple[asyncio.AbstractEventLoop, float]
        ] = {}

    def now(self) -> datetime:
        """Give the moment at which the clock stands, in UTC."""
        return self._start + self._elapsed

    def monotonic(self) -> float:
        """Give the seconds by which the clock has been moved so far."""
        return self._elapsed.total_seconds()

    @asynccontextmanager
    async def deadline(self, seconds: float) -> AsyncIterator[asyncio.Timeout]:
        """Give a block that ends once the clock is moved by so many seconds."""
        async with asyncio.timeout(None) as timeout:
            end = self.monotonic() + seconds
            self._deadlines[timeout] = (asyncio.get_running_loop(), end)
            try:
                yield timeout
            finally:
                del self._deadlines[timeout]

    def advance(self, seconds: float) -> None:
        """Move the clock forward; any thread may, and so may what runs in a deadline.

        Args:
            seconds: How far; zero or more.

        Raises:
            ValueError: The clock would run backwards.
        """
        if seconds < 0:
            raise ValueError("a clock does not run backwards")
        self._elapsed += timedelta(seconds=seconds)
        for timeout, (loop, end) in list(self._deadlines.items()):
            if self.monotonic() >= end:
                loop.call_soon_threadsafe(self._pass, timeout)

    def _pass(self, timeout: asyncio.Timeout) -> None:
        """End a block whose deadline has passed, unless it has ended in the meantime."""
        if timeout in self._deadlines and not timeout.expired():
            timeout.reschedule(0)


@asynccontextmanager
async def limited(clock: Clock, seconds: float) -> AsyncIterator[asyncio.Timeout]:
    """Give a block with a deadline that what runs in it can see; see `has_time`.

    Args:
        clock: The clock that the deadline is measured on.
        seconds: How long the block may take.

    Yields:
        What says whether the deadline passed.
    """
    end = clock.monotonic() + seconds
    outer = _END.get()
    token = _END.set(end if outer is None else min(end, outer))
    try:
        async with clock.deadline(seconds) as deadline:
            yield deadline
    finally:
        _END.reset(token)


def has_time(clock: Clock, seconds: float) -> bool:
    """Say whether so many seconds may pass before the deadline of this flow does."""
    end = _END.get()
    return end is None or clock.monotonic() + seconds < end
