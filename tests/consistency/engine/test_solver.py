"""A verdict is right, and comes with what proves it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.consistency.worlds import capped, systems, worlds
from tracker.consistency.engine.proof import replay
from tracker.consistency.engine.solver import Clash, Course, Running, Solution, satisfies, solve
from tracker.consistency.engine.system import Claim, System


@given(systems())
@settings(max_examples=150, deadline=None)
def test_the_verdict_is_that_of_trying_everything(system: System) -> None:
    """There is a solution exactly when some running counts fulfil every claim."""
    system = capped(system)

    assert any(True for _ in worlds(system)) == isinstance(solve(system), Solution)


@given(systems())
@settings(max_examples=150, deadline=None)
def test_each_end_of_a_range_is_reached_by_some_world_and_left_by_none(system: System) -> None:
    """The range of a count on a day runs from its least to its greatest value in all worlds."""
    system = capped(system)
    solution = solve(system)
    every = list(worlds(system))

    if isinstance(solution, Solution):
        for count, course in solution.courses.items():
            for day, least, greatest in zip(course.days, course.least, course.greatest, strict=True):
                values = [world[count][day] for world in every]

                assert (min(values), max(values)) == (least, greatest)


@given(systems(most_figures=8))
@settings(max_examples=150, deadline=None)
def test_the_least_values_are_themselves_a_world(system: System) -> None:
    """The least running counts fulfil every claim and pair at once."""
    found = solve(system)

    assert isinstance(found, Clash) or satisfies(system, found.least)


@given(systems(most_figures=8))
@settings(max_examples=150, deadline=None)
def test_a_clash_names_figures_that_all_have_a_part_in_it(system: System) -> None:
    """The figures of a conflict cannot all be true, and without any one of them the others can."""
    found = solve(system)

    if isinstance(found, Clash):
        conflict = found.conflict
        assert conflict.misses_by == replay(conflict, system)
        assert isinstance(solve(system.only(conflict.figures)), Clash)
        for figure in conflict.figures:
            assert isinstance(solve(system.only(set(conflict.figures) - {figure})), Solution)


@given(systems(most_figures=8), st.data())
@settings(max_examples=150, deadline=None)
def test_the_order_of_the_claims_changes_nothing(system: System, data: st.DataObject) -> None:
    """Shuffled claims and pairs give the same answer."""
    shuffled = System(tuple(data.draw(st.permutations(system.claims))), system.within[::-1])

    found, again = solve(system), solve(shuffled)
    if isinstance(found, Solution) and isinstance(again, Solution):
        assert found.courses == again.courses
    else:
        assert found == again


def test_a_solution_gives_the_range_on_each_day_that_is_named() -> None:
    """Below 400 on day 5, then at least 388 on day 7, with seven more on day 9."""
    system = System((Claim(1, 0, None, 5, 0, 399), Claim(2, 0, None, 7, 388), Claim(3, 0, 8, 9, 7)))

    assert Solution({0: Course((5, 7, 8, 9), (0, 388, 388, 395), (399, None, None, None), 5)}, ()) == solve(system)


def test_a_whole_is_bounded_on_the_days_of_its_parts() -> None:
    """What a part is at least, the whole is at least."""
    system = System((Claim(1, 0, None, 5, 20), Claim(2, 1, None, 9, 30)), within=((0, 1),))
    found = solve(system)

    assert isinstance(found, Solution)
    assert Course((5, 9), (20, 30), (None, None), 5) == found.courses[1]


def test_numbers_of_any_size_are_exact() -> None:
    """Nothing overflows and nothing is rounded."""
    huge = 10**40
    system = System((Claim(1, 0, None, 1, huge), Claim(2, 0, 1, 2, huge), Claim(3, 0, None, 2, None, 2 * huge - 1)))
    found = solve(system)

    assert isinstance(found, Clash)
    assert found.conflict.misses_by == 1


def test_a_cycle_that_never_touches_the_beginning_is_found() -> None:
    """A span of at most 3 cannot hold batches of 2 and 2, whatever the total is."""
    system = System((Claim(1, 0, 0, 9, None, 3), Claim(2, 0, 2, 4, 2), Claim(3, 0, 5, 8, 2), Claim(4, 0, None, 1, 50)))
    found = solve(system)

    assert isinstance(found, Clash)
    assert (1, 2, 3) == found.conflict.figures


def test_many_spans_with_highs_are_settled() -> None:
    """Each span of at most 1 carries the lows of later days back one day further."""
    days = 300
    spans = [Claim(day, 0, day, day + 1, None, 1) for day in range(days)]
    found = solve(System((*spans, Claim(days, 0, None, days, 1000))))

    assert isinstance(found, Solution)
    assert tuple(range(1000 - days, 1001)) == found.courses[0].least


def test_a_system_without_claims_is_consistent() -> None:
    """Nothing said, nothing contradicted."""
    assert Solution({}, ()) == solve(System(()))


def test_a_span_that_ends_before_it_opens_is_refused() -> None:
    """Such a claim is a mistake of the caller."""
    with pytest.raises(ValueError, match="must end after it opens"):
        solve(System((Claim(1, 0, 5, 5, 1),)))


def test_a_count_cannot_be_part_of_itself() -> None:
    """Pairs that run in a circle are a mistake of the caller."""
    with pytest.raises(ValueError, match="part of itself"):
        solve(System((Claim(1, 0, None, 5, 1),), within=((0, 1), (1, 0))))


@pytest.mark.parametrize(
    "running",
    [
        Running((2, 4), (5, 3)),
        Running((4, 2), (3, 5)),
        Running((2,), (-1,)),
        Running((4,), (5,)),
        Running((2, 3), (3, 9)),
    ],
    ids=["falls", "days out of order", "below nothing", "too late", "too high"],
)
def test_running_counts_that_break_a_rule_or_a_claim_do_not_satisfy(running: Running) -> None:
    """The checker of witnesses turns down what is no witness."""
    system = System((Claim(1, 0, None, 3, 3, 8),))

    assert satisfies(system, {0: Running((2,), (3,))})
    assert not satisfies(system, {0: running})


def test_a_part_above_its_whole_does_not_satisfy() -> None:
    """Pairs are checked on every day on which a count rises."""
    system = System((), within=((0, 1),))

    assert satisfies(system, {0: Running((2,), (3,)), 1: Running((1,), (3,))})
    assert not satisfies(system, {0: Running((2,), (3,)), 1: Running((3,), (3,))})
