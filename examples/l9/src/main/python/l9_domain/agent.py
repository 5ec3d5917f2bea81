"""The one place where domain code meets the agent that runs it."""

from __future__ import annotations

from collections.abc import Mapping

from L9.core.context import current_context
from L9.core.governance import Reading


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


async def consult(**known: float) -> list[str]:
    """Hold what is known against the policy of the running agent.

    The schema says when people are asked, and whom; nothing of it is repeated here.

    Args:
        known: Metrics, by the names that the schema's conditions use.

    Returns:
        The triggers that fired, for which the anchors have been told.
    """
    escalations = await current_context().assess(Reading(metrics=known))
    return [escalation.trigger for escalation in escalations]
