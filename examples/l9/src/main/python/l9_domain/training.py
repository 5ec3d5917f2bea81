"""From outcomes to weights, and whether new weights are better ones."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Final

from l9_domain.agent import consult, take
from l9_domain.shapes import Sample, number, numbers, objects
from l9_domain.vectors import dot, logistic

IMPROVEMENT: Final = 0.01
SMALLEST: Final = 1e-12


def aggregate_samples(payload: Mapping[str, object]) -> dict[str, object]:
    """Sum up samples: how many, how many closed, and their mean features."""
    samples = objects(payload.get("samples"))
    labels = [number(sample, "label") for sample in samples]
    columns = zip(*(numbers(sample.get("features")) for sample in samples))
    return {
        "count": len(samples),
        "closed": sum(1 for label in labels if label >= 0.5),
        "mean_features": [fmean(column) for column in columns],
    }


def fit(samples: Sequence[Sample], rate: float, rounds: int) -> list[float]:
    """Fit logistic weights by gradient descent; the last one is the bias."""
    width = max((len(sample.features) for sample in samples), default=0) + 1
    weights = [0.0] * width
    for _ in range(rounds):
        gradient = [0.0] * width
        for sample in samples:
            inputs = _inputs(sample, width)
            error = logistic(dot(weights, inputs)) - sample.label
            gradient = [sum_ + error * value for sum_, value in zip(gradient, inputs)]
        weights = [
            weight - rate * slope / max(1, len(samples))
            for weight, slope in zip(weights, gradient)
        ]
    return weights


def loss(weights: Sequence[float], samples: Sequence[Sample]) -> float:
    """Return the mean log loss, 0 without samples."""
    if not samples:
        return 0.0
    return fmean(_log_loss(weights, sample) for sample in samples)


def accuracy(weights: Sequence[float], samples: Sequence[Sample]) -> float:
    """Return the share of samples that the weights put on the right side."""
    if not samples:
        return 0.0
    right = [
        (logistic(dot(weights, _inputs(sample, len(weights)))) >= 0.5)
        == (sample.label >= 0.5)
        for sample in samples
    ]
    return sum(right) / len(right)


async def start_training_job(
    samples: Sequence[Sample], rate: float, rounds: int
) -> dict[str, object]:
    """Fit weights to samples; tell people where the policy says so, and announce it."""
    weights = fit(samples, rate, rounds)
    lost, right = loss(weights, samples), accuracy(weights, samples)
    result: dict[str, object] = {"weights": weights, "loss": lost, "accuracy": right}
    await consult(
        training_loss=lost, validation_accuracy=right, sample_count=len(samples)
    )
    await take("training_completed", {**result, "samples": len(samples)})
    return result


def validate_model(
    baseline: Sequence[float], challenger: Sequence[float]
) -> dict[str, object]:
    """Compare two models by their scores on the same cases, pair by pair.

    Raises:
        ValueError: The two were not measured on as many cases.
    """
    pairs = list(zip(challenger, baseline, strict=True))
    improvement = fmean(new - old for new, old in pairs) if pairs else 0.0
    return {"valid": improvement >= IMPROVEMENT, "improvement": improvement}


def _inputs(sample: Sample, width: int) -> list[float]:
    """Return a sample's features, filled up with zeros, and the bias input."""
    features = list(sample.features)[: width - 1]
    return features + [0.0] * (width - 1 - len(features)) + [1.0]


def _log_loss(weights: Sequence[float], sample: Sample) -> float:
    """Return the log loss of one sample."""
    likely = logistic(dot(weights, _inputs(sample, len(weights))))
    chance = likely if sample.label >= 0.5 else 1.0 - likely
    return -math.log(max(SMALLEST, chance))
