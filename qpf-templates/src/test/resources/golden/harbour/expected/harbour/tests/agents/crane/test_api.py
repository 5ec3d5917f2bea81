"""Crane: test_api (tests).

What the schema says, tried on the extracted code.

Extracted from agents/crane.yaml
    deployment.endpoints
Change the schema and extract again: an edit here is drift.
"""

from __future__ import annotations

from collections.abc import Mapping

import httpx
import pytest

from harbour.agents.crane.api_server import ENDPOINTS, ApiServer
from harbour.agents.crane.config_manager import SETTINGS
from harbour.agents.crane.contracts import PlanLiftResponse
from harbour.agents.crane.crane_controller import CraneController
from harbour.core.context import AgentContext, Runtime
from harbour.core.operations import Bindings


def client(controller: CraneController) -> httpx.AsyncClient:
    """A client that talks to the agent without a socket."""
    app = ApiServer(controller).app
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app), base_url="http://agent"
    )


@pytest.mark.parametrize("path", ["/v6/status", "/v6/health"])
async def test_the_built_in_paths_answer(
    controller: CraneController, path: str
) -> None:
    """Status and health answer for the agent by its name."""
    async with client(controller) as http:
        answer = await http.get(path)
    assert answer.status_code == 200
    assert answer.json()["agent"] == "Crane"


async def test_ready_follows_the_life_cycle(controller: CraneController) -> None:
    """An agent that is not started is not ready; a started one is."""
    async with client(controller) as http:
        before = await http.get("/v6/ready")
        await controller.start()
        after = await http.get("/v6/ready")
        await controller.stop()
    assert (before.status_code, after.status_code) == (503, 200)


async def test_metrics_can_be_scraped(controller: CraneController) -> None:
    """The metrics stand in Prometheus' text format, DORA's among them."""
    async with client(controller) as http:
        answer = await http.get("/v6/metrics")
    assert answer.status_code == 200
    assert "deployments_total" in answer.text


async def test_the_api_describes_itself(controller: CraneController) -> None:
    """Every endpoint of the schema stands in the OpenAPI document."""
    async with client(controller) as http:
        paths = (await http.get("/openapi.json")).json()["paths"]
    for endpoint in ENDPOINTS:
        assert endpoint.method.lower() in paths[endpoint.path]


async def test_plan_lift_asks_for_a_token(controller: CraneController) -> None:
    """Nobody gets past the guard without a token, or with the wrong one."""
    tokens = controller.context.runtime.tokens
    stranger = {"Authorization": f"Bearer {tokens.issue('stranger', ['none'])}"}
    async with client(controller) as http:
        nobody = await http.request("POST", "/crane/v6/lift")
        known = await http.request("POST", "/crane/v6/lift", headers=stranger)
    assert nobody.status_code == 401
    assert known.status_code not in (401, 403)


async def test_plan_lift_answers(runtime: Runtime) -> None:
    """A request reaches the bound code through HTTP, and its answer comes back."""

    def code(**_fields: object) -> Mapping[str, object]:
        """Stand in for the domain code."""
        return {"order": ["text"]}

    context = AgentContext(SETTINGS, runtime, Bindings(operations={"plan_lift": code}))
    token = runtime.tokens.issue("tester", ["any"])
    headers = {"Authorization": f"Bearer {token}"}
    async with client(CraneController(context)) as http:
        answer = await http.request(
            "POST",
            "/crane/v6/lift",
            json={"class": "text", "boxes": [{"id": "text", "weight": 0.5}]},
            headers=headers,
        )
    assert answer.status_code == 200
    assert answer.json() == PlanLiftResponse.model_validate(
        {"order": ["text"]}
    ).model_dump(mode="json", by_alias=True)


async def test_plan_lift_answers_501_while_nothing_is_bound(
    controller: CraneController,
) -> None:
    """The problem document names the operation that lacks its code."""
    token = controller.context.runtime.tokens.issue("tester", ["any"])
    headers = {"Authorization": f"Bearer {token}"}
    async with client(controller) as http:
        answer = await http.request(
            "POST",
            "/crane/v6/lift",
            json={"class": "text", "boxes": [{"id": "text", "weight": 0.5}]},
            headers=headers,
        )
    assert answer.status_code == 501
    assert "plan_lift" in answer.json()["detail"]


async def test_crane_status_is_built_in(controller: CraneController) -> None:
    """The agent itself answers on this path."""
    headers: Mapping[str, str] = {}
    await controller.start()
    async with client(controller) as http:
        answer = await http.get("/crane/v6/status", headers=headers)
    await controller.stop()
    assert answer.status_code == 200
