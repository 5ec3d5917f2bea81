"""HarbourMaster: test_api (tests).

What the schema says, tried on the extracted code.

Extracted from agents/harbour_master.yaml
    deployment.endpoints
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping

import httpx
import pytest

from harbour.core.context import AgentContext, Runtime
from harbour.core.operations import Bindings
from harbour.master.api_server import ENDPOINTS, ApiServer
from harbour.master.config_manager import SETTINGS
from harbour.master.controller import Controller


def client(controller: Controller) -> httpx.AsyncClient:
    """A client that talks to the agent without a socket."""
    app = ApiServer(controller).app
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://agent"
    )


@pytest.mark.parametrize("path", ["/v6/status", "/v6/health"])
async def test_the_built_in_paths_answer(controller: Controller, path: str) -> None:
    """Status and health answer for the agent by its name."""
    async with client(controller) as http:
        answer = await http.get(path)
    assert answer.status_code == 200
    assert answer.json()["agent"] == "HarbourMaster"


async def test_ready_follows_the_life_cycle(controller: Controller) -> None:
    """An agent that is not started is not ready; a started one is."""
    async with client(controller) as http:
        before = await http.get("/v6/ready")
        await controller.start()
        after = await http.get("/v6/ready")
        await controller.stop()
    assert (before.status_code, after.status_code) == (503, 200)


async def test_metrics_can_be_scraped(controller: Controller) -> None:
    """The metrics stand in Prometheus' text format, DORA's among them."""
    async with client(controller) as http:
        answer = await http.get("/v6/metrics")
    assert answer.status_code == 200
    assert "deployments_total" in answer.text


async def test_the_api_describes_itself(controller: Controller) -> None:
    """Every endpoint of the schema stands in the OpenAPI document."""
    async with client(controller) as http:
        paths = (await http.get("/openapi.json")).json()["paths"]
    for endpoint in ENDPOINTS:
        assert endpoint.method.lower() in paths[endpoint.path]


async def test_admit_answers(runtime: Runtime) -> None:
    """A request reaches the bound code through HTTP, and its answer comes back."""

    def code(payload: Mapping[str, object]) -> Mapping[str, object]:
        """Stand in for the domain code."""
        assert payload
        return {"key": "value"}

    context = AgentContext(SETTINGS, runtime, Bindings(operations={"admit": code}))
    token = runtime.tokens.issue("tester", ["any"])
    headers = {"Authorization": f"Bearer {token}"}
    async with client(Controller(context)) as http:
        answer = await http.request(
            "POST", "/master/v6/admit", json={"key": "value"}, headers=headers
        )
    assert answer.status_code == 200
    assert answer.json() == {"key": "value"}


async def test_admit_answers_501_while_nothing_is_bound(controller: Controller) -> None:
    """The problem document names the operation that lacks its code."""
    token = controller.context.runtime.tokens.issue("tester", ["any"])
    headers = {"Authorization": f"Bearer {token}"}
    async with client(controller) as http:
        answer = await http.request(
            "POST", "/master/v6/admit", json={"key": "value"}, headers=headers
        )
    assert answer.status_code == 501
    assert "admit" in answer.json()["detail"]


async def test_status_operation_is_built_in(controller: Controller) -> None:
    """The agent itself answers on this path."""
    headers: Mapping[str, str] = {}
    await controller.start()
    async with client(controller) as http:
        answer = await http.get("/master/v6/status", headers=headers)
    await controller.stop()
    assert answer.status_code == 200
