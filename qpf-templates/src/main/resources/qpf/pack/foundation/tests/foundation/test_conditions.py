"""Every kind of condition holds past its boundary and not before it."""

from __future__ import annotations

import math

import pytest

from ...core.governance import (
    Above,
    All,
    AnyOf,
    AtLeast,
    AtMost,
    Below,
    Condition,
    Equal,
    Event,
    NotEqual,
    Policy,
    Reading,
    Trigger,
)

JUST_BELOW = math.nextafter(0.5, 0)
JUST_ABOVE = math.nextafter(0.5, 1)


@pytest.mark.parametrize(
    ("condition", "below", "at", "above"),
    [
        pytest.param(Above("m", 0.5), False, False, True, id=">"),
        pytest.param(AtLeast("m", 0.5), False, True, True, id=">="),
        pytest.param(Below("m", 0.5), True, False, False, id="<"),
        pytest.param(AtMost("m", 0.5), True, True, False, id="<="),
        pytest.param(Equal("m", 0.5), False, True, False, id="=="),
        pytest.param(NotEqual("m", 0.5), True, False, True, id="!="),
    ],
)
def test_comparison_turns_at_its_limit(
    condition: Condition, below: bool, at: bool, above: bool
) -> None:
    """The neighbouring floats of a limit fall on either side of it."""
    assert condition.holds(Reading({"m": JUST_BELOW})) is below
    assert condition.holds(Reading({"m": 0.5})) is at
    assert condition.holds(Reading({"m": JUST_ABOVE})) is above


@pytest.mark.parametrize("kind", [Above, AtLeast, Below, AtMost, Equal, NotEqual])
@pytest.mark.parametrize(
    "reading",
    [
        pytest.param(Reading(), id="missing"),
        pytest.param(Reading({"other": 0.5}), id="another metric"),
        pytest.param(Reading({"m": math.nan}), id="NaN"),
        pytest.param(Reading(events=frozenset({"m"})), id="an event of its name"),
    ],
)
def test_comparison_without_a_number_never_holds(
    kind: type[Above], reading: Reading
) -> None:
    """Nothing is concluded from a number that was not measured."""
    assert not kind("m", 0.5).holds(reading)


@pytest.mark.parametrize(
    ("condition", "value", "expected"),
    [
        (Above("m", 1e308), math.inf, True),
        (Below("m", -1e308), -math.inf, True),
        (Above("m", math.inf), math.inf, False),
        (AtLeast("m", math.inf), math.inf, True),
        (Equal("m", 0.0), -0.0, True),
        (Equal("m", 0.3), 0.1 + 0.2, False),
        (Above("m", 0.3), 0.1 + 0.2, True),
        (Above("m", 2), 3, True),
    ],
)
def test_numbers_are_compared_as_given(
    condition: Condition, value: float, expected: bool
) -> None:
    """Infinities, signed zeros and sums of floats mean what they mean to Python."""
    assert condition.holds(Reading({"m": value})) is expected


def test_event_holds_when_it_happened() -> None:
    """An event is found by its exact name."""
    assert Event("drift").holds(Reading(events=frozenset({"drift", "other"})))
    assert not Event("drift").holds(Reading(events=frozenset({"Drift"})))
    assert not Event("drift").holds(Reading({"drift": 1.0}))


def test_all_holds_when_every_part_does() -> None:
    """One part that does not hold is enough to stay quiet."""
    both = All(Below("confidence", 0.6), Above("criticality", 0.8))
    assert both.holds(Reading({"confidence": 0.59, "criticality": 0.81}))
    assert not both.holds(Reading({"confidence": 0.6, "criticality": 0.81}))
    assert not both.holds(Reading({"confidence": 0.59, "criticality": 0.8}))
    assert not both.holds(Reading({"confidence": 0.59}))


def test_any_holds_when_one_part_does() -> None:
    """One part that holds is enough to fire."""
    either = AnyOf(Event("drift"), All(Above("a", 1), Above("b", 1)))
    assert either.holds(Reading(events=frozenset({"drift"})))
    assert either.holds(Reading({"a": 2, "b": 2}))
    assert not either.holds(Reading({"a": 2, "b": 1}))


@pytest.mark.parametrize("joined", [All, AnyOf])
def test_joined_condition_needs_a_part(joined: type[All] | type[AnyOf]) -> None:
    """A condition over nothing would always or never fire."""
    with pytest.raises(ValueError, match="at least one part"):
        joined()


def test_comparison_refuses_what_can_never_fire() -> None:
    """A NaN limit and a nameless metric or event are mistakes of the author."""
    with pytest.raises(ValueError, match="not a number"):
        Above("m", math.nan)
    with pytest.raises(ValueError, match="name of a metric"):
        Above("", 1)
    with pytest.raises(ValueError, match="needs a name"):
        Event("")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Above("latency", 0.5, "s"), "latency > 0.5 s"),
        (AtLeast("value", 250000.0, "USD"), "value >= 250000 USD"),
        (NotEqual("x", 1234567.25), "x != 1234567.25"),
        (
            All(Below("a", 1), AnyOf(Event("b"), AtMost("c", 2), Equal("d", 3))),
            "a < 1 AND (b OR c <= 2 OR d == 3)",
        ),
    ],
)
def test_condition_describes_itself(condition: Condition, words: str) -> None:
    """People read a condition with its own sign, limit and unit."""
    assert condition.describe() == words


def test_conditions_are_values() -> None:
    """Equal conditions are equal, whatever object holds them."""
    assert All(Above("a", 1), Event("e")) == All(Above("a", 1), Event("e"))
    different = {All(Event("a")), AnyOf(Event("a")), Above("a", 1), AtLeast("a", 1)}
    assert len(different) == 4
    assert AnyOf(Event("a")) in different


def test_policy_names_fired_triggers_in_its_order() -> None:
    """The order is the author's and not that of the reading."""
    policy = Policy(
        mode="autonomous",
        human_override=False,
        anchors=(),
        audit_scope=(),
        triggers=(
            Trigger("slow", Above("latency", 0.5, "s")),
            Trigger("drift", Event("drift")),
            Trigger("quiet", Event("quiet")),
        ),
    )
    reading = Reading({"latency": 0.501}, frozenset({"drift"}))
    assert policy.fired_by(reading) == ("slow", "drift")
    assert not policy.fired_by(Reading())


@pytest.mark.parametrize(
    ("mode", "human_override", "needed"),
    [
        ("hybrid", True, True),
        ("hybrid", False, True),
        ("autonomous", True, True),
        ("autonomous", False, False),
    ],
)
def test_only_an_autonomous_policy_decides_alone(
    mode: str, human_override: bool, needed: bool
) -> None:
    """A person decides where the schema asks for one or does not say autonomous."""
    policy = Policy(mode, human_override, (), (), ())
    assert policy.needs_approval is needed
