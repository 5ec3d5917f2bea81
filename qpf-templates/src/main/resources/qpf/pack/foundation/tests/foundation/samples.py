"""What several tests need: settings, a contract, and domain code as people write it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from ...core.bindings import Bindings, OperationCode
from ...core.clock import FixedClock
from ...core.configuration import AgentSettings, RetryPolicy
from ...core.context import AgentContext, Runtime
from ...core.operations import OperationSpec

NOON: Final = datetime(2026, 1, 2, 12, 0, tzinfo=UTC)
SECRET: Final = "a secret of at least thirty-two bytes"
SCORE: Final = OperationSpec(name="score", timeout_ms=2000, audit="inference_calls")


class Candidate(BaseModel):
    """A candidate for a link."""

    model_config = ConfigDict(populate_by_name=True)

    id: str
    class_: str = Field(
        default="", validation_alias="class", serialization_alias="class"
    )


class ScoreRequest(BaseModel):
    """What to score."""

    candidates: list[Candidate]
    limit: int = 10


class ScoreResponse(BaseModel):
    """The scores, best first."""

    scores: list[float]
    best: Candidate | None = None


def request(*ids: str) -> ScoreRequest:
    """Ask for the scores of candidates."""
    return ScoreRequest(
        candidates=[Candidate.model_validate({"id": name}) for name in ids]
    )


def score(candidates: list[Candidate], limit: int) -> dict[str, object]:
    """Score candidates by the length of their ids."""
    ranked = sorted(candidates, key=lambda candidate: -len(candidate.id))[:limit]
    return {
        "scores": [float(len(candidate.id)) for candidate in ranked],
        "best": ranked[0] if ranked else None,
    }


def settings(name: str = "Scorer", **changes: object) -> AgentSettings:
    """Give settings; `retries` is the one change that tests ask for."""
    retries = changes.get("retries", 0)
    latency = changes.get("latency_ms")
    return AgentSettings(
        agent=name,
        version=str(changes.get("version", "6.0.0")),
        package=f"acme.core.{name.lower()}",
        port=0,
        retry=RetryPolicy(max_retries=int(str(retries)), initial_delay_ms=1),
        decision_latency_ms=None if latency is None else int(str(latency)),
    )


def runtime() -> Runtime:
    """Give a runtime whose clock stands at noon."""
    return Runtime(clock=FixedClock(NOON), secret=SECRET)


def agent(
    name: str = "Scorer",
    operations: Mapping[str, OperationCode] | None = None,
    within: Runtime | None = None,
) -> AgentContext:
    """Give an agent with bound operations."""
    return AgentContext(
        settings(name), within or runtime(), Bindings(operations=operations or {})
    )
