"""Clocks: the only way by which the foundation learns what time it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time of the wall and a time that never runs backwards."""

    def now(self) -> datetime:
        """Give the current time, aware and in UTC."""

    def monotonic(self) -> float:
        """Give seconds since an arbitrary start; only differences mean something."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Give the machine's current time, aware and in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Give the machine's monotonic time in seconds."""
        return time.monotonic()


class FixedClock:
    """A clock that stands still until it is moved: time as tests want it."""

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

    def now(self) -> datetime:
        """Give the moment at which the clock stands, in UTC."""
        return self._start + self._elapsed

    def monotonic(self) -> float:
        """Give the seconds by which the clock has been moved so far."""
        return self._elapsed.total_seconds()

    def advance(self, seconds: float) -> None:
        """Move the clock forward.

        Args:
            seconds: How far; zero or more.

        Raises:
            ValueError: The clock would run backwards.
        """
        if seconds < 0:
            raise ValueError("a clock does not run backwards")
        self._elapsed += timedelta(seconds=seconds)
