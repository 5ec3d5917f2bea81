"""Crane: memory_bridge.

Opens the agent's memory layers.

Extracted from agents/crane.yaml
    memorytopology
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import memorymanager
from harbour.core.context import AgentContext
from harbour.core.memorymanager import LayerSpec, Retention

WORKING: Final = LayerSpec(
    layer="working",
    storage="redis_cluster",
    purpose="Lifts in the air",
    keyspace="crane:working:*",
    ttl_s=600,
)

EPISODIC: Final = LayerSpec(
    layer="episodic",
    storage="postgres + pgvector",
    purpose="Every lift",
    retention=Retention(months=18),
    index_by=("ship", "box"),
)

LAYERS: Final[tuple[LayerSpec, ...]] = (
    WORKING,
    EPISODIC,
)


class MemoryBridge(memorymanager.MemoryManager):
    """The memory layers of Crane."""

    def __init__(self, context: AgentContext) -> None:
        """Open the layers.

        Args:
            context: The agent's clock, storage and events.
        """
        super().__init__(context, LAYERS)
        self.working = self.layer("working")
        self.episodic = self.layer("episodic")
