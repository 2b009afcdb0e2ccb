"""A window is solved exactly whichever way it goes, or with a bound that holds."""

import pytest
from hypothesis import given, settings

from tests.consistency.choices import Weighed, can_be_true, least_choices, totals_and_batches, weighed
from tests.consistency.worlds import systems
from tracker.consistency.choosing import exact
from tracker.consistency.engine.system import Claim, System


def _solved_by_the_programme_alone(system: System, weights: dict[int, int]) -> None:
    """Hold what the optimiser finds, with no step allowed to the search, against all choices tried one by one."""
    expected = least_choices(system, weights)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "STEPS", 0)
        chosen = exact.choose(system, weights)

    assert (frozenset(expected), sum(weights[figure] for figure in expected)) == (chosen.aside, chosen.at_least)


@given(weighed(totals_and_batches()))
@settings(max_examples=40, deadline=None)
def test_the_programme_finds_the_canonical_least_choice(weighed: Weighed) -> None:
    """With no step allowed to the search, the optimiser comes to the same set."""
    _solved_by_the_programme_alone(*weighed)


@given(weighed(systems()))
@settings(max_examples=40, deadline=None)
def test_the_programme_knows_of_parts_and_wholes(weighed: Weighed) -> None:
    """Several counts, one within another, are one programme."""
    _solved_by_the_programme_alone(*weighed)


@given(weighed(totals_and_batches()))
@settings(max_examples=80, deadline=None)
def test_beyond_all_limits_the_bound_holds_and_the_rest_can_be_true(weighed: Weighed) -> None:
    """Neither search nor optimiser: a choice that may not be least, and never a bound above the least."""
    system, weights = weighed
    expected = least_choices(system, weights)[0]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exact, "STEPS", 0)
        patch.setattr(exact, "PROGRAMME_FIGURES", 0)
        chosen = exact.choose(system, weights)

    assert can_be_true(system, tuple(chosen.aside))
    assert chosen.at_least <= sum(weights[figure] for figure in expected)


def test_more_than_forty_figures_in_conflict_are_solved_exactly() -> None:
    """A total of 100 and batches of different sizes and weights before it: a knapsack."""
    sizes = [3 + (7 * batch) % 11 for batch in range(60)]
    batches = [Claim(1 + batch, 0, batch, batch + 1, low=size) for batch, size in enumerate(sizes)]
    system = System((Claim(0, 0, None, 60, high=100), *batches))
    weights = {0: 1000} | {1 + batch: 2 + (5 * batch) % 13 for batch in range(60)}
    least = [0] * (sum(sizes) + 1)
    for size, weight in zip(sizes, (weights[1 + batch] for batch in range(60)), strict=True):
        for room in range(len(least) - 1, size - 1, -1):
            least[room] = max(least[room], least[room - size] + weight)
    expected = sum(weights.values()) - 1000 - least[100]
    chosen = exact.choose(system, weights)

    assert (expected, expected) == (sum(weights[figure] for figure in chosen.aside), chosen.at_least)
    assert can_be_true(system, tuple(chosen.aside))
