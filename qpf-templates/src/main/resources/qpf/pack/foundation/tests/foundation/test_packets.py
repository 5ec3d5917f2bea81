"""Packets reach their destination, are handled once, and keep their flow."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from ...core import packetbus
from ...core.clock import limited
from ...core.configuration import RetryPolicy
from ...core.context import AgentContext, Runtime, current_context
from ...core.correlation import correlated, correlation_id
from ...core.errors import (
    InvalidRequestError,
    OperationFailedError,
    PacketUnhandledError,
    PeerError,
    UnknownNameError,
    UnknownPacketError,
)
from ...core.events import EventPublisher, EventSubscriber, Subscription
from ...core.operations import OperationSpec
from ...core.packetprotocol import (
    DomainBridge,
    Inbound,
    Outbound,
    PacketBuilder,
    PacketBus,
    PacketEnvelope,
    PacketFormatter,
    PacketRouter,
    PacketValidator,
    Receipt,
)
from ...core.payload import Payload
from .companions import new_agent, new_runtime, outcomes

QUERY = PacketEnvelope("query", "Alpha", "Beta", {"q": 1}, "flow", "p-1")


def answer(payload: Payload) -> Payload:
    """Answer a query with who answers, and in which flow."""
    return {
        "answer": payload["q"],
        "by": current_context().name,
        "flow": correlation_id(),
    }


def sender(runtime: Runtime, *outbound: Outbound) -> PacketRouter:
    """Make the agent that sends."""
    return PacketRouter(new_agent("Alpha", runtime), (), outbound)


async def test_packet_reaches_the_operation_of_its_type() -> None:
    """The receiver's code runs as the receiver, in the sender's flow."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime, {"query": answer})
    PacketRouter(beta, (Inbound("query", "Alpha"),), ())
    router = sender(runtime, Outbound("query", "Beta", ("q",)))
    with correlated("flow-1"):
        receipt = await router.send("query", {"q": 42})
    assert receipt.status == "handled"
    assert receipt.reply == {"answer": 42, "by": "Beta", "flow": "flow-1"}
    (received,) = beta.packets.received()
    assert received.correlation_id == "flow-1"
    assert received.packet_id == receipt.packet_id
    flows = {it.correlation_id for it in beta.audit.entries()}
    flows |= {it.correlation_id for it in runtime.contexts()["Alpha"].audit.entries()}
    assert flows == {"flow-1"}


async def test_actions_run_in_turn_over_the_payload() -> None:
    """An action chain crosses operation, packet and event, one flow from end to end."""
    runtime, _ = new_runtime()
    gamma = new_agent("Gamma", runtime, {"score": lambda payload: {"score": 7}})
    PacketRouter(gamma, (Inbound("score"),), ())
    beta = new_agent("Beta", runtime, {"clean": lambda payload: {"q": "clean"}})
    beta.payload_operation(OperationSpec("clean"))
    EventPublisher(beta, ("scored",))
    PacketRouter(
        beta,
        (Inbound("query", "Alpha", ("clean", "score", "unheard_of", "scored")),),
        (Outbound("score", "Gamma", ("q",)),),
    )
    heard = EventSubscriber(gamma, (Subscription("Beta", "scored"),))
    router = sender(runtime, Outbound("query", "Beta"))
    with correlated("flow-2"):
        receipt = await router.send("query", {"q": "raw", "kept": True})
    assert receipt == Receipt(
        receipt.packet_id,
        "partial",
        {"q": "clean", "kept": True, "score": 7},
        ("unheard_of",),
    )
    assert gamma.packets.received()[0].payload["q"] == "clean"
    assert gamma.packets.received()[0].correlation_id == "flow-2"
    assert heard.received()[0].correlation_id == "flow-2"
    assert heard.received()[0].payload["score"] == 7
    assert outcomes(beta, "unheard_of") == ["unknown_step"]


@pytest.mark.parametrize("actions", [(), ("clean", "query")])
async def test_unbound_code_leaves_the_packet_unhandled(
    actions: tuple[str, ...],
) -> None:
    """The receipt names what is not bound; the packet is kept, the chain stops."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime, {"clean": lambda payload: {}})
    beta.payload_operation(OperationSpec("query"))
    PacketRouter(beta, (Inbound("query", actions=actions),), ())
    router = sender(runtime, Outbound("query", "Beta"))
    receipt = await router.send("query", {})
    assert (receipt.status, receipt.reply) == ("unhandled", {"unbound": "query"})
    assert len(beta.packets.received()) == 1
    assert outcomes(beta, "packet_received") == ["unhandled"]
    assert beta.metrics.value("operation_unbound_total") == 1


async def test_packet_that_asks_for_nothing_is_recorded() -> None:
    """Whoever needs its answer has none, and nothing is wrong."""
    runtime, _ = new_runtime()
    PacketRouter(new_agent("Beta", runtime), (Inbound("query", "Alpha"),), ())
    router = sender(runtime, Outbound("query", "Beta"))
    receipt = await router.send("query", {"q": 1})
    assert (receipt.status, receipt.reply) == ("recorded", {})
    assert await runtime.contexts()["Alpha"].step("query", {"q": 1}) == {"q": 1}


async def test_packet_of_unknown_steps_is_told_as_lost(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Receipt, log and counters say so, and a step that needs the answer fails."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime)
    PacketRouter(beta, (Inbound("query", "Alpha", ("asign", "bedd")),), ())
    assert beta.packets.unknown_steps() == {"query": ("asign", "bedd")}
    receipt = await sender(runtime, Outbound("query", "Beta")).send("query", {"q": 1})
    assert receipt.status == "unhandled"
    assert receipt.reply == {"unknown_steps": ["asign", "bedd"]}
    alpha = runtime.contexts()["Alpha"]
    with pytest.raises(PacketUnhandledError, match=r"Beta .*query.*asign, bedd"):
        await alpha.step("query", {"q": 2})
    assert outcomes(alpha, "packet_sent") == ["unhandled", "unhandled"]
    assert beta.metrics.value("unknown_steps_total") == 4
    steps = [it for it in caplog.messages if "knows no step" in it]
    assert len(steps) == 2, "a step is logged once, and counted each time"
    assert sum("query packet" in it for it in caplog.messages) == 2


async def test_packet_of_some_unknown_steps_is_no_success(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """What ran is answered; receipt, log, audit and counters name what did not."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime, {"clean": lambda payload: {"q": "clean"}})
    beta.payload_operation(OperationSpec("clean"))
    PacketRouter(beta, (Inbound("query", "Alpha", ("clean", "asign")),), ())
    receipt = await sender(runtime, Outbound("query", "Beta")).send("query", {"q": 1})
    assert (receipt.status, receipt.unhandled) == ("partial", ("asign",))
    assert receipt.reply == {"q": "clean"}
    assert Receipt.from_wire(receipt.to_wire()) == receipt
    alpha = runtime.contexts()["Alpha"]
    assert outcomes(alpha, "packet_sent") == ["partial"]
    assert outcomes(beta, "packet_received") == ["partial"]
    assert beta.metrics.value("packet_received_total", outcome="partial") == 1
    assert any("in part: some of its steps" in it for it in caplog.messages)
    assert await alpha.step("query", {"q": 2}) == {"q": "clean"}


async def test_step_whose_packet_is_not_delivered_fails() -> None:
    """Nobody goes on as if there had been an answer."""
    runtime, _ = new_runtime()
    alpha = new_agent("Alpha", runtime)
    alpha.packets.declare((), (Outbound("query", "Far"), Outbound("news")))
    with pytest.raises(PeerError, match="Far: it runs nowhere"):
        await alpha.step("query", {})
    with pytest.raises(PeerError, match="news packets are wired to nobody"):
        await alpha.step("news", {})
    assert alpha.peers() == ("Far",)


async def test_step_is_content_with_one_of_several_destinations() -> None:
    """What was lost on the way to another one is in the log."""
    runtime, _ = new_runtime()
    PacketRouter(new_agent("Beta", runtime, {"query": answer}), (Inbound("query"),), ())
    alpha = new_agent("Alpha", runtime)
    alpha.packets.declare((), (Outbound("query", "Far"), Outbound("query", "Beta")))
    assert (await alpha.step("query", {"q": 3}))["answer"] == 3
    assert outcomes(alpha, "packet_sent") == ["undeliverable", "handled"]


async def test_step_passes_on_what_the_receiver_misses() -> None:
    """The packet arrived: the peer that is missing is the receiver's."""
    runtime, _ = new_runtime()

    def fail(payload: Payload) -> Payload:
        """Miss a peer."""
        raise PeerError("Far", f"busy with {payload['q']}")

    PacketRouter(new_agent("Beta", runtime, {"query": fail}), (Inbound("query"),), ())
    alpha = new_agent("Alpha", runtime)
    alpha.packets.declare((), (Outbound("query", "Beta"), Outbound("query", "Near")))
    with pytest.raises(PeerError, match="Far: busy with 4"):
        await alpha.step("query", {"q": 4})


async def test_retries_end_with_the_time_of_the_operation() -> None:
    """A pause that would outlast the deadline is not begun: the cause comes out."""
    busy = PeerError("Far", "busy", transient=True)
    flaky = Flaky(busy, busy, busy)
    alpha = distant(flaky, retries=2, delay_ms=5000)
    async with limited(alpha.clock, 60), limited(alpha.clock, 1):
        with pytest.raises(PeerError, match="busy"):
            await alpha.step("query", {})
    assert len(flaky.packets) == 1


async def test_failure_reaches_a_sender_in_this_process() -> None:
    """Both sides audit it."""
    runtime, _ = new_runtime()

    def fail(payload: Payload) -> Payload:
        """Fail."""
        raise ValueError(str(payload))

    beta = new_agent("Beta", runtime, {"query": fail})
    PacketRouter(beta, (Inbound("query"),), ())
    router = sender(runtime, Outbound("query", "Beta"))
    with pytest.raises(OperationFailedError):
        await router.send("query", {})
    assert outcomes(beta, "packet_received") == ["failed"]
    assert outcomes(runtime.contexts()["Alpha"], "packet_sent") == ["failed"]


async def test_route_of_the_source_comes_first() -> None:
    """Of several routes for a type the sender's own is taken, else the open one."""
    runtime, _ = new_runtime()
    beta = new_agent(
        "Beta",
        runtime,
        {
            "mine": lambda payload: {"way": "mine"},
            "any": lambda payload: {"way": "any"},
        },
    )
    router = PacketRouter(
        beta,
        (Inbound("query", "", ("any",)), Inbound("query", "Gamma", ("mine",))),
        (),
    )
    of_alpha = await router.accept(QUERY)
    of_gamma = await router.accept(replace(QUERY, source="Gamma", packet_id="p-2"))
    assert (of_alpha.reply["way"], of_gamma.reply["way"]) == ("any", "mine")
    assert not beta.audit.entries("packet_source")


async def test_unlisted_source_is_audited() -> None:
    """The packet is handled by the type's first route, with a trace for the auditor."""
    beta = new_agent("Beta", operations={"mine": lambda payload: {"way": "mine"}})
    router = PacketRouter(beta, (Inbound("query", "Gamma", ("mine",)),), ())
    assert (await router.accept(QUERY)).reply["way"] == "mine"
    (entry,) = beta.audit.entries("packet_source")
    assert (entry.outcome, entry.details["source"]) == ("unlisted", "Alpha")


async def test_packet_that_comes_twice_is_handled_once() -> None:
    """A repeated delivery gets the receipt of the first one."""
    calls: list[object] = []

    def count(payload: Payload) -> Payload:
        """Count the calls."""
        calls.append(payload["q"])
        return {"calls": len(calls)}

    beta = new_agent("Beta", operations={"query": count})
    router = PacketRouter(beta, (Inbound("query"),), ())
    first = await router.accept(QUERY)
    assert await router.accept(QUERY) == first
    assert (await router.accept(replace(QUERY, packet_id="p-2"))).reply["calls"] == 2
    assert (await router.accept(replace(QUERY, source="Gamma"))).reply["calls"] == 3
    third = replace(QUERY, packet_id="p-3")
    receipts = await asyncio.gather(*(router.accept(third) for _ in range(5)))
    assert [it.reply["calls"] for it in receipts] == [4] * 5
    assert len(beta.packets.received()) == 4


async def test_receipts_are_kept_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """The oldest receipt makes room for the newest."""
    monkeypatch.setattr(packetbus, "_KEPT", 2)
    beta = new_agent("Beta")
    router = PacketRouter(beta, (Inbound("query"),), ())
    for packet_id in ("p-1", "p-2", "p-3", "p-3", "p-1"):
        await router.accept(replace(QUERY, packet_id=packet_id))
    assert outcomes(beta, "packet_received") == ["recorded"] * 4
    assert [it.packet_id for it in beta.packets.received()] == ["p-3", "p-1"]


async def test_unknown_and_misdirected_packets_are_refused() -> None:
    """They leave a trace and run nothing."""
    beta = new_agent("Beta")
    router = PacketRouter(beta, (Inbound("query"),), ())
    with pytest.raises(UnknownPacketError, match="other are not routed"):
        await router.accept(replace(QUERY, packet_type="other"))
    with pytest.raises(InvalidRequestError, match="for Gamma"):
        await router.accept(replace(QUERY, destination="Gamma"))
    assert outcomes(beta, "packet_received") == ["rejected", "rejected"]
    assert not beta.packets.received()
    assert (await router.accept(replace(QUERY, destination=""))).status == "recorded"


async def test_only_declared_types_with_their_fields_are_sent() -> None:
    """The first fault stops the packet before anything is sent."""
    router = sender(new_runtime()[0], Outbound("query", "Beta", ("q", "r", "s")))
    with pytest.raises(UnknownPacketError):
        await router.send("other", {})
    with pytest.raises(InvalidRequestError, match="query packet needs q, s"):
        await router.send("query", {"r": 1})
    with pytest.raises(InvalidRequestError, match="no JSON form"):
        await router.send("query", {"q": {1}, "r": 1, "s": 1})


@pytest.mark.parametrize("destination", ["Nobody", ""])
async def test_packet_to_nobody_is_undeliverable(destination: str) -> None:
    """The sender is told so, and audits it."""
    runtime, _ = new_runtime()
    router = sender(runtime, Outbound("query", destination))
    receipt = await router.send("query", {})
    assert receipt.status == "undeliverable"
    assert receipt.reply["destination"] == destination
    assert outcomes(runtime.contexts()["Alpha"], "packet_sent") == ["undeliverable"]


async def test_type_with_several_destinations_goes_to_each() -> None:
    """The combined receipt has the best status and the replies that belong to it."""
    runtime, _ = new_runtime()
    for name in ("Beta", "Gamma"):
        code = {"query": lambda payload, name=name: {name: payload["q"], "last": name}}
        PacketRouter(new_agent(name, runtime, code), (Inbound("query"),), ())
    router = sender(
        runtime,
        Outbound("query", "Nobody"),
        Outbound("query", "Beta"),
        Outbound("query", "Gamma"),
        Outbound("query", "Beta", ("ignored",)),
    )
    receipt = await router.send("query", {"q": 1})
    assert receipt.status == "handled"
    assert receipt.reply == {"Beta": 1, "Gamma": 1, "last": "Gamma"}
    alpha = runtime.contexts()["Alpha"]
    assert outcomes(alpha, "packet_sent") == ["undeliverable", "handled", "handled"]


class Flaky:
    """A way to another process that fails some times."""

    def __init__(self, *failures: PeerError) -> None:
        """Fail with these, one after the other, then deliver."""
        self.failures = list(failures)
        self.packets: list[PacketEnvelope] = []

    async def deliver(self, packet: PacketEnvelope) -> Receipt:
        """Deliver or fail."""
        self.packets.append(packet)
        if self.failures:
            raise self.failures.pop(0)
        return Receipt(packet.packet_id, "handled", {"far": True})


def distant(flaky: Flaky, retries: int, delay_ms: int = 1) -> AgentContext:
    """Make a sender whose destination is in another process."""
    runtime, _ = new_runtime()
    runtime.packets = PacketBus(flaky.deliver)
    alpha = new_agent("Alpha", runtime, retry=RetryPolicy(retries, 1.0, delay_ms))
    alpha.packets.declare((), (Outbound("query", "Far"),))
    return alpha


async def test_transient_failure_is_tried_again() -> None:
    """The same packet goes out until it arrives or the policy is at its end."""
    busy = PeerError("Far", "busy", transient=True)
    flaky = Flaky(busy, busy)
    alpha = distant(flaky, retries=2)
    receipt = await alpha.packets.send("query", {})
    assert (receipt.status, receipt.reply) == ("handled", {"far": True})
    assert len({packet.packet_id for packet in flaky.packets}) == 1
    assert len(flaky.packets) == 3
    assert alpha.metrics.value("packet_retries_total") == 2


@pytest.mark.parametrize(("transient", "tries"), [(True, 2), (False, 1)])
async def test_lasting_failure_is_undeliverable(transient: bool, tries: int) -> None:
    """What may not pass is not tried again; the reason stands in the receipt."""
    broken = PeerError("Far", "broken", transient=transient)
    flaky = Flaky(broken, broken, broken)
    receipt = await distant(flaky, retries=1).packets.send("query", {})
    assert receipt.status == "undeliverable"
    assert receipt.reply == {"destination": "Far", "reason": "Far: broken"}
    assert len(flaky.packets) == tries


async def test_receiver_that_misses_a_peer_has_failed() -> None:
    """The packet did arrive: it is neither undeliverable nor sent again."""
    runtime, _ = new_runtime()
    calls: list[object] = []

    def call_on(payload: Payload) -> Payload:
        """Fail for want of a peer."""
        calls.append(payload)
        raise PeerError("Far", "busy", transient=True)

    beta = new_agent("Beta", runtime, {"query": call_on})
    PacketRouter(beta, (Inbound("query"),), ())
    alpha = new_agent("Alpha", runtime, retry=RetryPolicy(3, 1.0, 1))
    alpha.packets.declare((), (Outbound("query", "Beta"),))
    with pytest.raises(PeerError, match="Far: busy"):
        await alpha.packets.send("query", {})
    assert len(calls) == 1
    assert outcomes(alpha, "packet_sent") == ["failed"]


async def test_routers_of_one_agent_share_their_routes() -> None:
    """Several modules may declare packets; a packet is handled once."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime, {"query": answer})
    first = PacketRouter(beta, (Inbound("query"),), (Outbound("a", "Alpha"),))
    second = PacketRouter(beta, (Inbound("query"), Inbound("news")), ())
    assert (await second.accept(QUERY)).status == "handled"
    assert (
        await first.accept(replace(QUERY, packet_type="news", packet_id="p-2"))
    ) == (Receipt("p-2", "recorded"))
    assert beta.packets.sends("a")
    assert not beta.packets.sends("query")
    assert len(beta.packets.received()) == 2


async def test_concurrent_packets_keep_their_flows() -> None:
    """Two flows at the same time do not mix."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime, {"query": answer})
    PacketRouter(beta, (Inbound("query"),), ())
    router = sender(runtime, Outbound("query", "Beta"))

    async def ask(flow: str) -> object:
        """Send a query within a flow."""
        with correlated(flow):
            return (await router.send("query", {"q": flow})).reply["flow"]

    assert await asyncio.gather(*map(ask, "abcdef")) == list("abcdef")


def test_builder_builds_for_a_destination() -> None:
    """Source, flow and a fresh id are filled in; the payload is a copy."""
    builder = PacketBuilder(
        new_agent("Alpha"),
        (Outbound("query", "Beta", ("q",)), Outbound("query", "Gamma")),
    )
    payload = {"q": [1]}
    with correlated("flow-3"):
        packet = builder.build("query", payload)
    payload["q"].append(2)
    assert packet.payload == {"q": [1]}
    assert (packet.source, packet.destination) == ("Alpha", "Beta")
    assert packet.correlation_id == "flow-3"
    assert packet.packet_id != builder.build("query", payload).packet_id
    assert builder.build("query", {}, "Gamma").destination == "Gamma"
    with pytest.raises(InvalidRequestError, match="needs q"):
        builder.build("query", {}, "Beta")
    with pytest.raises(UnknownPacketError):
        builder.build("query", {}, "Delta")


def test_router_builds_without_sending() -> None:
    """What is built has not been sent."""
    runtime, _ = new_runtime()
    packet = sender(runtime, Outbound("query", "Beta")).build("query", {"q": 1})
    assert packet.destination == "Beta"
    assert not runtime.contexts()["Alpha"].audit.entries("packet_sent")


@pytest.mark.parametrize(
    ("packet", "problem"),
    [
        (QUERY, None),
        (replace(QUERY, destination=""), None),
        (replace(QUERY, packet_type="open", source="Anybody"), None),
        (replace(QUERY, source="Gamma"), "query packets do not come from Gamma"),
        (replace(QUERY, destination="Gamma"), "the packet is for Gamma"),
        (replace(QUERY, packet_type="news"), "Beta receives no news packets"),
        (PacketEnvelope("news", "Beta", "Alpha", {"t": 1}, "f", "p"), None),
        (
            PacketEnvelope("news", "Beta", "Alpha", {}, "f", "p"),
            "the payload lacks t",
        ),
        (
            PacketEnvelope("news", "Beta", "Gamma", {"t": 1}, "f", "p"),
            "news packets do not go to Gamma",
        ),
        (replace(QUERY, source="Beta"), "Beta sends no query packets"),
    ],
)
def test_validator_finds_the_problem(
    packet: PacketEnvelope, problem: str | None
) -> None:
    """A good packet passes, any other is refused with the reason."""
    validator = PacketValidator(
        new_agent("Beta"),
        (Inbound("query", "Alpha"), Inbound("open")),
        (Outbound("news", "Alpha", ("t",)),),
    )
    assert validator.problems(packet) == (() if problem is None else (problem,))
    if problem is None:
        validator.check(packet)
        return
    with pytest.raises(InvalidRequestError, match=problem):
        validator.check(packet)


def test_validator_names_an_unknown_type() -> None:
    """A type of no route is an error of its own."""
    validator = PacketValidator(new_agent("Beta"), (Inbound("query"),), ())
    with pytest.raises(UnknownPacketError):
        validator.check(replace(QUERY, packet_type="other"))


def test_formatter_is_canonical_and_loses_nothing() -> None:
    """One packet is one sequence of bytes, whatever the order of its payload."""
    context = new_agent()
    formatter = PacketFormatter(context)
    packet = replace(
        QUERY, payload={"b": "ü😀", "a": [1, None, True]}, domain="Plastics"
    )
    data = formatter.encode(packet)
    assert (
        data
        == (
            '{"correlation_id":"flow","destination":"Beta","domain":"Plastics",'
            '"packet_id":"p-1","packet_type":"query",'
            '"payload":{"a":[1,null,true],"b":"ü😀"},"source":"Alpha"}'
        ).encode()
    )
    swapped = replace(packet, payload={"a": [1, None, True], "b": "ü😀"})
    assert formatter.encode(swapped) == data
    assert formatter.decode(data) == packet
    assert b"domain" not in formatter.encode(QUERY)
    with pytest.raises(InvalidRequestError):
        formatter.encode(replace(QUERY, payload={"x": float("inf")}))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"a":1,"a":2}'])
def test_formatter_refuses_what_is_no_packet(data: bytes) -> None:
    """The try is audited."""
    context = new_agent()
    with pytest.raises(InvalidRequestError):
        PacketFormatter(context).decode(data)
    assert outcomes(context, "packet_decoded") == ["rejected"]


def test_wire_form_names_all_faults() -> None:
    """Whoever sends a broken packet learns everything at once."""
    wire = {**QUERY.to_wire(), "source": 3, "packet_id": "", "payload": [], "domain": 1}
    with pytest.raises(InvalidRequestError) as caught:
        PacketEnvelope.from_wire(wire)
    for name in ("source", "packet_id", "payload", "domain"):
        assert name in caught.value.detail
    assert "correlation_id" not in caught.value.detail
    too_long = {**QUERY.to_wire(), "correlation_id": "x" * 201}
    with pytest.raises(InvalidRequestError, match="correlation_id must be a text"):
        PacketEnvelope.from_wire(too_long)
    assert PacketEnvelope.from_wire({**QUERY.to_wire(), "newer": True}) == QUERY


def test_receipt_goes_over_the_wire_and_back() -> None:
    """A receipt is the same afterwards."""
    receipt = Receipt("p-1", "unhandled", {"unbound": "query"})
    assert receipt.trouble() == "no domain code is bound to query."
    assert not Receipt("p-1", "handled").trouble()
    assert Receipt.from_wire(receipt.to_wire()) == receipt


@pytest.mark.parametrize(
    "fault", [{"status": "lost"}, {"status": []}, {"reply": None}, {"packet_id": ""}]
)
def test_broken_receipt_is_refused(fault: dict[str, object]) -> None:
    """Whatever a peer answers, only a receipt counts as one."""
    with pytest.raises(InvalidRequestError, match="no receipt"):
        Receipt.from_wire({**Receipt("p-1", "handled").to_wire(), **fault})


async def test_bridge_carries_a_domain() -> None:
    """A domain's packet reaches the peer, and the payload comes back unchanged."""
    runtime, _ = new_runtime()
    beta = new_agent("Beta", runtime, {"query": answer})
    PacketRouter(beta, (Inbound("query"),), ())
    bridge = DomainBridge(
        new_agent("Alpha", runtime), ("Plastics", "Mortgages"), "Beta"
    )
    packet = bridge.to_packet("plastics", "query", {"q": 1})
    assert (packet.domain, packet.destination) == ("Plastics", "Beta")
    assert bridge.from_packet(packet) == {"q": 1}
    receipt = await bridge.deliver("PLASTICS", "query", {"q": 2})
    assert (receipt.status, receipt.reply["answer"]) == ("handled", 2)
    assert beta.packets.received()[0].domain == "Plastics"


async def test_bridge_without_a_peer_follows_the_route() -> None:
    """The packet's type says where it goes and what it must carry."""
    alpha = new_agent("Alpha")
    alpha.packets.declare((), (Outbound("query", "Beta", ("q",)),))
    bridge = DomainBridge(alpha, ("Plastics",))
    assert bridge.to_packet("Plastics", "query", {"q": 1}).destination == "Beta"
    with pytest.raises(InvalidRequestError, match="needs q"):
        bridge.to_packet("Plastics", "query", {})
    receipt = await bridge.deliver("Plastics", "unwired", {})
    assert receipt.status == "undeliverable"


def test_bridge_to_a_peer_without_a_route_goes_there_all_the_same() -> None:
    """The peer is the schema's word, a route adds the fields that are needed."""
    alpha = new_agent("Alpha")
    alpha.packets.declare((), (Outbound("query", "Beta", ("q",)),))
    packet = DomainBridge(alpha, ("Plastics",), "Gamma").to_packet(
        "Plastics", "query", {}
    )
    assert packet.destination == "Gamma"


async def test_bridge_refuses_other_domains() -> None:
    """A domain that the schema does not list is not served, either way."""
    bridge = DomainBridge(new_agent(), ("Plastics",), "Beta")
    with pytest.raises(UnknownNameError, match="domain Metals"):
        await bridge.deliver("Metals", "query", {})
    with pytest.raises(UnknownNameError):
        bridge.from_packet(replace(QUERY, domain="Metals"))
    with pytest.raises(UnknownNameError):
        bridge.from_packet(QUERY)
