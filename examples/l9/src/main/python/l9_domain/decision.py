"""From scores to a decision that somebody can be held to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Final

from l9_domain.agent import consult, take
from l9_domain.shapes import numbers, objects

SCORE_FLOOR: Final = 0.5
FREIGHT_SHARE: Final = 1


class ExpectedValue:
    """Weigh the value of a deal by how likely it is to close."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Return `score` times `deal_value`, less the `cost` of trying."""
        value = features.get("score", 0.0) * features.get("deal_value", 0.0)
        return value - features.get("cost", 0.0)


def enrich_context(payload: Mapping[str, object]) -> dict[str, object]:
    """Add the context of a transaction: how many offer, and how far away.

    `demand_index` falls as more suppliers offer the same, `freight_pressure` is the
    mean share of freight in what the candidates ask for.
    """
    vectors = [
        numbers(item.get("features")) for item in objects(payload.get("candidates"))
    ]
    shares = [vector[FREIGHT_SHARE] for vector in vectors if len(vector) > 1]
    return {
        "context": {
            "demand_index": 1.0 / (1.0 + math.log1p(len(vectors))),
            "freight_pressure": fmean(shares) if shares else 0.0,
        }
    }


async def synthesize_decision(
    transaction_id: str,
    scores: Sequence[float],
    best: str,
    confidence: float,
    deal_value: float,
) -> dict[str, object]:
    """Accept the best candidate, decline them all, or ask people.

    What the policy of the agent reserves for people is not decided here: the agent
    announces that it escalates, and chooses nobody.
    """
    if not scores or max(scores) < SCORE_FLOOR:
        return _decision("decline", "", "no candidate is likelier than not to close")
    fired = await consult(decision_confidence=confidence, deal_value=deal_value)
    if fired:
        await take(
            "escalation_raised", {"transaction_id": transaction_id, "triggers": fired}
        )
        return _decision("escalate", "", f"people are asked: {', '.join(fired)}")
    reason = f"{best} leads with {max(scores):.2f}, confidence {confidence:.2f}"
    return _decision("accept", best, reason)


def record_outcome(payload: Mapping[str, object]) -> dict[str, object]:
    """Make training samples of an outcome: what was scored, and how it went."""
    features = numbers(payload.get("features"))
    label = 1.0 if payload.get("closed") is True else 0.0
    samples = [{"features": features, "label": label}] if features else []
    return {"samples": samples}


def _decision(decision: str, chosen: str, rationale: str) -> dict[str, object]:
    """Return a decision as its contract wants it."""
    return {"decision": decision, "chosen": chosen, "rationale": rationale}
