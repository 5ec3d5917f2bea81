"""The shapes that domain code takes and gives.

A callable bound to an operation receives the models that QPF generates from the
schema's contracts. The protocols below say which attributes are read from them,
so that this package needs no generated code to be understood or tested.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Candidate(Protocol):
    """A link that can be scored; `class` of the contract is `class_` here."""

    @property
    def id(self) -> str:
        """Name the candidate."""

    @property
    def class_(self) -> str:
        """Name the class of goods that the candidate offers."""

    @property
    def features(self) -> Sequence[float]:
        """List price advantage, freight share, quality and reliability."""


class Material(Protocol):
    """What a buyer needs, and what the buyer pays per tonne."""

    @property
    def name(self) -> str:
        """Name the material as the trade does."""

    @property
    def class_(self) -> str:
        """Name the polymer class, such as HDPE."""

    @property
    def tonnes(self) -> float:
        """Give the amount."""

    @property
    def sale_price(self) -> float:
        """Give the price per tonne that the buyer pays."""


class Offer(Protocol):
    """What a supplier asks for one tonne, and how good the supplier is."""

    @property
    def supplier_id(self) -> str:
        """Name the supplier."""

    @property
    def price(self) -> float:
        """Give the price per tonne."""

    @property
    def freight(self) -> float:
        """Give the freight per tonne."""

    @property
    def quality(self) -> float:
        """Grade the material from 0 to 1."""

    @property
    def reliability(self) -> float:
        """Grade the supplier from 0 to 1."""


class Sample(Protocol):
    """An outcome to learn from."""

    @property
    def features(self) -> Sequence[float]:
        """List the features that were scored."""

    @property
    def label(self) -> float:
        """Tell how it went: 1 closed, 0 failed."""


class AuditRecord(Protocol):
    """One action of an agent, as the auditor received it."""

    @property
    def agent(self) -> str:
        """Name the agent."""

    @property
    def action(self) -> str:
        """Name the action."""

    @property
    def class_(self) -> str:
        """Tell routine, decision and override apart."""

    @property
    def latency_ms(self) -> float:
        """Give the time that the action took."""

    @property
    def confidence(self) -> float:
        """Give the confidence that the agent claimed."""

    @property
    def signed(self) -> bool:
        """Tell whether somebody signed for it."""


def numbers(value: object) -> list[float]:
    """Return the numbers of a JSON list, and an empty list for anything else."""
    if not isinstance(value, (list, tuple)):
        return []
    return [float(item) for item in value if isinstance(item, (int, float))]


def number(facts: Mapping[str, object], key: str, default: float = 0.0) -> float:
    """Return a number of a JSON object, or the default where there is none."""
    value = facts.get(key)
    return float(value) if isinstance(value, (int, float)) else default


def text(facts: Mapping[str, object], key: str) -> str:
    """Return a string of a JSON object, or the empty string."""
    value = facts.get(key)
    return value if isinstance(value, str) else ""


def objects(value: object) -> list[Mapping[str, object]]:
    """Return the JSON objects of a JSON list, and nothing for anything else."""
    if not isinstance(value, (list, tuple)):
        return []
    return [item for item in value if isinstance(item, Mapping)]
