"""The OpenAPI document names every endpoint, with the models of its contract."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, cast

import httpx
import pytest
from pydantic import BaseModel, create_model

from ...core.agent import AgentController
from ...core.api import Endpoint, create_app
from ...core.openapi import ContractSchemas
from ...core.payload import PayloadModel
from .samples import Candidate, ScoreRequest, ScoreResponse, agent


class Filter(BaseModel):
    """What a search takes."""

    word: str
    limit: int = 10
    kind: Candidate | None = None


_ENDPOINTS = (
    Endpoint(
        "score",
        "POST",
        "/x/score/{model}",
        auth="governance",
        request=ScoreRequest,
        response=ScoreResponse,
        summary="Score candidates.",
    ),
    Endpoint("score", "POST", "/x/score_again", request=ScoreRequest),
    Endpoint(
        "search", "GET", "/x/search/{word}", request=Filter, response=PayloadModel
    ),
    Endpoint("echo", "PUT", "/x/echo", request=PayloadModel),
    Endpoint("x_status", "GET", "/x/status", builtin="status"),
)


@pytest.fixture(name="document")
def _document() -> dict[str, object]:
    """Give the document of an agent with the endpoints above."""
    app = create_app(AgentController(agent()), _ENDPOINTS)
    assert app.openapi() is app.openapi()
    return app.openapi()


def _at(document: object, *path: str) -> dict[str, object]:
    """Go down a document by keys."""
    for key in path:
        assert isinstance(document, dict)
        document = document[key]
    return cast("dict[str, object]", document)


def test_each_operation_is_described_in_words_for_its_callers(
    document: dict[str, object],
) -> None:
    """The summary describes an endpoint; without one, its operation does."""
    described = _at(document, "paths", "/x/score/{model}", "post")["description"]
    assert described == "Score candidates."
    plain = _at(document, "paths", "/x/score_again", "post")["description"]
    assert plain == "Runs the operation score."


def _references(node: object) -> Iterator[str]:
    """Find all references below a node."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield str(value)
            yield from _references(value)
    elif isinstance(node, list):
        for value in node:
            yield from _references(value)


def test_every_reference_leads_somewhere(document: dict[str, object]) -> None:
    """Nested models too."""
    references = set(_references(document))
    assert "#/components/schemas/Candidate" in " ".join(sorted(references))
    for reference in references:
        assert _at(document, *reference.removeprefix("#/").split("/"))


def test_contract_models_stand_in_the_components(document: dict[str, object]) -> None:
    """With the names of the wire."""
    schemas = _at(document, "components", "schemas")
    assert {"ScoreRequest", "ScoreResponse", "Filter", "Problem"} <= set(schemas)
    candidate = _at(schemas, next(name for name in schemas if "Candidate" in name))
    assert "class" in _at(candidate, "properties")


def test_an_endpoint_says_what_it_takes_and_gives(document: dict[str, object]) -> None:
    """Body, path parameter, answer, problem document, security."""
    operation = _at(document, "paths", "/x/score/{model}", "post")
    assert operation["summary"] == "Score candidates."
    body = _at(operation, "requestBody", "content", "application/json", "schema")
    assert body == {"$ref": "#/components/schemas/ScoreRequest"}
    answer = _at(operation, "responses", "200", "content", "application/json")
    assert answer["schema"] == {"$ref": "#/components/schemas/ScoreResponse"}
    assert operation["parameters"] == [
        {"name": "model", "in": "path", "required": True, "schema": {"type": "string"}}
    ]
    problem = _at(operation, "responses", "default", "content")
    assert list(problem) == ["application/problem+json"]
    assert operation["security"] == [{"bearer": []}]
    assert (
        _at(document, "components", "securitySchemes", "bearer")["scheme"] == "bearer"
    )


def test_a_query_is_described_by_its_fields(document: dict[str, object]) -> None:
    """One in the path is not repeated; GET has no body."""
    operation = _at(document, "paths", "/x/search/{word}", "get")
    parameters = cast("list[dict[str, object]]", operation["parameters"])
    assert [(it["name"], it["in"], it["required"]) for it in parameters] == [
        ("word", "path", True),
        ("limit", "query", False),
        ("kind", "query", False),
    ]
    assert "requestBody" not in operation
    assert "security" not in operation


def test_an_untyped_side_is_any_object(document: dict[str, object]) -> None:
    """An optional body, and no component for it."""
    operation = _at(document, "paths", "/x/echo", "put")
    body = _at(operation, "requestBody")
    assert body["required"] is False
    schema = _at(body, "content", "application/json", "schema")
    assert schema == {"type": "object", "additionalProperties": True}
    assert "PayloadModel" not in _at(document, "components", "schemas")


def test_no_two_operations_share_an_id(document: dict[str, object]) -> None:
    """The second endpoint of an operation is named by its way."""
    ids = [
        str(_at(operation)["operationId"])
        for path in _at(document, "paths").values()
        for operation in _at(path).values()
    ]
    assert len(set(ids)) == len(ids)
    assert "score" in ids and "POST /x/score_again" in ids


def test_every_way_into_the_agent_is_described(document: dict[str, object]) -> None:
    """The schema's and those that all agents have."""
    assert set(_at(document, "paths")) == {
        "/x/score/{model}",
        "/x/score_again",
        "/x/search/{word}",
        "/x/echo",
        "/x/status",
        "/v6/status",
        "/v6/health",
        "/v6/ready",
        "/v6/metrics",
        "/v6/packets",
        "/v6/operations/{name}",
    }
    assert _at(document, "info") == {"title": "Scorer", "version": "6.0.0"}


async def test_the_document_is_served_and_no_page_loads_foreign_scripts() -> None:
    """Pages for people come from elsewhere, so there are none."""
    app = create_app(AgentController(agent()), _ENDPOINTS)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
        assert (await client.get("/openapi.json")).json() == app.openapi()
        assert (await client.get("/docs")).status_code == 404


def test_an_agent_without_contracts_has_a_document_too() -> None:
    """Only the problem document is left among the components."""
    document = create_app(AgentController(agent()), ()).openapi()
    assert set(_at(document, "components", "schemas")) == {"Problem"}


def test_a_long_chain_of_types_is_described() -> None:
    """Longer than Python lets calls nest by itself, and it stays as it was."""
    limit = sys.getrecursionlimit()
    model: Any = create_model("Link0", end=(int, ...))
    for index in range(1, 200):
        model = create_model(f"Link{index}", next=(model | None, ...))
    schemas = ContractSchemas([Endpoint("follow", "POST", "/follow", request=model)])
    assert len(schemas.components()) == 201
    assert sys.getrecursionlimit() == limit
