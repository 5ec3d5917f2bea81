"""Crane: test_operations (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    deployment.endpoints, contracts, bindings
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest

from harbour.agents.crane.config_manager import SETTINGS
from harbour.agents.crane.contracts import PlanLiftRequest, PlanLiftResponse
from harbour.agents.crane.json import Json
from harbour.agents.crane.lift_matcher import LiftMatcher
from harbour.core.clock import FixedClock
from harbour.core.context import AgentContext, Runtime
from harbour.core.errors import OperationTimeoutError, OperationUnboundError
from harbour.core.operations import Bindings


async def test_plan_lift_runs_its_domain_code(runtime: Runtime) -> None:
    """The bound code gets the request, and its answer comes back."""
    given: list[Mapping[str, object]] = []

    def code(**fields: object) -> Mapping[str, object]:
        """Stand in for the domain code."""
        given.append(fields)
        return {"order": ["text"]}

    context = AgentContext(SETTINGS, runtime, Bindings(operations={"plan_lift": code}))
    part = LiftMatcher(context)
    answer = await part.plan_lift(
        PlanLiftRequest.model_validate(
            {"class": "text", "boxes": [{"id": "text", "weight": 0.5}]}
        )
    )
    assert answer == PlanLiftResponse.model_validate({"order": ["text"]})
    assert set(given[0]) == {
        "class_",
        "boxes",
    }
    assert [entry.operation for entry in context.decisions.records()] == ["plan_lift"]


async def test_plan_lift_says_that_nothing_is_bound(context: AgentContext) -> None:
    """Without domain code the operation is refused, counted and listed."""
    part = LiftMatcher(context)
    with pytest.raises(OperationUnboundError):
        await part.plan_lift(
            PlanLiftRequest.model_validate(
                {"class": "text", "boxes": [{"id": "text", "weight": 0.5}]}
            )
        )
    assert "plan_lift" in context.operations.unbound()
    assert context.metrics.value("operation_unbound_total") == 1


async def test_plan_lift_is_given_up_after_its_limit(
    runtime: Runtime, clock: FixedClock
) -> None:
    """Code that takes as long as the schema's limit is not waited for any longer."""

    async def code(*_given: object, **_fields: object) -> Mapping[str, object]:
        """Stand in for domain code that is too slow."""
        clock.advance(300 / 1000)
        await asyncio.sleep(1)
        return {"order": ["text"]}

    context = AgentContext(SETTINGS, runtime, Bindings(operations={"plan_lift": code}))
    part = LiftMatcher(context)
    with pytest.raises(OperationTimeoutError):
        await part.plan_lift(
            PlanLiftRequest.model_validate(
                {"class": "text", "boxes": [{"id": "text", "weight": 0.5}]}
            )
        )


async def test_json_runs_its_domain_code(runtime: Runtime) -> None:
    """The bound code gets the request, and its answer comes back."""
    given: list[Mapping[str, object]] = []

    def code(payload: Mapping[str, object]) -> Mapping[str, object]:
        """Stand in for the domain code."""
        given.append(payload)
        return {"key": "value"}

    context = AgentContext(SETTINGS, runtime, Bindings(operations={"json": code}))
    part = Json(context)
    answer = await part.json({"key": "value"})
    assert answer == {"key": "value"}
    assert given == [{"key": "value"}]
    assert [entry.operation for entry in context.decisions.records()] == ["json"]


async def test_json_says_that_nothing_is_bound(context: AgentContext) -> None:
    """Without domain code the operation is refused, counted and listed."""
    part = Json(context)
    with pytest.raises(OperationUnboundError):
        await part.json({"key": "value"})
    assert "json" in context.operations.unbound()
    assert context.metrics.value("operation_unbound_total") == 1
