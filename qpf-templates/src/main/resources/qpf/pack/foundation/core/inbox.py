"""Results that arrive later than the request that asked for them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .errors import InvalidRequestError, ResultTimeoutError, UnknownNameError
from .payload import Payload

if TYPE_CHECKING:
    from .context import AgentContext


@dataclass
class _Expected:
    """A result that is waited for.

    Attributes:
        arrived: Set when the result is there.
        payload: The result.
    """

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    payload: Payload = field(default_factory=dict)


class ResultInbox:
    """Where asynchronous results meet those who wait for them; used on one event loop."""

    def __init__(self, context: AgentContext) -> None:
        """Start with nothing expected."""
        self._context = context
        self._expected: dict[str, _Expected] = {}

    def expect(self, key: str) -> None:
        """Expect a result; to be said before it can arrive.

        Args:
            key: The result's key, such as a correlation id.

        Raises:
            InvalidRequestError: It is expected already.
        """
        if key in self._expected:
            raise InvalidRequestError(f"the result {key} is expected already")
        self._expected[key] = _Expected()

    def resolve(self, key: str, payload: Payload) -> None:
        """Let a result arrive.

        Args:
            key: The result's key.
            payload: The result.

        Raises:
            UnknownNameError: Nobody expects it, or no longer; the try is audited.
            InvalidRequestError: It has arrived already.
        """
        expected = self._expected.get(key)
        if expected is None:
            self._context.audit.record("result_arrived", "rejected", {"key": key})
            raise UnknownNameError("expected result", key)
        if expected.arrived.is_set():
            raise InvalidRequestError(f"the result {key} has arrived already")
        expected.payload = payload
        expected.arrived.set()

    async def result(self, key: str, timeout_s: float) -> Payload:
        """Wait for a result; it is handed out once.

        Args:
            key: The result's key.
            timeout_s: How many seconds to wait; then the result is no longer expected.

        Raises:
            UnknownNameError: Nobody has said that it is expected.
            ResultTimeoutError: It did not arrive in time.
        """
        expected = self._expected.get(key)
        if expected is None:
            raise UnknownNameError("expected result", key)
        try:
            async with self._context.clock.deadline(timeout_s):
                await expected.arrived.wait()
        except TimeoutError as error:
            self._context.audit.record("result_arrived", "timeout", {"key": key})
            raise ResultTimeoutError(key, timeout_s) from error
        finally:
            self._expected.pop(key, None)
        self._context.audit.record("result_arrived", "ok", {"key": key})
        return expected.payload
