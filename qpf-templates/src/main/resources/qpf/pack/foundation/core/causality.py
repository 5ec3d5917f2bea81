"""Chains of causes: the ways by which a directed graph leads to a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

MOST_CHAINS = 1000


def chains_to(
    effect: str, edges: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return the chains that end with an effect, in the order of the edges.

    Each chain starts at a name without a cause outside the chain and names nothing
    twice, so that a circle of causes ends where it began. A graph may hold more chains
    than memory could: the first 1000 are returned.

    Args:
        effect: The name that the chains end with.
        edges: Pairs of cause and effect.
    """
    causes: dict[str, list[str]] = {}
    for source, target in edges:
        known = causes.setdefault(target, [])
        if source not in known:
            known.append(source)
    return tuple(islice(_extend((effect,), causes), MOST_CHAINS))


def _extend(
    chain: tuple[str, ...], causes: dict[str, list[str]]
) -> Iterator[tuple[str, ...]]:
    """Yield the chains that end with the given one, depth first.

    The stack is explicit: a chain may be longer than Python's recursion allows.
    """
    stack = [chain]
    while stack:
        current = stack.pop()
        earlier = [it for it in causes.get(current[0], ()) if it not in current]
        if earlier:
            stack.extend((it, *current) for it in reversed(earlier))
        elif len(current) > 1:
            yield current
