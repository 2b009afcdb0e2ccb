"""Sources that may have fallen silent, and months of which no figure speaks, in columns."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.checks.silence import is_silent, silent_months
from tracker.consistency.screening.numbers import different, numbered, one_of_each
from tracker.domain.finding import Finding
from tracker.domain.source import UNATTRIBUTED
from tracker.domain.table import FigureColumns, Table

_DAY_ZERO = date(1970, 1, 1).toordinal()
_MONTH_ZERO = 1970 * 12


def last_of_silent(columns: FigureColumns, table: Table, today: date) -> Iterator[Whole]:
    """For each source that fell silent on an indicator the numbers of its figures of the last day."""
    series = numbered(columns.indicator, columns.source)
    order = np.argsort(series, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(series[order])) + 1) if len(order) else ():
        if table.sources[int(columns.source[rows[0]])] != UNATTRIBUTED:
            last = columns.as_of_last[rows]
            days = different(last).tolist()
            if is_silent(days, today):
                yield columns.id[rows[last == days[-1]]]


def months(columns: FigureColumns, table: Table) -> Iterator[Finding]:
    """The findings for months of which no figure of an indicator speaks."""
    known = _month(columns.known_by)
    first, last = _month(columns.first_day), _month(columns.as_of_last)
    for number in different(columns.indicator).tolist():
        rows = np.flatnonzero(columns.indicator == number)
        firsts = np.concatenate([first[rows], known[rows]])
        lasts = np.concatenate([last[rows], known[rows]])
        stretches = _each_once(firsts, lasts, np.tile(columns.id[rows], 2))
        yield from silent_months(table.indicators[number], stretches)


def _each_once(first: Whole, last: Whole, figure: Whole) -> Iterator[tuple[int, int, int]]:
    """Each stretch of months once, with the least number of the figures that speak of it."""
    stretch = numbered(first, last)
    size = int(stretch.max()) + 1
    least = np.full(size, np.iinfo(np.int64).max)
    np.minimum.at(least, stretch, figure)
    some = one_of_each(stretch)
    yield from zip(first[some].tolist(), last[some].tolist(), least.tolist(), strict=True)


def _month(days: Whole) -> Whole:
    """Months since the year 0."""
    return (days - _DAY_ZERO).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _MONTH_ZERO
