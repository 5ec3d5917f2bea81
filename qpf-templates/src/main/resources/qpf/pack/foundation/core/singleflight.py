"""Work that several callers want at a time and that is done once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

_ResultT = TypeVar("_ResultT")


class SingleFlight(Generic[_ResultT]):
    """Does one piece of work per key at a time; whoever comes meanwhile shares it."""

    def __init__(self) -> None:
        """Start with nothing under way."""
        self._under_way: dict[str, asyncio.Task[_ResultT]] = {}

    async def run(self, key: str, work: Callable[[], Awaitable[_ResultT]]) -> _ResultT:
        """Return the result of the work under a key, begun now or under way already.

        What the work raises reaches all who wait for it. A caller that is cancelled
        leaves the work to the others.

        Args:
            key: Which work it is.
            work: Does it; not called where the work is under way.
        """
        task = self._under_way.get(key)
        if task is None:
            task = asyncio.create_task(_done(work))
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key, None))
        return await asyncio.shield(task)


async def _done(work: Callable[[], Awaitable[_ResultT]]) -> _ResultT:
    """Do the work: a task takes a coroutine only."""
    return await work()
