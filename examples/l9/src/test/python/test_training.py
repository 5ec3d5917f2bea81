"""Outcomes become weights, and weights are compared before they serve."""

from __future__ import annotations

import asyncio
import math
from typing import cast

import pytest

from l9_domain.training import (
    accuracy,
    aggregate_samples,
    fit,
    loss,
    start_training_job,
    validate_model,
)

from .doubles import Sample, Steps

CASES = [Sample([0.0], 0.0), Sample([0.2], 0.0), Sample([0.8], 1.0), Sample([1.0], 1.0)]


def test_samples_are_summed_up() -> None:
    """Anything but an object is left out."""
    samples = [
        {"features": [0.2, 1.0], "label": 1.0},
        {"features": [0.4, 0.0], "label": 0.0},
        "noise",
    ]
    assert aggregate_samples({"samples": samples}) == {
        "count": 2,
        "closed": 1,
        "mean_features": [pytest.approx(0.3), pytest.approx(0.5)],
    }
    assert aggregate_samples({}) == {"count": 0, "closed": 0, "mean_features": []}


def test_a_job_learns_what_can_be_learnt(steps: Steps) -> None:
    """Separable cases end up on their own sides, and the run is announced."""
    result = asyncio.run(start_training_job(CASES, rate=1.0, rounds=500))
    assert result["accuracy"] == 1.0
    assert cast(float, result["loss"]) < loss([0.0, 0.0], CASES)
    assert steps.names() == ["training_completed"]
    assert steps.taken[0][1]["samples"] == 4
    assert steps.consulted == [
        {
            "training_loss": result["loss"],
            "validation_accuracy": 1.0,
            "sample_count": 4,
        }
    ]


def test_no_rounds_leave_the_weights_at_zero() -> None:
    """A coin would do as well: the loss is that of one bit."""
    weights = fit(CASES, rate=1.0, rounds=0)
    assert weights == [0.0, 0.0]
    assert loss(weights, CASES) == pytest.approx(math.log(2.0))
    assert accuracy(weights, CASES) == 0.5


def test_nothing_to_learn_from() -> None:
    """No samples: no loss, no accuracy, and a bias that stays at zero."""
    assert fit([], rate=1.0, rounds=3) == [0.0]
    assert (loss([0.0], []), accuracy([0.0], [])) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("challenger", "valid"),
    [([0.71, 0.81], True), ([0.7, 0.8], False), ([0.705, 0.8], False)],
)
def test_a_challenger_must_be_better_by_a_hundredth(
    challenger: list[float], valid: bool
) -> None:
    """The same cases are compared, pair by pair."""
    assert validate_model([0.6999, 0.7999], challenger)["valid"] is valid


def test_models_without_cases_are_not_valid() -> None:
    """Nothing measured is no improvement, and unequal cases cannot be compared."""
    assert validate_model([], []) == {"valid": False, "improvement": 0.0}
    with pytest.raises(ValueError, match="longer"):
        validate_model([0.5, 0.5], [0.6])
