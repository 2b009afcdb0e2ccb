"""What is set aside is least, the same in whatever order, and proved."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
import z3  # type: ignore[import-untyped] # z3 ships without types
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.consistency.choices import (
    ANY,
    Weighed,
    can_be_true,
    least_choices,
    totals_alone,
    totals_and_batches,
    weighed,
)
from tracker.consistency.choosing.aside import Choice, certifies, joined, set_aside, solve_window
from tracker.consistency.choosing.totals import Link
from tracker.consistency.engine.system import Claim, System


@given(ANY)
@settings(max_examples=120, deadline=None)
def test_what_is_set_aside_is_the_canonical_least_choice(weighed: Weighed) -> None:
    """Trying every set of figures gives the same one, at the same cost, and it is proved least."""
    system, weights = weighed
    aside = least_choices(system, weights)[0]
    cost = sum(weights[figure] for figure in aside)
    choice = set_aside(system, weights)

    assert (aside, cost, cost) == (choice.aside, choice.cost, choice.at_least)


@given(ANY, st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_the_order_of_claims_does_not_matter(weighed: Weighed, shuffler: Random) -> None:
    """The whole choice, with its ties and proof, is the same."""
    system, weights = weighed
    claims = list(system.claims)
    shuffler.shuffle(claims)

    assert set_aside(system, weights) == set_aside(System(tuple(claims), system.within[::-1]), weights)


@given(weighed(totals_and_batches(most_figures=24)))
@settings(max_examples=25, deadline=None)
def test_a_general_optimiser_finds_nothing_cheaper_and_nothing_else_proved(weighed: Weighed) -> None:
    """z3, on the plain model of the claims, agrees on the least weight."""
    system, weights = weighed

    assert _least_cost_by_z3(system, weights) == set_aside(system, weights).cost


def _least_cost_by_z3(system: System, weights: dict[int, int]) -> int:
    spans = [(claim.after, claim.upto) for claim in system.claims]
    days = sorted({day for span in spans for day in span if day is not None})
    count = {day: z3.Int(f"F{day}") for day in days}
    kept = {figure: z3.Bool(f"kept{figure}") for figure in weights}
    optimiser = z3.Optimize()
    optimiser.add(count[days[0]] >= 0, *(count[day] <= count[following] for day, following in pairwise(days)))
    for claim in system.claims:
        grown = count[claim.upto] - (0 if claim.after is None else count[claim.after])
        if claim.low is not None:
            optimiser.add(z3.Implies(kept[claim.figure], grown >= claim.low))
        if claim.high is not None:
            optimiser.add(z3.Implies(kept[claim.figure], grown <= claim.high))
    optimiser.minimize(z3.Sum([z3.If(kept[figure], 0, weight) for figure, weight in sorted(weights.items())]))
    assert optimiser.check() == z3.sat
    model = optimiser.model()
    aside = [figure for figure in kept if not z3.is_true(model.eval(kept[figure], model_completion=True))]
    return sum(weights[figure] for figure in aside)


@given(weighed(totals_alone(most_figures=12)))
@settings(max_examples=80, deadline=None)
def test_a_choice_among_totals_certifies_itself_and_nothing_else(weighed: Weighed) -> None:
    """The certificate holds; with another cost, one link fewer, or one figure fewer aside, it does not."""
    system, weights = weighed
    choice = set_aside(system, weights)
    links = choice.certificate
    assert links is not None

    assert certifies(choice, system, weights)
    assert not certifies(replace(choice, cost=choice.cost + 1), system, weights)
    assert not certifies(replace(choice, at_least=choice.at_least - 1), system, weights)
    if links:
        fewer = choice.aside[1:]
        cost = sum(weights[figure] for figure in fewer)
        assert not certifies(replace(choice, certificate=links[1:]), system, weights)
        assert not certifies(Choice(fewer, cost, cost, (), links[1:]), system, weights)


def test_a_choice_of_the_right_weight_that_leaves_a_conflict_is_not_certified() -> None:
    """The verdict on what is kept is part of the check."""
    system = System((Claim(1, 0, None, 1, 9, 9), Claim(2, 0, None, 2, 8, 8), Claim(3, 0, None, 3, 20, 20)))
    weights = {1: 1, 2: 1, 3: 1}

    assert certifies(Choice((2,), 1, 1, (), (Link(1, 2, 1),)), system, weights)
    assert not certifies(Choice((3,), 1, 1, (), (Link(1, 2, 1),)), system, weights)
    assert not certifies(Choice((7,), 1, 1, (), (Link(1, 2, 1),)), system, weights)
    assert not certifies(Choice((2,), 1, 1, (), None), system, weights)


def test_among_equals_the_higher_keys_are_set_aside() -> None:
    """Of two totals that clash, the one of the lower key is kept."""
    falling = System((Claim(4, 0, None, 1, 9, 9), Claim(7, 0, None, 2, 8, 8)))

    assert (7,) == set_aside(falling, {4: 1, 7: 1}).aside
    assert (4,) == set_aside(falling, {4: 1, 7: 2}).aside


def test_windows_that_come_from_elsewhere_are_joined_to_one_choice() -> None:
    """Costs and bounds add up; the certificate is there only if every window has one."""
    totals = System((Claim(4, 0, None, 1, 9, 9), Claim(7, 0, None, 2, 8, 8)))
    batches = System((Claim(1, 0, 10, 20, high=2), Claim(2, 0, 11, 13, low=3)))
    weights = {4: 1, 7: 1, 1: 2, 2: 5}
    choice = joined([solve_window(totals, weights), solve_window(batches, weights)])

    assert ((1, 7), 3, 3, None) == (choice.aside, choice.cost, choice.at_least, choice.certificate)
    assert Choice((), 0, 0, (), ()) == joined([])


def test_a_long_series_with_a_few_slips_loses_only_those() -> None:
    """Thousands of totals and batches, and three slips."""
    rising = [Claim(day, 0, None, day, 10 * day, 10 * day) for day in range(3000)]
    batches = [Claim(5000 + day, 0, day, day + 3, low=20) for day in range(2990)]
    slips = [Claim(9000 + day, 0, None, day, 10 * day + 300, 10 * day + 300) for day in (500, 1500, 2500)]
    system = System((*rising, *batches, *slips))
    weights = dict.fromkeys({claim.figure for claim in system.claims}, 1)
    choice = set_aside(system, weights)

    assert ((9500, 10500, 11500), 3, 3) == (choice.aside, choice.cost, choice.at_least)
    assert can_be_true(system, choice.aside)


@pytest.mark.parametrize("weights", [{1: 1}, {1: 1, 2: 0}, {1: 1, 2: -3}])
def test_a_figure_without_a_positive_weight_is_refused(weights: dict[int, int]) -> None:
    """The message names the figure."""
    system = System((Claim(1, 0, None, 1, 9, 9), Claim(2, 0, None, 2, 8, 8)))

    with pytest.raises(ValueError, match="figure 2 needs a positive whole weight"):
        set_aside(system, weights)
