"""Crane: world_model_bridge.

Keeps what the agent believes of its world, by connector, and answers by use case.

Extracted from agents/crane.yaml
    worldmodelintegration
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core.context import AgentContext
from harbour.worldmodel import interface
from harbour.worldmodel.interface import WorldModelSpec

WORLD_MODEL: Final = WorldModelSpec(
    enabled=True,
    models=("tides",),
    connectors=("anemometer",),
    model_type="",
    use_cases=("calm_hour",),
    update_frequency="",
    context_window="",
)


class WorldModelBridge(interface.WorldModel):
    """What Crane believes of its world."""

    def __init__(self, context: AgentContext) -> None:
        """Start with an empty world.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, WORLD_MODEL)
