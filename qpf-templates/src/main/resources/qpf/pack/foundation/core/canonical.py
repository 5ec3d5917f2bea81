"""Canonical JSON: one text for one value, so that packets and records compare by bytes."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import NoReturn, cast

from pydantic_core import to_jsonable_python

from .errors import InvalidRequestError
from .payload import Payload


def canonical_json(value: object) -> str:
    """Return the one JSON text of a value: sorted keys, no blanks, raw Unicode.

    Args:
        value: Mappings with string keys, lists, tuples, strings, numbers, booleans, None;
            also times and contract models, in the form that pydantic gives them.

    Raises:
        InvalidRequestError: JSON has no form for the value, such as NaN or a set.
    """
    try:
        text = json.dumps(
            value,
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
            allow_nan=False,
            default=_plain,
        )
        text.encode("utf-8")
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidRequestError(f"the value has no JSON form: {error}") from error
    return text


def parse_json(text: str | bytes) -> object:
    """Return the value of a JSON text.

    Args:
        text: JSON as a string or as UTF-8.

    Raises:
        InvalidRequestError: The text is not JSON, names a key twice, or holds NaN.
    """
    try:
        return json.loads(
            text if isinstance(text, str) else text.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_float=_finite,
            parse_constant=_refuse,
        )
    except (ValueError, RecursionError) as error:
        raise InvalidRequestError(f"the text is not JSON: {error}") from error


def json_copy(payload: Payload) -> dict[str, object]:
    """Return a payload as it would come back from the wire, independent of the original.

    Args:
        payload: JSON values, times and contract models.

    Raises:
        InvalidRequestError: JSON has no form for a value.
    """
    return cast("dict[str, object]", parse_json(canonical_json(payload)))


def _plain(value: object) -> object:
    """Return a mapping as a dict, and a time, model or other value as pydantic does.

    Raises:
        TypeError: The value is a set, whose order changes from run to run.
        ValueError: Pydantic has no JSON form for it.
    """
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        raise TypeError("a set has no order")
    return cast(object, to_jsonable_python(value, by_alias=True))


def _finite(text: str) -> float:
    """Return a number with a fraction or an exponent.

    Raises:
        ValueError: It is too great for a float.
    """
    value = float(text)
    if math.isinf(value):
        raise ValueError(f"{text} is out of range")
    return value


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object's members.

    Raises:
        ValueError: Two members have the same name.
    """
    members: dict[str, object] = {}
    for name, value in pairs:
        if name in members:
            raise ValueError(f"the key {name!r} stands twice")
        members[name] = value
    return members


def _refuse(constant: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not know.

    Raises:
        ValueError: Always.
    """
    raise ValueError(f"{constant} is no number of JSON")
