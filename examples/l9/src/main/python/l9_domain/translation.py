"""From a PlastOS transaction to candidates, and from a decision back to a match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l9_domain.agent import consult, take
from l9_domain.margin import margin
from l9_domain.shapes import Material, Offer, number, objects, text


class BuyerSupplierMatching:
    """Tell whether a supplier suits a buyer before anything is scored."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Return `quality` times `reliability`, 0 below the `required_quality`."""
        quality = features.get("quality", 0.0)
        if quality < features.get("required_quality", 0.0):
            return 0.0
        return quality * features.get("reliability", 0.0)


def features_of(material: Material, offer: Offer) -> list[float]:
    """Return price advantage, freight share, quality and reliability of an offer."""
    sale = material.sale_price
    advantage = (sale - offer.price) / sale if sale > 0.0 else 0.0
    landed = offer.price + offer.freight
    share = offer.freight / landed if landed > 0.0 else 0.0
    return [advantage, share, offer.quality, offer.reliability]


def candidates_of(
    material: Material, offers: Sequence[Offer]
) -> list[dict[str, object]]:
    """Return the candidates of a transaction, in the order of the offers."""
    return [
        {
            "id": offer.supplier_id,
            "class": material.class_,
            "features": features_of(material, offer),
        }
        for offer in offers
    ]


async def translate_transaction(
    transaction_id: str, buyer_id: str, material: Material, offers: Sequence[Offer]
) -> dict[str, object]:
    """Have a transaction decided, and return the match with its margin.

    The packet `transaction_batch` takes the candidates to the main agent; its receipt
    carries what the steps of the main agent found. A match that the policy of this agent
    reserves for people is theirs.
    """
    value = material.tonnes * material.sale_price
    facts: dict[str, object] = {
        "transaction_id": transaction_id,
        "buyer_id": buyer_id,
        "domain": "PlastOS",
        "deal_value": value,
        "candidates": candidates_of(material, offers),
    }
    await take("transaction_translated", facts)
    decided = await take("transaction_batch", facts)
    chosen = text(decided, "chosen")
    earned = next(
        (
            margin(material.sale_price, offer.price, offer.freight)
            for offer in offers
            if offer.supplier_id == chosen
        ),
        0.0,
    )
    sure = number(decided, "confidence")
    match: dict[str, object] = {
        "transaction_id": transaction_id,
        "decision": text(decided, "decision"),
        "supplier_id": chosen,
        "confidence": sure,
        "margin": earned,
        "rationale": text(decided, "rationale"),
    }
    if chosen and (
        fired := await consult(match_confidence=sure, deal_value=value, margin=earned)
    ):
        asked = f"people are asked: {', '.join(fired)}"
        match |= {"decision": "escalate", "rationale": asked}
    return match


async def report_outcome(
    transaction_id: str, predicted: float, closed: bool
) -> dict[str, object]:
    """Announce how a trade went, and let the main agent learn from it."""
    facts: dict[str, object] = {
        "transaction_id": transaction_id,
        "features": [predicted],
        "closed": closed,
    }
    await take("outcome_reported", facts)
    learnt = await take("feedback", facts)
    return {
        "transaction_id": transaction_id,
        "samples": len(objects(learnt.get("samples"))),
    }
