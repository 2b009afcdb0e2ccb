from datetime import date

import pytest

from tests.factory import day
from tracker.reporting.picture.scales import Scale, number_scale, number_step, number_ticks, time_scale, time_ticks


def test_a_scale_is_a_straight_line() -> None:
    """Its ends are its ends, and the middle lies half way."""
    scale = Scale(low=0, high=10, start=100.0, end=200.0)

    assert (100.0, 150.0, 200.0) == (scale.at(0), scale.at(5), scale.at(10))


def test_days_outside_are_held_at_the_edge() -> None:
    """A span that goes on beyond the page ends at its edge."""
    scale = time_scale(day("2024-01-01"), day("2024-12-31"), 0.0, 100.0)

    assert (0.0, 100.0) == (scale.clamp(day("2020-01-01")), scale.clamp(day("2030-01-01")))
    assert 0.0 < scale.on(day("2024-01-01")) < scale.on(day("2024-12-31")) < 100.0


@pytest.mark.parametrize(
    ("least", "most", "low"),
    [
        (0, 2_000, 0),
        (46, 2_003, 0),
        (388, 388, 0),
        (19_500, 19_505, 0),
        (19_453, 19_546, 19_400),
        (19_001, 21_000, 18_000),
    ],
)
def test_the_axis_is_cut_only_where_all_figures_lie_close_together(least: int, most: int, low: int) -> None:
    """It starts at 0 unless the figures would lie flat at the top, and small differences are not blown up."""
    assert low == number_scale(least, most, 0.0, 100.0).low


def test_every_number_fits_on_its_scale() -> None:
    """There is air above the largest number, and a scale of nothing but zeros has an extent."""
    assert number_scale(0, 2_003, 0.0, 100.0).at(2_003) > 0.0
    assert number_scale(0, 0, 0.0, 100.0).high > 0


@pytest.mark.parametrize(("high", "step"), [(1, 1), (7, 2), (40, 10), (400, 100), (2_003, 1_000), (19_546, 5_000)])
def test_steps_are_round(high: int, step: int) -> None:
    """Steps are 1, 2 or 5 times a power of ten."""
    assert step == number_step(0, high, 4)


def test_ticks_are_round_numbers_within_the_scale() -> None:
    """A cut axis is labelled at round numbers too."""
    assert [0, 1_000, 2_000] == number_ticks(number_scale(0, 2_003, 0.0, 100.0), 4)
    assert [19_400, 19_450, 19_500, 19_550] == number_ticks(number_scale(19_453, 19_546, 0.0, 100.0), 4)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-04-03", "2024-04-05", ["2024-04-03", "2024-04-04", "2024-04-05"]),
        ("2024-04-04", "2024-04-04", ["2024-04-04"]),
        ("2024-01-15", "2024-05-02", ["2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01"]),
        (
            "2022-02-24",
            "2023-12-31",
            ["2022-04-01", "2022-07-01", "2022-10-01", "2023-01-01", "2023-04-01", "2023-07-01", "2023-10-01"],
        ),
        ("2000-06-01", "2024-06-01", [f"{year}-01-01" for year in range(2002, 2025, 2)]),
    ],
)
def test_time_is_marked_at_first_days(start: str, end: str, expected: list[str]) -> None:
    """Days, months, quarters or years, as many as can be read."""
    assert [date.fromisoformat(text) for text in expected] == time_ticks(day(start), day(end), 14)
