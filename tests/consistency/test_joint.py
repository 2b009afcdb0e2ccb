"""Figures on related counts as one system."""

import pytest

from tests.factory import day, figure, recorded
from tracker.consistency.book import Book
from tracker.consistency.engine.solver import Clash, Solution, solve
from tracker.consistency.joint import Joint, joint
from tracker.domain.figure import Figure
from tracker.domain.indicator import happens_within


def joined(*figures: Figure, spans: dict[int, tuple[int, int]] | None = None) -> Joint:
    """The figures, numbered from 1 as given, as one system."""
    book = Book.of((recorded(one, key) for key, one in enumerate(figures, 1)), (), day("2026-01-01"))
    return joint(book, book.figures, spans or {})


@pytest.mark.parametrize(
    ("indicator", "expected"), [("returned", Clash), ("abducted", Solution)], ids=["returned", "abducted"]
)
def test_a_batch_of_a_part_happened_in_the_whole_only_where_both_count_it_then(
    indicator: str, expected: type[Clash | Solution]
) -> None:
    """A child returned after deportation is one more returned child that day, and no newly abducted one."""
    system = joined(
        figure(indicator, "19,546", as_of="2024-04-01"),
        figure("returned-deported", "+7", as_of="2024-04-03"),
        figure(indicator, "19,546", as_of="2024-05-01"),
    ).system

    assert expected is type(solve(system))
    assert (expected is Clash) == happens_within(indicator, "returned-deported")


def test_an_event_counts_over_the_days_it_is_given() -> None:
    """Reports of one batch count over the days of all of them."""
    days = day("2024-04-01").toordinal(), day("2024-04-03").toordinal()
    (claim,) = joined(figure("returned", "+7", as_of="2024-04-03"), spans={1: days}).system.claims

    assert (days[0] - 1, days[1]) == (claim.after, claim.upto)
