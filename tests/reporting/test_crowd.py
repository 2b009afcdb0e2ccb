from datetime import timedelta

from tests.factory import day, figure, recorded
from tracker.reporting.crowd import COLUMNS, Column, envelope


def test_the_envelope_runs_from_the_lowest_to_the_highest_number_of_a_day() -> None:
    """Figures of one day share a column; an open end adds no number of its own."""
    values = ["388", "at least 380", "fewer than 400", "about 390"]
    figures = [recorded(figure(value=value)) for value in values]

    assert (Column(day=day("2024-04-04"), low=380, high=400),) == envelope(
        figures, day("2024-01-01"), day("2024-12-31")
    )


def test_days_without_figures_have_no_column() -> None:
    """A gap in time stays a gap, and columns are in order of time."""
    figures = [recorded(figure(value=value, as_of=on)) for value, on in (("9", "2024-12-01"), ("5", "2024-01-01"))]

    assert (Column(day=day("2024-01-01"), low=5, high=5), Column(day=day("2024-12-01"), low=9, high=9)) == envelope(
        figures, day("2024-01-01"), day("2024-12-31")
    )


def test_there_are_never_more_columns_than_pixels() -> None:
    """Over many years neighbouring days share a column."""
    start = day("2000-01-01")
    days = [start + timedelta(days=offset) for offset in range(0, 9000, 2)]
    figures = [recorded(figure(value=str(number), as_of=on.isoformat())) for number, on in enumerate(days)]
    columns = envelope(figures, days[0], days[-1])

    assert COLUMNS == len(columns)
    assert (0, len(days) - 1) == (columns[0].low, columns[-1].high)


def test_an_inexact_day_counts_for_the_middle_of_its_days() -> None:
    """A figure of a month stands in its middle, or at the chart's edge where that is outside."""
    figures = [recorded(figure(as_of="2024-04"))]

    assert [day("2024-04-15")] == [column.day for column in envelope(figures, day("2024-01-01"), day("2024-12-31"))]
    assert [day("2024-04-20")] == [column.day for column in envelope(figures, day("2024-04-20"), day("2024-12-31"))]
