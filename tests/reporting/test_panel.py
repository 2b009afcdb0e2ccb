import pytest

from tests.factory import day
from tests.reporting.panels import panel
from tracker.domain.bounds import DayBounds


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-01-01", None),
        ("2024-01-02", DayBounds(day("2024-01-02"), 1, 5)),
        ("2024-01-09", DayBounds(day("2024-01-02"), 1, 5)),
        ("2024-01-10", DayBounds(day("2024-01-10"), 2, None)),
        ("2025-01-10", DayBounds(day("2024-01-10"), 2, None)),
    ],
)
def test_bounds_hold_until_the_next_row(on: str, expected: DayBounds | None) -> None:
    """The bounds on a day are those of the last row up to it."""
    of = panel(bounds=[("2024-01-02", 1, 5), ("2024-01-10", 2, None)])

    assert expected == of.bounds_on(day(on))
