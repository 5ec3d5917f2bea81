"""The correlation id: one name for all that happens because of one request."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final
from uuid import uuid4

CORRELATION_HEADER: Final = "X-Correlation-Id"

_CURRENT: Final[ContextVar[str]] = ContextVar("correlation_id")


def correlation_id() -> str:
    """Give the id of the current flow; outside of any flow, a new one on each call."""
    return _CURRENT.get("") or uuid4().hex


@contextmanager
def correlated(value: str | None) -> Iterator[str]:
    """Run a block as part of a flow.

    Args:
        value: The flow's id; None keeps the current flow, or begins a new one.

    Yields:
        The id that holds inside the block, in threads and tasks started there too.
    """
    current = value or correlation_id()
    token = _CURRENT.set(current)
    try:
        yield current
    finally:
        _CURRENT.reset(token)


class FlowFilter(logging.Filter):
    """Gives each log record the id of its flow as `flow`; "-" outside of any."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass."""
        record.flow = _CURRENT.get("") or "-"
        return True
