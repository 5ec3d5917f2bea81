"""Payloads are plain JSON, under the names of the wire."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from ...core.payload import PayloadModel, to_payload, to_wire
from .samples import Candidate


def test_a_model_becomes_an_object_under_the_names_of_the_wire() -> None:
    """A field that is a Python keyword goes out under its own name."""
    candidate = Candidate.model_validate({"id": "a", "class": "gold"})
    assert to_payload(candidate) == {"id": "a", "class": "gold"}


def test_models_and_times_inside_a_mapping_become_json() -> None:
    """What domain code returns may hold models, tuples and times."""
    at = datetime(2026, 1, 2, tzinfo=UTC)
    payload = to_payload({"best": Candidate(id="a"), "at": at, "pair": (1, 2)})
    assert payload == {
        "best": {"id": "a", "class": ""},
        "at": "2026-01-02T00:00:00Z",
        "pair": [1, 2],
    }


def test_what_has_no_json_form_is_refused() -> None:
    """An object is not written as its representation."""
    with pytest.raises(ValueError):
        to_payload({"thing": object()})
    with pytest.raises(ValueError):
        to_wire({"thing": object()})


def test_the_wire_is_compact_json_and_knows_no_nan() -> None:
    """NaN would make the document unreadable for others."""
    assert to_wire({"b": 1, "a": float("nan")}) == b'{"b":1,"a":null}'
    assert json.loads(to_wire({"text": "ä\n\u2028"})) == {"text": "ä\n\u2028"}


def test_the_untyped_side_of_a_contract_takes_any_object() -> None:
    """Nothing is dropped, and what comes out is what went in."""
    given = {"a": 1, "nested": {"b": [True, None]}}
    assert to_payload(PayloadModel.model_validate(given)) == given
