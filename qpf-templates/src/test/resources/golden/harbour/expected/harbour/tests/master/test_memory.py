"""HarbourMaster: test_memory (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    memorytopology
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from harbour.core.clock import FixedClock
from harbour.core.context import AgentContext
from harbour.core.errors import MemoryFieldError, UnknownNameError
from harbour.master.memory_bridge import MemoryBridge


def test_memory_bridge_knows_its_layers(context: AgentContext) -> None:
    """Only the layers of the schema are there."""
    bridge = MemoryBridge(context)
    assert [layer.spec.layer for layer in bridge.layers] == [
        "working",
    ]
    with pytest.raises(UnknownNameError):
        bridge.layer("a layer that no schema declares")


async def test_working_memory_bridge_stores_and_recalls(context: AgentContext) -> None:
    """What working memory stores comes back, under the keyspace of the schema."""
    layer = MemoryBridge(context).layer("working")
    record = await layer.store("a key", {"seen": 1})
    assert await layer.recall("a key") == {"seen": 1}
    assert record.full_key == layer.full_key("a key")
    assert await layer.recall("another key") is None
    assert await layer.count() == 1


async def test_working_memory_bridge_forgets_after_its_ttl(
    context: AgentContext, clock: FixedClock
) -> None:
    """An entry lives for 300 seconds and not a second longer."""
    layer = MemoryBridge(context).layer("working")
    await layer.store("a key", {"seen": 1})
    clock.advance(300 - 1)
    assert await layer.recall("a key") == {"seen": 1}
    clock.advance(1)
    assert await layer.recall("a key") is None
    assert await layer.purge() == 1


async def test_working_memory_bridge_searches_its_index(context: AgentContext) -> None:
    """Entries are found by the fields of the schema's index, and by no other."""
    layer = MemoryBridge(context).layer("working")
    for field in layer.spec.index_by:
        await layer.store(field, {"seen": 1}, {field: "wanted"})
        found = await layer.search({field: "wanted"})
        assert [record.key for record in found] == [field]
    with pytest.raises(MemoryFieldError):
        await layer.search({"a field that no schema declares": "wanted"})
