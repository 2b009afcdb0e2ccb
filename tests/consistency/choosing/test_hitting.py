"""Least hitting sets are least, canonical, and bounded from below."""

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.consistency.choosing.hitting import OutOfStepsError, components, least, minimal_only, pay, pruned

CONFLICTS = st.lists(st.frozensets(st.integers(0, 7), min_size=1, max_size=4), min_size=1, max_size=8)
WEIGHTS = st.lists(st.integers(1, 4), min_size=8, max_size=8).map(lambda each: dict(enumerate(each)))
STEPS = 10_000


def best(conflicts: list[frozenset[int]], weights: dict[int, int]) -> list[frozenset[int]]:
    """All least hitting sets, the canonical one first."""
    figures = range(8)
    every = map(frozenset, chain.from_iterable(combinations(figures, size) for size in range(9)))
    hitting = [figures for figures in every if all(figures & conflict for conflict in conflicts)]
    cost = min(sum(weights[figure] for figure in each) for each in hitting)
    right = [each for each in hitting if sum(weights[figure] for figure in each) == cost]
    return sorted(right, key=lambda each: [figure in each for figure in figures])


@given(CONFLICTS, WEIGHTS)
@settings(max_examples=100, deadline=None)
def test_the_least_hitting_set_is_the_canonical_one_of_all(
    conflicts: list[frozenset[int]], weights: dict[int, int]
) -> None:
    """Trying every set of figures gives the same one."""
    assert best(conflicts, weights)[0] == least(conflicts, weights, STEPS)


@given(CONFLICTS, WEIGHTS)
@settings(max_examples=100, deadline=None)
def test_asking_for_others_names_all_least_sets_in_order(
    conflicts: list[frozenset[int]], weights: dict[int, int]
) -> None:
    """Each known set is passed over, until none of the same weight is left."""
    cost = sum(weights[figure] for figure in best(conflicts, weights)[0])
    found: list[frozenset[int]] = []
    while (other := least(conflicts, weights, STEPS, at_most=cost, but=found)) is not None:
        found.append(other)

    assert best(conflicts, weights) == found


@given(CONFLICTS, WEIGHTS)
@settings(max_examples=100, deadline=None)
def test_what_is_paid_bounds_the_least_weight_and_buys_a_hitting_set(
    conflicts: list[frozenset[int]], weights: dict[int, int]
) -> None:
    """No hitting set weighs less than what the conflicts pay; the figures paid for hit all."""
    bound, bought = pay(conflicts, weights)

    assert bound <= sum(weights[figure] for figure in best(conflicts, weights)[0])
    assert all(bought & conflict for conflict in conflicts)
    few = pruned(bought, conflicts, weights)
    assert few <= bought
    assert all(few & conflict for conflict in conflicts)
    assert all(any(few & conflict == {figure} for conflict in conflicts) for figure in few)


@given(CONFLICTS)
def test_components_share_no_figure_and_lose_no_conflict(conflicts: list[frozenset[int]]) -> None:
    """Each conflict is in one group, in whatever order they come."""
    groups = components(set(conflicts))
    figures = [frozenset().union(*group) for group in groups]

    assert set(conflicts) == set(chain.from_iterable(groups))
    assert all(not one & other for one, other in combinations(figures, 2))
    assert groups == components(sorted(set(conflicts), key=sorted, reverse=True))


def test_components_are_joined_by_a_conflict_that_comes_last() -> None:
    """A chain of conflicts is one group, whichever is met first."""
    chained = [frozenset({1, 2}), frozenset({3, 4}), frozenset({5, 6}), frozenset({2, 3}), frozenset({4, 5})]

    assert [sorted(chained, key=sorted)] == components(chained)


def test_only_minimal_conflicts_matter() -> None:
    """A conflict that contains another, and a repeated one, are left out."""
    one, two = frozenset({1}), frozenset({2, 3})

    assert [one, two] == minimal_only([frozenset({1, 2}), two, one, two])


def test_a_search_that_takes_too_long_says_so() -> None:
    """It gives no answer rather than one that is not proved."""
    conflicts = [frozenset(pair) for pair in combinations(range(12), 2)]

    with pytest.raises(OutOfStepsError):
        least(conflicts, dict.fromkeys(range(12), 1), 5)
