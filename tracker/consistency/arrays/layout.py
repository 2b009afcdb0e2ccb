"""The rows of one count laid out over its days."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import OPEN, Columns, Whole
from tracker.consistency.arrays.timeline import NEVER, Batches, Timeline

Rows = NDArray[np.intp]

LARGEST = 2**60
"""No sum of the lows and highs of one input may reach this, so that no 64-bit number overflows."""


@dataclass(frozen=True, slots=True)
class Ceilings:
    """Highs over spans, in the order of the positions where they end.

    Attributes:
        after: the position that opens each.
        upto: the position where each ends.
        high: at most so many.
        row: the row that says so.
    """

    after: Rows
    upto: Rows
    high: Whole
    row: Rows


@dataclass(frozen=True, slots=True)
class Layout:
    """One count: its rows, and what they bound by position.

    Attributes:
        rows: the rows of this count.
        days: the day of each position from 1 on; the entry for position 0 says nothing.
        upto: the position where each row's span ends.
        after: the position that opens each row's span, 0 for a running total.
        timeline: the lows.
        highs: the least high of the totals at each position, -NEVER where there is none.
        ceilings: the highs over spans.
    """

    rows: Columns
    days: Whole
    upto: Rows
    after: Rows
    timeline: Timeline
    highs: Whole
    ceilings: Ceilings


def by_count(columns: Columns) -> Iterator[Columns]:
    """The rows of each count, in the order of the counts.

    Raises:
        ValueError: when a span ends before it opens.
        OverflowError: when sums of the numbers might not fit in 64 bits.
    """
    # OPEN is below every number, so that it needs no exception here or below.
    if np.any(columns.after >= columns.upto):
        raise ValueError("a claim's span must end after it opens")
    if not len(columns):
        return
    if len(columns) * (max(int(columns.low.max()), 0) + max(int(columns.high.max()), 0)) >= LARGEST:
        raise OverflowError("the numbers are too large to be added up in 64 bits")
    if columns.count.min() == columns.count.max():
        yield columns
        return
    order = np.argsort(columns.count, kind="stable")
    edges = np.flatnonzero(np.diff(columns.count[order])) + 1
    for some in np.split(order, edges):
        yield columns.rows(some)


def layout(rows: Columns) -> Layout:
    """The rows of one count, laid out."""
    days, upto, after = _positions(rows)
    size = len(days)
    # A low of 0 or less says no more than that the count never falls.
    total, low, high = rows.after == OPEN, rows.low > 0, rows.high != OPEN
    totals, highs = np.full(size, NEVER), np.full(size, -NEVER)
    at = np.flatnonzero(total & low)
    np.maximum.at(totals, upto[at], rows.low[at])
    at = np.flatnonzero(total & high)
    np.minimum.at(highs, upto[at], rows.high[at])
    spans = np.flatnonzero(~total & low)
    short = upto[spans] - after[spans] == 1
    rises = np.zeros(size, np.int64)
    np.maximum.at(rises, upto[spans[short]], rows.low[spans[short]])
    long = _by_end(spans[~short], upto)
    batches = Batches(after[long], upto[long], rows.low[long], long)
    capped = _by_end(np.flatnonzero(~total & high), upto)
    ceilings = Ceilings(after[capped], upto[capped], rows.high[capped], capped)
    return Layout(rows, days, upto, after, Timeline(0, totals, rises, batches), highs, ceilings)


def _positions(rows: Columns) -> tuple[Whole, Rows, Rows]:
    """The day of each position, and the positions of `upto` and `after` of each row."""
    span = rows.after != OPEN
    first = int(np.where(span, rows.after, rows.upto).min())
    size = int(rows.upto.max()) - first + 1
    if size <= 2 * len(rows) + 1024:
        days = np.arange(first - 1, first + size)
        return days, rows.upto - (first - 1), np.maximum(rows.after, first - 1) - (first - 1)
    days = np.unique(np.concatenate([rows.upto, rows.after[span]]))
    upto, after = np.searchsorted(days, rows.upto) + 1, np.searchsorted(days, rows.after) + 1
    return np.concatenate([days[:1], days]), upto, np.where(span, after, 0)


def _by_end(rows: Rows, upto: Rows) -> Rows:
    """Rows in the order of the positions where they end, then of the rows."""
    # To sort both as one number is faster than to sort the one by the other; there are less than 2**31 of each.
    return np.sort(upto[rows] << 32 | rows) & (2**32 - 1)
