"""Sources that may have fallen silent, and months of which no figure speaks, in columns."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.checks.silence import is_silent, silent_months
from tracker.domain.finding import Finding
from tracker.domain.source import UNATTRIBUTED
from tracker.domain.table import Columns, Table

_DAY_ZERO = date(1970, 1, 1).toordinal()
_MONTH_ZERO = 1970 * 12


def last_of_silent(columns: Columns, table: Table, today: date) -> Iterator[Whole]:
    """For each source that fell silent on an indicator the numbers of its figures of the last day."""
    for indicator in np.unique(columns.indicator):
        of_indicator = columns.rows(columns.indicator == indicator)
        for source in np.unique(of_indicator.source):
            rows = of_indicator.rows(of_indicator.source == source)
            days = np.unique(rows.as_of_last).tolist()
            if table.sources[int(source)] != UNATTRIBUTED and is_silent(days, today):
                yield rows.id[rows.as_of_last == days[-1]]


def months(columns: Columns, table: Table) -> Iterator[Finding]:
    """The findings for months of which no figure of an indicator speaks."""
    for indicator in np.unique(columns.indicator):
        rows = columns.rows(columns.indicator == indicator)
        known = _month(rows.known_by)
        first = np.concatenate([_month(rows.first_day), known])
        last = np.concatenate([_month(rows.as_of_last), known])
        figure = np.concatenate([rows.id, rows.id])
        # Of figures that speak of the same months the one of the least number stands for all.
        order = np.lexsort((figure, last, first))
        first, last, figure = first[order], last[order], figure[order]
        new = np.r_[True, (np.diff(first) != 0) | (np.diff(last) != 0)]
        stretches = zip(first[new].tolist(), last[new].tolist(), figure[new].tolist(), strict=True)
        yield from silent_months(table.indicators[int(indicator)], stretches)


def _month(days: Whole) -> Whole:
    """Months since the year 0."""
    return (days - _DAY_ZERO).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _MONTH_ZERO
