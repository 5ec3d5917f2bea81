"""HarbourMaster: memory_bridge.

Opens the agent's memory layers.

Extracted from agents/harbour_master.yaml
    memorytopology
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import memorymanager
from harbour.core.context import AgentContext
from harbour.core.memorymanager import LayerSpec

WORKING: Final = LayerSpec(
    layer="working",
    storage="redis_cluster",
    purpose="Open sales. TTL=5 minutes.",
    keyspace="master:working:*",
    ttl_s=300,
)

LAYERS: Final[tuple[LayerSpec, ...]] = (WORKING,)


class MemoryBridge(memorymanager.MemoryManager):
    """The memory layers of HarbourMaster."""

    def __init__(self, context: AgentContext) -> None:
        """Open the layers.

        Args:
            context: The agent's clock, storage and events.
        """
        super().__init__(context, LAYERS)
        self.working = self.layer("working")
