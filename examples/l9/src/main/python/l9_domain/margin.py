"""What a trade earns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from l9_domain.shapes import Offer


def margin(sale_price: float, price: float, freight: float) -> float:
    """Return the part of the sale price that is left after price and freight."""
    if sale_price <= 0.0:
        return 0.0
    return (sale_price - price - freight) / sale_price


class MarginOptimization:
    """Weigh what a trade earns by how likely it is to close."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Return the expected margin of `sale_price`, `price`, `freight`, `score`."""
        earned = margin(
            features.get("sale_price", 0.0),
            features.get("price", 0.0),
            features.get("freight", 0.0),
        )
        return features.get("score", 1.0) * earned


def process_tensor_results(
    offers: Sequence[Offer], scores: Sequence[float], sale_price: float
) -> dict[str, object]:
    """Choose the offer with the highest expected margin.

    Raises:
        ValueError: There are not as many scores as offers.
    """
    ranked = [
        (likely * margin(sale_price, offer.price, offer.freight), offer)
        for offer, likely in zip(offers, scores, strict=True)
    ]
    if not ranked:
        return {"supplier_id": "", "margin": 0.0, "expected_margin": 0.0}
    expected, best = max(ranked, key=lambda pair: pair[0])
    return {
        "supplier_id": best.supplier_id,
        "margin": margin(sale_price, best.price, best.freight),
        "expected_margin": expected,
    }
