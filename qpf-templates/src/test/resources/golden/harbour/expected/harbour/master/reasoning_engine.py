"""HarbourMaster: reasoning_engine (strategy).

Decides by the agent's strategies.

Extracted from agents/harbour_master.yaml
    reasoningengine
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import reasoning
from harbour.core.context import AgentContext
from harbour.core.reasoning import ReasoningSpec

REASONING: Final = ReasoningSpec(
    framework="rules",
    model="fare_table",
    strategies=("cheapest_fare",),
    scope_days=None,
    fusion_mode="",
    sources=(),
)


class ReasoningEngine(reasoning.StrategyEngine):
    """Decides for HarbourMaster by the strategies that fall to this module."""

    def __init__(self, context: AgentContext) -> None:
        """Take the bound strategies from the agent's context.

        Args:
            context: The agent's domain code, decision log and clock.
        """
        super().__init__(context, REASONING)
