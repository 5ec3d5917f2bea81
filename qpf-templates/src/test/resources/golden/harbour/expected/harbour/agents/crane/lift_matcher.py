"""Crane: lift_matcher (strategy).

Decides by the agent's strategies.

Extracted from agents/crane.yaml
    reasoningengine, deployment.endpoints.plan_lift
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.agents.crane.contracts import PlanLiftRequest, PlanLiftResponse
from harbour.core import reasoning
from harbour.core.context import AgentContext
from harbour.core.operations import OperationSpec
from harbour.core.reasoning import ReasoningSpec

REASONING: Final = ReasoningSpec(
    framework="rules",
    model="lift_rules",
    strategies=("shortest_path",),
    scope_days=None,
    fusion_mode="",
    sources=(),
)
PLAN_LIFT: Final = OperationSpec(name="plan_lift", timeout_ms=300)


class LiftMatcher(reasoning.StrategyEngine):
    """Decides for Crane by the strategies that fall to this module."""

    def __init__(self, context: AgentContext) -> None:
        """Take the bound strategies from the agent's context.

        Args:
            context: The agent's domain code, decision log and clock.
        """
        super().__init__(context, REASONING)
        self._run_plan_lift = context.operation(
            PLAN_LIFT, PlanLiftRequest, PlanLiftResponse
        )

    async def plan_lift(self, request: PlanLiftRequest) -> PlanLiftResponse:
        """Run plan_lift by its bound domain code, within 300 ms.

        Args:
            request: What the contract asks for.

        Returns:
            What the contract promises.

        Raises:
            OperationUnboundError: No domain code is bound to plan_lift.
            OperationTimeoutError: The bound code took longer than 300 ms.
        """
        return await self._run_plan_lift(request)
