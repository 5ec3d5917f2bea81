"""An agent's memory: five layers, each with its keyspace, lifetime and index."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from .errors import UnknownNameError
from .memorylayer import MemoryLayer
from .payload import Payload
from .records import LayerSpec, MemoryRecord, Relation, Retention
from .singleflight import SingleFlight

if TYPE_CHECKING:
    from .context import AgentContext

__all__ = [
    "CAUSES",
    "SHARED_EVENT",
    "Cache",
    "LayerSpec",
    "MemoryLayer",
    "MemoryManager",
    "MemoryRecord",
    "MemoryWriter",
    "Relation",
    "Retention",
]

CAUSES: Final = "causes"
SHARED_EVENT: Final = "memory_shared"


class MemoryManager:
    """All memory layers of one agent, and what it shares with others."""

    def __init__(self, context: AgentContext, layers: tuple[LayerSpec, ...]) -> None:
        """Open the layers.

        Args:
            context: The agent.
            layers: The layers that the schema declares, each name once.

        Raises:
            ValueError: Two layers have the same name.
        """
        self._context = context
        self._layers = {spec.layer: MemoryLayer(context, spec) for spec in layers}
        if len(self._layers) != len(layers):
            raise ValueError("a memory layer is declared twice")
        context.events.declare(SHARED_EVENT)
        context.keep(self)

    @property
    def layers(self) -> tuple[MemoryLayer, ...]:
        """The layers in the schema's order."""
        return tuple(self._layers.values())

    def layer(self, name: str) -> MemoryLayer:
        """Return a layer.

        Raises:
            UnknownNameError: The schema declares no such layer.
        """
        if name not in self._layers:
            raise UnknownNameError("memory layer", name)
        return self._layers[name]

    async def purge(self) -> Mapping[str, int]:
        """Remove what has expired; return how many entries by layer."""
        return {name: await layer.purge() for name, layer in self._layers.items()}

    async def share(self, layer: str, key: str) -> None:
        """Let other agents read a record, and tell them by the event memory_shared.

        The permission ends when the record is stored anew or expires.

        Raises:
            UnknownNameError: There is no such layer, or no record under the key.
        """
        if not await self.layer(layer).share(key):
            raise UnknownNameError("memory record", key)
        self._context.audit.record(
            SHARED_EVENT, "shared", details={"layer": layer, "key": key}
        )
        await self._context.events.publish(SHARED_EVENT, {"layer": layer, "key": key})

    async def shared(self, owner: str, layer: str, key: str) -> Payload | None:
        """Return a record that another agent shares, None when it shares none.

        Args:
            owner: The other agent's name, an agent of the same runtime.
            layer: The name of its layer.
            key: The owner's key, without its keyspace.

        Raises:
            UnknownNameError: The runtime has no such agent.
        """
        other = self._context.runtime.contexts().get(owner)
        if other is None:
            raise UnknownNameError("agent", owner)
        record = await other.storage(layer).shared(key)
        return None if record is None else record.content


class MemoryWriter:
    """Writes what happens into one layer, and reads it back as history."""

    def __init__(self, context: AgentContext, spec: LayerSpec) -> None:
        """Open the layer."""
        self.layer = MemoryLayer(context, spec)

    async def write(
        self, subject: str, content: Payload, index: Mapping[str, object] | None = None
    ) -> MemoryRecord:
        """Add an entry to a subject's history; earlier ones stay.

        Args:
            subject: What the entry is about.
            content: What happened, JSON values only.
            index: Values to find it by; None takes the indexed fields of the content.

        Raises:
            MemoryFieldError: The index names a field that the layer does not index.
            InvalidRequestError: The content has no JSON form.
        """
        key = f"{subject}:{uuid4().hex}"
        return await self.layer.store_about(subject, key, content, index)

    async def history(self, subject: str) -> tuple[MemoryRecord, ...]:
        """Return the entries about a subject, oldest first."""
        return await self.layer.history(subject)

    async def trace(
        self, cause: str, effect: str, content: Payload | None = None
    ) -> Relation:
        """Remember that one thing causes another.

        Args:
            cause: What came first.
            effect: What came of it.
            content: Facts about it, JSON values only.
        """
        return await self.layer.relate(cause, CAUSES, effect, content)

    async def explain(self, effect: str) -> tuple[tuple[str, ...], ...]:
        """Return the causal chains that lead to an effect, each from its first cause."""
        return await self.layer.explain(effect)


class Cache:
    """A layer used to keep what is expensive to compute, for the layer's lifetime."""

    def __init__(self, context: AgentContext, spec: LayerSpec) -> None:
        """Open the layer."""
        self._context = context
        self._layer = MemoryLayer(context, spec)
        self._computing = SingleFlight[Payload]()

    async def get(self, key: str) -> Payload | None:
        """Return what is cached under a key, None when nothing is or no longer."""
        content = await self._layer.recall(key)
        found = "cache_misses_total" if content is None else "cache_hits_total"
        self._context.metrics.count(found)
        return content

    async def put(self, key: str, content: Payload) -> None:
        """Cache a payload under a key.

        Raises:
            InvalidRequestError: The key is empty, or the content has no JSON form.
        """
        await self._layer.store(key, content)

    async def get_or_compute(
        self, key: str, compute: Callable[[], Awaitable[Payload]]
    ) -> Payload:
        """Return what is cached, or compute and cache it.

        Of several callers at a time one computes and the others wait for it. An error of
        the computation reaches all of them and is not cached.

        Args:
            key: The key to look under.
            compute: Makes the payload.
        """
        return await self._computing.run(key, lambda: self._fill(key, compute))

    async def _fill(
        self, key: str, compute: Callable[[], Awaitable[Payload]]
    ) -> Payload:
        """Return what is cached, or what is computed and now cached."""
        content = await self.get(key)
        if content is not None:
            return content
        return (await self._layer.store(key, await compute())).content
