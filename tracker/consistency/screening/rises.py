"""The rises of totals that the batches between may leave unexplained, in columns."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.counts import Count, may_add
from tracker.consistency.nearness import DRIFT
from tracker.consistency.screening.groups import EVENT, TOTAL
from tracker.consistency.screening.numbers import numbered, one_of_each
from tracker.domain.table import OPEN, FigureColumns, Table

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


def doubtful(columns: FigureColumns, table: Table, series: Whole, suspected: Collection[int]) -> Iterator[Whole]:
    """Sets of figures to be looked at each by itself: totals that follow each other, and all that may explain them.

    Args:
        columns: figures on related indicators.
        table: the names that their numbers stand for.
        series: for each figure the number of its series.
        suspected: the numbers of the figures that may be one batch with another.
    """
    totals = np.flatnonzero((columns.basis == TOTAL) & (columns.high != OPEN))
    others = np.flatnonzero(columns.basis != TOTAL)
    batches = _one_of_each(columns, np.flatnonzero(columns.basis == EVENT))
    cell = numbered(columns.indicator[batches], columns.place[batches])

    @cache
    def adding(indicator: int, place: int) -> _Events:
        count = table.indicators[indicator], table.places[place]
        firsts = batches[one_of_each(cell)]
        adds = [may_add(_count_of(columns, row, table), count) for row in firsts]
        rows = batches[np.array(adds, bool)[cell]]
        rows = rows[np.argsort(columns.as_of_first[rows], kind="stable")]
        high = columns.high[rows]
        counted = np.where((high == OPEN) | np.isin(columns.id[rows], list(suspected)), 0, np.minimum(high, _LARGE))
        return _Events(columns.as_of_first[rows], _running(counted), _running(high == OPEN))

    order = np.lexsort((columns.as_of_first[totals], columns.as_of_last[totals], series[totals]))
    totals = totals[order]
    for some in np.split(totals, np.flatnonzero(np.diff(series[totals])) + 1) if len(totals) else ():
        row = some[0]
        events = adding(int(columns.indicator[row]), int(columns.place[row]))
        if len(events.first):
            yield from _runs(columns, some, events, others)


def _runs(columns: FigureColumns, some: Whole, events: _Events, others: Whole) -> Iterator[Whole]:
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
    first_day = columns.first_day[others]
    for run in np.split(pairs, np.flatnonzero(np.diff(pairs) > 1) + 1) if len(pairs) else ():
        between = (first_day <= ends[run[-1]]) & (columns.as_of_last[others] >= begins[run[0]])
        yield columns.id[np.concatenate([some[days[run[0]] : days[run[-1] + 2]], others[between]])]


def _one_of_each(columns: FigureColumns, batches: Whole) -> Whole:
    """The rows of batches with copies left out."""
    first = columns.as_of_first[batches]
    least = int(first.min(initial=0))
    shared = np.bincount(first - least)[first - least] > 1 if len(first) else np.zeros(0, bool)
    some = batches[shared]  # copies speak of the same days
    said = numbered(
        columns.indicator[some],
        columns.place[some],
        columns.source[some],
        columns.as_of_first[some],
        columns.as_of_last[some],
        columns.low[some],
        columns.high[some],
    )
    return np.concatenate([batches[~shared], some[one_of_each(said)]])


def _count_of(columns: FigureColumns, row: int, table: Table) -> Count:
    return table.indicators[int(columns.indicator[row])], table.places[int(columns.place[row])]


def _running(numbers: Whole) -> Whole:
    return np.concatenate([[0], np.cumsum(numbers)])
