"""A transaction travels through the extracted agents, in one process and over five ports."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx
import pytest

from L9.__main__ import BUILDERS
from L9.core.context import Runtime
from L9.core.runner import Service

TREE: Final = Path(sys.modules["L9"].__path__[0]).parent
PORTS: Final = {
    "TensorAIOS": 8000,
    "MainAgent": 8001,
    "PlastOSAdapter": 8002,
    "TensorTrainingOrchestrator": 8003,
    "TensorAuditor": 8004,
}
SECRET: Final = "a secret that only this test knows, of 32 bytes and more"
REQUESTS: Final = Path(__file__).parents[3] / "requests"
TRANSACTION: Final[Mapping[str, object]] = json.loads(
    (REQUESTS / "transaction.json").read_text(encoding="utf-8")
)
LARGE_TRANSACTION: Final[Mapping[str, object]] = json.loads(
    (REQUESTS / "large_transaction.json").read_text(encoding="utf-8")
)


@dataclass(frozen=True)
class Ecosystem:
    """The five agents in one process."""

    runtime: Runtime
    services: Mapping[str, Service]

    async def post(
        self, agent: str, path: str, body: Mapping[str, object], token: str = ""
    ) -> httpx.Response:
        """Send a request to an agent, as a client outside would."""
        transport = httpx.ASGITransport(app=self.services[agent].app)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://l9") as http:
            return await http.post(path, json=body, headers=headers)

    def seen_by_the_auditor(self) -> list[object]:
        """Return the events that stand in the auditor's log."""
        log = self.runtime.contexts()["TensorAuditor"].audit
        return [entry.details["event"] for entry in log.entries("event_received")]


@pytest.fixture(name="ecosystem")
def start_ecosystem() -> Ecosystem:
    """Build all agents as `python -m L9` does."""
    runtime = Runtime(secret=SECRET)
    services = [build(runtime) for build in BUILDERS]
    return Ecosystem(
        runtime, {service.controller.context.name: service for service in services}
    )


def test_a_transaction_comes_back_as_a_match(ecosystem: Ecosystem) -> None:
    """The adapter answers with the supplier that the other agents chose."""
    answer = asyncio.run(
        ecosystem.post("PlastOSAdapter", "/plastos_adapter/v6/translate", TRANSACTION)
    )
    assert answer.status_code == 200, answer.text
    match = answer.json()
    assert match["decision"] == "accept"
    assert match["supplier_id"] == "north"
    assert match["margin"] == pytest.approx(0.32)
    assert 0.6 < match["confidence"] < 1.0
    assert match["rationale"].startswith("north leads")


def test_the_journey_touches_each_agent_on_its_way(ecosystem: Ecosystem) -> None:
    """One correlation id runs through the decisions of three agents."""
    answer = asyncio.run(
        ecosystem.post("PlastOSAdapter", "/plastos_adapter/v6/translate", TRANSACTION)
    )
    correlation = answer.headers["X-Correlation-Id"]
    made = {
        (record.agent, record.operation)
        for context in ecosystem.runtime.contexts().values()
        for record in context.decisions.records()
        if record.correlation_id == correlation
    }
    assert made == {
        ("PlastOSAdapter", "translate_transaction"),
        ("MainAgent", "enrich_context"),
        ("TensorAIOS", "score_candidates"),
        ("MainAgent", "synthesize_decision"),
    }


def test_the_auditor_sees_the_events(ecosystem: Ecosystem) -> None:
    """Each agent of the journey announces its part, and the auditor notes it."""
    asyncio.run(
        ecosystem.post("PlastOSAdapter", "/plastos_adapter/v6/translate", TRANSACTION)
    )
    assert ecosystem.seen_by_the_auditor() == [
        "transaction_translated",
        "inference_called",
        "decision_made",
    ]


def test_a_large_deal_that_nobody_can_be_sure_of_is_escalated(
    ecosystem: Ecosystem,
) -> None:
    """Two offers of the same kind leave a doubt that 24 tonnes allow and 300 do not."""
    answer = asyncio.run(
        ecosystem.post(
            "PlastOSAdapter", "/plastos_adapter/v6/translate", LARGE_TRANSACTION
        )
    )
    match = answer.json()
    assert (match["decision"], match["supplier_id"]) == ("escalate", "")
    assert match["confidence"] < 0.6
    told = ecosystem.runtime.notifications.sent()
    assert {notice.anchor for notice in told} == {"Igor", "Domain Council"}
    waiting = ecosystem.runtime.contexts()["MainAgent"].escalations.pending()
    assert [it.trigger for it in waiting] == ["decision_confidence_and_deal_value"]
    assert "escalation_raised" in ecosystem.seen_by_the_auditor()


def test_an_outcome_becomes_samples(ecosystem: Ecosystem) -> None:
    """A token opens the way, and the trainer receives what can be learnt."""
    outcome = {"transaction_id": "t-1001", "predicted": 0.8, "closed": True}
    path = "/plastos_adapter/v6/outcome"
    refused = asyncio.run(ecosystem.post("PlastOSAdapter", path, outcome))
    assert refused.status_code == 401
    token = ecosystem.runtime.tokens.issue("trade desk", ())
    told = asyncio.run(ecosystem.post("PlastOSAdapter", path, outcome, token))
    assert told.status_code == 200, told.text
    assert told.json() == {"transaction_id": "t-1001", "samples": 1}
    trainer = ecosystem.runtime.contexts()["TensorTrainingOrchestrator"]
    assert [record.operation for record in trainer.decisions.records()] == [
        "aggregate_samples"
    ]
    assert "outcome_reported" in ecosystem.seen_by_the_auditor()


def test_a_scope_is_asked_for_before_the_answer(ecosystem: Ecosystem) -> None:
    """Retraining is for stewards: 401, then 403, and 501 since nobody bound it."""
    path = "/tensoraios/v6/retrain"
    tokens = ecosystem.runtime.tokens
    steward = tokens.issue("steward", ("model_steward",))
    answers = [
        asyncio.run(ecosystem.post("TensorAIOS", path, {}, token)).status_code
        for token in ("", tokens.issue("somebody", ()), steward)
    ]
    assert answers == [401, 403, 501]


def _is_free(port: int) -> bool:
    """Tell whether a port can be had."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.fixture(name="addresses")
def run_process(tmp_path: Path) -> Iterator[Mapping[str, str]]:
    """Run `python -m L9` until the test is over; the addresses are what it prints.

    Each agent has the port of its schema, or any one where somebody holds that port.
    """
    ports = {
        f"{agent.upper()}_PORT": "0"
        for agent, port in PORTS.items()
        if not _is_free(port)
    }
    with subprocess.Popen(
        [sys.executable, "-m", "L9", "--data", str(tmp_path)],
        cwd=TREE,
        env={**os.environ, **ports},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            lines = [process.stdout.readline().split() for _ in PORTS]
            assert all(lines), "an agent did not start; its reason stands above"
            yield {line[0]: line[2] for line in lines}
        finally:
            process.terminate()
        assert process.wait(timeout=30.0) == 0


def test_five_agents_answer_on_their_ports(addresses: Mapping[str, str]) -> None:
    """`python -m L9` serves each agent, and a transaction crosses the process."""
    assert set(addresses) == set(PORTS)
    for agent, address in addresses.items():
        status = httpx.get(f"{address}/v6/status").json()
        assert (status["agent"], status["state"]) == (agent, "running")
    url = f"{addresses['PlastOSAdapter']}/plastos_adapter/v6/translate"
    match = httpx.post(url, json=dict(TRANSACTION)).json()
    assert (match["decision"], match["supplier_id"]) == ("accept", "north")
