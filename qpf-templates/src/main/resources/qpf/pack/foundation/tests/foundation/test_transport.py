"""Peers are called in this process where they live here, else over HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx
import pytest

from ...core.bindings import Bindings
from ...core.clock import FixedClock, limited
from ...core.context import AgentContext, Runtime
from ...core.ecosystem import Ecosystem
from ...core.errors import (
    OperationUnboundError,
    PacketUnhandledError,
    PeerError,
    PeerRefusedError,
    PeerTimeoutError,
)
from ...core.observability import correlated, correlation_id
from ...core.operations import OperationSpec
from ...core.packetprotocol import Outbound, PacketEnvelope
from ...core.payload import Payload
from ...core.transport import PeerClient
from .samples import (
    NOON,
    SCORE,
    SECRET,
    ScoreRequest,
    ScoreResponse,
    agent,
    request,
    runtime,
    score,
    settings,
)


def _remote(
    answer: Callable[[httpx.Request], httpx.Response], retries: int = 0
) -> AgentContext:
    """Give an agent whose peer Scorer lives elsewhere and answers as told."""
    shared = Runtime(
        clock=FixedClock(NOON),
        secret=SECRET,
        ecosystem=Ecosystem(peers={"Scorer": "http://scorer.test/"}),
        transport=httpx.MockTransport(answer),
    )
    return AgentContext(settings("Main", retries=retries), shared)


async def test_a_peer_in_this_process_is_called_directly() -> None:
    """With contract, under the same flow, and both trails tell of it."""
    shared = runtime()
    flows: list[str] = []

    def code(**fields: object) -> dict[str, object]:
        """Note the flow."""
        flows.append(correlation_id())
        return {"scores": [float(len(fields))]}

    scorer = agent("Scorer", {"score": code}, shared)
    scorer.operation(SCORE, ScoreRequest, ScoreResponse)
    main = agent("Main", within=shared)
    with correlated("flow-1"):
        response = await main.peer("Scorer").call(SCORE, request("a"), ScoreResponse)
    assert response.scores == [2.0]
    assert flows == ["flow-1"]
    (called,) = main.audit.entries("peer_call")
    assert called.details == {"peer": "Scorer", "operation": "score"}
    assert called.correlation_id == "flow-1"
    assert scorer.audit.entries("inference_calls")[0].correlation_id == "flow-1"
    assert main.metrics.value("peer_calls_total", peer="Scorer", outcome="ok") == 1


async def test_a_peer_of_this_process_fails_with_its_own_error() -> None:
    """The caller sees that nothing is bound there."""
    shared = runtime()
    agent("Scorer", within=shared).payload_operation(SCORE)
    main = agent("Main", within=shared)
    with pytest.raises(OperationUnboundError):
        await main.peer("Scorer").call_payload(SCORE, {})
    assert main.audit.entries("peer_call")[0].outcome == "failed"


async def test_a_peer_that_nobody_knows_cannot_be_called() -> None:
    """It is not tried again, since that cannot help."""
    main = AgentContext(settings("Main", retries=3), runtime())
    with pytest.raises(PeerError, match="Scorer: it runs nowhere"):
        await main.peer("Scorer").call_payload(SCORE, {})
    assert main.metrics.value("peer_retries_total") == 0


async def test_a_peer_elsewhere_is_called_over_http() -> None:
    """With its flow, and with a token that says who calls."""
    asked: list[httpx.Request] = []

    def answer(incoming: httpx.Request) -> httpx.Response:
        """Note the request and give scores."""
        asked.append(incoming)
        return httpx.Response(200, json={"scores": [1.0]})

    main = _remote(answer)
    with correlated("flow-2"):
        response = await main.peer("Scorer").call(SCORE, request("a"), ScoreResponse)
    assert response.scores == [1.0]
    assert len(asked) == 1
    incoming = asked[0]
    assert str(incoming.url) == "http://scorer.test/v6/operations/score"
    assert incoming.headers["X-Correlation-Id"] == "flow-2"
    assert json.loads(incoming.content)["limit"] == 10
    token = incoming.headers["Authorization"].removeprefix("Bearer ")
    principal = main.runtime.tokens.verify(token)
    assert (principal.subject, principal.scopes) == ("Main", frozenset({"peer"}))
    assert incoming.extensions["timeout"]["read"] == 2.0
    await main.runtime.aclose()


async def test_the_name_of_an_operation_is_one_segment_of_the_path() -> None:
    """A schema's name cannot reach another path."""
    paths: list[bytes] = []

    def answer(incoming: httpx.Request) -> httpx.Response:
        """Note the path."""
        paths.append(incoming.url.raw_path)
        return httpx.Response(200, json={})

    spec = OperationSpec("../packets?x=1#y")
    await _remote(answer).peer("Scorer").call_payload(spec, {})
    assert paths == [b"/v6/operations/..%2Fpackets%3Fx%3D1%23y"]


@pytest.mark.parametrize("status", [429, 502, 503, 504])
async def test_what_may_pass_is_tried_again(status: int) -> None:
    """Two failures, then success, within two retries."""
    answers = iter([status, status, 200])

    def answer(_: httpx.Request) -> httpx.Response:
        """Give the next answer."""
        return httpx.Response(next(answers), json={"scores": []})

    main = _remote(answer, retries=2)
    assert await main.peer("Scorer").call_payload(SCORE, {}) == {"scores": []}
    assert main.metrics.value("peer_retries_total", peer="Scorer") == 2
    outcomes = [entry.outcome for entry in main.audit.entries("peer_call")]
    assert outcomes == ["failed", "failed", "ok"]


async def test_a_connection_that_fails_is_tried_again_and_given_up(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """After the last try its error comes out; the address stands in the log alone."""
    tries: list[int] = []

    def answer(incoming: httpx.Request) -> httpx.Response:
        """Refuse the connection."""
        tries.append(1)
        raise httpx.ConnectError("refused", request=incoming)

    with pytest.raises(PeerError, match="no answer .ConnectError."):
        await _remote(answer, retries=2).peer("Scorer").call_payload(SCORE, {})
    assert len(tries) == 3
    assert caplog.messages == [
        "Main called score of Scorer (http://scorer.test/) in vain:"
        " Scorer: no answer (ConnectError)."
    ]


async def test_a_peer_that_takes_too_long_is_a_timeout() -> None:
    """Only then is the status 504; a peer that is not there is a 502."""

    def answer(incoming: httpx.Request) -> httpx.Response:
        """Take too long."""
        raise httpx.ReadTimeout("late", request=incoming)

    main = _remote(answer)
    with pytest.raises(PeerTimeoutError, match="within 2 s") as caught:
        await main.peer("Scorer").call_payload(SCORE, {})
    assert (caught.value.status, PeerError.status) == (504, 502)


async def test_a_peer_that_refuses_the_token_says_what_to_do(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Calls and packets alike: an error, a counter and a line in the log."""
    main = _remote(lambda _: httpx.Response(401, json={"detail": "No."}), retries=3)
    main.packets.declare((), (Outbound("query", "Scorer"),))
    with pytest.raises(PeerRefusedError, match="does not take") as caught:
        await main.peer("Scorer").call_payload(SCORE, {})
    assert (caught.value.status, caught.value.transient) == (502, False)
    with pytest.raises(PeerRefusedError):
        await main.step("query", {})
    assert (await main.packets.send("query", {})).status == "undeliverable"
    assert main.metrics.value("peer_refusals_total", peer="Scorer") == 3
    assert [it.levelname for it in caplog.records] == ["WARNING"] * 6
    assert sum("need the same secret in" in it for it in caplog.messages) == 3
    assert sum("in vain: Scorer: it answered 401" in it for it in caplog.messages) == 3


async def test_a_peer_that_misses_a_peer_of_its_own_is_not_asked_again() -> None:
    """It has tried itself: agents in a row would multiply their tries."""
    tries: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        """Say that a peer is missing."""
        tries.append(1)
        return httpx.Response(502, json={"type": "urn:problem:peer", "detail": "No."})

    with pytest.raises(PeerError, match="answered 502. No."):
        await _remote(answer, retries=3).peer("Scorer").call_payload(SCORE, {})
    assert len(tries) == 1


async def test_retries_end_with_the_time_of_the_operation() -> None:
    """The caller learns that the peer is not there, and not that time ran out."""
    tries: list[int] = []

    def answer(incoming: httpx.Request) -> httpx.Response:
        """Refuse the connection."""
        tries.append(1)
        raise httpx.ConnectError("refused", request=incoming)

    main = _remote(answer, retries=5)
    async with limited(main.clock, 0.0005):
        with pytest.raises(PeerError, match="ConnectError"):
            await main.peer("Scorer").call_payload(SCORE, {})
    assert len(tries) == 1


async def test_a_packet_that_a_peer_did_not_handle_keeps_its_receipt() -> None:
    """Over HTTP the sender learns as much as within one process."""
    receipt = {
        "packet_id": "p-1",
        "status": "unhandled",
        "reply": {"unknown_steps": ["asign"]},
    }
    main = _remote(lambda _: httpx.Response(501, json={"receipt": receipt}))
    main.packets.declare((), (Outbound("query", "Scorer"),))
    answered = await main.packets.send("query", {})
    assert (answered.status, answered.trouble()) == (
        "unhandled",
        "none of its steps is known there (asign).",
    )
    with pytest.raises(PacketUnhandledError, match="asign"):
        await main.step("query", {})


@pytest.mark.parametrize(
    ("answered", "complaint"),
    [
        pytest.param(
            httpx.Response(501, json={"detail": "No code."}),
            "answered 501. No code.",
            id="problem",
        ),
        pytest.param(httpx.Response(404, text="<html>"), "answered 404", id="html"),
        pytest.param(httpx.Response(200, text="hello"), "answered 200", id="text"),
        pytest.param(httpx.Response(200, json=[1]), "answered 200", id="list"),
    ],
)
async def test_what_a_peer_refuses_is_not_tried_again(
    answered: httpx.Response, complaint: str
) -> None:
    """The caller learns what it answered."""
    tries: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        """Refuse."""
        tries.append(1)
        return answered

    with pytest.raises(PeerError, match=complaint) as caught:
        await _remote(answer, retries=3).peer("Scorer").call_payload(SCORE, {})
    assert len(tries) == 1
    assert not caught.value.transient


async def test_an_answer_that_breaches_the_contract_is_not_passed_on() -> None:
    """The peer is to blame, not the caller."""
    main = _remote(lambda _: httpx.Response(200, json={"scores": "high"}))
    with pytest.raises(PeerError, match="breaches its contract"):
        await main.peer("Scorer").call(SCORE, request("a"), ScoreResponse)


async def test_a_packet_travels_to_another_process() -> None:
    """Its receipt comes back, and the packet is whole on the wire."""
    packets: list[PacketEnvelope] = []

    def answer(incoming: httpx.Request) -> httpx.Response:
        """Take the packet."""
        assert incoming.url.path == "/v6/packets"
        packet = PacketEnvelope.from_wire(json.loads(incoming.content))
        packets.append(packet)
        receipt = {"packet_id": packet.packet_id, "status": "handled"}
        return httpx.Response(200, json={**receipt, "reply": {"n": 1}})

    main = _remote(answer)
    main.packets.declare((), (Outbound("query", "Scorer"),))
    with correlated("flow-3"):
        receipt = await main.packets.send("query", {"a": 1})
    assert (receipt.status, receipt.reply) == ("handled", {"n": 1})
    packet = packets[0]
    assert (packet.source, packet.payload) == ("Main", {"a": 1})
    assert packet.correlation_id == "flow-3"


async def test_a_receipt_that_is_none_is_the_peers_fault() -> None:
    """Nobody takes it for a packet that was handled."""
    main = _remote(lambda _: httpx.Response(200, json={"status": "fine"}))
    packet = PacketEnvelope("query", "Main", "Scorer", {}, "flow-4", "p-1")
    with pytest.raises(PeerError, match="receipt"):
        await main.runtime.packets.deliver(packet)


async def test_a_client_wires_its_methods_to_steps() -> None:
    """It keeps the peer for the module that derives from it."""
    shared = runtime()
    scorer = AgentContext(settings(), shared, Bindings(operations={"score": score}))
    scorer.operation(SCORE, ScoreRequest, ScoreResponse)
    main = agent("Main", within=shared)
    client = PeerClient(main, "Scorer", (SCORE,))
    assert client.peer.name == "Scorer"
    payload: Payload = {"candidates": [{"id": "abc"}], "other": True}
    answer = await main.step("score", payload)
    assert (answer["scores"], answer["other"]) == ([3.0], True)


async def test_the_first_client_of_a_method_is_the_one_that_steps_use() -> None:
    """A second wiring of the same method does not redirect the first."""
    shared = runtime()
    agent("A", {"score": lambda payload: {"by": "A"}}, shared)
    agent("B", {"score": lambda payload: {"by": "B"}}, shared)
    main = agent("Main", within=shared)
    PeerClient(main, "A", (SCORE,))
    PeerClient(main, "B", (SCORE,))
    assert await main.step("score", {}) == {"by": "A"}
