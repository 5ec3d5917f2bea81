"""What an agent's governance section says: mode, anchors, audit scope and triggers."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from .conditions import Event, Reading, Trigger, leaves

_LOG: Final = logging.getLogger(__name__)


def folded(name: str) -> str:
    """Give the letters and digits of a name alone: signs, blanks and case are free.

    An alert says `alert_port_captain_if_...` and means the anchor Port captain.
    """
    return "".join(letter for letter in name if letter.isalnum()).casefold()


@dataclass(frozen=True)
class Anchor:
    """A person or board that an escalation reaches.

    Attributes:
        name: The name that the schema gives.
        role: What the anchor answers for; may be empty.
        channels: The ways to reach the anchor, in the order in which they are used.
    """

    name: str
    role: str = ""
    channels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Policy:
    """One agent's governance, as its schema states it.

    Attributes:
        mode: How freely the agent acts, such as ``hybrid`` or ``autonomous``.
        human_override: Whether a person must decide on each escalation.
        anchors: Whom an escalation reaches.
        audit_scope: The actions that must leave a trace in the audit log.
        triggers: When people are asked, in the author's order.
        guidance: Sentences of the escalation policy that are prose, for people.
    """

    mode: str
    human_override: bool
    anchors: tuple[Anchor, ...]
    audit_scope: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    guidance: tuple[str, ...] = ()

    @property
    def needs_approval(self) -> bool:
        """Whether an escalation waits for an anchor's decision."""
        return self.human_override or self.mode != "autonomous"

    def anchor_names(self) -> tuple[str, ...]:
        """Return the anchors' names in order."""
        return tuple(anchor.name for anchor in self.anchors)

    def anchor(self, name: str) -> Anchor | None:
        """Give the anchor of a name, however it is written; None if there is none."""
        wanted = folded(name)
        return next((it for it in self.anchors if folded(it.name) == wanted), None)

    def fired(self, reading: Reading) -> tuple[Trigger, ...]:
        """Return the triggers whose condition holds, in the policy's order."""
        return tuple(it for it in self.triggers if it.condition.holds(reading))

    def fired_by(self, reading: Reading) -> tuple[str, ...]:
        """Return the names of the triggers that fire, in the policy's order."""
        return tuple(trigger.name for trigger in self.fired(reading))


class UnusedNames:
    """Says of names in readings that no trigger of a policy uses them, of each once.

    A reading may be wider than the policy, and so this is no error; but a name that was
    spelt wrong would else ask nobody, in silence.
    """

    def __init__(self, agent: str, policy: Policy) -> None:
        """Take the agent's name, for the log, and what its policy uses."""
        self._agent = agent
        self._kinds: dict[str, str] = {}
        self._told: set[tuple[str, str]] = set()
        for trigger in policy.triggers:
            for leaf in leaves(trigger.condition):
                if isinstance(leaf, Event):
                    self._kinds.setdefault(leaf.name, "event")
                else:
                    self._kinds.setdefault(leaf.metric, "metric")

    def look(self, reading: Reading) -> None:
        """Log the names of a reading that are unused and were not named before."""
        for kind, name in self._unused(reading):
            if (kind, name) not in self._told:
                self._told.add((kind, name))
                _LOG.warning(
                    "No condition of the policy of %s uses the %s %s%s",
                    self._agent,
                    kind,
                    name,
                    self._near(name),
                )

    def _unused(self, reading: Reading) -> Iterator[tuple[str, str]]:
        """Give kind and name of what a reading has and no trigger uses."""
        for name in reading.metrics:
            if self._kinds.get(name) != "metric":
                yield "metric", name
        for name in sorted(reading.events):
            if self._kinds.get(name) != "event":
                yield "event", name

    def _near(self, name: str) -> str:
        """Word what may have been meant; a full stop where nothing is near."""
        near = get_close_matches(name, list(self._kinds), n=1)
        return f"; did you mean the {self._kinds[near[0]]} {near[0]}?" if near else "."
