"""Operations reach the code that is bound to them, and every call leaves its traces."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from pydantic import BaseModel, Field

from ...core.bindings import Bindings
from ...core.clock import FixedClock, SystemClock
from ...core.context import AgentContext, Runtime, current_context
from ...core.errors import (
    ConfigurationError,
    ContractBreachError,
    InvalidRequestError,
    OperationFailedError,
    OperationTimeoutError,
    OperationUnboundError,
    PeerError,
    UnknownOperationError,
)
from ...core.observability import correlated, correlation_id
from ...core.operations import Operation, OperationSpec
from ...core.payload import Payload, PayloadModel
from .samples import (
    SCORE,
    SECRET,
    Candidate,
    ScoreRequest,
    ScoreResponse,
    agent,
    request,
    runtime,
    score,
    settings,
)


def _scoring(
    code: Callable[..., object] | None,
) -> tuple[AgentContext, Operation[ScoreRequest, ScoreResponse]]:
    """Give an agent with one typed operation, bound to some code."""
    context = agent(operations={} if code is None else {"score": code})
    return context, context.operation(SCORE, ScoreRequest, ScoreResponse)


async def test_plain_code_gets_fields_as_keywords_and_models_as_models() -> None:
    """It runs in a thread, so that it never holds up the others."""
    threads: list[int] = []

    def code(candidates: list[Candidate], limit: int) -> dict[str, object]:
        """Note the thread and score."""
        threads.append(threading.get_ident())
        assert all(isinstance(candidate, Candidate) for candidate in candidates)
        return score(candidates, limit)

    _, operation = _scoring(code)
    response = await operation(request("a", "long"))
    assert isinstance(response, ScoreResponse)
    assert response.scores == [4.0, 1.0]
    assert response.best == Candidate(id="long")
    assert threads and threads[0] != threading.get_ident()


async def test_async_code_is_awaited_and_may_return_the_model() -> None:
    """A response that is a model already is taken as it is."""
    given = ScoreResponse(scores=[1.0])

    async def code(candidates: list[Candidate], limit: int) -> ScoreResponse:
        """Score at once."""
        await asyncio.sleep(0)
        assert (len(candidates), limit) == (1, 10)
        return given

    _, operation = _scoring(code)
    assert await operation(request("a")) is given


class _Scorer:
    """Domain code with a state of its own."""

    def __init__(self) -> None:
        """Start with no call."""
        self.calls = 0

    def __call__(self, candidates: list[Candidate], limit: int) -> dict[str, object]:
        """Score each candidate by the number of the call."""
        self.calls += 1
        return {"scores": [float(self.calls)] * min(len(candidates), limit)}


class _AsyncScorer:
    """Domain code whose call is async."""

    def __init__(self) -> None:
        """Start with no call."""
        self.plain = _Scorer()

    async def __call__(
        self, candidates: list[Candidate], limit: int
    ) -> dict[str, object]:
        """Score as the plain one does."""
        return self.plain(candidates, limit)


@pytest.mark.parametrize("code", [_Scorer, _AsyncScorer])
async def test_a_bound_class_is_made_once(code: Callable[..., object]) -> None:
    """Its instance keeps its state from call to call."""
    _, operation = _scoring(code)
    assert (await operation(request("a"))).scores == [1.0]
    assert (await operation(request("a"))).scores == [2.0]


async def test_code_may_ask_for_one_payload() -> None:
    """A single parameter of that name gets the request as it is on the wire."""

    def code(payload: Payload) -> Payload:
        """Score from plain JSON."""
        assert payload["candidates"] == [{"id": "a", "class": "gold"}]
        return {"scores": [1]}

    _, operation = _scoring(code)
    asked = ScoreRequest(candidates=[Candidate(id="a", class_="gold")])
    assert (await operation(asked)).scores == [1.0]


class _Keywords(BaseModel):
    """A contract whose fields are Python keywords and the word payload."""

    class_: str = Field(validation_alias="class", serialization_alias="class")
    from_: int = Field(validation_alias="from", serialization_alias="from")


class _Wrapped(BaseModel):
    """A contract whose one field is named payload."""

    payload: dict[str, int]


async def test_fields_named_like_keywords_keep_their_name_on_the_wire() -> None:
    """Code gets and gives them under their Python names, or under their own."""

    def code(class_: str, from_: int) -> Mapping[str, object]:
        """Give back one field by each of its names."""
        return {"class": class_.upper(), "from_": from_ + 1}

    context = agent(operations={"move": code})
    context.operation(OperationSpec("move"), _Keywords, _Keywords)
    answer = await context.operations.call("move", {"class": "a", "from": 1})
    assert answer == {"class": "A", "from": 2}


async def test_a_field_named_payload_is_a_field() -> None:
    """The contract counts more than the name of the parameter."""

    def code(payload: dict[str, int]) -> dict[str, object]:
        """Give back the field."""
        return {"payload": payload}

    context = agent(operations={"wrap": code})
    operation = context.operation(OperationSpec("wrap"), _Wrapped, _Wrapped)
    assert (await operation(_Wrapped(payload={"a": 1}))).payload == {"a": 1}


async def test_an_untyped_request_comes_as_one_payload() -> None:
    """Only one side of the contract is typed here."""

    def code(payload: Payload) -> dict[str, object]:
        """Count the members."""
        return {"scores": [len(payload)]}

    context = agent(operations={"score": code})
    context.operation(SCORE, PayloadModel, ScoreResponse)
    assert (await context.operations.call("score", {"a": 1, "b": 2}))["scores"] == [2.0]


async def test_an_operation_without_contract_takes_and_gives_json() -> None:
    """What code returns comes back as JSON values."""

    def code(payload: Payload) -> dict[str, object]:
        """Give back what came, and a tuple."""
        return {**payload, "pair": (1, 2)}

    context = agent(operations={"echo": code})
    operation = context.payload_operation(OperationSpec("echo"))
    assert operation.bound
    assert await operation({"a": 1}) == {"a": 1, "pair": [1, 2]}


async def test_an_unbound_operation_says_so_and_is_counted() -> None:
    """Typed or not, never a silent constant."""
    context, operation = _scoring(None)
    untyped = context.payload_operation(OperationSpec("echo"))
    assert not operation.bound and not untyped.bound
    with pytest.raises(OperationUnboundError, match="score"):
        await operation(request("a"))
    with pytest.raises(OperationUnboundError, match="echo"):
        await untyped({})
    assert context.operations.unbound() == ("echo", "score")
    assert context.metrics.value("operation_unbound_total", operation="score") == 1
    (entry,) = context.audit.entries("inference_calls")
    assert (entry.outcome, entry.details) == ("unbound", {"operation": "score"})
    assert not context.decisions.all()


async def test_unbound_counts_more_than_invalid() -> None:
    """Nobody corrects a request for an operation that has no code."""
    context, _ = _scoring(None)
    with pytest.raises(OperationUnboundError):
        await context.operations.call("score", {"candidates": 5})


def _sleepy(candidates: list[Candidate], limit: int) -> dict[str, object]:
    """Take longer than the deadline, as plain code."""
    time.sleep(0.1)
    return score(candidates, limit)


async def _sleepy_async(candidates: list[Candidate], limit: int) -> dict[str, object]:
    """Take longer than the deadline, as async code."""
    await asyncio.sleep(5)
    return score(candidates, limit)


@pytest.mark.parametrize("code", [_sleepy, _sleepy_async])
async def test_slow_code_is_given_up(code: Callable[..., object]) -> None:
    """The deadline is the schema's, and the traces say timeout."""
    here = Runtime(clock=SystemClock(), secret=SECRET)
    context = agent(operations={"score": code}, within=here)
    spec = OperationSpec("score", timeout_ms=20)
    operation = context.operation(spec, ScoreRequest, ScoreResponse)
    with pytest.raises(OperationTimeoutError, match="20 ms"):
        await operation(request("a"))
    assert context.audit.entries("score")[0].outcome == "timeout"
    assert context.metrics.value("operation_failures_total", operation="score") == 1


@pytest.mark.parametrize("late", [False, True])
async def test_the_deadline_is_one_of_the_agents_clock(late: bool) -> None:
    """Code is as slow as the clock says, not as the machine is."""
    shared = runtime()
    clock = shared.clock
    assert isinstance(clock, FixedClock)

    def code(candidates: list[Candidate], limit: int) -> dict[str, object]:
        """Take longer than the deadline by the machine; by the clock, if it is late."""
        clock.advance(0.002 if late else 0.0)
        time.sleep(0.02)
        return score(candidates, limit)

    context = agent(operations={"score": code}, within=shared)
    spec = OperationSpec("score", timeout_ms=2)
    operation = context.operation(spec, ScoreRequest, ScoreResponse)
    if late:
        with pytest.raises(OperationTimeoutError, match="2 ms"):
            await operation(request("a"))
    else:
        assert (await operation(request("a"))).scores == [1.0]


async def test_a_timeout_of_the_code_itself_is_its_failure() -> None:
    """Code that gives up on something of its own has not missed the deadline."""

    async def code(candidates: list[Candidate], limit: int) -> dict[str, object]:
        """Give up at once."""
        raise TimeoutError(len(candidates), limit)

    _, operation = _scoring(code)
    with pytest.raises(OperationFailedError, match="TimeoutError"):
        await operation(request("a"))


@pytest.mark.parametrize(
    ("returned", "complaint"),
    [
        pytest.param(None, "returned NoneType", id="nothing"),
        pytest.param([1.0], "returned list", id="list"),
        pytest.param({"scores": "high"}, "scores: ", id="wrong type"),
        pytest.param({}, "scores: Field required", id="missing"),
        pytest.param(Candidate(id="a"), "scores: Field required", id="other model"),
    ],
)
async def test_a_result_that_breaches_the_contract_is_not_passed_on(
    returned: object, complaint: str
) -> None:
    """The caller learns which field is wrong, and the trail says so."""

    def code(candidates: list[Candidate], limit: int) -> object:
        """Return something that the contract forbids."""
        assert candidates and limit
        return returned

    context, operation = _scoring(code)
    with pytest.raises(ContractBreachError, match=complaint):
        await operation(request("a"))
    assert context.audit.entries("inference_calls")[0].outcome == "contract_breach"


@pytest.mark.parametrize("returned", [5, {"thing": object()}])
async def test_untyped_operations_return_json_objects(returned: object) -> None:
    """Anything else breaches even the untyped contract."""
    context = agent(operations={"echo": lambda payload: returned})
    with pytest.raises(ContractBreachError):
        await context.operations.call("echo", {})


async def test_code_without_a_signature_gets_keywords() -> None:
    """A built-in function that takes none fails like any other code."""
    _, operation = _scoring(max)
    with pytest.raises(OperationFailedError, match="TypeError"):
        await operation(request("a"))


async def test_an_exception_of_the_code_is_wrapped_and_kept(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The caller learns its type only; the log and the chain have the rest."""

    def code(candidates: list[Candidate], limit: int) -> object:
        """Fail with a secret in the message."""
        raise KeyError("password", candidates, limit)

    context, operation = _scoring(code)
    with pytest.raises(OperationFailedError) as caught:
        await operation(request("a"))
    assert "password" not in caught.value.detail
    assert isinstance(caught.value.__cause__, KeyError)
    assert "password" in caplog.text
    assert context.decisions.all()[0].outcome == {"error": caught.value.detail}


async def test_an_error_of_the_agent_passes_as_it_is() -> None:
    """A peer that failed is a peer that failed."""

    def code(candidates: list[Candidate], limit: int) -> object:
        """Fail like a call to a peer."""
        raise PeerError("Main", f"{len(candidates)} of {limit}")

    context, operation = _scoring(code)
    with pytest.raises(PeerError):
        await operation(request("a"))
    assert context.audit.entries("inference_calls")[0].outcome == "failed"


async def test_a_good_call_leaves_its_traces() -> None:
    """Audit entry, metrics and decision record, all of one flow."""
    context, operation = _scoring(score)
    with correlated("flow-1"):
        await operation(request("a"))
    (entry,) = context.audit.entries("inference_calls")
    (decision,) = context.decisions.records("score")
    assert (entry.outcome, entry.correlation_id) == ("ok", "flow-1")
    assert entry.details["operation"] == "score"
    assert decision.correlation_id == "flow-1"
    assert decision.inputs == {"candidates": [{"id": "a", "class": ""}], "limit": 10}
    assert decision.outcome["scores"] == [1.0]
    metrics = context.metrics.exposition().decode()
    assert 'operation_calls_total{agent="Scorer",operation="score"} 1.0' in metrics
    assert "operation_latency_seconds_count" in metrics
    assert "operation_failures_total{" not in metrics


async def test_code_finds_its_flow_and_its_agent() -> None:
    """In a thread as well, and neither is left behind."""
    seen: list[tuple[str, str]] = []

    def code(candidates: list[Candidate], limit: int) -> dict[str, object]:
        """Note who is at work for whom."""
        seen.append((current_context().name, correlation_id()))
        return score(candidates, limit)

    context, operation = _scoring(code)
    with correlated("flow-2"):
        await operation(request("a"))
    assert seen == [("Scorer", "flow-2")]
    with pytest.raises(ConfigurationError, match="No operation"):
        current_context()
    await operation(request("a"))
    assert seen[1][1] == context.audit.entries()[1].correlation_id != "flow-2"


async def test_a_decision_beyond_the_allowed_latency_is_noted() -> None:
    """It is counted and audited, and the response goes out all the same."""
    shared = runtime()
    clock = shared.clock

    def code(candidates: list[Candidate], limit: int) -> dict[str, object]:
        """Take 501 ms of the clock's time."""
        getattr(clock, "advance")(0.501)
        return score(candidates, limit)

    context = AgentContext(
        settings(latency_ms=500), shared, Bindings(operations={"score": code})
    )
    operation = context.operation(SCORE, ScoreRequest, ScoreResponse)
    assert (await operation(request("a"))).scores == [1.0]
    assert context.metrics.value("decision_latency_exceeded_total") == 1
    assert [entry.outcome for entry in context.audit.entries()] == ["slow", "ok"]


async def test_the_registry_calls_by_name_and_checks_the_request() -> None:
    """All faults of a request are named at once, without its values."""
    context, _ = _scoring(score)
    payload = {"candidates": [{"id": "a"}]}
    assert (await context.operations.call("score", payload))["scores"] == [1.0]
    with pytest.raises(InvalidRequestError) as caught:
        await context.operations.call("score", {"candidates": [{}], "limit": "secret"})
    assert "candidates.0.id" in caught.value.detail
    assert "limit" in caught.value.detail
    assert "secret" not in str(caught.value.problem())
    with pytest.raises(UnknownOperationError):
        await context.operations.call("fly", {})


async def test_code_that_no_module_declares_can_be_called_by_name() -> None:
    """A step of a packet's action needs no endpoint."""
    context = agent(operations={"enrich": lambda payload: {"n": len(payload)}})
    assert context.operations.names() == ("enrich",)
    assert not context.operations.declared("enrich")
    assert await context.operations.call("enrich", {"a": 1}) == {"n": 1}


def test_the_first_contract_stands_for_the_name() -> None:
    """An untyped declaration gives way to a typed one, and to nothing else."""
    context = agent()
    context.payload_operation(OperationSpec("score"))
    context.payload_operation(OperationSpec("score", timeout_ms=1))
    assert context.operations.spec("score") == OperationSpec("score")
    context.operation(SCORE, ScoreRequest, ScoreResponse)
    assert context.operations.spec("score") == SCORE
    context.operation(OperationSpec("score"), ScoreRequest, ScoreResponse)
    context.payload_operation(OperationSpec("score"))
    assert context.operations.spec("score") == SCORE
    assert context.operations.spec("fly") is None


class _NotCallable:
    """Something that was bound by mistake."""


def test_what_cannot_be_called_cannot_be_bound() -> None:
    """The agent does not start with it."""
    with pytest.raises(ConfigurationError, match="bound to score"):
        agent(operations={"score": _NotCallable})


def _longest(features: Mapping[str, float]) -> float:
    """Score by the number of features."""
    return float(len(features))


class _Sum:
    """A strategy with a class of its own."""

    def __call__(self, features: Mapping[str, float]) -> float:
        """Score by the sum of the features."""
        return sum(features.values())


def test_strategies_are_functions_or_classes() -> None:
    """A class is instantiated once; a name without code gives None."""
    bindings = Bindings(strategies={"longest": _longest, "sum": _Sum})
    context = AgentContext(settings(), bindings=bindings)
    longest, total = context.strategy("longest"), context.strategy("sum")
    assert longest is not None and longest({"a": 1.0}) == 1.0
    assert total is not None and total({"a": 1.0, "b": 2.0}) == 3.0
    assert context.strategy("sum") is total
    assert context.strategy("best") is None


async def test_calls_do_not_wait_for_each_other() -> None:
    """Plain code runs in as many threads as the agent may have tasks."""
    together = threading.Barrier(20, timeout=5)

    def code(payload: Payload) -> Payload:
        """Wait until twenty calls are under way."""
        together.wait()
        return payload

    context = agent(operations={"echo": code})
    calls = [context.operations.call("echo", {"n": n}) for n in range(20)]
    answers = await asyncio.gather(*calls)
    assert answers == [{"n": n} for n in range(20)]
    assert context.metrics.value("operation_calls_total") == 20


async def test_plain_code_keeps_to_the_limit_of_tasks() -> None:
    """With a limit of two, never three at a time."""
    under_way, most = 0, 0
    counting = threading.Lock()

    def code(payload: Payload) -> Payload:
        """Count who is under way."""
        nonlocal under_way, most
        with counting:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.005)
        with counting:
            under_way -= 1
        return payload

    limited = replace(settings(), task_limit=2)
    context = AgentContext(limited, runtime(), Bindings(operations={"echo": code}))
    await asyncio.gather(*(context.operations.call("echo", {}) for _ in range(8)))
    assert most == 2
    context.close()
