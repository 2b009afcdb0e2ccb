"""The arrays give the same answers as the general engine."""

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.consistency.arrays import capped, disjoint, rounds, timeline
from tracker.consistency.arrays.columns import OPEN, columns_of
from tracker.consistency.arrays.columns import given as value_of
from tracker.consistency.arrays.fast import Ranges, consistent, disjoint_conflicts, ranges
from tracker.consistency.engine.proof import replay
from tracker.consistency.engine.solver import Clash, Solution, solve
from tracker.consistency.engine.system import Claim, System


@pytest.fixture(autouse=True, scope="module")
def short_stretches() -> Iterator[None]:
    """Small inputs pass through all the stretches that large ones do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disjoint, "RENEWED", 2)
        patch.setattr(capped, "NEAR", 2)
        patch.setattr(capped, "PATIENCE", 3)
        patch.setattr(timeline, "FEW", 2)
        patch.setattr(timeline, "SHORT", 2)
        patch.setattr(rounds, "SCATTERED", 2)
        yield


@pytest.fixture(params=[1, 2, 32], ids="rounds: {}".format)
def most_rounds(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Values come to rest in so many rounds, or have to be raised the slower way."""
    monkeypatch.setattr(rounds, "ROUNDS", request.param)
    monkeypatch.setattr(rounds, "SPREADING", request.param)


@st.composite
def long_systems(draw: st.DrawFn) -> System:
    """Up to 15 claims over some 20 days, in any order, with or without highs over spans; often a chain of spans too."""
    last = draw(st.sampled_from([4, 20, 9000]))
    spans_have_highs = draw(st.booleans())
    chained = draw(st.booleans())
    counts = draw(st.sampled_from([1, 1, 1, 2]))
    claims = []
    for figure in range(draw(st.integers(1, 15))):
        upto = draw(st.integers(0, last))
        length = draw(st.sampled_from([None, None, 1, 2, 5]))
        if chained and figure % 4:
            upto, length = min(2 * figure, last), 2
        after = None if length is None else upto - length
        ends = [draw(st.sampled_from([None, 0, 1, 2, 3, 7])) for _ in range(2)]
        if None not in ends and draw(st.integers(0, 19)):
            ends.sort(key=lambda end: end or 0)
        if after is not None and not spans_have_highs:
            ends[1] = None
        key = figure if draw(st.integers(0, 19)) else 0
        claims.append(Claim(key, draw(st.integers(0, counts - 1)), after, upto, *ends))
    return System(tuple(draw(st.permutations(claims))))


ONE_SETTING = [HealthCheck.function_scoped_fixture]
"""The fixture sets constants, the same ones for all examples."""


@pytest.mark.usefixtures("most_rounds")
@given(long_systems())
@settings(max_examples=100, deadline=None, suppress_health_check=ONE_SETTING)
def test_verdict_and_ranges_are_those_of_the_general_engine(system: System) -> None:
    """Consistent where it is, with the same least and greatest value on each day that is named."""
    columns = columns_of(system)
    expected = solve(system)

    assert consistent(columns) == isinstance(expected, Solution)
    if isinstance(expected, Solution):
        found = ranges(columns)
        for count, course in expected.courses.items():
            places = np.searchsorted(found[count].days, course.days)
            assert course.days == tuple(found[count].days[places].tolist())
            assert course.least == tuple(found[count].least[places].tolist())
            assert course.greatest == tuple(map(value_of, found[count].greatest[places].tolist()))


@pytest.mark.usefixtures("most_rounds")
@given(long_systems(), st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=ONE_SETTING)
def test_conflicts_are_minimal_apart_and_all_there_is(system: System, data: st.DataObject) -> None:
    """Each replays and needs all its figures, no two share one, what is left is consistent, and order is nothing."""
    found = disjoint_conflicts(columns_of(system))
    aside = [figure for conflict in found for figure in conflict.figures]

    assert len(aside) == len(set(aside))
    assert isinstance(solve(system.only({claim.figure for claim in system.claims} - set(aside))), Solution)
    for conflict in found:
        assert conflict.misses_by == replay(conflict, system)
        for figure in conflict.figures:
            assert isinstance(solve(system.only(set(conflict.figures) - {figure})), Solution)
    shuffled = System(tuple(data.draw(st.permutations(system.claims))))
    assert found == disjoint_conflicts(columns_of(shuffled))


def course_of(days: int, seed: int) -> list[int]:
    """A running count on so many days, from a small generator of its own."""
    values, state = [0], seed
    for _ in range(days):
        state = state * 1103515245 % 2**31 + 12345
        values.append(values[-1] + state // 2**16 % 4)
    return values


@pytest.mark.parametrize("span", [1, 7, 30])
@pytest.mark.parametrize("slack", [None, 9], ids=["batches", "spans with highs"])
def test_planted_errors_are_found_among_many_days(span: int, slack: int | None) -> None:
    """Three totals that fall short of what batches before them add up to are found, and nothing else."""
    course = course_of(400, seed=span)
    rises = {day: course[day] - course[day - span] for day in range(span, 401)}
    batches = [
        Claim(day, 0, day - span, day, rise, None if slack is None else rise + slack) for day, rise in rises.items()
    ]
    totals = [Claim(1000 + day, 0, None, day, course[day], course[day]) for day in range(5, 400, 10)]
    wrong = [Claim(2000 + day, 0, None, day, None, course[day] - 40) for day in (103, 211, 347)]
    sound = System((*batches, *totals))
    system = System((*sound.claims, *wrong))
    found = disjoint_conflicts(columns_of(system))

    assert consistent(columns_of(sound))
    assert not consistent(columns_of(system))
    assert {2103, 2211, 2347} == {max(conflict.figures) for conflict in found}
    for conflict in found:
        assert conflict.misses_by == replay(conflict, system)


def test_a_conflict_may_reach_over_many_days() -> None:
    """A batch each day for half a year adds up to one more than the total allows."""
    batches = [Claim(day, 0, day - 1, day, 2) for day in range(1, 181)]
    (conflict,) = disjoint_conflicts(columns_of(System((*batches, Claim(999, 0, None, 180, None, 359)))))

    assert (*range(1, 181), 999) == conflict.figures
    assert conflict.misses_by == 1


def test_values_that_take_many_rounds_to_rest_are_no_conflict() -> None:
    """Each high carries a value back beyond the low that lifted it, and so on for a dozen rounds."""
    claims = [Claim(0, 0, None, 24, 100)]
    for step in range(12):
        opens = 22 - 2 * step
        claims.append(Claim(2 * step + 1, 0, opens, opens + 2, None, 1))
        claims.append(Claim(2 * step + 2, 0, opens, opens + 1, 1))
    system = System(tuple(claims))
    expected = solve(system)

    assert isinstance(expected, Solution)
    assert consistent(columns_of(system))
    assert expected.courses[0].least == tuple(ranges(columns_of(system))[0].least.tolist())


def test_conflicts_among_spans_are_found_wherever_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most 1 where at least 2 is, and again weeks before: to set the one aside is not to forget the other."""
    monkeypatch.setattr(capped, "NEAR", 32)
    monkeypatch.setattr(rounds, "SPREADING", 1)
    claims = (
        Claim(0, 0, 7, 10, 0, 2),
        Claim(1, 0, 7, 9, 3, 4),
        Claim(2, 0, 23, 25, 0),
        Claim(6, 0, 13, 15, 1, 3),
        Claim(3, 0, None, 33),
        Claim(4, 0, 46, 49, 2),
        Claim(5, 0, 46, 49, 0, 1),
    )

    assert [(0, 1), (4, 5)] == sorted(conflict.figures for conflict in disjoint_conflicts(columns_of(System(claims))))


def test_a_conflict_of_spans_is_found_at_a_distance() -> None:
    """Spans of a hundred days that meet end to end, one after the other, hold less than the days between them."""
    highs = [Claim(step, 0, 100 * step, 100 * (step + 1), None, 99) for step in range(20)]
    lows = [Claim(1000 + day, 0, day, day + 1, 1) for day in range(2000)]
    found = disjoint_conflicts(columns_of(System((*highs, *lows))))

    assert 20 == len(found)
    assert all(len(conflict.figures) == 101 for conflict in found)


@pytest.mark.parametrize("order", ["forward", "backward", "mixed"])
@pytest.mark.parametrize("spread", [1, 2, 5000], ids=["every day", "every other day", "far apart"])
def test_a_chain_of_batches_without_totals_adds_up(order: str, spread: int) -> None:
    """Three thousand batches end to end, over two positions each, take more rounds than there are."""
    number = 3000
    chain = [Claim(step, 0, 2 * spread * step, 2 * spread * (step + 1), 1) for step in range(number)]
    between = [Claim(9000 + step, 0, None, spread * (2 * step + 1), 0) for step in range(number)]
    places = {"forward": 1, "backward": -1, "mixed": 7}[order]
    rows = [*chain, *between]
    rows = [rows[place * places % len(rows)] for place in range(len(rows))]
    top = Claim(99999, 0, None, 2 * spread * number, None, number)
    sound = columns_of(System((*rows, top)))
    wrong = columns_of(System((*rows, Claim(99999, 0, None, 2 * spread * number, None, number - 1))))
    (conflict,) = disjoint_conflicts(wrong)

    assert consistent(sound)
    assert list(range(0, number + 1, 1000)) == [
        int(ranges(sound)[0].least[np.searchsorted(ranges(sound)[0].days, 2 * spread * step)])
        for step in range(0, number + 1, 1000)
    ]
    assert not consistent(wrong)
    assert number + 1 == len(conflict.figures)


def test_a_figure_set_aside_in_one_count_is_set_aside_in_all() -> None:
    """Two conflicts in two counts that share a figure are one: without the figure the other is gone."""
    system = System(
        (
            Claim(1, 0, None, 1, 9),
            Claim(2, 0, None, 2, None, 8),
            Claim(1, 1, None, 1, 9),
            Claim(3, 1, None, 2, None, 8),
        )
    )

    assert [(1, 2)] == [conflict.figures for conflict in disjoint_conflicts(columns_of(system))]


def test_values_are_scanned_again_as_far_as_any_row_set_aside_reaches() -> None:
    """A figure that leaves a total on day 0 also leaves a batch on day 3, and days in between are as before."""
    system = System(
        (
            Claim(0, 0, None, 1, 7),
            Claim(1, 0, None, 0, 3, 3),
            Claim(2, 0, None, 3, 2, 7),
            Claim(3, 0, 1, 2, 1),
            Claim(3, 0, None, 0, 7),
        )
    )

    assert [(1, 3)] == [conflict.figures for conflict in disjoint_conflicts(columns_of(system))]


def test_a_figure_that_contradicts_itself_in_one_count_needs_no_other_in_another() -> None:
    """At least 7 on day 0 and at most 3 on day 2 of one count: its total of another count is beside the point."""
    system = System(
        (
            Claim(3, 1, None, 0, 7, 9),
            Claim(3, 1, None, 2, 1, 3),
            Claim(3, 0, None, 0, 3, 9),
            Claim(11, 0, None, 0, 0, 1),
        )
    )

    assert [(3,)] == [conflict.figures for conflict in disjoint_conflicts(columns_of(system))]


def test_no_claims_are_consistent() -> None:
    """Nothing said, nothing contradicted."""
    nothing = columns_of(System(()))

    assert consistent(nothing)
    assert () == disjoint_conflicts(nothing)
    assert {} == ranges(nothing)


def test_an_open_end_stays_open() -> None:
    """The greatest value is OPEN where no high reaches."""
    found = ranges(columns_of(System((Claim(1, 0, None, 5, 3), Claim(2, 0, None, 4, None, 8)))))
    expected = Ranges(np.array([4, 5]), np.array([0, 3]), np.array([8, OPEN]))

    assert expected.days.tolist() == found[0].days.tolist()
    assert expected.least.tolist() == found[0].least.tolist()
    assert expected.greatest.tolist() == found[0].greatest.tolist()


def test_numbers_too_large_for_64_bits_are_refused() -> None:
    """Nothing overflows in silence."""
    with pytest.raises(OverflowError):
        columns_of(System((Claim(1, 0, None, 1, 2**70),)))
    with pytest.raises(OverflowError, match="too large"):
        consistent(columns_of(System((Claim(1, 0, None, 1, 2**59), Claim(2, 0, 1, 2, 2**59)))))


def test_a_span_that_ends_before_it_opens_is_refused() -> None:
    """Such a claim is a mistake of the caller."""
    with pytest.raises(ValueError, match="must end after it opens"):
        consistent(columns_of(System((Claim(1, 0, 5, 5, 1),))))


def test_arrays_become_claims_again() -> None:
    """Columns hold all that the claims say."""
    claims = (Claim(1, 0, None, 5, 3), Claim(2, 1, 3, 4, None, 8))

    assert claims == columns_of(System(claims)).claims()


def test_both_engines_tell_a_conflict_the_same_way() -> None:
    """Figures, steps and gap are the same."""
    system = System((Claim(1, 0, None, 5, 30), Claim(2, 0, None, 9, 10, 20), Claim(3, 0, None, 12, 40)))
    found = solve(system)

    assert isinstance(found, Clash)
    assert (found.conflict,) == disjoint_conflicts(columns_of(system))
