"""Greetings."""


def greet(name: str) -> dict[str, object]:
    """Greet somebody."""
    return {"text": f"Hello, {name}!"}
