"""Execution: what surrounds each call of bound code.

Deadline, correlation id, audit entry, metrics and decision record are the same for all
operations; they stand here once.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel

from .clock import limited
from .correlation import correlated
from .errors import (
    AgentError,
    OperationFailedError,
    OperationTimeoutError,
    OperationUnboundError,
)
from .payload import Payload, to_payload

if TYPE_CHECKING:
    from .context import AgentContext

_LOG: Final = logging.getLogger(__name__)
_DIGITS: Final = 6
_ResultT = TypeVar("_ResultT", bound=BaseModel | Payload)


@dataclass(frozen=True)
class OperationSpec:
    """What a schema says about an operation.

    Attributes:
        name: The operation's name, as on the wire.
        timeout_ms: Deadline for bound code in milliseconds; None is no deadline. Plain
            code that misses it is abandoned, not stopped: its thread runs to its end.
        audit: The audit scope that it belongs to; None audits it under its own name.
    """

    name: str
    timeout_ms: int | None = None
    audit: str | None = None


class Execution:
    """Runs one operation's bound code and leaves the traces of each call."""

    def __init__(self, context: AgentContext, spec: OperationSpec) -> None:
        """Prepare to run an operation of an agent."""
        self._context = context
        self._spec: Final = spec

    def refuse(self) -> OperationUnboundError:
        """Count and audit a call of an operation that has no code.

        Returns:
            The error to raise.
        """
        error = OperationUnboundError(self._spec.name)
        with correlated(None):
            self._count("operation_unbound_total")
            self._audit(error.outcome, {})
        return error

    async def run(
        self,
        inputs: Payload,
        call: Callable[[], Awaitable[object]],
        accept: Callable[[object], _ResultT],
    ) -> _ResultT:
        """Run bound code within its deadline and check what it returns.

        Args:
            inputs: What the operation was asked, JSON values, for the decision record.
            call: Calls the bound code.
            accept: Turns what it returned into the response.

        Returns:
            The response.

        Raises:
            OperationTimeoutError: The code missed its deadline.
            ContractBreachError: It returned what the contract forbids.
            OperationFailedError: It raised an exception that is no AgentError; an
                AgentError passes as it is.
        """
        with correlated(None), self._context.entered():
            started = self._context.clock.monotonic()
            try:
                response = accept(await self._in_time(call()))
            except AgentError as error:
                self._failed(error, inputs, started)
                raise
            except Exception as cause:
                _LOG.error(
                    "%s of %s failed.",
                    self._spec.name,
                    self._context.name,
                    exc_info=cause,
                )
                failure = OperationFailedError(self._spec.name, type(cause).__name__)
                self._failed(failure, inputs, started)
                raise failure from cause
            self._succeeded(inputs, to_payload(response), started)
            return response

    async def _in_time(self, result: Awaitable[object]) -> object:
        """Await a result within the operation's deadline.

        Raises:
            OperationTimeoutError: The deadline passed.
        """
        if self._spec.timeout_ms is None:
            return await result
        limit_ms = self._spec.timeout_ms
        deadline: asyncio.Timeout | None = None
        try:
            async with limited(self._context.clock, limit_ms / 1000) as deadline:
                return await result
        except TimeoutError as error:
            if deadline is not None and deadline.expired():
                raise OperationTimeoutError(self._spec.name, limit_ms) from error
            raise

    def _succeeded(self, inputs: Payload, outcome: Payload, started: float) -> None:
        """Leave the traces of a call that ended well."""
        duration = self._measure(started)
        self._audit("ok", {"duration_s": duration})
        self._context.decisions.record(self._spec.name, inputs, outcome, duration)

    def _failed(self, error: AgentError, inputs: Payload, started: float) -> None:
        """Leave the traces of a call that failed."""
        duration = self._measure(started)
        self._count("operation_failures_total")
        self._audit(error.outcome, {"duration_s": duration, "error": error.detail})
        self._context.decisions.record(
            self._spec.name, inputs, {"error": error.detail}, duration
        )

    def _measure(self, started: float) -> float:
        """Count a call and observe how long it took.

        Returns:
            Seconds since the call started, to the microsecond.
        """
        duration = self._context.clock.monotonic() - started
        self._count("operation_calls_total")
        self._context.metrics.observe(
            "operation_latency_seconds", duration, operation=self._spec.name
        )
        limit_ms = self._context.settings.decision_latency_ms
        if limit_ms is not None and duration * 1000 > limit_ms:
            self._count("decision_latency_exceeded_total")
            slow = {"duration_s": round(duration, _DIGITS), "limit_ms": limit_ms}
            self._audit("slow", slow)
        return round(duration, _DIGITS)

    def _count(self, metric: str) -> None:
        """Count one for this operation."""
        self._context.metrics.count(metric, operation=self._spec.name)

    def _audit(self, outcome: str, details: Payload) -> None:
        """Add an audit entry for this operation."""
        self._context.audit.record(
            self._spec.audit or self._spec.name,
            outcome,
            {"operation": self._spec.name, **details},
        )
