"""A figure is unusual by its distance from what was seen before."""

from __future__ import annotations

import asyncio
import math

import pytest

from l9_domain.anomaly import (
    anomaly_ranking,
    detect_anomaly,
    unusualness,
    z_score,
)

from .doubles import Steps

PRICES = [98.0, 100.0, 102.0, 100.0]


@pytest.mark.parametrize(
    ("values", "candidate", "expected"),
    [
        pytest.param([], 5.0, 0.0, id="nothing seen before"),
        pytest.param([2.0, 2.0], 2.0, 0.0, id="no spread, same value"),
        pytest.param([2.0, 2.0], 3.0, math.inf, id="no spread, above"),
        pytest.param([2.0, 2.0], 1.0, -math.inf, id="no spread, below"),
        pytest.param([1.0, 3.0], 4.0, 2.0, id="two deviations above"),
    ],
)
def test_z_score_counts_deviations(
    values: list[float], candidate: float, expected: float
) -> None:
    """Values that do not vary put every other value infinitely far away."""
    assert z_score(values, candidate) == expected


def test_unusualness_is_the_share_that_lies_nearer() -> None:
    """About 68 of 100 lie within one deviation, all within infinitely many."""
    assert unusualness(1.0) == pytest.approx(0.6827, abs=1e-4)
    assert unusualness(-1.0) == unusualness(1.0)
    assert unusualness(math.inf) == 1.0


def test_ranking_needs_a_deviation() -> None:
    """Without one nothing is unusual."""
    assert anomaly_ranking({"value": 9.0, "mean": 1.0}) == 0.0
    assert anomaly_ranking(
        {"value": 3.0, "mean": 1.0, "deviation": 2.0}
    ) == unusualness(1.0)


def test_the_policy_says_what_is_an_anomaly(steps: Steps) -> None:
    """Only what it fires for is announced."""
    usual = asyncio.run(detect_anomaly(PRICES, 101.0))
    assert usual["anomalous"] is False
    assert not steps.taken
    steps.fires = ["anomaly_score"]
    strange = asyncio.run(detect_anomaly(PRICES, 140.0))
    assert strange["anomalous"] is True
    assert steps.names() == ["anomaly_flagged"]
    assert steps.consulted == [
        {"anomaly_score": usual["score"]},
        {"anomaly_score": strange["score"]},
    ]
