"""Conditions over an agent's metrics and events, and the readings they are held against.

A condition is data: it compares one metric with one number, waits for one event, or
joins other conditions. Numbers are compared as given, without tolerance and without
conversion of units; the author of a policy sees the boundary that was written.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from numbers import Real
from typing import ClassVar, TypeAlias

from .errors import InvalidRequestError

_Compare: TypeAlias = Callable[[float, float], bool]


@dataclass(frozen=True)
class Reading:
    """What is known at one moment.

    Attributes:
        metrics: Measured values by metric name, each in the unit of its metric.
        events: Names of the events that happened.
    """

    metrics: Mapping[str, float] = field(default_factory=dict)
    events: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what cannot be compared, where it is written and not where it fires.

        Raises:
            InvalidRequestError: A metric is no number, or the events are one text.
        """
        for name, value in self.metrics.items():
            if not isinstance(value, (Real, Decimal)):
                raise InvalidRequestError(
                    f"The metric {name} of a reading is {value!r}; it takes a number."
                )
        if isinstance(self.events, str):
            raise InvalidRequestError(
                f"The events of a reading are {self.events!r}; they take a set of names."
            )


@dataclass(frozen=True)
class _Comparison:
    """One metric against one number; the subclasses say how.

    Attributes:
        metric: The metric's name.
        limit: The number it is compared with, in the metric's own unit; not NaN.
        unit: The limit's unit, for people: it never changes the comparison.
    """

    metric: str
    limit: float
    unit: str = ""

    sign: ClassVar[str] = ""
    compare: ClassVar[_Compare] = operator.eq

    def __post_init__(self) -> None:
        """Refuse a comparison that could never fire.

        Raises:
            ValueError: The metric has no name or the limit is NaN.
        """
        if not self.metric:
            raise ValueError("a comparison needs the name of a metric")
        if math.isnan(self.limit):
            raise ValueError(f"the limit of {self.metric} is not a number")

    def holds(self, reading: Reading) -> bool:
        """Say whether the metric was measured and compares as stated.

        A missing metric and NaN never hold, not even for "not equal".
        """
        value = reading.metrics.get(self.metric)
        if value is None or math.isnan(value):
            return False
        return type(self).compare(value, self.limit)

    def describe(self) -> str:
        """Return the comparison as people write it, such as ``latency > 0.5 s``."""
        return f"{self.metric} {self.sign} {self.limit:.15g} {self.unit}".rstrip()


@dataclass(frozen=True)
class Above(_Comparison):
    """Holds while the metric is greater than the limit."""

    sign: ClassVar[str] = ">"
    compare: ClassVar[_Compare] = operator.gt


@dataclass(frozen=True)
class AtLeast(_Comparison):
    """Holds while the metric is the limit or greater."""

    sign: ClassVar[str] = ">="
    compare: ClassVar[_Compare] = operator.ge


@dataclass(frozen=True)
class Below(_Comparison):
    """Holds while the metric is less than the limit."""

    sign: ClassVar[str] = "<"
    compare: ClassVar[_Compare] = operator.lt


@dataclass(frozen=True)
class AtMost(_Comparison):
    """Holds while the metric is the limit or less."""

    sign: ClassVar[str] = "<="
    compare: ClassVar[_Compare] = operator.le


@dataclass(frozen=True)
class Equal(_Comparison):
    """Holds while the metric is exactly the limit."""

    sign: ClassVar[str] = "=="
    compare: ClassVar[_Compare] = operator.eq


@dataclass(frozen=True)
class NotEqual(_Comparison):
    """Holds while the metric is any number but the limit."""

    sign: ClassVar[str] = "!="
    compare: ClassVar[_Compare] = operator.ne


@dataclass(frozen=True)
class Event:
    """Holds when an event happened.

    Attributes:
        name: The event's name.
    """

    name: str

    def __post_init__(self) -> None:
        """Refuse an event without a name.

        Raises:
            ValueError: The name is empty.
        """
        if not self.name:
            raise ValueError("an event needs a name")

    def holds(self, reading: Reading) -> bool:
        """Say whether the reading contains the event."""
        return self.name in reading.events

    def describe(self) -> str:
        """Return the event's name."""
        return self.name


@dataclass(frozen=True, init=False)
class All:
    """Holds while every part holds.

    Attributes:
        parts: The joined conditions, at least one.
    """

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        """Join conditions by AND.

        Args:
            parts: The conditions in the author's order.

        Raises:
            ValueError: There is no part; nothing would always hold.
        """
        object.__setattr__(self, "parts", _some(parts))

    def holds(self, reading: Reading) -> bool:
        """Say whether every part holds."""
        return all(part.holds(reading) for part in self.parts)

    def describe(self) -> str:
        """Return the parts joined by AND, with alternatives in parentheses."""
        return " AND ".join(
            f"({part.describe()})" if isinstance(part, AnyOf) else part.describe()
            for part in self.parts
        )


@dataclass(frozen=True, init=False)
class AnyOf:
    """Holds while at least one part holds.

    Attributes:
        parts: The alternatives, at least one.
    """

    parts: tuple[Condition, ...]

    def __init__(self, *parts: Condition) -> None:
        """Join conditions by OR.

        Args:
            parts: The alternatives in the author's order.

        Raises:
            ValueError: There is no part; the condition could never fire.
        """
        object.__setattr__(self, "parts", _some(parts))

    def holds(self, reading: Reading) -> bool:
        """Say whether at least one part holds."""
        return any(part.holds(reading) for part in self.parts)

    def describe(self) -> str:
        """Return the parts joined by OR."""
        return " OR ".join(part.describe() for part in self.parts)


Condition: TypeAlias = (
    Above | AtLeast | Below | AtMost | Equal | NotEqual | Event | All | AnyOf
)


def leaves(condition: Condition) -> Iterator[_Comparison | Event]:
    """Give the comparisons and events that a condition joins, in the author's order."""
    if isinstance(condition, (All, AnyOf)):
        for part in condition.parts:
            yield from leaves(part)
    else:
        yield condition


def _some(parts: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return the parts of a joined condition.

    Raises:
        ValueError: There is none.
    """
    if not parts:
        raise ValueError("a joined condition needs at least one part")
    return parts


@dataclass(frozen=True)
class Trigger:
    """A named condition that calls for people's attention.

    Attributes:
        name: The trigger's name, unique within its policy.
        condition: When it fires.
    """

    name: str
    condition: Condition
