"""The runner serves agents on real sockets, and stops them when it is told to."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from ...core.agent import AgentController
from ...core.api import Endpoint, create_app
from ...core.bindings import Bindings
from ...core.context import AgentContext, Runtime
from ...core.correlation import FlowFilter, correlated
from ...core.ecosystem import Ecosystem
from ...core.errors import ConfigurationError, PeerError
from ...core.events import EventSubscriber, Subscription
from ...core.operations import OperationSpec
from ...core.packetprotocol import Inbound, Outbound
from ...core.payload import Payload
from ...core.runner import Builder, Service, base_url, chosen, main, run_all, serving
from ...core.transport import PeerClient
from .samples import (
    SCORE,
    SECRET,
    ScoreRequest,
    ScoreResponse,
    request,
    score,
    settings,
)


def _scorer(runtime: Runtime) -> Service:
    """Build an agent with a typed operation and an inbound packet."""
    context = AgentContext(
        settings(),
        runtime,
        Bindings(operations={"score": score, "query": lambda payload: {"answer": 42}}),
    )
    context.operation(SCORE, ScoreRequest, ScoreResponse)
    context.packets.declare((Inbound("query"),))
    endpoint = Endpoint("score", "POST", "/x/score", None, None, ScoreRequest)
    controller = AgentController(context)
    return Service(controller, create_app(controller, (endpoint,)))


def _main_agent(runtime: Runtime) -> Service:
    """Build an agent whose operation asks the scorer."""
    contexts: list[AgentContext] = []

    async def ask(payload: Payload) -> Payload:
        """Ask the scorer."""
        return await contexts[0].peer("Scorer").call_payload(SCORE, payload)

    context = AgentContext(settings("Main"), runtime, Bindings(operations={"ask": ask}))
    contexts.append(context)
    context.payload_operation(OperationSpec("explain"))
    context.packets.declare((), (Outbound("query", "Scorer"),))
    controller = AgentController(context)
    return Service(
        controller, create_app(controller, (Endpoint("ask", "POST", "/ask"),))
    )


async def test_agents_are_served_on_real_sockets() -> None:
    """Each on its own port; a request travels through both."""
    runtime = Runtime()
    services = [_scorer(runtime), _main_agent(runtime)]
    async with serving(runtime, services) as addresses:
        assert [address.agent for address in addresses] == ["Scorer", "Main"]
        assert len({address.url for address in addresses}) == 2
        async with httpx.AsyncClient() as client:
            for address in addresses:
                answer = await client.get(f"{address.url}/v6/ready")
                assert answer.json() == {"ready": True}
            answer = await client.post(
                f"{addresses[1].url}/ask",
                json={"candidates": [{"id": "abc"}]},
                headers={"X-Correlation-Id": "flow-1"},
            )
    assert answer.json()["scores"] == [3.0]
    scorer = services[0].controller
    (entry,) = scorer.context.audit.entries("inference_calls")
    assert entry.correlation_id == "flow-1"
    assert scorer.status()["state"] == "stopped"
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{addresses[0].url}/v6/ready")


async def test_agents_of_two_processes_work_together() -> None:
    """Calls and packets, their flow and their errors go over HTTP."""
    there = Runtime(secret=SECRET)
    scorer = _scorer(there)
    async with serving(there, [scorer]) as (address,):
        here = Runtime(
            secret=SECRET, ecosystem=Ecosystem(peers={"Scorer": address.url})
        )
        context = _main_agent(here).controller.context
        peer = context.peer("Scorer")
        assert (await peer.call(SCORE, request("ab"), ScoreResponse)).scores == [2.0]
        receipt = await context.packets.send("query", {})
        assert (receipt.status, receipt.reply["answer"]) == ("handled", 42)
        with pytest.raises(PeerError, match="answered 404. There is no operation fly."):
            await peer.call_payload(OperationSpec("fly"), {})
        here.ecosystem = replace(here.ecosystem, peers={"Scorer": f"{address.url}/no"})
        with pytest.raises(PeerError, match="answered 404"):
            await peer.call_payload(SCORE, {})
        await here.aclose()
    flows = {entry.correlation_id for entry in context.audit.entries("peer_call")}
    entry = scorer.controller.context.audit.entries("inference_calls")[0]
    assert entry.correlation_id in flows


async def test_a_token_of_another_secret_is_refused() -> None:
    """Agents that share no secret do not work together."""
    there = Runtime(secret=SECRET)
    async with serving(there, [_scorer(there)]) as (address,):
        here = Runtime(ecosystem=Ecosystem(peers={"Scorer": address.url}))
        peer = _main_agent(here).controller.context.peer("Scorer")
        with pytest.raises(PeerError, match="answered 401"):
            await peer.call_payload(SCORE, {})
        await here.aclose()


@pytest.mark.parametrize(
    ("host", "url"),
    [("127.0.0.1", "http://127.0.0.1:8000"), ("::1", "http://[::1]:8000")],
)
def test_an_address_gives_its_url(host: str, url: str) -> None:
    """One of IPv6 stands in brackets."""
    assert base_url(host, 8000) == url


async def test_a_port_that_is_taken_is_named() -> None:
    """And no agent is left running."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        runtime = Runtime()
        free = _scorer(runtime)
        context = AgentContext(replace(settings("Main"), port=port), runtime)
        controller = AgentController(context)
        blocked = Service(controller, create_app(controller, ()))
        with pytest.raises(ConfigurationError, match=f"Main cannot listen .*:{port}"):
            async with serving(runtime, [free, blocked]):
                pass
    assert not free.controller.ready()


class _Unstartable:
    """A part that never starts."""

    def start(self) -> None:
        """Fail."""
        raise OSError("no disk")


def _broken(runtime: Runtime) -> Service:
    """Build an agent that does not start."""
    service = _main_agent(runtime)
    service.controller.add(_Unstartable())
    return service


async def test_agents_stop_when_one_of_them_does_not_start() -> None:
    """All run or none does."""
    runtime = Runtime()
    services = [_scorer(runtime), _broken(runtime)]
    with pytest.raises(OSError, match="no disk"):
        async with serving(runtime, services):
            pass
    assert services[0].controller.status()["state"] == "stopped"


@pytest.mark.parametrize(
    ("only", "builders"),
    [
        ((), (_scorer, _main_agent)),
        (("Main",), (_main_agent,)),
        (("main", "SCORER"), (_scorer, _main_agent)),
    ],
)
def test_agents_are_chosen_by_name(
    only: tuple[str, ...], builders: tuple[Builder, ...]
) -> None:
    """In any case, and in the collection's order."""
    assert chosen((_scorer, _main_agent), only) == builders


def test_an_agent_may_be_chosen_by_its_package() -> None:
    """The last segment is how people know it from the tree."""

    def build(runtime: Runtime) -> Service:
        """Build an agent whose name and package differ."""
        named = replace(settings("Link Auditor"), package="acme.governance.auditor")
        controller = AgentController(AgentContext(named, runtime))
        return Service(controller, create_app(controller, ()))

    assert chosen((build,), ("auditor",)) == (build,)
    assert chosen((build,), ("link auditor",)) == (build,)


def _stop_when(ready: Callable[[], bool], number: int) -> threading.Thread:
    """Send this process a signal as soon as something is so, within ten seconds."""

    def wait() -> None:
        """Wait for it, then send the signal."""
        deadline = time.monotonic() + 10
        while not ready() and time.monotonic() < deadline:
            time.sleep(0.01)
        os.kill(os.getpid(), number)

    thread = threading.Thread(target=wait)
    thread.start()
    return thread


def _ending(*builders: Builder) -> tuple[Builder, ...]:
    """Build the same agents, and stop the process as soon as all of them run."""
    built: list[AgentController] = []

    def kept(build: Builder) -> Builder:
        """Keep what a builder makes."""

        def make(runtime: Runtime) -> Service:
            """Build the agent."""
            service = build(runtime)
            built.append(service.controller)
            return service

        return make

    _stop_when(
        lambda: len(built) == len(builders) and all(it.ready() for it in built),
        signal.SIGTERM,
    )
    return tuple(map(kept, builders))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_the_process_cleanly(
    number: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit status 0; where each agent was served stands on standard output."""
    built: list[Service] = []

    def build(runtime: Runtime) -> Service:
        """Build the agent and remember it."""
        built.append(_main_agent(runtime))
        return built[-1]

    before = signal.getsignal(number)
    thread = _stop_when(lambda: bool(built) and built[0].controller.ready(), number)
    status = main((build,), ["--data", str(tmp_path)])
    thread.join()
    assert status == 0
    assert signal.getsignal(number) is before
    assert built[0].controller.status()["state"] == "stopped"
    assert (tmp_path / "main" / "deployments.json").exists()
    printed = capfd.readouterr()
    assert printed.out.startswith("Main 6.0.0 http://127.0.0.1:")
    assert printed.out.endswith("(operations: 1 bound, 1 unbound)\n")
    assert printed.err == ""


@pytest.mark.parametrize(
    ("builders", "arguments", "complaint"),
    [
        pytest.param(
            (_scorer,), ["--config", "/none.yaml"], "cannot be read", id="no file"
        ),
        pytest.param((_scorer, _scorer), [], "two agents named Scorer", id="twice"),
        pytest.param((_broken,), [], "no disk", id="does not start"),
        pytest.param(
            (_scorer,), ["--host", "192.0.2.1"], "cannot listen", id="foreign host"
        ),
    ],
)
def test_what_keeps_agents_from_running_is_said(
    builders: tuple[Builder, ...],
    arguments: list[str],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On standard error, in one line, with exit status 1."""
    assert main(builders, arguments) == 1
    printed = capsys.readouterr()
    assert complaint in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""


def test_a_line_of_the_log_names_its_flow() -> None:
    """So that one request is followed through all agents."""
    record = logging.LogRecord("x", logging.INFO, "x.py", 1, "x", (), None)
    assert FlowFilter().filter(record)
    assert vars(record)["flow"] == "-"
    with correlated("flow-9"):
        assert FlowFilter().filter(record)
    assert vars(record)["flow"] == "flow-9"


def test_a_misspelt_agent_is_told_with_those_that_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A wrong command line has an exit status of its own."""
    assert main((_scorer, _main_agent), ["Scoerr", "main"]) == 2
    assert capsys.readouterr().err == (
        "There is no agent Scoerr. Did you mean Scorer? The agents are Scorer, Main.\n"
    )
    assert main((_scorer, _main_agent), ["planer"]) == 2
    told = capsys.readouterr().err
    assert told == "There is no agent planer. The agents are Scorer, Main.\n"


def _observer(runtime: Runtime) -> Service:
    """Build an agent that needs others: peers, events, and a step that nobody knows."""
    context = AgentContext(settings("Watch"), runtime)
    PeerClient(context, "Scorer", (SCORE,))
    EventSubscriber(context, (Subscription("Main", "asked"),))
    context.packets.declare(
        (Inbound("query", actions=("asign",)),), (Outbound("news", "Scorer"),)
    )
    controller = AgentController(context)
    return Service(controller, create_app(controller, ()))


@pytest.mark.parametrize(
    ("config", "lines"),
    [
        pytest.param(
            "{secret_env: THE_SECRET}",
            [
                "No secret in THE_SECRET",
                "Watch needs Scorer",
                "Watch observes Main",
                "Watch knows no step asign of its packet query",
            ],
            id="nothing",
        ),
        pytest.param(
            "{secret_env: THE_SECRET, peers: {Scorer: 'http://scorer.test'}}",
            ["No secret in THE_SECRET", "Watch observes Main", "Watch knows no step"],
            id="peer",
        ),
    ],
)
def test_what_will_fail_is_said_at_the_start(
    config: str, lines: list[str], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The process runs all the same: it may be wanted so."""
    path = tmp_path / "config.yaml"
    path.write_text(config, encoding="utf-8")
    assert main(_ending(_observer), ["--config", str(path)]) == 0
    told = [it.getMessage() for it in caplog.records if it.levelname == "WARNING"]
    assert len(told) == len(lines)
    for message, line in zip(told, lines, strict=True):
        assert message.startswith(line)


def test_nothing_is_said_at_the_start_where_nothing_is_amiss(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """With a secret, and with everybody in one process."""
    monkeypatch.setenv("THE_SECRET", SECRET)
    path = tmp_path / "config.yaml"
    path.write_text("secret_env: THE_SECRET", encoding="utf-8")
    assert main(_ending(_scorer, _main_agent), ["--config", str(path)]) == 0
    assert not caplog.records


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        pytest.param([], "beside", id="the one that lies there"),
        pytest.param(["--config", "named.yaml"], "named", id="the one that is named"),
    ],
)
def test_a_named_configuration_stands_in_for_the_usual_one(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    name: str,
) -> None:
    """And without the usual one, agents run all the same."""
    monkeypatch.chdir(tmp_path)
    usual = tmp_path / "beside.yaml"
    usual.write_text("name: beside\n", encoding="utf-8")
    (tmp_path / "named.yaml").write_text("name: named\n", encoding="utf-8")
    runtimes: list[Runtime] = []

    def build(runtime: Runtime) -> Service:
        """Remember the runtime and build an agent that does not start."""
        runtimes.append(runtime)
        return _broken(runtime)

    main((build,), arguments, config=usual)
    assert runtimes[-1].ecosystem.name == name
    usual.unlink()
    main((build,), [], config=usual)
    assert runtimes[-1].ecosystem.name == ""


def test_the_configuration_reaches_the_runtime(tmp_path: Path) -> None:
    """Its data folder lies beside the file."""
    config = tmp_path / "acme_ecosystem_config.yaml"
    config.write_text("name: acme\ndata_dir: state\n", encoding="utf-8")
    runtimes: list[Runtime] = []

    def build(runtime: Runtime) -> Service:
        """Remember the runtime and build an agent that does not start."""
        runtimes.append(runtime)
        return _broken(runtime)

    assert run_all((build,), config=config) == 1
    assert runtimes[0].data_dir == tmp_path / "state"
    assert runtimes[0].ecosystem.name == "acme"
