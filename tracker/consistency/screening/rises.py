"""The rises of totals that the batches between may leave unexplained, in columns."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from tracker.consistency.additions import may_add
from tracker.consistency.arrays.columns import Whole
from tracker.consistency.likeness import DRIFT
from tracker.consistency.screening.groups import EVENT, TOTAL
from tracker.consistency.screening.numbers import numbered
from tracker.consistency.series import Series
from tracker.domain.table import OPEN, Columns, Table

_LARGE = 2**40
"""What a batch is counted as where it claims more, so that no sum overflows."""


@dataclass(frozen=True, slots=True)
class _Events:
    """Events that may add to one count, by their first day, and how many children the first n of them brought at most.

    Attributes:
        first: the first day of each.
        brought: before each, and after the last, the sum of the highs; of what is open, or may be one batch with
            another, nothing.
        unbounded: before each, and after the last, how many are open upwards.
    """

    first: Whole
    brought: Whole
    unbounded: Whole


def doubtful(columns: Columns, table: Table, series: Whole, suspected: Collection[int]) -> Iterator[Whole]:
    """Sets of figures to be looked at each by itself: totals that follow each other, and all that may explain them.

    Args:
        columns: figures on related indicators.
        table: the names that their numbers stand for.
        series: for each figure the number of its series.
        suspected: the numbers of the figures that may be one batch with another.
    """
    totals = np.flatnonzero((columns.basis == TOTAL) & (columns.high != OPEN))
    others = columns.rows(columns.basis != TOTAL)
    batches = others.rows(others.basis == EVENT)
    batches = batches.rows(_one_of_each(batches))

    @cache
    def adding(indicator: int, place: int) -> _Events:
        cells = numbered(batches.indicator, batches.place)
        adds = np.zeros(len(batches), bool)
        for cell in np.unique(cells):
            row = int(np.argmax(cells == cell))
            adds[cells == cell] = _adds(batches, row, indicator, place, table)
        rows = batches.rows(adds)
        rows = rows.rows(np.argsort(rows.as_of_first, kind="stable"))
        counted = np.where((rows.high == OPEN) | np.isin(rows.id, list(suspected)), 0, np.minimum(rows.high, _LARGE))
        return _Events(rows.as_of_first, _running(counted), _running(rows.high == OPEN))

    order = np.lexsort((columns.as_of_first[totals], columns.as_of_last[totals], series[totals]))
    totals = totals[order]
    for some in np.split(totals, np.flatnonzero(np.diff(series[totals])) + 1) if len(totals) else ():
        row = some[0]
        events = adding(int(columns.indicator[row]), int(columns.place[row]))
        if len(events.first):
            yield from _runs(columns, some, events, others)


def _runs(columns: Columns, some: Whole, events: _Events, others: Columns) -> Iterator[Whole]:
    """Of one series, each run of totals that follow each other with a doubtful rise between any two, and the rest."""
    last, first = columns.as_of_last[some], columns.as_of_first[some]
    starts = np.flatnonzero(np.r_[True, (np.diff(last) != 0) | (np.diff(first) != 0)])
    lowest = np.minimum.reduceat(columns.high[some], starts)
    highest = np.maximum.reduceat(np.maximum(columns.low[some], 0), starts)
    first, last = first[starts], last[starts]
    rise = highest[1:] - lowest[:-1]
    begins, ends = first[:-1] - DRIFT, last[1:]
    left, right = np.searchsorted(events.first, begins), np.searchsorted(events.first, ends, side="right")
    after = np.searchsorted(events.first, last[:-1], side="right")
    doubt = (rise > 0) & (first[1:] > last[:-1]) & (right > after)
    doubt &= (rise > events.brought[right] - events.brought[left]) & (events.unbounded[right] == events.unbounded[left])
    days = np.append(starts, len(some))
    pairs = np.flatnonzero(doubt)
    for run in np.split(pairs, np.flatnonzero(np.diff(pairs) > 1) + 1) if len(pairs) else ():
        between = (others.first_day <= ends[run[-1]]) & (others.as_of_last >= begins[run[0]])
        yield np.concatenate([columns.id[some[days[run[0]] : days[run[-1] + 2]]], others.id[between]])


def _one_of_each(batches: Columns) -> Whole:
    """The rows of batches with copies left out."""
    said = numbered(
        batches.indicator,
        batches.place,
        batches.source,
        batches.as_of_first,
        batches.as_of_last,
        batches.low,
        batches.high,
    )
    return np.unique(said, return_index=True)[1]


def _adds(batches: Columns, row: int, indicator: int, place: int, table: Table) -> bool:
    series = Series(table.indicators[indicator], table.places[place], "", None, None)
    return may_add(table.indicators[int(batches.indicator[row])], table.places[int(batches.place[row])], series)


def _running(numbers: Whole) -> Whole:
    return np.concatenate([[0], np.cumsum(numbers)])
