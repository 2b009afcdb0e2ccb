"""The hedge table, row by row as the design gives it."""

import pytest

from tracker.domain.bounds import Bounds
from tracker.domain.hedge import FLOORS, Hedge, bounds_of, slack


@pytest.mark.parametrize(
    ("hedge", "number", "expected"),
    [
        (Hedge.EXACT, 19_546, Bounds(19_546, 19_546)),
        (Hedge.EXACT, 0, Bounds(0, 0)),
        (Hedge.AT_LEAST, 19_500, Bounds(19_500, None)),
        (Hedge.MORE_THAN, 400, Bounds(401, None)),
        (Hedge.FEWER_THAN, 400, Bounds(0, 399)),
        (Hedge.AT_MOST, 35_000, Bounds(0, 35_000)),
        (Hedge.ABOUT, 19_500, Bounds(19_400, 19_600)),
        (Hedge.ABOUT, 20_000, Bounds(19_000, 21_000)),
        (Hedge.ABOUT, 6, Bounds(5, 7)),
        (Hedge.ABOUT, 0, Bounds(0, 1)),
        (Hedge.NEARLY, 600, Bounds(570, 599)),
        (Hedge.NEARLY, 1, Bounds(0, 0)),
    ],
)
def test_a_hedge_gives_the_bounds_of_the_table(hedge: Hedge, number: int, expected: Bounds) -> None:
    """Each hedge that qualifies one number means what the design's table says."""
    assert expected == bounds_of(hedge, number)


@pytest.mark.parametrize("hedge", [Hedge.RANGE, Hedge.CODED, Hedge.UNKNOWN, *FLOORS])
def test_a_hedge_of_no_single_number_gives_no_bounds(hedge: Hedge) -> None:
    """Ranges, bare plurals and coded figures have their bounds from elsewhere."""
    with pytest.raises(ValueError, match="does not qualify"):
        bounds_of(hedge, 5)


@pytest.mark.parametrize(("number", "expected"), [(7, 1), (19, 1), (20, 1), (400, 20), (19_500, 100), (19_546, 1)])
def test_slack_is_the_last_digits_place_but_at_most_five_per_cent(number: int, expected: int) -> None:
    """A round number is loose by its roundness, never by more than a twentieth, never by less than one."""
    assert expected == slack(number)


def test_fewer_than_nothing_is_no_count() -> None:
    """No whole number of children is fewer than 0."""
    with pytest.raises(ValueError, match="negative"):
        bounds_of(Hedge.FEWER_THAN, 0)
