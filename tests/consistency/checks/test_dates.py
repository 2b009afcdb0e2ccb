"""Dates that cannot be."""

import pytest

from tests.consistency.checks.examples import told
from tests.factory import day, figure, recorded
from tracker.consistency.book import Book
from tracker.consistency.checks import dates
from tracker.consistency.examination import examine


@pytest.mark.parametrize(
    ("dates_of_it", "expected"),
    [
        ("--as-of 2024-02-05 --published 2024-02-01", [((1,), "published-before-as-of")]),
        ("--as-of 2024-02 --published 2024-02-01", []),
        ("--as-of 2024-02-05 --published 2024-02", []),
        ("--as-of 2024-02-05 --published 2024-02-05", []),
        ("--as-of 2024-02-05", []),
    ],
)
def test_a_day_spoken_of_may_not_come_after_publication(dates_of_it: str, expected: list[object]) -> None:
    """Only where no day of the one span can come before the other is a date impossible."""
    assert expected == told("dates", f"add returned 388 --source A {dates_of_it}")


def test_what_is_wrong_with_one_figure_is_one_finding() -> None:
    """A store kept elsewhere may hold what the entry refuses: a future day, a period that ends before it starts."""
    odd = figure(value="5", as_of="2027-01-05", since="2027-02-01", published="2026-01-01")
    examined = examine(Book.of([recorded(odd, 7)], (), day("2026-06-01")))

    (finding,) = dates.find(examined)
    assert ((7,), "published-before-as-of as-of-in-future since-after-as-of") == (finding.figures, finding.detail)
