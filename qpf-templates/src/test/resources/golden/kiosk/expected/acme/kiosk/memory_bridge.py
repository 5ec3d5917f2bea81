"""Kiosk: memory_bridge.

Opens the agent's memory layers.

Extracted from agents/kiosk.yaml
    memorytopology
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import memorymanager
from acme.core.context import AgentContext
from acme.core.memorymanager import LayerSpec

WORKING: Final = LayerSpec(
    layer="working",
    storage="redis_cluster",
    purpose="Open sales. TTL=5 minutes.",
    keyspace="kiosk:working:*",
    ttl_s=300,
)

LAYERS: Final[tuple[LayerSpec, ...]] = (WORKING,)


class MemoryBridge(memorymanager.MemoryManager):
    """The memory layers of Kiosk."""

    def __init__(self, context: AgentContext) -> None:
        """Open the layers.

        Args:
            context: The agent's clock, storage and events.
        """
        super().__init__(context, LAYERS)
        self.working = self.layer("working")
