"""Canonical JSON is one text for one value, and strict on the way back."""

from __future__ import annotations

from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from ...core.canonical import canonical_json, json_copy, parse_json
from ...core.errors import InvalidRequestError
from ...core.payload import PayloadModel


def test_order_of_keys_does_not_matter() -> None:
    """Two mappings with the same members have the same text."""
    assert canonical_json({"b": [1, 2.5], "a": "ü"}) == '{"a":"ü","b":[1,2.5]}'
    assert canonical_json({"a": "ü", "b": (1, 2.5)}) == '{"a":"ü","b":[1,2.5]}'


def test_mappings_times_and_models_have_a_form() -> None:
    """What domain code puts into a payload is written as pydantic writes it."""
    value = {
        "proxy": MappingProxyType({"x": 1}),
        "at": datetime(2026, 1, 2, tzinfo=UTC),
        "model": PayloadModel.model_validate({"y": 2}),
    }
    assert parse_json(canonical_json(value)) == {
        "proxy": {"x": 1},
        "at": "2026-01-02T00:00:00Z",
        "model": {"y": 2},
    }


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(float("nan"), id="NaN"),
        pytest.param([float("inf")], id="infinity"),
        pytest.param({"a", "b"}, id="set"),
        pytest.param({"f": print}, id="function"),
        pytest.param({1: "a", "b": 2}, id="keys of two types"),
        pytest.param("\ud800", id="half a character"),
    ],
)
def test_values_without_a_form_are_refused(value: object) -> None:
    """A value that JSON cannot say is an error and not a guess."""
    with pytest.raises(InvalidRequestError, match="no JSON form"):
        canonical_json(value)


def test_endless_value_is_refused() -> None:
    """A list within itself ends in an error."""
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(InvalidRequestError):
        canonical_json(endless)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("{", id="cut off"),
        pytest.param('{"a": 1, "a": 2}', id="a key twice"),
        pytest.param('{"a": NaN}', id="NaN"),
        pytest.param('{"a": -Infinity}', id="infinity"),
        pytest.param('{"a": 1e999}', id="out of range"),
        pytest.param(b"\xff", id="no UTF-8"),
        pytest.param("[" * 100_000, id="too deep"),
    ],
)
def test_text_that_is_not_json_is_refused(text: str | bytes) -> None:
    """Whatever arrives is JSON or an error of the sender."""
    with pytest.raises(InvalidRequestError, match="not JSON"):
        parse_json(text)


def test_copy_is_independent() -> None:
    """Changing the original does not change the copy."""
    original = {"list": [1]}
    copy = json_copy(original)
    original["list"].append(2)
    assert copy == {"list": [1]}
