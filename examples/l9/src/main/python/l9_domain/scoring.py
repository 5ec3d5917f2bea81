"""Scores of candidate links: logistic regression over four features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from l9_domain.agent import take
from l9_domain.shapes import Candidate
from l9_domain.vectors import cosine_similarity, dot, logistic

FEATURES: Final = ("price_advantage", "freight_share", "quality", "reliability")
WEIGHTS: Final = (4.0, -3.0, 1.5, 1.0)
BIAS: Final = -1.5
IDEAL: Final = (1.0, 0.0, 1.0, 1.0)


class LinkPrediction:
    """Tell how likely buyer and supplier are to close, by the fitted weights."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Score named features; one that is missing counts as zero."""
        return logistic(BIAS + dot(WEIGHTS, _in_order(features)))


class EmbeddingSimilarity:
    """Tell how close an offer lies to the ideal one, whatever its size."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Score named features by the cosine to the ideal offer."""
        return cosine_similarity(IDEAL, _in_order(features))


def score(features: Sequence[float], context: Mapping[str, float]) -> float:
    """Score one candidate in its context.

    Args:
        features: Price advantage, freight share, quality and reliability.
        context: `demand_index` above 0 makes every link likelier;
            `freight_pressure` makes freight weigh more.

    Returns:
        A probability.
    """
    pressure = 1.0 + max(0.0, context.get("freight_pressure", 0.0))
    weights = [
        weight * pressure if name == "freight_share" else weight
        for name, weight in zip(FEATURES, WEIGHTS)
    ]
    return logistic(BIAS + context.get("demand_index", 0.0) + dot(weights, features))


def confidence(scores: Sequence[float]) -> float:
    """Return the probability that the best link holds and the second does not.

    Given that exactly one of the two closes: the odds of the best against the odds
    of the second. A single candidate is as certain as its own score.
    """
    if not scores:
        return 0.0
    best, *others = sorted(scores, reverse=True)
    if not others:
        return best
    ours = best * (1.0 - others[0])
    theirs = others[0] * (1.0 - best)
    return 0.5 if ours + theirs == 0.0 else ours / (ours + theirs)


async def score_candidates(
    candidates: Sequence[Candidate], context: Mapping[str, float]
) -> dict[str, object]:
    """Score candidates, name the best one, and announce the inference."""
    scores = [score(candidate.features, context) for candidate in candidates]
    sure = confidence(scores)
    best = candidates[scores.index(max(scores))] if scores else None
    await take(
        "inference_called",
        {
            "candidates": len(scores),
            "confidence": sure,
            "classes": sorted({candidate.class_ for candidate in candidates}),
        },
    )
    return {"scores": scores, "best": best.id if best else "", "confidence": sure}


def _in_order(features: Mapping[str, float]) -> list[float]:
    """Return the values of the named features in the order of the weights."""
    return [features.get(name, 0.0) for name in FEATURES]
