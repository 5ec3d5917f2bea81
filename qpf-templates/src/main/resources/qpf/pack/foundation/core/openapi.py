"""The OpenAPI document of an agent: its endpoints with the models of their contracts."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, TypeGuard, TypeVar

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from .payload import PayloadModel
from .problems import PROBLEM_TYPE

Schema: TypeAlias = dict[str, object]
BODILESS: Final = frozenset({"GET", "HEAD", "DELETE"})
_REFERENCE: Final = "#/components/schemas/{model}"
_ANY_OBJECT: Final[Schema] = {"type": "object", "additionalProperties": True}
_PATH_PARAMETER: Final = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)(?::[A-Za-z_]+)?\}")
_Mode: TypeAlias = Literal["validation", "serialization"]
_DEEPEST: Final = 30_000
_ResultT = TypeVar("_ResultT")

_PROBLEM: Final[Schema] = {
    "type": "object",
    "title": "Problem",
    "description": "A problem document of RFC 9457.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "format": "uri-reference"},
        "correlation_id": {"type": "string"},
    },
    "additionalProperties": True,
}


@dataclass(frozen=True)
class Endpoint:
    """A way into an agent over HTTP.

    Attributes:
        operation: The operation that answers.
        method: The HTTP method, in capitals.
        path: The path; `{name}` takes a segment into the payload.
        auth: None is open, "*" takes any valid token, else the scope that it needs.
        builtin: status, health, ready or metrics are answered by the controller.
        request: The contract's model of a request; None takes any JSON object.
        response: The contract's model of a response; None gives any JSON object.
        summary: What it is for; the first line is its title.
    """

    operation: str
    method: str
    path: str
    auth: str | None = None
    builtin: Literal["status", "health", "ready", "metrics"] | None = None
    request: type[BaseModel] | None = None
    response: type[BaseModel] | None = None
    summary: str = ""

    @property
    def way(self) -> str:
        """Give method and path, equal for two endpoints that answer the same requests."""
        return f"{self.method} {_PATH_PARAMETER.sub('{}', self.path)}"


class ContractSchemas:
    """The JSON Schemas of all contracts of an agent."""

    def __init__(self, endpoints: Iterable[Endpoint]) -> None:
        """Make the schemas of the endpoints' models and of the models inside them."""
        models: dict[tuple[type[BaseModel], _Mode], None] = {}
        self._first: dict[str, Endpoint] = {}
        for endpoint in endpoints:
            self._first.setdefault(endpoint.operation, endpoint)
            if _typed(endpoint.request):
                models[endpoint.request, "validation"] = None
            if _typed(endpoint.response):
                models[endpoint.response, "serialization"] = None
        self._references, document = _deep(
            lambda: models_json_schema(
                tuple(models), by_alias=True, ref_template=_REFERENCE
            )
        )
        self._definitions: dict[str, Schema] = document.get("$defs", {})

    def components(self) -> dict[str, Schema]:
        """Give all schemas by the names under which they are referred to."""
        return {**self._definitions, "Problem": _PROBLEM}

    def identifier(self, endpoint: Endpoint) -> str:
        """Give an endpoint's id: its operation, or its way where that has another one."""
        if self._first[endpoint.operation] is endpoint:
            return endpoint.operation
        return f"{endpoint.method} {endpoint.path}"

    def operation(self, endpoint: Endpoint) -> Schema:
        """Describe an endpoint: parameters, body, responses and security.

        Args:
            endpoint: One of the endpoints that this object was made with.

        Returns:
            An Operation Object, without what FastAPI knows by itself.
        """
        described: Schema = {
            "description": endpoint.summary
            or f"Runs the operation {endpoint.operation}.",
            "responses": {
                "200": {
                    "description": "The operation's result.",
                    "content": _content(self._of(endpoint.response, "serialization")),
                },
                "default": {
                    "description": "A problem document.",
                    "content": {
                        PROBLEM_TYPE: {
                            "schema": {"$ref": _REFERENCE.format(model="Problem")}
                        }
                    },
                },
            },
        }
        parameters = self._parameters(endpoint)
        if parameters:
            described["parameters"] = parameters
        if endpoint.builtin is None and endpoint.method not in BODILESS:
            described["requestBody"] = {
                "required": _typed(endpoint.request),
                "content": _content(self._of(endpoint.request, "validation")),
            }
        if endpoint.auth is not None:
            described["security"] = [{"bearer": []}]
        return described

    def _of(self, model: type[BaseModel] | None, mode: _Mode) -> Mapping[str, object]:
        """Give a reference to a model's schema; any object for an untyped side."""
        return self._references[model, mode] if _typed(model) else _ANY_OBJECT

    def _parameters(self, endpoint: Endpoint) -> list[Schema]:
        """Describe what an endpoint takes from its path and its query string."""
        in_path = _PATH_PARAMETER.findall(endpoint.path)
        fields: Mapping[str, object] = {}
        required: list[str] = []
        if _typed(endpoint.request):
            name = str(self._of(endpoint.request, "validation")["$ref"]).rpartition(
                "/"
            )[2]
            definition = self._definitions[name]
            fields = _mapping(definition.get("properties"))
            needed = definition.get("required")
            required = needed if isinstance(needed, list) else []
        found: list[Schema] = [
            {
                "name": name,
                "in": "path",
                "required": True,
                "schema": fields.get(name, {"type": "string"}),
            }
            for name in in_path
        ]
        if endpoint.builtin is None and endpoint.method in BODILESS:
            found.extend(
                {
                    "name": name,
                    "in": "query",
                    "required": name in required,
                    "schema": schema,
                }
                for name, schema in fields.items()
                if name not in in_path
            )
        return found


def _deep(make: Callable[[], _ResultT]) -> _ResultT:
    """Let calls nest as far as a long chain of types needs.

    Pydantic goes down from type to type, with a dozen calls for each.

    Args:
        make: What goes down; begun anew where it did not get to the end.
    """
    limit = sys.getrecursionlimit()
    try:
        while True:
            try:
                return make()
            except RecursionError:
                deeper = 2 * sys.getrecursionlimit()
                if deeper > _DEEPEST:
                    raise
                sys.setrecursionlimit(deeper)
    finally:
        sys.setrecursionlimit(limit)


def _typed(model: type[BaseModel] | None) -> TypeGuard[type[BaseModel]]:
    """Say whether a side of a contract is typed."""
    return model is not None and model is not PayloadModel


def _content(schema: Mapping[str, object]) -> Schema:
    """Give the content of a JSON body."""
    return {"application/json": {"schema": dict(schema)}}


def _mapping(value: object) -> Mapping[str, object]:
    """Give a value that should be a mapping; an empty one if it is none."""
    return value if isinstance(value, dict) else {}
