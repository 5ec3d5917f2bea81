"""Kiosk: learning_loop.

Turns feedback into reward and penalty, and says when retraining is due.

Extracted from agents/kiosk.yaml
    learningsystem
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from acme.core import learning
from acme.core.context import AgentContext
from acme.core.learning import LearningSpec

LEARNING: Final = LearningSpec(
    architecture="none",
    modules=(),
    channels=("customer_voice",),
    update_mode="",
    autotune=False,
    rollback_on_regression=False,
    stability_threshold=None,
    target="",
    retrain_hours=None,
    reward=(),
    penalty=(),
)


class LearningLoop(learning.LearningLoop):
    """Turns feedback on Kiosk into reward and penalty."""

    def __init__(self, context: AgentContext) -> None:
        """Start with an empty history.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, LEARNING)
