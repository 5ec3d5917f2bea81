"""Kiosk: test_world_model (tests).

What the schema says, tried on the extracted code.

Extracted from agents/kiosk.yaml
    worldmodelintegration
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from acme.core.context import AgentContext
from acme.core.errors import UnknownNameError
from acme.kiosk.world_model_bridge import WORLD_MODEL as WORLD_OF_WORLD_MODEL_BRIDGE
from acme.kiosk.world_model_bridge import WorldModelBridge


async def test_world_model_bridge_learns_by_its_connectors(
    context: AgentContext,
) -> None:
    """Facts come in by the connectors of the schema, and by no other."""
    world = WorldModelBridge(context)
    for connector in WORLD_OF_WORLD_MODEL_BRIDGE.connectors:
        await world.update(connector, {"seen": 1})
        assert world.snapshot()
    with pytest.raises(UnknownNameError):
        await world.update("a connector that no schema declares", {})


async def test_world_model_bridge_answers_its_use_cases(context: AgentContext) -> None:
    """Each use case gets a context; a use case that nobody declared gets none."""
    world = WorldModelBridge(context)
    for use_case in WORLD_OF_WORLD_MODEL_BRIDGE.use_cases:
        assert isinstance(await world.context_for(use_case), dict)
    with pytest.raises(UnknownNameError):
        await world.context_for("a use case that no schema declares")
