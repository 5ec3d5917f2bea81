"""Versions of a model: proposed, promoted, and rolled back when they do worse."""

from __future__ import annotations

import asyncio
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from .errors import InvalidRequestError, UnknownNameError
from .records import state_record

if TYPE_CHECKING:
    from .context import AgentContext
    from .learning import LearningSpec

_LAYER: Final = "model_registry"
_STATE: Final = "state"


@dataclass(frozen=True)
class ModelVersion:
    """One version of a model.

    Attributes:
        version: Its name.
        score: How well it did when it was last measured; more is better.
    """

    version: str
    score: float


class ModelRegistry:
    """Knows every version's score and which one is in use, across restarts."""

    def __init__(self, context: AgentContext, spec: LearningSpec) -> None:
        """Take the agent, for its storage, and its rules for regressions.

        Args:
            context: The agent.
            spec: Says by how much a score may fall, and whether the registry then goes
                back on its own.
        """
        self._context = context
        self._spec = spec
        self._store = context.storage(_LAYER)
        self._scores: dict[str, float] = {}
        self._promoted: list[str] = []
        self._saving = asyncio.Lock()

    async def start(self) -> None:
        """Load what was known before a restart."""
        record = await self._store.read(_STATE)
        if record is not None:
            scores = cast("list[tuple[str, float]]", record.content["scores"])
            self._scores = dict(scores)
            self._promoted = list(cast("list[str]", record.content["promoted"]))

    def current(self) -> ModelVersion | None:
        """Return the version in use, None before the first promotion."""
        return self._version(self._promoted[-1]) if self._promoted else None

    def versions(self) -> tuple[ModelVersion, ...]:
        """Return every version, in the order in which they were proposed."""
        return tuple(map(self._version, self._scores))

    async def propose(self, version: str, score: float) -> ModelVersion:
        """Make a version known, or measure a known one again.

        Where the version in use now does worse than the one before it, the registry goes
        back if the schema says so.

        Args:
            version: The version's name.
            score: How well it does; more is better, finite.

        Raises:
            InvalidRequestError: The score is NaN or infinite.
        """
        if not math.isfinite(score):
            raise InvalidRequestError(f"the score of {version} is not finite")
        self._scores[version] = score
        in_use = self._promoted[-1:] == [version]
        after = self._judge() if in_use else ()
        await self._note(version, ("model_proposed", *after))
        return ModelVersion(version, score)

    async def promote(self, version: str) -> ModelVersion:
        """Put a version to use, unless it does worse and the schema wants none such.

        Args:
            version: A version that was proposed.

        Returns:
            The version in use from now on.

        Raises:
            UnknownNameError: The version was not proposed.
        """
        if version not in self._scores:
            raise UnknownNameError("model version", version)
        if self._promoted[-1:] != [version]:
            self._promoted.append(version)
            after = self._judge()
            await self._note(version, ("model_promoted", *after))
        return self._version(self._promoted[-1])

    async def rollback(self) -> ModelVersion:
        """Go back to the version that was in use before.

        Returns:
            The version in use from now on.

        Raises:
            InvalidRequestError: There is none to go back to.
        """
        if len(self._promoted) < 2:
            raise InvalidRequestError("there is no earlier model version")
        left = self._promoted.pop()
        await self._note(left, ("model_rolled_back",))
        return self._version(self._promoted[-1])

    def _judge(self) -> tuple[str, ...]:
        """Compare the version in use with the one before it, and go back where asked to.

        Returns:
            What happened by this, as actions of the audit log.
        """
        if len(self._promoted) < 2:
            return ()
        before, now = (self._scores[name] for name in self._promoted[-2:])
        if now >= before - (self._spec.stability_threshold or 0.0):
            return ()
        self._context.metrics.count("model_regressions_total")
        if not self._spec.rollback_on_regression:
            return ("model_regressed",)
        self._promoted.pop()
        return ("model_regressed", "model_rolled_back")

    def _version(self, name: str) -> ModelVersion:
        """Return a version with its score."""
        return ModelVersion(name, self._scores[name])

    async def _note(self, version: str, actions: tuple[str, ...]) -> None:
        """Keep the state, audit what happened, and tell of what is declared."""
        await self._save()
        facts = {"version": version, "score": self._scores[version]}
        for action in actions:
            self._context.audit.record(action, "ok", facts)
            if self._context.events.declares(action):
                await self._context.events.publish(action, facts)

    async def _save(self) -> None:
        """Write the state as it is when the writes before have ended."""
        async with self._saving:
            content = {
                "scores": list(self._scores.items()),
                "promoted": list(self._promoted),
            }
            now = self._context.clock.now()
            await self._store.write(state_record(_STATE, content, now))
