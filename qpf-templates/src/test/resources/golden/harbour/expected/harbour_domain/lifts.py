"""How the crane lifts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class Box(Protocol):
    """What a lift must know of a box."""

    @property
    def id(self) -> str:
        """Its name."""

    @property
    def weight(self) -> float:
        """Its weight, in tonnes."""


def plan_lift(class_: str, boxes: Sequence[Box]) -> Mapping[str, object]:
    """Order boxes by weight, the heaviest first; careful work begins with the lightest."""
    heaviest_first = class_ != "careful"
    ordered = sorted(boxes, key=lambda box: box.weight, reverse=heaviest_first)
    return {"order": [box.id for box in ordered]}


class ShortestPath:
    """Prefers what is near."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Return a score between 0 and 1 that falls with the distance."""
        return 1.0 / (1.0 + max(features.get("distance", 0.0), 0.0))
