"""A transaction becomes candidates, a decision, and a match with its margin."""

from __future__ import annotations

import asyncio

import pytest

from l9_domain.decision import (
    ExpectedValue,
    enrich_context,
    record_outcome,
    synthesize_decision,
)
from l9_domain.margin import MarginOptimization, margin, process_tensor_results
from l9_domain.translation import (
    BuyerSupplierMatching,
    candidates_of,
    report_outcome,
    translate_transaction,
)

from .doubles import Material, Offer, Steps

OFFERS = [Offer("north", price=800.0), Offer("south", price=600.0, freight=150.0)]


def test_candidates_carry_the_class_by_its_name_on_the_wire() -> None:
    """The contract's `class` is a key here, and `class_` only in Python."""
    first, second = candidates_of(Material(), OFFERS)
    assert (first["id"], first["class"]) == ("north", "HDPE")
    assert first["features"] == pytest.approx([0.2, 50 / 850, 0.9, 0.9])
    assert second["features"] == pytest.approx([0.4, 0.2, 0.9, 0.9])


def test_an_offer_of_nothing_has_no_share_of_freight() -> None:
    """Neither a price of zero nor a sale at zero divides by zero."""
    only = candidates_of(Material(sale_price=0.0), [Offer("gift", 0.0, freight=0.0)])
    assert only[0]["features"] == [0.0, 0.0, 0.9, 0.9]


def test_a_transaction_comes_back_as_a_match(steps: Steps) -> None:
    """The packet's receipt names the supplier; the margin is that of the offer."""
    steps.answers["transaction_batch"] = {
        "decision": "accept",
        "chosen": "south",
        "confidence": 0.8,
        "rationale": "south leads",
    }
    match = asyncio.run(translate_transaction("t1", "b1", Material(), OFFERS))
    assert steps.names() == ["transaction_translated", "transaction_batch"]
    assert steps.taken[1][1]["deal_value"] == 24_000.0
    assert match == {
        "transaction_id": "t1",
        "decision": "accept",
        "supplier_id": "south",
        "confidence": 0.8,
        "margin": pytest.approx(0.25),
        "rationale": "south leads",
    }


def test_a_declined_transaction_has_no_margin(steps: Steps) -> None:
    """Nobody chosen, nothing earned."""
    steps.answers["transaction_batch"] = {"decision": "decline", "chosen": ""}
    match = asyncio.run(translate_transaction("t1", "b1", Material(), OFFERS))
    assert (match["supplier_id"], match["margin"]) == ("", 0.0)


def test_a_match_may_be_reserved_for_people(steps: Steps) -> None:
    """The policy of the adapter is asked about what it has chosen."""
    steps.answers["transaction_batch"] = {"decision": "accept", "chosen": "south"}
    steps.fires = ["margin", "match_confidence_and_deal_value"]
    match = asyncio.run(translate_transaction("t1", "b1", Material(), OFFERS))
    assert (match["decision"], match["supplier_id"]) == ("escalate", "south")
    assert match["rationale"] == (
        "people are asked: margin, match_confidence_and_deal_value"
    )
    assert steps.consulted == [
        {"match_confidence": 0.0, "deal_value": 24_000.0, "margin": 0.25}
    ]


def test_an_outcome_is_announced_and_learnt_from(steps: Steps) -> None:
    """The main agent answers with the samples that it made."""
    steps.answers["feedback"] = {"samples": [{"features": [0.8], "label": 1.0}]}
    told = asyncio.run(report_outcome("t1", predicted=0.8, closed=True))
    assert steps.names() == ["outcome_reported", "feedback"]
    assert told == {"transaction_id": "t1", "samples": 1}


@pytest.mark.parametrize(("closed", "label"), [(True, 1.0), (False, 0.0), ("yes", 0.0)])
def test_an_outcome_becomes_a_sample(closed: object, label: float) -> None:
    """Only a plain true means that the trade was closed."""
    assert record_outcome({"features": [0.8], "closed": closed}) == {
        "samples": [{"features": [0.8], "label": label}]
    }


def test_an_outcome_without_features_teaches_nothing() -> None:
    """There is nothing to fit it to."""
    assert record_outcome({"features": "many", "closed": True}) == {"samples": []}


def test_context_counts_offers_and_freight() -> None:
    """Candidates that say nothing of freight do not count as free of it."""
    payload = {"candidates": [{"features": [0.1, 0.2]}, {"features": []}, "noise"]}
    context = enrich_context(payload)["context"]
    assert context == {
        "demand_index": pytest.approx(0.4765, abs=1e-4),
        "freight_pressure": pytest.approx(0.2),
    }
    assert enrich_context({})["context"] == {
        "demand_index": 1.0,
        "freight_pressure": 0.0,
    }


@pytest.mark.parametrize(
    ("score", "fires", "decision"),
    [
        pytest.param(0.49, [], "decline", id="unlikely"),
        pytest.param(0.49, ["doubt"], "decline", id="unlikely, whatever the policy"),
        pytest.param(0.5, [], "accept", id="likely enough"),
        pytest.param(0.5, ["doubt"], "escalate", id="reserved for people"),
    ],
)
def test_decisions_change_at_their_boundaries(
    steps: Steps, score: float, fires: list[str], decision: str
) -> None:
    """Only an escalation is announced, and it chooses nobody."""
    steps.fires = fires
    made = asyncio.run(synthesize_decision("t1", [score, 0.1], "north", 0.6, 9_000.0))
    assert made["decision"] == decision
    assert (made["chosen"] == "north") is (decision == "accept")
    assert steps.names() == (["escalation_raised"] if decision == "escalate" else [])


def test_no_scores_mean_no_deal(steps: Steps) -> None:
    """There is nobody to choose."""
    assert asyncio.run(synthesize_decision("t1", [], "", 0.0, 9.0))["chosen"] == ""
    assert not steps.taken


@pytest.mark.parametrize(
    ("sale", "price", "freight", "expected"),
    [(1000.0, 800.0, 50.0, 0.15), (1000.0, 990.0, 60.0, -0.05), (0.0, 1.0, 1.0, 0.0)],
)
def test_margin_is_what_is_left(
    sale: float, price: float, freight: float, expected: float
) -> None:
    """A loss is a margin below zero."""
    assert margin(sale, price, freight) == pytest.approx(expected)


def test_the_best_offer_earns_most_by_expectation() -> None:
    """A better margin that hardly ever closes loses."""
    best = process_tensor_results(OFFERS, [0.9, 0.3], 1000.0)
    assert best["supplier_id"] == "north"
    assert best["margin"] == pytest.approx(0.15)
    assert best["expected_margin"] == pytest.approx(0.135)
    assert process_tensor_results([], [], 1000.0)["supplier_id"] == ""


def test_scores_must_match_the_offers() -> None:
    """One score too few is a mistake, not a free pass."""
    with pytest.raises(ValueError, match="shorter"):
        process_tensor_results(OFFERS, [0.9], 1000.0)


def test_strategies_of_the_trade() -> None:
    """Each strategy weighs what its name says."""
    offer = {"sale_price": 1000.0, "price": 800.0, "freight": 50.0}
    grades = {"quality": 0.8, "reliability": 0.5}
    assert MarginOptimization()(offer) == pytest.approx(0.15)
    assert MarginOptimization()({**offer, "score": 0.5}) == pytest.approx(0.075)
    assert BuyerSupplierMatching()(grades) == pytest.approx(0.4)
    assert BuyerSupplierMatching()({**grades, "required_quality": 0.81}) == 0.0
    assert ExpectedValue()({"score": 0.5, "deal_value": 100.0, "cost": 5.0}) == 45.0
