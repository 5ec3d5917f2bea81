"""An agent's view of the world: facts by connector, handed out by use case."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..core.canonical import json_copy
from ..core.errors import InvalidRequestError, UnknownNameError
from ..core.records import state_record

if TYPE_CHECKING:
    from ..core.context import AgentContext
    from ..core.payload import Payload

__all__ = ["WorldModel", "WorldModelSpec"]

_LAYER: Final = "world_model"


@dataclass(frozen=True)
class WorldModelSpec:
    """An agent's part of the world model, as its schema declares it.

    Attributes:
        models: The active models.
        connectors: Where facts may come from.
        model_type: What kind of model it is; descriptive.
        use_cases: What the facts are for.
        update_frequency: How often facts come, in the schema's words.
        context_window: How far back they reach, in the schema's words.
        enabled: Whether the agent takes part at all.
    """

    models: tuple[str, ...] = ()
    connectors: tuple[str, ...] = ()
    model_type: str = ""
    use_cases: tuple[str, ...] = ()
    update_frequency: str = ""
    context_window: str = ""
    enabled: bool = True


class WorldModel:
    """Keeps the latest facts of each connector, across restarts."""

    def __init__(self, context: AgentContext, spec: WorldModelSpec) -> None:
        """Take the agent, for its storage, and what its schema declares."""
        self.spec = spec
        self._context = context
        self._store = context.storage(_LAYER)
        self._facts: dict[str, dict[str, object]] = {}
        self._updating = asyncio.Lock()

    async def start(self) -> None:
        """Load the facts that were known before a restart; newer ones stay."""
        for record in await self._store.search({}):
            self._facts.setdefault(record.key, dict(record.content))

    async def update(self, connector: str, facts: Payload) -> Payload:
        """Take facts in; each replaces the fact of its name from the same connector.

        Args:
            connector: Where they come from.
            facts: Facts by name, JSON values only.

        Returns:
            All that the connector has told so far.

        Raises:
            UnknownNameError: The schema declares no such connector.
            InvalidRequestError: The world model is switched off, or a fact has no JSON
                form.
        """
        if not self.spec.enabled:
            raise InvalidRequestError("the world model is switched off")
        if connector not in self.spec.connectors:
            raise UnknownNameError("data connector", connector)
        async with self._updating:
            known = {**self._facts.get(connector, {}), **json_copy(facts)}
            now = self._context.clock.now()
            await self._store.write(state_record(connector, known, now))
            self._facts[connector] = known
        self._context.audit.record(
            "world_model_updated", "ok", {"connector": connector, "facts": len(facts)}
        )
        self._context.metrics.count("world_model_updates_total", connector=connector)
        return dict(known)

    async def context_for(self, use_case: str) -> Payload:
        """Return what a use case needs to know: the models and all facts.

        Args:
            use_case: What it is for.

        Raises:
            UnknownNameError: The schema declares no such use case.
        """
        if use_case not in self.spec.use_cases:
            raise UnknownNameError("use case", use_case)
        return {
            "use_case": use_case,
            "model_type": self.spec.model_type,
            "models": list(self.spec.models),
            "facts": self.snapshot(),
        }

    def snapshot(self) -> Payload:
        """Return a copy of the facts by connector, in the schema's order."""
        return {
            connector: dict(self._facts[connector])
            for connector in self.spec.connectors
            if connector in self._facts
        }
