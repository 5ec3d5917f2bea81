"""The little linear algebra that scoring needs."""

from __future__ import annotations

import math
from collections.abc import Sequence


def dot(left: Sequence[float], right: Sequence[float]) -> float:
    """Return the dot product; the longer vector's tail counts as zero."""
    return math.fsum(a * b for a, b in zip(left, right))


def norm(vector: Sequence[float]) -> float:
    """Return the Euclidean length."""
    return math.sqrt(dot(vector, vector))


def cosine_similarity(left: Sequence[float], right: Sequence[float]) -> float:
    """Return the cosine of the angle between two vectors, 0 for a null vector."""
    lengths = norm(left) * norm(right)
    if lengths == 0.0:
        return 0.0
    return max(-1.0, min(1.0, dot(left, right) / lengths))


def logistic(value: float) -> float:
    """Map any number to a probability, without overflow at either end."""
    if value >= 0.0:
        return 1.0 / (1.0 + math.exp(-value))
    power = math.exp(value)
    return power / (1.0 + power)
