"""Reasoning: strategies that score, decisions among them, and steps in turn."""

from __future__ import annotations

import math
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from numbers import Real
from types import MappingProxyType
from typing import TYPE_CHECKING

from .bindings import invoke
from .correlation import correlated
from .errors import (
    AgentError,
    ContractBreachError,
    InvalidRequestError,
    OperationFailedError,
    UnknownNameError,
)
from .execution import Execution, OperationSpec
from .inbox import ResultInbox
from .payload import Payload
from .singleflight import SingleFlight

if TYPE_CHECKING:
    from .audit import DecisionRecord
    from .context import AgentContext

__all__ = [
    "Coordinator",
    "ModelCatalog",
    "ReasoningSpec",
    "ResultInbox",
    "StrategyEngine",
]


@dataclass(frozen=True)
class ReasoningSpec:
    """An agent's reasoning engine, as its schema declares it.

    Attributes:
        framework: What it reasons by; descriptive.
        model: The main model's name.
        secondary_models: The names of further models.
        strategies: The names of the ways to score, in the schema's order.
        scope_days: How many days back facts count; None for all time.
        fusion_mode: How sources are blended; descriptive.
        sources: The knowledge sources that may be blended.
        stages: The stages of the reasoning pipeline, in order.
    """

    framework: str = ""
    model: str = ""
    secondary_models: tuple[str, ...] = ()
    strategies: tuple[str, ...] = ()
    scope_days: int | None = None
    fusion_mode: str = ""
    sources: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


class StrategyEngine:
    """Scores features by the strategies of an agent, each bound to domain code."""

    def __init__(self, context: AgentContext, spec: ReasoningSpec) -> None:
        """Take the agent, for its bound strategies, and its reasoning engine."""
        self.spec = spec
        self._context = context

    def bound(self) -> tuple[str, ...]:
        """Return the declared strategies that have code, in the schema's order."""
        strategy = self._context.strategy
        return tuple(it for it in self.spec.strategies if strategy(it) is not None)

    def unbound(self) -> tuple[str, ...]:
        """Return the declared strategies without code, in the schema's order."""
        strategy = self._context.strategy
        return tuple(it for it in self.spec.strategies if strategy(it) is None)

    async def score(self, strategy: str, features: Mapping[str, float]) -> float:
        """Score features by one strategy; audited and recorded like an operation.

        Args:
            strategy: The strategy's name.
            features: Numbers by name.

        Returns:
            The score, a finite number.

        Raises:
            UnknownNameError: The schema declares no such strategy.
            OperationUnboundError: No code is bound to it.
            ContractBreachError: The code returned something else than a finite number.
            OperationFailedError: The code raised an exception of its own.
        """
        if strategy not in self.spec.strategies:
            raise UnknownNameError("strategy", strategy)
        execution = Execution(self._context, OperationSpec(strategy))
        code = self._context.strategy(strategy)
        if code is None:
            raise execution.refuse()
        given = MappingProxyType(dict(features))
        scored = await execution.run(
            given,
            lambda: invoke(code, given),
            lambda result: {"score": _finite(strategy, result)},
        )
        return scored["score"]

    async def decide(self, features: Mapping[str, float]) -> DecisionRecord:
        """Score features by every bound strategy and name the best.

        A strategy that fails is recorded and leaves the choice to the others. Of equal
        scores the strategy that the schema names first is the best.

        Args:
            features: Numbers by name.

        Returns:
            The recorded decision; its outcome holds ``scores``, ``best`` and ``failed``.

        Raises:
            OperationUnboundError: No strategy has code.
            AgentError: Every strategy failed; this is the first failure.
        """
        names = self.bound()
        if not names:
            name = next(iter(self.spec.strategies), "decide")
            raise Execution(self._context, OperationSpec(name)).refuse()
        started = self._context.clock.monotonic()
        scores: dict[str, float] = {}
        failed: dict[str, AgentError] = {}
        with correlated(None):
            for name in names:
                try:
                    scores[name] = await self.score(name, features)
                except AgentError as error:
                    failed[name] = error
            if not scores:
                raise failed[names[0]]
            outcome = {
                "scores": scores,
                "best": max(scores, key=scores.__getitem__),
                "failed": {name: error.detail for name, error in failed.items()},
            }
            duration_s = self._context.clock.monotonic() - started
            self._context.audit.record("decision", "ok", {"best": outcome["best"]})
            return self._context.record_decision(
                "decide", features, outcome, duration_s
            )

    def in_scope(self, at: datetime) -> bool:
        """Say whether a fact of a time counts: no older than the scope, not in the future.

        Args:
            at: An aware time.

        Raises:
            InvalidRequestError: The time has no time zone.
        """
        if at.tzinfo is None:
            raise InvalidRequestError(f"the time {at.isoformat()} has no time zone")
        if self.spec.scope_days is None:
            return True
        now = self._context.clock.now()
        return now - timedelta(days=self.spec.scope_days) <= at <= now

    def fuse(self, values: Mapping[str, float]) -> Mapping[str, float]:
        """Return the values of knowledge sources in the order of the schema.

        Args:
            values: A finite number by source.

        Raises:
            UnknownNameError: The schema does not name a source.
            InvalidRequestError: A value is NaN or infinite.
        """
        for name, value in values.items():
            if name not in self.spec.sources:
                raise UnknownNameError("knowledge source", name)
            if not math.isfinite(value):
                raise InvalidRequestError(f"the value of {name} is not finite")
        return {name: values[name] for name in self.spec.sources if name in values}


class Coordinator:
    """Takes the steps of a flow in turn, each on what the ones before gave."""

    def __init__(self, context: AgentContext, steps: tuple[str, ...]) -> None:
        """Take the agent and the steps that the schema names."""
        self.steps = steps
        self._context = context

    async def coordinate(
        self, payload: Payload, steps: tuple[str, ...] | None = None
    ) -> Payload:
        """Take the steps; the result of each lies over what was known before.

        Args:
            payload: What is known at the start.
            steps: Only these steps, in this order; None takes all.

        Returns:
            All that is known at the end.

        Raises:
            UnknownNameError: A step is none of the coordinator's.
            AgentError: A step failed; later ones are not taken.
        """
        chosen = self.steps if steps is None else steps
        for step in chosen:
            if step not in self.steps:
                raise UnknownNameError("step", step)
        known = payload
        with correlated(None):
            for step in chosen:
                known = await self._context.step(step, known)
        return known


class ModelCatalog:
    """The models of an agent, loaded when they are first asked for."""

    def __init__(self, context: AgentContext, models: tuple[str, ...]) -> None:
        """Take the agent and the names of its models."""
        self.models = models
        self._context = context
        self._loaded: dict[str, object] = {}
        self._loading = SingleFlight[object]()

    async def load(self, name: str, loader: Callable[[], object]) -> object:
        """Return a model, loaded now or before.

        The event ``model_loaded`` is published where the agent declares it.

        Args:
            name: The model's name.
            loader: Makes the model; plain code runs in a thread, a coroutine is awaited.

        Raises:
            UnknownNameError: The schema names no such model.
            OperationFailedError: The loader raised an exception of its own.
        """
        if name not in self.models:
            raise UnknownNameError("model", name)
        if name not in self._loaded:
            await self._loading.run(name, lambda: self._load(name, loader))
        return self._loaded[name]

    def loaded(self) -> tuple[str, ...]:
        """Return the names of the models that are loaded, in the order of loading."""
        return tuple(self._loaded)

    def _load(self, name: str, loader: Callable[[], object]) -> Awaitable[object]:
        """Begin to load a model."""
        return self._keep(name, invoke(loader))

    async def _keep(self, name: str, loading: Awaitable[object]) -> object:
        """Wait for a model, keep it, audit it and tell of it."""
        started = self._context.clock.monotonic()
        facts: dict[str, object] = {"model": name}
        try:
            self._loaded[name] = await loading
        except AgentError as error:
            self._context.audit.record("model_loaded", error.outcome, facts)
            raise
        except Exception as error:
            self._context.audit.record("model_loaded", "failed", facts)
            raise OperationFailedError(f"load {name}", type(error).__name__) from error
        facts["duration_s"] = self._context.clock.monotonic() - started
        self._context.audit.record("model_loaded", "ok", facts)
        if self._context.events.declares("model_loaded"):
            await self._context.events.publish("model_loaded", facts)
        return self._loaded[name]


def _finite(strategy: str, result: object) -> float:
    """Return a score as a float.

    Raises:
        ContractBreachError: It is no finite number.
    """
    if isinstance(result, bool) or not isinstance(result, Real):
        raise ContractBreachError(
            strategy, f"it returned {type(result).__name__}, not a number."
        )
    score = float(result)
    if not math.isfinite(score):
        raise ContractBreachError(strategy, f"it returned {score}, which is no score.")
    return score
