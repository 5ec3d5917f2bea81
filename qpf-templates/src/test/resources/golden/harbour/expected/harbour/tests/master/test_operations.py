"""HarbourMaster: test_operations (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    deployment.endpoints, contracts, bindings
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from harbour.core.context import AgentContext, Runtime
from harbour.core.errors import OperationUnboundError
from harbour.core.operations import Bindings
from harbour.master.config_manager import SETTINGS
from harbour.master.controller import Controller


async def test_admit_runs_its_domain_code(runtime: Runtime) -> None:
    """The bound code gets the request, and its answer comes back."""
    given: list[Mapping[str, object]] = []

    def code(payload: Mapping[str, object]) -> Mapping[str, object]:
        """Stand in for the domain code."""
        given.append(payload)
        return {"key": "value"}

    context = AgentContext(SETTINGS, runtime, Bindings(operations={"admit": code}))
    part = Controller(context)
    answer = await part.admit({"key": "value"})
    assert answer == {"key": "value"}
    assert given == [{"key": "value"}]
    assert [entry.operation for entry in context.decisions.records()] == ["admit"]


async def test_admit_says_that_nothing_is_bound(context: AgentContext) -> None:
    """Without domain code the operation is refused, counted and listed."""
    part = Controller(context)
    with pytest.raises(OperationUnboundError):
        await part.admit({"key": "value"})
    assert "admit" in context.operations.unbound()
    assert context.metrics.value("operation_unbound_total") == 1
