"""Learning: feedback that rewards or penalises, and when to train again."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from .conditions import Reading, Trigger
from .errors import UnknownNameError
from .modelregistry import ModelRegistry, ModelVersion
from .records import state_record

if TYPE_CHECKING:
    from .context import AgentContext

__all__ = ["Feedback", "LearningLoop", "LearningSpec", "ModelRegistry", "ModelVersion"]

_KEPT: Final = 10_000
_LAYER: Final = "learning"
_TRAINED: Final = "trained"


@dataclass(frozen=True)
class LearningSpec:
    """An agent's learning system, as its schema declares it.

    Attributes:
        architecture: How it learns; descriptive.
        modules: What learns; descriptive.
        channels: Where feedback may come from.
        update_mode: How models are updated; descriptive.
        autotune: Whether hyperparameters are tuned by the agent itself.
        rollback_on_regression: Whether a model that scores worse than the one before it
            gives way on its own.
        stability_threshold: By how much a score may fall before that is a regression, in
            the score's unit; None is zero.
        target: What is optimised; descriptive.
        retrain_hours: Hours between trainings; None for no schedule.
        reward: The conditions of the reward function.
        penalty: The conditions of the penalty function.
    """

    architecture: str = ""
    modules: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    update_mode: str = ""
    autotune: bool = False
    rollback_on_regression: bool = False
    stability_threshold: float | None = None
    target: str = ""
    retrain_hours: int | None = None
    reward: tuple[Trigger, ...] = ()
    penalty: tuple[Trigger, ...] = ()


@dataclass(frozen=True)
class Feedback:
    """What one reading says about how well the agent does.

    Attributes:
        channel: Where it came from.
        reward: The names of the reward conditions that hold.
        penalty: The names of the penalty conditions that hold.
        value: Rewards minus penalties.
        at: When it came, in UTC.
    """

    channel: str
    reward: tuple[str, ...]
    penalty: tuple[str, ...]
    value: int
    at: datetime


class LearningLoop:
    """Weighs feedback by the reward and penalty functions, and says when to retrain."""

    def __init__(self, context: AgentContext, spec: LearningSpec) -> None:
        """Take the agent and its learning system.

        Args:
            context: The agent.
            spec: The learning system; the hours to its next training count from now on,
                or from the last training that start finds in the agent's storage.
        """
        self.spec = spec
        self._context = context
        self._history: deque[Feedback] = deque(maxlen=_KEPT)
        self._store = context.storage(_LAYER)
        self._trained_at = context.clock.now()

    async def start(self) -> None:
        """Count the hours from the last training, or from the agent's very first start."""
        record = await self._store.read(_TRAINED)
        if record is None:
            record = state_record(_TRAINED, {}, self._trained_at)
            await self._store.write(record)
        self._trained_at = record.stored_at

    async def feedback(self, channel: str, reading: Reading) -> Feedback:
        """Weigh a reading, audit it and remember it.

        Args:
            channel: Where the feedback comes from.
            reading: What was observed.

        Raises:
            UnknownNameError: The schema declares no such channel.
        """
        if channel not in self.spec.channels:
            raise UnknownNameError("feedback channel", channel)
        reward = _held(self.spec.reward, reading)
        penalty = _held(self.spec.penalty, reading)
        feedback = Feedback(
            channel=channel,
            reward=reward,
            penalty=penalty,
            value=len(reward) - len(penalty),
            at=self._context.clock.now(),
        )
        self._history.append(feedback)
        self._context.audit.record(
            "feedback",
            "ok",
            {"channel": channel, "reward": list(reward), "penalty": list(penalty)},
        )
        self._context.metrics.count("feedback_total", channel=channel)
        return feedback

    def history(self) -> tuple[Feedback, ...]:
        """Return the feedback since the agent started, oldest first, the last 10,000."""
        return tuple(self._history)

    def retraining_due(self) -> bool:
        """Say whether the hours between trainings have passed since the last one."""
        hours = self.spec.retrain_hours
        if hours is None:
            return False
        return self._context.clock.now() >= self._trained_at + timedelta(hours=hours)

    async def mark_retrained(self) -> None:
        """Note that a training has ended now."""
        self._trained_at = self._context.clock.now()
        await self._store.write(state_record(_TRAINED, {}, self._trained_at))
        self._context.audit.record("retrained", "ok")


def _held(triggers: tuple[Trigger, ...], reading: Reading) -> tuple[str, ...]:
    """Return the names of the conditions that hold."""
    return tuple(it.name for it in triggers if it.condition.holds(reading))
