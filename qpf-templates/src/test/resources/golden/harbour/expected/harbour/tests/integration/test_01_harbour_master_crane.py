"""Wiring 1: HarbourMaster calls Crane.

Both ends run in one process on embedded backends; domain code is replaced by stand-ins.

Extracted from glue.yaml
    wirings 1
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping

from harbour.agents.crane.config_manager import SETTINGS as SETTINGS_THERE
from harbour.agents.crane.contracts import PlanLiftRequest, PlanLiftResponse
from harbour.agents.crane.crane_controller import CraneController as ControllerThere
from harbour.core.context import AgentContext, Runtime
from harbour.core.operations import Bindings
from harbour.master.config_manager import SETTINGS as SETTINGS_HERE
from harbour.master.crane_client import CraneClient as CarrierHere


async def test_plan_lift_is_called(runtime: Runtime) -> None:
    """The caller's client reaches the operation of the other agent and brings its answer back."""
    given: list[Mapping[str, object]] = []

    def code(**fields: object) -> Mapping[str, object]:
        """Stand in for the domain code of the called agent."""
        given.append(fields)
        return {"order": ["text"]}

    there = AgentContext(
        SETTINGS_THERE, runtime, Bindings(operations={"plan_lift": code})
    )
    ControllerThere(there)
    client = CarrierHere(AgentContext(SETTINGS_HERE, runtime))
    answer = await client.plan_lift(
        PlanLiftRequest.model_validate(
            {"class": "text", "boxes": [{"id": "text", "weight": 0.5}]}
        )
    )
    assert answer == PlanLiftResponse.model_validate({"order": ["text"]})
    assert len(given) == 1
