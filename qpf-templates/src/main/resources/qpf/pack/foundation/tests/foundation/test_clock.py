"""Clocks: the machine's runs, the test's stands until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from ...core.clock import FixedClock, SystemClock
from .samples import NOON


def test_the_clock_of_the_machine_is_aware_and_never_runs_backwards() -> None:
    """Its time is in UTC and near to what the machine says."""
    clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().utcoffset() == timedelta(0)
    first = clock.monotonic()
    assert clock.monotonic() >= first


def test_a_fixed_clock_moves_only_when_told() -> None:
    """Both of its times move together."""
    clock = FixedClock(NOON)
    assert (clock.now(), clock.monotonic()) == (NOON, 0.0)
    clock.advance(1.5)
    assert clock.now() == NOON + timedelta(seconds=1.5)
    assert clock.monotonic() == 1.5


def test_a_fixed_clock_keeps_utc_and_refuses_nonsense() -> None:
    """A moment in another zone is the same moment in UTC."""
    berlin = timezone(timedelta(hours=1))
    assert FixedClock(NOON.astimezone(berlin)).now().tzinfo is UTC
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="backwards"):
        FixedClock(NOON).advance(-0.1)
