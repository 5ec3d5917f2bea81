"""How unusual a figure is, by its distance from the mean."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import fmean, pstdev

from l9_domain.agent import consult, take


def z_score(values: Sequence[float], candidate: float) -> float:
    """Return the distance from the mean in standard deviations.

    Values that do not vary leave no measure of distance: the same value is at 0,
    any other one infinitely far.
    """
    if not values:
        return 0.0
    mean, spread = fmean(values), pstdev(values)
    if spread == 0.0:
        return 0.0 if candidate == mean else math.copysign(math.inf, candidate - mean)
    return (candidate - mean) / spread


def unusualness(distance: float) -> float:
    """Return the share of a normal distribution that lies nearer to its mean."""
    return math.erf(abs(distance) / math.sqrt(2.0))


def anomaly_ranking(features: Mapping[str, float]) -> float:
    """Rank a `value` by how unusual it is for a `mean` and a `deviation`."""
    deviation = features.get("deviation", 0.0)
    if deviation <= 0.0:
        return 0.0
    distance = features.get("value", 0.0) - features.get("mean", 0.0)
    return unusualness(distance / deviation)


async def detect_anomaly(
    values: Sequence[float], candidate: float
) -> dict[str, object]:
    """Score a figure against earlier ones; announce it where the policy fires."""
    score = unusualness(z_score(values, candidate))
    anomalous = bool(await consult(anomaly_score=score))
    if anomalous:
        await take("anomaly_flagged", {"score": score, "candidate": candidate})
    return {"score": score, "anomalous": anomalous}
