"""Bounds are tight on every day, and a row stands for each change."""

from hypothesis import given, settings

from tests.consistency.worlds import DAYS, capped, systems
from tracker.consistency.engine.bounds_over_time import bounds_over_time
from tracker.consistency.engine.solver import Solution, solve
from tracker.consistency.engine.system import Claim, System

Rows = list[tuple[int, int | None, int | None]]


def bounds(*claims: Claim, within: tuple[tuple[int, int], ...] = (), count: int = 0) -> Rows:
    """The bounds that these claims support together."""
    solution = solve(System(claims, within))
    assert isinstance(solution, Solution)
    return bounds_over_time(solution, count)


def test_fewer_than_400_holds_until_the_day_it_speaks_of() -> None:
    """A high ends with its day."""
    assert [(100, 0, 399), (101, 0, None)] == bounds(Claim(1, 0, None, 100, 0, 399))


def test_at_least_388_holds_from_its_day_on() -> None:
    """A low never ends, and before it nothing is known."""
    assert [(50, 388, None)] == bounds(Claim(1, 0, None, 50, 388))


def test_a_batch_counts_from_its_last_day_on() -> None:
    """Seven more by day 9 are seven more for good."""
    assert [(3, 388, None), (9, 395, None)] == bounds(Claim(1, 0, None, 3, 388), Claim(2, 0, 8, 9, 7))


def test_a_later_total_caps_the_days_before_a_batch() -> None:
    """If 400 is the most on day 20 and 7 came on day 10, it was 393 at most on day 9."""
    assert [(9, None, 393), (10, 7, 400), (21, 7, None)] == bounds(
        Claim(1, 0, None, 20, None, 400), Claim(2, 0, 9, 10, 7)
    )


def test_a_whole_caps_its_part_on_every_day() -> None:
    """The high of a whole ends on its own day for the part, too."""
    assert [(5, 10, 399), (9, 20, None)] == bounds(
        Claim(1, 0, None, 5, 10), Claim(2, 0, None, 9, 20), Claim(3, 1, None, 8, None, 399), within=((0, 1),)
    )


def test_a_part_lifts_its_whole_through_a_count_that_nothing_names() -> None:
    """Part of a part: what the innermost is at least, the outermost is at least."""
    assert [(5, 10, None)] == bounds(Claim(1, 0, None, 5, 10), within=((0, 1), (1, 2)), count=2)


def test_a_count_that_nothing_bounds_has_no_rows() -> None:
    """No claim, no bound."""
    assert [] == bounds(Claim(1, 0, None, 5, 10), count=7)
    assert [] == bounds(Claim(1, 0, 4, 5, None, None))


@given(systems())
@settings(max_examples=150, deadline=None)
def test_bounds_are_tight_on_every_day(system: System) -> None:
    """To say that a count is at the end of its bounds contradicts nothing; to say that it is past it does."""
    system = capped(system)
    solution = solve(system)
    if not isinstance(solution, Solution):
        return
    for count in solution.courses:
        rows = bounds_over_time(solution, count)
        for day in range(DAYS[0], DAYS[-1] + 3):
            _, low, high = next((row for row in reversed(rows) if row[0] <= day), (day, None, rows[0][2]))
            assert possible(system, count, day, low or 0, low or 0)
            assert not possible(system, count, day, None, (low or 0) - 1)
            assert possible(system, count, day, 99 if high is None else high, None)
            assert high is None or not possible(system, count, day, high + 1, None)


def possible(system: System, count: int, day: int, low: int | None, high: int | None) -> bool:
    """Whether a count can lie there on a day."""
    return isinstance(solve(System((*system.claims, Claim(999, count, None, day, low, high)), system.within)), Solution)
