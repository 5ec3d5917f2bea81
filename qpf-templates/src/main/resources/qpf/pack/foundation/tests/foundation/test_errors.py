"""Every error knows its HTTP status and gives a problem document."""

from __future__ import annotations

import pytest

from ...core import errors

_ERRORS = [
    (errors.AgentError("Something."), 500),
    (errors.OperationUnboundError("score"), 501),
    (errors.OperationTimeoutError("score", 500), 504),
    (errors.OperationFailedError("score", "KeyError"), 500),
    (errors.ContractBreachError("score", "it returned int."), 500),
    (errors.InvalidRequestError("limit: not a number"), 422),
    (errors.RequestTooLargeError(10), 413),
    (errors.AuthenticationError(), 401),
    (errors.MissingScopeError("governance_token"), 403),
    (errors.PolicyViolationError(("latency",)), 403),
    (errors.UnknownOperationError("score"), 404),
    (errors.UnknownNameError("strategy", "best"), 404),
    (errors.UnknownPacketError("query"), 422),
    (errors.UnknownEventError("drift"), 422),
    (errors.MemoryFieldError("episodic", "domain"), 422),
    (errors.ArchiveConflictError("model:1"), 409),
    (errors.ResultTimeoutError("job", 0.5), 504),
    (errors.PeerError("Main", "no answer."), 502),
    (errors.ConfigurationError("The port is taken."), 500),
]


@pytest.mark.parametrize(
    ("error", "status"),
    [pytest.param(error, status, id=error.kind) for error, status in _ERRORS],
)
def test_an_error_gives_its_problem_document(
    error: errors.AgentError, status: int
) -> None:
    """The document carries type, title, status and detail of RFC 9457."""
    problem = error.problem()
    assert problem["status"] == status
    assert problem["type"] == f"urn:problem:{error.kind}"
    assert problem["title"] == error.title
    assert problem["detail"] == str(error)


def test_no_two_errors_share_a_type() -> None:
    """A client can tell them apart."""
    kinds = [error.kind for error, _ in _ERRORS]
    assert len(set(kinds)) == len(kinds)


def test_facts_stand_in_the_document() -> None:
    """The unbound operation and the missing scope are named for machines too."""
    assert errors.OperationUnboundError("score").problem()["operation"] == "score"
    assert errors.MissingScopeError("x").problem()["scope"] == "x"


def test_a_peer_says_whether_trying_again_may_help() -> None:
    """Only what may pass is transient."""
    assert errors.PeerError("Main", "busy", transient=True).transient
    assert not errors.PeerError("Main", "refused").transient
