"""Other choices of the same cost are named, and only such."""

import pytest
from hypothesis import given, settings

from tests.consistency.choices import ANY, Weighed, least_choices
from tracker.consistency.choosing import ties
from tracker.consistency.choosing.aside import set_aside
from tracker.consistency.choosing.ties import Tie
from tracker.consistency.engine.system import Claim, System


def with_tie(aside: tuple[int, ...], tie: Tie, other: tuple[int, ...]) -> tuple[int, ...]:
    """The choice with one replacement made."""
    return tuple(sorted({*aside} - {*tie.instead_of} | {*other}))


@given(ANY)
@settings(max_examples=120, deadline=None)
def test_each_tie_named_is_another_least_choice(weighed: Weighed) -> None:
    """The replacement costs the same and leaves no conflict."""
    system, weights = weighed
    choice = set_aside(system, weights)
    named = [with_tie(choice.aside, tie, other) for tie in choice.ties for other in tie.aside]

    assert set(named) <= set(least_choices(system, weights)[1:])
    assert len(named) == len(set(named))


@given(ANY)
@settings(max_examples=120, deadline=None)
def test_complete_ties_leave_out_no_other_choice(weighed: Weighed) -> None:
    """Each other least choice is made of replacements that are named."""
    system, weights = weighed
    choice = set_aside(system, weights)
    if all(tie.complete for tie in choice.ties):
        named = {figure for tie in choice.ties for other in tie.aside for figure in other}

        for other in least_choices(system, weights):
            assert set(other) <= {*choice.aside, *named}


def falling(totals: int) -> System:
    """Totals that fall day by day, so that one alone can be kept."""
    return System(tuple(Claim(figure, 0, None, figure, 100 - figure, 100 - figure) for figure in range(totals)))


def test_the_ties_of_two_totals_that_clash() -> None:
    """Either may go."""
    assert (Tie((1,), ((0,),), complete=True),) == set_aside(falling(2), {0: 1, 1: 1}).ties
    assert () == set_aside(falling(2), {0: 2, 1: 1}).ties


def test_no_more_than_five_are_named_and_the_rest_is_not_hidden() -> None:
    """Of eight totals each could be the one to keep."""
    choice = set_aside(falling(8), dict.fromkeys(range(8), 1))

    assert 5 == sum(len(tie.aside) for tie in choice.ties)
    assert not any(tie.complete for tie in choice.ties)


def test_a_search_without_steps_leaves_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a tie nor the lack of one is claimed."""
    monkeypatch.setattr(ties, "STEPS", 0)

    assert (Tie((1,), (), complete=False),) == set_aside(falling(2), {0: 1, 1: 1}).ties


def test_a_window_that_is_too_large_leaves_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a tie nor the lack of one is claimed."""
    monkeypatch.setattr(ties, "FIGURES", 1)

    assert (Tie((1,), (), complete=False),) == set_aside(falling(2), {0: 1, 1: 1}).ties
    assert (Tie((1,), (), complete=False),) == ties.swaps(falling(2), {0: 1, 1: 1}, {1})


def test_swaps_name_single_figures_that_could_go_instead() -> None:
    """Where a search is too long, one figure for one is still found, and no completeness is claimed."""
    weights = dict.fromkeys(range(3), 1)

    assert (
        Tie((1,), ((0,),), complete=False),
        Tie((2,), ((0,),), complete=False),
    ) == ties.swaps(falling(3), weights, {1, 2})
    assert (Tie((1,), (), complete=False),) == ties.swaps(falling(2), {0: 2, 1: 1}, {1})
