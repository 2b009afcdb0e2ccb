"""What a figure says of a running count, basis by basis, with dates known exactly or only to a span."""

import pytest

from tests.factory import day, figure
from tracker.consistency.claims import claims
from tracker.consistency.engine.system import Claim
from tracker.domain.figure import Figure


def said(one: Figure) -> list[tuple[str | None, str, int | None, int | None]]:
    """The claims with their days as text: after, upto, low, high."""
    return [
        (None if claim.after is None else day_text(claim.after), day_text(claim.upto), claim.low, claim.high)
        for claim in claims(one, 7, 3)
        if isinstance(claim, Claim) and (claim.figure, claim.count) == (7, 3)
    ]


def day_text(ordinal: int) -> str:
    """A day from its ordinal."""
    return day("0001-01-01").fromordinal(ordinal).isoformat()


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (figure(value="388", as_of="2024-02-01"), [(None, "2024-02-01", 388, None), (None, "2024-02-01", None, 388)]),
        (figure(value="at least 388", as_of="2024-02-01"), [(None, "2024-02-01", 388, None)]),
        (
            figure(value="fewer than 400", as_of="2024-02"),
            [(None, "2024-02-29", 0, None), (None, "2024-02-01", None, 399)],
        ),
        (
            figure(value="31", as_of="2024-03-31", since="2024-01-01"),
            [("2023-12-31", "2024-03-31", 31, None), ("2023-12-31", "2024-03-31", None, 31)],
        ),
        (
            figure(value="31", as_of="2024-03", since="2024-01"),
            [("2023-12-31", "2024-03-31", 31, None), ("2024-01-30", "2024-03-01", None, 31)],
        ),
        (figure(value="31", as_of="2024-01", since="2024-01"), [("2023-12-31", "2024-01-31", 31, None)]),
        (figure(value="+7", as_of="2024-04-03"), [("2024-04-02", "2024-04-03", 7, None)]),
        (figure(value="+7", as_of="2024-03-28/2024-04-03"), [("2024-03-27", "2024-04-03", 7, None)]),
        (figure(value="many", low=None, high=None), []),
    ],
)
def test_a_figure_claims_what_the_design_s_table_says(
    one: Figure, expected: list[tuple[str | None, str, int | None, int | None]]
) -> None:
    """The lower side takes the widest span that the dates allow, the upper side the narrowest, an event no upper."""
    assert expected == said(one)


def test_a_period_that_ends_before_it_starts_claims_nothing() -> None:
    """Its dates are at fault, and a check says so; no count is bounded by it."""
    assert [] == said(figure(value="31", as_of="2024-01-05", since="2024-02-01"))
