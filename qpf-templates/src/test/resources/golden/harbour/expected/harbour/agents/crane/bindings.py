"""Crane: bindings.

Binds the domain code that the schema names.

Extracted from agents/crane.yaml
    bindings, contracts
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Final, Protocol

import harbour_domain.lifts
from harbour.agents.crane.contracts import Box, PlanLiftResponse
from harbour.core.operations import Bindings, Strategy
from harbour.core.payload import Payload


class PlanLiftCode(Protocol):
    """What the domain code behind plan_lift must be: plain or asynchronous."""

    def __call__(
        self,
        *,
        class_: str,
        boxes: list[Box],
    ) -> PlanLiftResponse | Payload | Awaitable[PlanLiftResponse | Payload]:
        """Take the request's fields and return the response."""


_plan_lift: Final[PlanLiftCode] = harbour_domain.lifts.plan_lift
_strategy_shortest_path: Final[Strategy] = harbour_domain.lifts.ShortestPath()

BINDINGS: Final = Bindings(
    operations={
        "plan_lift": _plan_lift,
    },
    strategies={
        "shortest_path": _strategy_shortest_path,
    },
)
