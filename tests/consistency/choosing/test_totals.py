"""Totals alone: least choices with proofs that plain addition can check."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.consistency.choices import Weighed, can_be_true, least_choices, totals_alone, weighed
from tracker.consistency.choosing import totals
from tracker.consistency.engine.system import Claim, System


def chosen(system: System, weights: dict[int, int]) -> tuple[frozenset[int], tuple[totals.Link, ...]]:
    """The least choice of a system of totals."""
    figures = totals.totals(system)
    assert figures is not None
    return totals.least(figures, weights)


@given(weighed(totals_alone()))
@settings(max_examples=120, deadline=None)
def test_the_choice_is_the_canonical_least_one(weighed: Weighed) -> None:
    """Trying every set of figures gives the same one."""
    system, weights = weighed

    assert least_choices(system, weights)[0] == tuple(sorted(chosen(system, weights)[0]))


@given(weighed(totals_alone()))
@settings(max_examples=120, deadline=None)
def test_the_links_prove_what_is_set_aside(weighed: Weighed) -> None:
    """Checked one by one, they add up to its weight."""
    system, weights = weighed
    aside, links = chosen(system, weights)

    assert sum(weights[figure] for figure in aside) == totals.proved(links, system, weights)


@given(weighed(totals_alone(most_figures=30)))
@settings(max_examples=100, deadline=None)
def test_where_canonical_prices_would_be_too_long_the_choice_still_is_least(weighed: Weighed) -> None:
    """The plain weights give a set of the same cost."""
    system, weights = weighed
    figures = totals.totals(system)
    assert figures is not None
    plain = [total for total in figures.values() if not total.is_void]
    void = frozenset(figures) - {total.figure for total in plain}
    links = totals._links(plain, weights)
    aside = totals._uncovered(plain, weights, links) | void
    expected, _ = totals.least(figures, weights)

    assert sum(weights[figure] for figure in expected) == sum(weights[figure] for figure in aside)
    assert can_be_true(system, tuple(aside))


SYSTEM = System(
    (
        Claim(1, 0, None, 10, 500, 500),
        Claim(2, 0, None, 11, 400, 400),
        Claim(3, 0, None, 12, 300, 300),
        Claim(4, 0, None, 13, 5, 4),
        Claim(5, 0, None, 14, low=600),
    )
)
WEIGHTS = dict.fromkeys(range(1, 6), 2)
LINKS = (totals.Link(4, 4, 2), totals.Link(1, 2, 2), totals.Link(2, 3, 2))


def test_three_falling_totals_and_an_impossible_one_need_three_set_aside() -> None:
    """The links form a chain, of which one figure can stay."""
    assert (frozenset({2, 3, 4}), LINKS) == chosen(SYSTEM, WEIGHTS)
    assert 6 == totals.proved(LINKS, SYSTEM, WEIGHTS)


@given(
    st.sampled_from(range(3)), st.sampled_from([{"units": 3}, {"units": 0}, {"later": 5}, {"earlier": 5}, {"later": 9}])
)
def test_links_that_do_not_hold_prove_nothing(place: int, change: dict[str, int]) -> None:
    """More units than a figure weighs, figures that do not clash, and figures that do not exist."""
    links = list(LINKS)
    links[place] = replace(links[place], **change)

    assert 0 == totals.proved(links, SYSTEM, WEIGHTS)


def test_links_may_not_count_a_figure_twice() -> None:
    """Two earlier figures for the same units of a later one would prove too much."""
    assert 0 == totals.proved((totals.Link(1, 3, 2), totals.Link(2, 3, 2)), SYSTEM, WEIGHTS)


def test_other_figures_than_totals_of_one_count_are_left_to_the_general_method() -> None:
    """Batches, several counts, two claims of one kind, and a high after the low."""
    total = Claim(1, 0, None, 10, 5, 5)
    for other in (
        Claim(2, 0, 9, 10, low=1),
        Claim(2, 1, None, 10, low=1),
        Claim(1, 0, None, 12, low=6),
        Claim(1, 0, None, 12, high=6),
    ):
        assert totals.totals(System((total, other))) is None
    assert totals.totals(System((Claim(1, 0, None, 10, low=5), Claim(1, 0, None, 12, high=6)))) is None


def test_an_imprecise_total_that_falls_within_its_own_span_is_left_to_the_general_method() -> None:
    """A low above its high on an earlier day breaks the order that the links rely on."""
    assert totals.totals(System((Claim(1, 0, None, 12, low=6), Claim(1, 0, None, 10, high=5)))) is None
