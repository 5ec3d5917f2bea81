"""The one place where domain code meets the agent that runs it."""

from __future__ import annotations

from collections.abc import Mapping

from L9.core.context import current_context


async def take(step: str, facts: Mapping[str, object]) -> Mapping[str, object]:
    """Take one step of the running agent and return the facts behind it.

    Args:
        step: An operation of the agent, a method that the glue wires to a peer,
            a packet that it may send, or an event that it may publish.
        facts: What the step works on.

    Returns:
        The facts, completed by what the step answered.
    """
    return await current_context().step(step, dict(facts))
