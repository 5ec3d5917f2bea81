"""Kiosk: test_learning (tests).

What the schema says, tried on the extracted code.

Extracted from agents/kiosk.yaml
    learningsystem
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

import pytest

from acme.core.clock import FixedClock
from acme.core.context import AgentContext
from acme.core.errors import UnknownNameError
from acme.core.governance import Reading
from acme.kiosk.learning_loop import LEARNING as LEARNING_OF_LEARNING_LOOP
from acme.kiosk.learning_loop import LearningLoop


async def test_learning_loop_hears_its_channels(context: AgentContext) -> None:
    """Feedback comes over the channels of the schema, and over no other."""
    loop = LearningLoop(context)
    for channel in LEARNING_OF_LEARNING_LOOP.channels:
        assert (await loop.feedback(channel, Reading())).value == 0
    assert [it.channel for it in loop.history()] == list(
        LEARNING_OF_LEARNING_LOOP.channels
    )
    with pytest.raises(UnknownNameError):
        await loop.feedback("a channel that no schema declares", Reading())


async def test_learning_loop_knows_when_retraining_is_due(
    context: AgentContext, clock: FixedClock
) -> None:
    """Retraining is due after the interval of the schema, and never without one."""
    loop = LearningLoop(context)
    assert not loop.retraining_due()
    hours = LEARNING_OF_LEARNING_LOOP.retrain_hours
    clock.advance((hours or 1) * 3600)
    assert loop.retraining_due() == (hours is not None)
    await loop.mark_retrained()
    assert not loop.retraining_due()
