"""Embeddings of short texts by hashed character trigrams."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final

from l9_domain.vectors import norm

DIMENSIONS: Final = 16


def embed(text: str) -> list[float]:
    """Return a vector of length 1 that texts with common trigrams share a part of.

    An empty text has the null vector. The hash is a fixed one, so that the same text
    has the same vector in every process.
    """
    vector = [0.0] * DIMENSIONS
    padded = f" {' '.join(text.lower().split())} "
    for start in range(len(padded) - 2):
        digest = hashlib.blake2b(padded[start : start + 3].encode(), digest_size=2)
        slot, sign = digest.digest()
        vector[slot % DIMENSIONS] += 1.0 if sign % 2 else -1.0
    length = norm(vector)
    return [value / length for value in vector] if length else vector


def generate_embeddings(texts: Sequence[str]) -> dict[str, object]:
    """Embed several texts."""
    return {"embeddings": [embed(text) for text in texts], "dimensions": DIMENSIONS}
