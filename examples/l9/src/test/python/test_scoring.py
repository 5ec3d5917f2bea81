"""Scores are probabilities that move the way the trade says they should."""

from __future__ import annotations

import asyncio
import math
from typing import cast

import pytest

from l9_domain.embedding import DIMENSIONS, embed, generate_embeddings
from l9_domain.scoring import (
    EmbeddingSimilarity,
    LinkPrediction,
    confidence,
    score,
    score_candidates,
)
from l9_domain.vectors import cosine_similarity, logistic, norm

from .doubles import Candidate, Steps

CHEAP_AND_GOOD = [0.4, 0.05, 0.9, 0.9]


@pytest.mark.parametrize(
    ("value", "expected"), [(0.0, 0.5), (800.0, 1.0), (-800.0, 0.0)]
)
def test_logistic_maps_any_number_to_a_probability(
    value: float, expected: float
) -> None:
    """Neither end overflows."""
    assert logistic(value) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        pytest.param([1.0, 2.0], [2.0, 4.0], 1.0, id="parallel"),
        pytest.param([1.0, 0.0], [0.0, 3.0], 0.0, id="orthogonal"),
        pytest.param([1.0, 1.0], [-1.0, -1.0], -1.0, id="opposite"),
        pytest.param([0.0, 0.0], [1.0, 1.0], 0.0, id="null vector"),
    ],
)
def test_cosine_similarity_measures_the_angle(
    left: list[float], right: list[float], expected: float
) -> None:
    """Length does not matter, and a null vector is near to nothing."""
    assert cosine_similarity(left, right) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("feature", "likelier"), [(0, True), (1, False), (2, True), (3, True)]
)
def test_each_feature_moves_the_score_its_own_way(feature: int, likelier: bool) -> None:
    """Freight makes a link less likely; all else makes it likelier."""
    more = [
        value + 0.1 if place == feature else value
        for place, value in enumerate(CHEAP_AND_GOOD)
    ]
    assert (score(more, {}) > score(CHEAP_AND_GOOD, {})) is likelier


def test_context_moves_the_score() -> None:
    """Demand helps each link, freight pressure hurts those that have freight."""
    plain = score(CHEAP_AND_GOOD, {})
    assert score(CHEAP_AND_GOOD, {"demand_index": 0.5}) > plain
    assert score(CHEAP_AND_GOOD, {"freight_pressure": 0.5}) < plain


def test_strategies_agree_with_the_scorer() -> None:
    """A named feature counts like the same one in its place."""
    named = dict(
        zip(
            ("price_advantage", "freight_share", "quality", "reliability"),
            CHEAP_AND_GOOD,
        )
    )
    assert LinkPrediction()(named) == pytest.approx(score(CHEAP_AND_GOOD, {}))
    assert EmbeddingSimilarity()({"price_advantage": 1.0}) == pytest.approx(
        1.0 / math.sqrt(3.0)
    )


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        pytest.param([], 0.0, id="nothing"),
        pytest.param([0.7], 0.7, id="alone"),
        pytest.param([0.7, 0.7], 0.5, id="even"),
        pytest.param([0.9, 0.1], 0.81 / 0.82, id="far apart"),
        pytest.param([1.0, 1.0], 0.5, id="both certain"),
    ],
)
def test_confidence_is_the_chance_of_the_best_one(
    scores: list[float], expected: float
) -> None:
    """The odds of the best stand against those of the second."""
    assert confidence(scores) == pytest.approx(expected)


def test_score_candidates_names_the_best_and_announces_itself(steps: Steps) -> None:
    """The scores keep the order of the candidates."""
    result = asyncio.run(
        score_candidates(
            [
                Candidate("dear", "HDPE", [0.05, 0.4, 0.5, 0.5]),
                Candidate("cheap", "HDPE", CHEAP_AND_GOOD),
            ],
            {},
        )
    )
    scores = cast(list[float], result["scores"])
    assert result["best"] == "cheap"
    assert scores[1] > scores[0]
    assert steps.names() == ["inference_called"]
    assert steps.taken[0][1]["classes"] == ["HDPE"]


def test_no_candidates_have_no_best(steps: Steps) -> None:
    """An empty request is answered, and announced as one."""
    assert asyncio.run(score_candidates([], {})) == {
        "scores": [],
        "best": "",
        "confidence": 0.0,
    }
    assert steps.names() == ["inference_called"]


def test_embeddings_have_length_one_and_know_their_neighbours() -> None:
    """Similar texts lie nearer together than different ones."""
    near = cosine_similarity(embed("HDPE regrind natural"), embed("HDPE regrind black"))
    far = cosine_similarity(embed("HDPE regrind natural"), embed("office chairs"))
    assert norm(embed("HDPE regrind")) == pytest.approx(1.0)
    assert near > far


def test_generate_embeddings_embeds_each_text() -> None:
    """The empty text has the null vector."""
    result = generate_embeddings(["HDPE", ""])
    assert result["dimensions"] == DIMENSIONS
    assert result["embeddings"] == [embed("HDPE"), [0.0] * DIMENSIONS]
