"""What an agent's governance section says: mode, anchors, audit scope and triggers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .conditions import Reading, Trigger


def folded(name: str) -> str:
    """Give a name without what people write now so and now so: case, blanks, signs.

    An alert says `alert_port_captain_if_...` and means the anchor Port captain.
    """
    return re.sub(r"[\s_-]+", "", name).casefold()


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
