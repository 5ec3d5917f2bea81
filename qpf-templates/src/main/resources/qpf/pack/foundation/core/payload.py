"""Payloads: what operations, packets and events carry, as plain JSON objects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias, cast

from pydantic import BaseModel, ConfigDict
from pydantic_core import to_json, to_jsonable_python

Payload: TypeAlias = Mapping[str, object]


class PayloadModel(BaseModel):
    """Any JSON object: the untyped side of a contract that types only the other."""

    model_config = ConfigDict(extra="allow")


def to_payload(value: BaseModel | Payload) -> dict[str, object]:
    """Give a model or a mapping as a JSON object under the names of the wire.

    Args:
        value: A contract's model, or a mapping of JSON-like values.

    Returns:
        A new dictionary that holds JSON values only: times become ISO 8601 strings,
        models become objects.

    Raises:
        ValueError: A value has no JSON form, such as an open file.
    """
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    return cast("dict[str, object]", to_jsonable_python(dict(value), by_alias=True))


def to_wire(value: Payload) -> bytes:
    """Write a payload as compact UTF-8 JSON.

    Args:
        value: A payload; numbers that JSON does not know (NaN, infinities) become null.

    Returns:
        The encoded object, its keys in the payload's order.

    Raises:
        ValueError: A value has no JSON form.
    """
    return to_json(dict(value), by_alias=True, inf_nan_mode="null")
