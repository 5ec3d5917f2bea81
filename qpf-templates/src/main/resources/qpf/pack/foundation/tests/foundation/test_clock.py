"""Clocks: the machine's runs, the test's stands until it is moved."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta, timezone

import pytest

from ...core.clock import Clock, FixedClock, SystemClock
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


async def test_a_deadline_of_the_machine_passes_by_itself() -> None:
    """What takes longer is ended, and the block knows why."""
    with pytest.raises(TimeoutError):
        async with SystemClock().deadline(0.01) as deadline:
            await asyncio.sleep(5)
    assert deadline.expired()


async def test_a_deadline_of_a_fixed_clock_passes_when_it_is_moved_that_far() -> None:
    """Not a bit sooner, and for each block by its own limit."""
    clock = FixedClock(NOON)
    async with clock.deadline(0.5) as longer:
        with pytest.raises(TimeoutError):
            async with clock.deadline(0.002) as deadline:
                clock.advance(0.001)
                await asyncio.sleep(0.01)
                assert not deadline.expired()
                clock.advance(0.001)
                clock.advance(0)
                await asyncio.sleep(5)
        assert deadline.expired()
    assert not longer.expired()


async def test_a_deadline_of_a_fixed_clock_passes_from_another_thread() -> None:
    """Plain code runs in threads, and tests move the clock in it."""
    clock = FixedClock(NOON)
    with pytest.raises(TimeoutError):
        async with clock.deadline(1):
            threading.Thread(target=clock.advance, args=(1,)).start()
            await asyncio.sleep(5)


@pytest.mark.parametrize("clock", [SystemClock(), FixedClock(NOON)])
async def test_what_ends_in_time_is_left_alone(clock: Clock) -> None:
    """A deadline that was kept does not pass afterwards."""
    async with clock.deadline(60) as deadline:
        await asyncio.sleep(0)
    if isinstance(clock, FixedClock):
        clock.advance(61)
    await asyncio.sleep(0)
    assert not deadline.expired()


async def test_a_clock_moved_at_the_end_of_a_block_does_not_end_it() -> None:
    """The block is over before its event loop gets to end it."""
    clock = FixedClock(NOON)
    async with clock.deadline(1) as deadline:
        clock.advance(2)
    await asyncio.sleep(0)
    assert not deadline.expired()
