"""Month by month: the joint bounds at each month's end, how they changed, and how many figures speak of the month."""

import io
from collections.abc import Sequence
from datetime import date

import pandas as pd

from tracker.reporting.panel import Panel

COLUMNS = ("indicator", "place", "month", "low", "high", "low_change", "high_change", "figures")


def trends(panels: Sequence[Panel], *, since: date | None = None, until: date) -> pd.DataFrame:
    """A row for each panel and month, oldest first within a panel.

    A month that is not over by `until` is given as at the end of that day. An open end, and a change from or to one, is
    missing (`<NA>`), never 0.

    Args:
        panels: in the order wanted.
        since: begin with the month of this day; None begins with the first bound or figure of each panel.
        until: the last day that counts.
    """
    tables = [_trend(panel, since, until) for panel in panels]
    if not tables:
        return pd.DataFrame({column: [] for column in COLUMNS})
    return pd.concat(tables, ignore_index=True)


def trends_as_csv(table: pd.DataFrame) -> str:
    """The table as CSV: one header row, plain whole numbers, empty for an open end."""
    buffer = io.StringIO()
    table.to_csv(buffer, index=False, lineterminator="\n")
    return buffer.getvalue()


def _trend(panel: Panel, since: date | None, until: date) -> pd.DataFrame:
    starts = [row.on for row in panel.bounds] + [figure.as_of.first for figure in panel.figures]
    first = since or min(starts, default=until)
    # One month earlier as well, so that the first month shown has a change too.
    months = pd.period_range(pd.Period(first, "M") - 1, pd.Period(until, "M"), freq="M")
    rows = [panel.bounds_on(min(month.end_time.date(), until)) for month in months]
    table = pd.DataFrame(
        {
            "indicator": panel.indicator,
            "place": panel.place,
            "month": months.strftime("%Y-%m"),
            "low": pd.array([row.low if row else None for row in rows], dtype="Int64"),
            "high": pd.array([row.high if row else None for row in rows], dtype="Int64"),
        }
    )
    table["low_change"] = table["low"].diff()
    table["high_change"] = table["high"].diff()
    table["figures"] = _figures_by_month(panel, until).reindex(months, fill_value=0).to_numpy()
    return table.iloc[1:]


def _figures_by_month(panel: Panel, until: date) -> "pd.Series[int]":
    """How many figures speak of each month; one that speaks of several months counts for its last."""
    days = [figure.as_of.last for figure in panel.figures if figure.as_of.first <= until]
    return pd.PeriodIndex(pd.to_datetime(days), freq="M").value_counts()
