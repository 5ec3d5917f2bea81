"""People's own tests of their own code for the harbour."""

from dataclasses import dataclass

from harbour_domain.lifts import ShortestPath, plan_lift


@dataclass(frozen=True)
class Box:
    """A box that nobody has to lift."""

    id: str
    weight: float


BOXES = [Box("light", 1.0), Box("heavy", 9.0)]


def test_heaviest_first() -> None:
    """Usual work begins with the heaviest."""
    assert plan_lift("usual", BOXES) == {"order": ["heavy", "light"]}


def test_lightest_first_where_care_is_taken() -> None:
    """Careful work begins with the lightest."""
    assert plan_lift("careful", BOXES) == {"order": ["light", "heavy"]}


def test_what_is_near_scores_best() -> None:
    """The score falls with the distance."""
    assert ShortestPath()({"distance": 0.0}) == 1.0
    assert ShortestPath()({"distance": 3.0}) == 0.25
