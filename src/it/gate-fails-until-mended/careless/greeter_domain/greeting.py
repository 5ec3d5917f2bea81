"""Greetings."""

from __future__ import annotations

import os


def greet(name: str) -> dict[str, object]:
    """Greet somebody by name."""
    return {"text": f"Hello, {name}!"}
