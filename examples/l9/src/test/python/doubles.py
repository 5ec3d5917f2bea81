"""Plain values in the shapes of the contracts, and a stand-in for the agent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Candidate:
    """A link to score."""

    id: str
    class_: str
    features: list[float]


@dataclass(frozen=True)
class Material:
    """What a buyer needs."""

    name: str = "HDPE regrind, natural"
    class_: str = "HDPE"
    tonnes: float = 24.0
    sale_price: float = 1000.0


@dataclass(frozen=True)
class Offer:
    """What a supplier asks."""

    supplier_id: str
    price: float
    freight: float = 50.0
    quality: float = 0.9
    reliability: float = 0.9


@dataclass(frozen=True)
class Sample:
    """An outcome to learn from."""

    features: list[float]
    label: float


@dataclass(frozen=True)
class AuditRecord:
    """An action of an agent."""

    action: str = "decision_made"
    agent: str = "MainAgent"
    class_: str = "decision"
    latency_ms: float = 100.0
    confidence: float = 0.9
    signed: bool = True


@dataclass
class Steps:
    """Stands in for the agent: notes what it is asked, and answers as told."""

    taken: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)
    answers: dict[str, Mapping[str, object]] = field(default_factory=dict)
    consulted: list[Mapping[str, float]] = field(default_factory=list)
    fires: list[str] = field(default_factory=list)

    async def take(
        self, step: str, facts: Mapping[str, object]
    ) -> Mapping[str, object]:
        """Note the step, and complete the facts by its answer."""
        self.taken.append((step, facts))
        return {**facts, **self.answers.get(step, {})}

    async def consult(self, **known: float) -> list[str]:
        """Note what is known, and let the triggers fire."""
        self.consulted.append(known)
        return self.fires

    def names(self) -> list[str]:
        """Return the names of the steps in the order in which they were taken."""
        return [name for name, _ in self.taken]
