"""A conflict is minimal, proved, and as short as can be."""

from itertools import combinations

import pytest
from hypothesis import given, settings

from tests.consistency.worlds import plain_systems, systems
from tracker.consistency.engine.conflicts import Ground, conflict_with, minimal_conflict
from tracker.consistency.engine.proof import Conflict, Premise, replay
from tracker.consistency.engine.solver import Clash, Solution, solve
from tracker.consistency.engine.system import Claim, System


def figures_of(system: System) -> list[int]:
    """The keys of the figures of a system, in order."""
    return sorted({claim.figure for claim in system.claims})


def clashes(system: System, figures: set[int]) -> bool:
    """Whether these figures cannot all be true."""
    return isinstance(solve(system.only(figures)), Clash)


@given(systems(most_figures=8))
@settings(max_examples=150, deadline=None)
def test_figures_join_as_long_as_they_have_no_conflict_with_those_before(system: System) -> None:
    """A figure has a conflict with kept ones exactly when it cannot be true beside them; it needs it and is minimal."""
    kept: set[int] = set()
    for figure in figures_of(system):
        conflict = conflict_with(system, kept, figure)
        assert clashes(system, kept | {figure}) == (conflict is not None)
        if conflict is None:
            kept.add(figure)
            continue
        assert conflict.misses_by == replay(conflict, system)
        assert figure in conflict.figures
        assert set(conflict.figures) <= kept | {figure}
        for left_out in conflict.figures:
            assert not clashes(system, set(conflict.figures) - {left_out})


@given(plain_systems())
@settings(max_examples=150, deadline=None)
def test_no_conflict_has_fewer_figures(system: System) -> None:
    """No smaller set of kept figures rules the figure out; of equal ones the widest gap, then the lowest keys win.

    How much a set of figures misses by is read off the conflict that they have on their own.
    """
    kept: list[int] = []
    for figure in figures_of(system):
        conflict = conflict_with(system, kept, figure)
        if conflict is None:
            kept.append(figure)
            continue
        others = len(conflict.figures) - 1
        assert not any(clashes(system, {figure, *some}) for size in range(others) for some in combinations(kept, size))
        rivals = []
        for some in combinations(kept, others):
            rival = conflict_with(system, some, figure)
            if rival is not None:
                rivals.append((-rival.misses_by, rival.figures))
        assert min(rivals) == (-conflict.misses_by, conflict.figures)


@given(systems())
@settings(max_examples=100, deadline=None)
def test_there_is_a_minimal_conflict_exactly_when_there_is_no_solution(system: System) -> None:
    """None means that all figures can be true together."""
    assert isinstance(solve(system), Solution) == (minimal_conflict(system) is None)


def test_a_conflict_tells_its_proof_from_the_beginning_of_the_count() -> None:
    """At least 388, seven more and three more are not fewer than 390."""
    system = System(
        (
            Claim(1, 0, None, 20, 0, 389),
            Claim(2, 0, None, 3, 380),
            Claim(3, 0, 4, 5, 7),
            Claim(4, 0, 9, 12, 3),
            Claim(5, 0, 20, 22, 60),
        )
    )

    assert Conflict(
        figures=(1, 2, 3, 4),
        steps=(
            Premise(2, 0, None, 3, low=380),
            Premise(3, 0, 4, 5, low=7),
            Premise(4, 0, 9, 12, low=3),
            Premise(1, 0, None, 20, high=389),
        ),
        misses_by=1,
    ) == minimal_conflict(system)


def test_a_batch_that_decides_nothing_is_left_out() -> None:
    """Two of three batches already exceed the high: the smallest is not needed."""
    system = System((Claim(1, 0, 0, 1, 5), Claim(2, 0, 1, 2, 1), Claim(3, 0, 2, 3, 5), Claim(9, 0, None, 3, None, 9)))

    assert conflict_with(system, {1, 2, 3}, 9) == Conflict(
        (1, 3, 9),
        (Premise(1, 0, 0, 1, low=5), Premise(3, 0, 2, 3, low=5), Premise(9, 0, None, 3, high=9)),
        1,
    )


def test_of_equal_conflicts_the_one_that_misses_by_more_is_shown() -> None:
    """A total of 80 misses a high of 10 by more than a total of 70 does."""
    system = System((Claim(1, 0, None, 1, 70), Claim(2, 0, None, 1, 80), Claim(9, 0, None, 3, None, 10)))
    conflict = conflict_with(system, {1, 2}, 9)

    assert conflict is not None
    assert (2, 9) == conflict.figures


def test_of_equal_conflicts_the_one_of_lower_keys_is_shown() -> None:
    """Two totals of 70 do equally well; the figure of the lower key comes first."""
    system = System((Claim(5, 0, None, 1, 70), Claim(2, 0, None, 2, 70), Claim(9, 0, None, 3, None, 10)))
    conflict = conflict_with(system, {2, 5}, 9)

    assert conflict is not None
    assert (2, 9) == conflict.figures


def test_a_part_above_its_whole_is_a_conflict() -> None:
    """412 in a part of what is fewer than 400."""
    system = System((Claim(1, 1, None, 5, None, 399), Claim(2, 0, None, 4, 412)), within=((0, 1),))

    assert Conflict(
        (1, 2), (Premise(2, 0, None, 4, low=412), Premise(1, 1, None, 5, high=399)), 13
    ) == minimal_conflict(system)


def test_a_claim_can_be_impossible_by_itself() -> None:
    """At least 5 and at most 3 is a conflict of one figure."""
    system = System((Claim(1, 0, None, 5, 5, 3), Claim(2, 0, None, 5, 4, 4)))

    assert Conflict((1,), (Premise(1, 0, None, 5, low=5), Premise(1, 0, None, 5, high=3)), 2) == conflict_with(
        system, {2}, 1
    )


def test_two_claims_of_one_figure_can_be_needed_at_once() -> None:
    """A figure that bounds the count before and after a batch clashes with it by both its claims."""
    system = System((Claim(1, 0, None, 2, 10), Claim(1, 0, None, 8, None, 12), Claim(2, 0, 3, 5, 4)))

    assert Conflict(
        (1, 2),
        (Premise(1, 0, None, 2, low=10), Premise(2, 0, 3, 5, low=4), Premise(1, 0, None, 8, high=12)),
        2,
    ) == conflict_with(system, {2}, 1)


def test_two_claims_that_each_could_be_true_can_rule_a_figure_out_together() -> None:
    """One claim lifts day 2 to 7, the other day 3 three above it, and 10 is more than the 9 that are kept."""
    system = System(
        (Claim(1, 0, 2, 5, None, 3), Claim(1, 0, 2, 3, 3), Claim(2, 0, None, 5, 10), Claim(3, 0, None, 3, None, 9))
    )
    conflict = conflict_with(system, {2, 3}, 1)

    assert conflict is not None
    assert (1, 2, 3) == conflict.figures
    assert conflict.misses_by == replay(conflict, system)


def test_kept_figures_must_be_able_to_stand_together() -> None:
    """There is no ground to hold a figure against where the ground itself gives way."""
    system = System((Claim(1, 0, None, 5, 5), Claim(2, 0, None, 5, None, 3), Claim(3, 0, None, 9, 1)))

    with pytest.raises(ValueError, match="cannot all be true"):
        Ground(system, {1, 2})
