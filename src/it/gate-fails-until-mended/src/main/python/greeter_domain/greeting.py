"""Greetings."""

from __future__ import annotations


def greet(name: str) -> dict[str, object]:
    """Greet somebody by name."""
    return {"text": f"Hello, {name}!"}
