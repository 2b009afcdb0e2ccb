"""The series in which words were printed again after a newer total may have left them behind, in columns."""

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.screening.groups import TOTAL
from tracker.consistency.screening.numbers import different, numbered, one_of_each
from tracker.domain.table import OPEN, FigureColumns


def left_behind(columns: FigureColumns, series: Whole) -> Whole:
    """The numbers of all totals of these series; in no other is there a stale copy.

    Args:
        columns: figures on related indicators.
        series: for each figure the number of its series.
    """
    totals = np.flatnonzero(columns.basis == TOTAL)
    known_by = columns.known_by
    totals = totals[np.lexsort((known_by[totals], series[totals]))]
    series, known_by = series[totals], known_by[totals]
    low, high = np.maximum(columns.low[totals], 0), columns.high[totals]
    says = np.where(high == OPEN, low, high)
    weak = _highest_by_then(series, known_by, low) > says
    if not weak.any():
        return columns.id[:0]
    words = numbered(series, columns.low[totals], high)
    # Rows are by day within each series, so the last row of each wording is its last copy.
    last = one_of_each(words)
    suspicious = series[last[weak[last] & (np.bincount(words) > 1)]]
    return columns.id[totals[np.isin(series, suspicious)]]


def _highest_by_then(series: Whole, known_by: Whole, low: Whole) -> Whole:
    """For each row the highest low of its series that was known by the row's day."""
    if not len(low):
        return low
    # By rank and raised from series to series, so that one scan never carries a low over from the series before.
    values, rank = different(low), numbered(low)
    start = np.concatenate([[0], np.cumsum(np.diff(series) != 0)]) * len(values)
    highest = np.maximum.accumulate(rank + start) - start
    ends = np.flatnonzero(np.r_[(np.diff(known_by) != 0) | (np.diff(series) != 0), True])
    by_then: Whole = values[highest[ends[np.searchsorted(ends, np.arange(len(low)))]]]
    return by_then
