"""Windows are independent, cover all conflicts, and stay small where little is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.consistency.choices import ANY, Weighed, can_be_true, figures_of, least_choices, totals_and_batches
from tests.consistency.worlds import systems
from tracker.consistency.choosing import windows as windows_module
from tracker.consistency.choosing.windows import cut, disjoint_conflicts, windows, without
from tracker.consistency.engine.conflicts import minimal_conflict
from tracker.consistency.engine.system import Claim, System


@given(st.one_of(systems(), totals_and_batches()))
@settings(max_examples=120, deadline=None)
def test_there_are_windows_exactly_when_not_all_can_be_true(system: System) -> None:
    """No window means no conflict, and the other way round."""
    assert can_be_true(system, ()) == (windows(system) == ())


@given(ANY)
@settings(max_examples=80, deadline=None)
def test_the_least_of_the_whole_is_the_sum_of_the_least_of_the_windows(weighed: Weighed) -> None:
    """What is best in each window by itself is best for all."""
    system, weights = weighed
    chosen = [figure for window in cut(system) for figure in least_choices(window, weights)[0]]

    assert least_choices(system, weights)[0] == tuple(sorted(chosen))


@given(st.one_of(systems(), totals_and_batches()))
@settings(max_examples=80, deadline=None)
def test_every_minimal_conflict_lies_within_one_window(system: System) -> None:
    """Whatever figures are dropped, the conflict that is left shares figures with one window only."""
    groups = [set(group) for group in windows(system)]
    for figure in figures_of(system):
        conflict = minimal_conflict(without(system, {figure}))

        assert conflict is None or any(group.issuperset(conflict.figures) for group in groups)


def test_a_falling_total_makes_a_window_of_its_own() -> None:
    """Totals long before and after a slip, and batches between them, are in no window."""
    rising = [Claim(day, 0, None, 10 * day, 100 * day, 100 * day) for day in range(1, 9)]
    batches = [Claim(20 + day, 0, 10 * day, 10 * day + 5, low=20) for day in range(1, 9)]
    slip = Claim(50, 0, None, 45, 510, 510)

    assert ((5, 50),) == windows(System((*rising, *batches, slip)))


def test_two_slips_far_apart_make_two_windows() -> None:
    """Conflicts that share no figure are kept apart."""
    rising = [Claim(day, 0, None, 10 * day, 100 * day, 100 * day) for day in range(1, 9)]
    slips = (Claim(50, 0, None, 25, 310, 310), Claim(60, 0, None, 65, 710, 710))

    assert ((3, 50), (7, 60)) == windows(System((*rising, *slips)))


def test_counts_that_nothing_links_are_apart() -> None:
    """The same days in another count are another window."""
    claims = [
        Claim(10 * count + side, count, None, 5, *ends)
        for count in (0, 1)
        for side, ends in enumerate([(4,), (None, 3)])
    ]

    assert ((0, 1), (10, 11)) == windows(System(tuple(claims)))


def test_a_figure_with_claims_in_two_windows_joins_them() -> None:
    """Setting it aside would settle both."""
    claims = (
        Claim(1, 0, None, 5, low=4),
        Claim(1, 1, None, 5, low=4),
        Claim(2, 0, None, 6, high=3),
        Claim(3, 1, None, 6, high=3),
    )

    assert ((1, 2, 3),) == windows(System(claims))


def test_a_part_and_its_whole_meet_where_the_part_is_larger() -> None:
    """The low of a part and the high of its whole make a window, even through a count without figures."""
    claims = (Claim(1, 0, None, 5, low=4), Claim(2, 2, None, 6, high=3), Claim(3, 2, None, 9, high=8))

    assert ((1, 2),) == windows(System(claims, ((0, 1), (1, 2))))


def test_a_span_that_holds_more_than_it_may_is_a_window_without_totals() -> None:
    """Two batches within a period that has fewer; a total on another day is not touched."""
    claims = (
        Claim(1, 0, 10, 20, 5, 5),
        Claim(2, 0, 11, 13, low=3),
        Claim(3, 0, 14, 16, low=3),
        Claim(4, 0, None, 9, 100, 100),
    )

    assert ((1, 2, 3),) == windows(System(claims))


@given(st.one_of(systems(), totals_and_batches()))
@settings(max_examples=80, deadline=None)
def test_disjoint_conflicts_share_no_figure_and_leave_no_conflict(system: System) -> None:
    """Without their figures all else can be true."""
    conflicts = disjoint_conflicts(system)
    figures = [figure for conflict in conflicts for figure in conflict]

    assert len(figures) == len(set(figures))
    assert can_be_true(system, tuple(figures))


@given(st.one_of(systems(), totals_and_batches(most_figures=16)))
@settings(max_examples=80, deadline=None)
def test_a_search_in_halves_leaves_no_conflict_either(system: System) -> None:
    """Conflicts found in the earlier and the later half, and across, share no figure and are all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(windows_module, "HALVED", 1)
        conflicts = disjoint_conflicts(system)
    figures = [figure for conflict in conflicts for figure in conflict]

    assert len(figures) == len(set(figures))
    assert can_be_true(system, tuple(figures))
    assert not any(can_be_true(system.only(conflict), ()) for conflict in conflicts)
