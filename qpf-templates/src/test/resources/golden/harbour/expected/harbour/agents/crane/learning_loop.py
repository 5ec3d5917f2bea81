"""Crane: learning_loop.

Turns feedback into reward and penalty, and says when retraining is due.

Extracted from agents/crane.yaml
    learningsystem
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from typing import Final

from harbour.core import learning
from harbour.core.context import AgentContext
from harbour.core.learning import LearningSpec

LEARNING: Final = LearningSpec(
    architecture="none",
    modules=(),
    channels=("foreman",),
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
    """Turns feedback on Crane into reward and penalty."""

    def __init__(self, context: AgentContext) -> None:
        """Start with an empty history.

        Args:
            context: The agent's clock and audit log.
        """
        super().__init__(context, LEARNING)
