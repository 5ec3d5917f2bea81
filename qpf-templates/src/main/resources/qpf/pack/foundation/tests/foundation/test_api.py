"""The HTTP interface: endpoints, vital signs, packets, tokens, problem documents."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI
from pydantic import BaseModel, Field

from ...core import api
from ...core.agent import AgentController
from ...core.api import Endpoint, create_app
from ...core.bindings import Bindings
from ...core.context import AgentContext
from ...core.errors import ConfigurationError, UnknownNameError
from ...core.operations import OperationSpec
from ...core.packetprotocol import Inbound
from ...core.payload import Payload
from .samples import SCORE, ScoreRequest, ScoreResponse, agent, runtime, score, settings


class _Search(BaseModel):
    """What a search takes from its query string."""

    word: str
    tags: list[str] = []
    class_: str = Field(
        default="", validation_alias="class", serialization_alias="class"
    )


def _lookup(payload: Payload) -> Payload:
    """Find nothing under the name `none`, and the payload under any other."""
    if payload["name"] == "none":
        raise UnknownNameError("model", "none")
    return payload


def _broken(payload: Payload) -> Payload:
    """Fail with something that nobody should read."""
    raise KeyError("password", payload)


_ENDPOINTS = (
    Endpoint(
        "score", "POST", "/x/v6/score", request=ScoreRequest, response=ScoreResponse
    ),
    Endpoint(
        "guarded", "POST", "/x/v6/guarded", auth="governance", request=ScoreRequest
    ),
    Endpoint("known", "POST", "/x/v6/known", auth="*"),
    Endpoint("lookup", "GET", "/x/v6/models/{name}", auth="*"),
    Endpoint("search", "GET", "/x/v6/search", request=_Search),
    Endpoint("echo", "PUT", "/x/v6/things/{name}"),
    Endpoint("broken", "POST", "/x/v6/broken"),
    Endpoint("explain", "POST", "/x/v6/explain", request=ScoreRequest),
    Endpoint("model_status", "GET", "/x/v6/status", builtin="status"),
    Endpoint("model_metrics", "GET", "/x/v6/metrics", auth="*", builtin="metrics"),
)


def _controller() -> AgentController:
    """Give an agent with most of the endpoints' operations bound."""
    context = AgentContext(
        settings(),
        runtime(),
        Bindings(
            operations={
                "score": score,
                "known": lambda payload: {"n": float("nan"), **payload},
                "lookup": _lookup,
                "search": lambda **fields: fields,
                "echo": lambda payload: payload,
                "broken": _broken,
                "query": lambda payload: {"answer": 42},
            }
        ),
    )
    context.operation(SCORE, ScoreRequest, ScoreResponse)
    return AgentController(context)


def _client(app: FastAPI) -> httpx.AsyncClient:
    """Give a client that talks to an application without a network."""
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url="http://scorer.test")


@pytest.fixture(name="controller")
async def _running() -> AsyncIterator[AgentController]:
    """Give a controller whose agent runs."""
    controller = _controller()
    await controller.start()
    yield controller
    await controller.stop()


@pytest.fixture(name="client")
async def _connected(controller: AgentController) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of the agent."""
    async with _client(create_app(controller, _ENDPOINTS)) as client:
        yield client


def _token(controller: AgentController, *scopes: str) -> dict[str, str]:
    """Give the header of a caller with scopes."""
    token = controller.context.runtime.tokens.issue("ada", scopes)
    return {"Authorization": f"Bearer {token}"}


async def test_an_endpoint_runs_its_operation(client: httpx.AsyncClient) -> None:
    """The request is checked, the answer is the contract's."""
    answer = await client.post("/x/v6/score", json={"candidates": [{"id": "abc"}]})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json() == {"scores": [3.0], "best": {"id": "abc", "class": ""}}


async def test_vital_signs_answer(client: httpx.AsyncClient) -> None:
    """Status, health, readiness and metrics, at the paths that all agents share."""
    status = (await client.get("/v6/status")).json()
    assert (status["agent"], status["state"]) == ("Scorer", "running")
    assert status["unbound"] == ["explain", "guarded"]
    assert (await client.get("/x/v6/status")).json() == status
    assert (await client.get("/v6/health")).json()["status"] == "ok"
    assert (await client.get("/v6/ready")).json() == {"ready": True}
    metrics = await client.get("/v6/metrics")
    assert metrics.headers["Content-Type"].startswith("text/plain; version=")
    assert 'deployments_total{agent="Scorer"} 1.0' in metrics.text


async def test_an_agent_that_does_not_run_says_so() -> None:
    """A load balancer reads the status code."""
    controller = _controller()
    async with _client(create_app(controller, ())) as client:
        assert (await client.get("/v6/ready")).status_code == 503
        assert (await client.get("/v6/health")).status_code == 200
        controller.add(_Unstartable())
        with pytest.raises(OSError):
            await controller.start()
        assert (await client.get("/v6/health")).status_code == 503


class _Unstartable:
    """A part that never starts."""

    def start(self) -> None:
        """Fail."""
        raise OSError("no")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        pytest.param("/x/v6/explain", {"candidates": []}, 501, id="unbound"),
        pytest.param("/x/v6/explain", {}, 501, id="unbound before invalid"),
        pytest.param("/x/v6/score", {"candidates": [{}]}, 422, id="invalid"),
        pytest.param("/x/v6/broken", {}, 500, id="failed"),
        pytest.param("/x/v6/nowhere", {}, 404, id="no path"),
        pytest.param("/x/v6/search", {}, 405, id="no method"),
    ],
)
async def test_errors_are_problem_documents(
    client: httpx.AsyncClient, path: str, body: Payload, status: int
) -> None:
    """Whatever fails, the answer has one form."""
    answer = await client.post(path, json=body, headers={"X-Correlation-Id": "flow-1"})
    problem = answer.json()
    assert answer.status_code == problem["status"] == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["instance"] == path
    assert problem["correlation_id"] == "flow-1"
    assert problem["type"] and problem["title"] and problem["detail"]
    assert "password" not in answer.text


async def test_the_unbound_operation_is_named_and_counted(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """The problem document, the metric and the status agree."""
    problem = (await client.post("/x/v6/explain", json={})).json()
    assert problem["operation"] == "explain"
    assert controller.status()["unbound_calls"] == 1


_GUARDED = [
    pytest.param("POST", "/x/v6/guarded", id="unbound, else 501"),
    pytest.param("GET", "/x/v6/models/none", id="unknown, else 404"),
    pytest.param("POST", "/x/v6/known", id="invalid, else 422"),
    pytest.param("GET", "/x/v6/metrics", id="built in"),
    pytest.param("POST", "/v6/packets", id="packets, else 422"),
    pytest.param("POST", "/v6/operations/fly", id="operation, else 404"),
]


@pytest.mark.parametrize(("method", "path"), _GUARDED)
@pytest.mark.parametrize("token", ["", "Bearer", "Bearer x.y.z", "Basic aWdvcg=="])
async def test_who_does_not_say_who_they_are_learns_nothing_else(
    client: httpx.AsyncClient, method: str, path: str, token: str
) -> None:
    """401 comes before 404, 422 and 501."""
    headers = {"Authorization": token} if token else {}
    answer = await client.request(method, path, content="not json", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("/x/v6/guarded", "governance"),
        ("/v6/packets", "peer"),
        ("/v6/operations/fly", "peer"),
    ],
)
async def test_who_lacks_the_scope_learns_only_that(
    client: httpx.AsyncClient, controller: AgentController, path: str, scope: str
) -> None:
    """403 comes before 404, 422 and 501, and the refusal is audited."""
    headers = _token(controller, "other")
    answer = await client.post(path, content="not json", headers=headers)
    assert answer.status_code == 403
    assert answer.json()["scope"] == scope
    (entry,) = controller.context.audit.entries("access")
    assert (entry.outcome, entry.details["status"]) == ("rejected", 403)
    assert controller.context.metrics.value("access_refused_total") == 1


@pytest.mark.parametrize(
    ("way", "scope", "status"),
    [
        ("POST /x/v6/guarded", "governance", 501),
        ("GET /x/v6/models/none", "any", 404),
        ("POST /x/v6/known", "any", 422),
        ("POST /v6/packets", "peer", 422),
        ("POST /v6/operations/score", "peer", 422),
        ("GET /x/v6/metrics", "any", 200),
    ],
)
async def test_who_may_pass_meets_the_rest(
    client: httpx.AsyncClient,
    controller: AgentController,
    way: str,
    scope: str,
    status: int,
) -> None:
    """With the right token the same requests get their own answers."""
    method, path = way.split()
    headers = _token(controller, scope)
    answer = await client.request(method, path, content="not json", headers=headers)
    assert answer.status_code == status


async def test_an_expired_token_is_none(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """The agent's clock decides."""
    headers = _token(controller)
    getattr(controller.context.clock, "advance")(3600)
    answer = await client.get("/x/v6/metrics", headers=headers)
    assert (answer.status_code, answer.json()["detail"]) == (
        401,
        "The token has expired.",
    )


async def test_a_path_and_a_query_string_become_the_payload(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """A segment by its name; a parameter that repeats, or whose field is a list."""
    found = await client.get("/x/v6/models/a%20b", headers=_token(controller))
    assert found.json() == {"name": "a b"}
    one = await client.get("/x/v6/search?word=a&tags=x&class=c")
    assert one.json() == {"word": "a", "tags": ["x"], "class_": "c"}
    many = await client.get("/x/v6/search?word=a&tags=x&tags=y")
    assert many.json()["tags"] == ["x", "y"]
    both = await client.get("/x/v6/search?word=a&word=b")
    assert both.status_code == 422
    put = await client.put("/x/v6/things/lamp", json={"name": "other", "lit": True})
    assert put.json() == {"name": "lamp", "lit": True}


async def test_an_untyped_answer_with_nan_is_json_all_the_same(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """Not a number is null on the wire; an empty body is an empty object."""
    answer = await client.post("/x/v6/known", headers=_token(controller))
    assert answer.text == '{"n":null}'


@pytest.mark.parametrize(
    "body", [b"[1]", b"5", b"{", b"\xff", b'{"a": NaN}', b'{"a": 1, "a": 2}']
)
async def test_a_body_that_is_no_json_object_is_refused(
    client: httpx.AsyncClient, body: bytes
) -> None:
    """Nor is one that says a thing twice."""
    answer = await client.put("/x/v6/things/lamp", content=body)
    assert answer.status_code == 422


async def test_a_body_that_is_too_large_is_not_read(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit counts what came, whatever the headers say."""
    monkeypatch.setattr(api, "MAX_BODY_BYTES", 20)
    fits = await client.put("/x/v6/things/lamp", content=b'{"a": "1234567890"}')
    assert fits.status_code == 200
    answer = await client.put("/x/v6/things/lamp", content=b'{"a": "123456789012"}')
    assert (answer.status_code, answer.json()["limit"]) == (413, 20)


@pytest.mark.parametrize("given", ["", "a b", "x" * 129, "ä\x85"])
async def test_a_request_without_a_good_id_gets_a_new_one(
    client: httpx.AsyncClient, given: str
) -> None:
    """And it comes back in the answer."""
    headers = {b"X-Correlation-Id": given.encode("latin-1")}
    answer = await client.get("/v6/health", headers=headers)
    assert len(answer.headers["X-Correlation-Id"]) == 32


async def test_the_id_of_a_request_reaches_the_trail(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """From the header through the operation to the audit entry."""
    body = {"candidates": [{"id": "a"}]}
    headers = {"X-Correlation-Id": "flow-2"}
    answer = await client.post("/x/v6/score", json=body, headers=headers)
    assert answer.headers["X-Correlation-Id"] == "flow-2"
    (entry,) = controller.context.audit.entries("inference_calls")
    assert entry.correlation_id == "flow-2"


async def test_a_packet_is_taken(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """Its receipt is the answer."""
    controller.context.packets.declare((Inbound("query"),))
    packet = {
        "packet_type": "query",
        "source": "Main",
        "destination": "Scorer",
        "payload": {"a": 1},
        "correlation_id": "flow-3",
        "packet_id": "p-1",
    }
    headers = _token(controller, "peer")
    answer = await client.post("/v6/packets", json=packet, headers=headers)
    assert answer.status_code == 200
    assert (answer.json()["status"], answer.json()["packet_id"]) == ("handled", "p-1")
    assert answer.json()["reply"]["answer"] == 42
    controller.context.packets.declare(
        (
            Inbound("news"),
            Inbound("typo", actions=("scoer",)),
            Inbound("half", actions=("query", "scoer")),
        )
    )
    half = {**packet, "packet_type": "half", "packet_id": "p-5"}
    some = await client.post("/v6/packets", json=half, headers=headers)
    assert (some.status_code, some.json()["status"]) == (207, "partial")
    assert some.json()["unhandled"] == ["scoer"]
    news = {**packet, "packet_type": "news", "packet_id": "p-3"}
    recorded = await client.post("/v6/packets", json=news, headers=headers)
    assert (recorded.status_code, recorded.json()["status"]) == (202, "recorded")
    typo = {**packet, "packet_type": "typo", "packet_id": "p-4"}
    lost = await client.post("/v6/packets", json=typo, headers=headers)
    assert lost.status_code == 501
    assert lost.json()["type"] == "urn:problem:packet-unhandled"
    assert lost.json()["receipt"]["reply"] == {"unknown_steps": ["scoer"]}
    unknown = {**packet, "packet_type": "other", "packet_id": "p-2"}
    refused = await client.post("/v6/packets", json=unknown, headers=headers)
    assert (refused.status_code, refused.json()["packet_type"]) == (422, "other")


async def test_a_peer_runs_operations_by_name(
    client: httpx.AsyncClient, controller: AgentController
) -> None:
    """Those with an endpoint and those without."""
    headers = _token(controller, "peer")
    answer = await client.post("/v6/operations/query", headers=headers)
    assert answer.json() == {"answer": 42}
    unbound = await client.post("/v6/operations/explain", json={}, headers=headers)
    assert unbound.status_code == 501


async def test_an_operation_without_a_module_is_declared_by_its_endpoint() -> None:
    """It answers 501 until somebody binds it; one with a module keeps its own."""
    controller = _controller()
    create_app(controller, _ENDPOINTS)
    operations = controller.context.operations
    assert operations.declared("explain") and operations.spec("score") == SCORE
    assert not operations.declared("model_status")


async def test_an_operation_that_a_module_leaves_untyped_keeps_its_spec() -> None:
    """The endpoint adds the contract and takes nothing away."""
    context = agent()
    spec = OperationSpec("score", timeout_ms=5, audit="calls")
    context.payload_operation(spec)
    create_app(AgentController(context), _ENDPOINTS[:1])
    assert context.operations.spec("score") == spec


async def test_a_path_that_the_schema_declares_is_not_added_again() -> None:
    """The schema's own /v6/status stands, with its guard."""
    own = Endpoint("status", "GET", "/v6/status", auth="*", builtin="status")
    async with _client(create_app(_controller(), (own,))) as client:
        assert (await client.get("/v6/status")).status_code == 401
        assert (await client.get("/v6/health")).status_code == 200


@pytest.mark.parametrize("paths", [("/x", "/x"), ("/x/{a}/y", "/x/{b}/y")])
def test_no_path_is_served_twice(paths: tuple[str, str]) -> None:
    """The second endpoint would never answer."""
    twice = tuple(Endpoint(path, "POST", path) for path in paths)
    with pytest.raises(ConfigurationError, match="Two endpoints .* POST /x"):
        create_app(_controller(), twice)


async def test_a_path_with_a_parameter_hides_no_other() -> None:
    """Whatever the order of the schema, the plain path is tried first."""
    endpoints = (
        Endpoint("echo", "POST", "/v6/{name}"),
        Endpoint("query", "POST", "/v6/query"),
    )
    async with _client(create_app(_controller(), endpoints)) as client:
        assert (await client.post("/v6/query")).json() == {"answer": 42}
        assert (await client.post("/v6/packets")).status_code == 401
        assert (await client.post("/v6/lamp")).json() == {"name": "lamp"}


async def test_what_nobody_foresaw_tells_nothing(
    client: httpx.AsyncClient,
    controller: AgentController,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A fault of the foundation itself is a plain 500, under the flow's id."""

    def fail() -> dict[str, object]:
        """Fail with something that nobody should read."""
        raise RuntimeError("password")

    monkeypatch.setattr(controller, "status", fail)
    headers = {"X-Correlation-Id": "flow-4"}
    answer = await client.get("/v6/status", headers=headers)
    assert (answer.status_code, answer.json()["title"]) == (
        500,
        "Internal Server Error",
    )
    assert answer.headers["X-Correlation-Id"] == "flow-4"
    assert "password" not in answer.text


async def test_the_application_starts_and_stops_its_agent() -> None:
    """As a server does by the lifespan protocol."""
    controller = _controller()
    app = create_app(controller, ())
    async with app.router.lifespan_context(app):
        assert controller.ready()
    assert not controller.ready()


async def test_an_answer_is_compact_json(client: httpx.AsyncClient) -> None:
    """No blanks, raw Unicode."""
    answer = await client.put("/x/v6/things/lamp", json={"a": "ä"})
    assert answer.content == '{"a":"ä","name":"lamp"}'.encode()
    assert json.loads(answer.content)["a"] == "ä"
