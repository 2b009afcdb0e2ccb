"""The rows of one count laid out over its days."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tracker.consistency.arrays.columns import OPEN, Columns, Rows, Whole
from tracker.consistency.arrays.timeline import NEVER, Batches, Timeline

LARGEST = 2**60
"""No sum of the lows and highs of one input may reach this, so that no 64-bit number overflows."""


@dataclass(frozen=True, slots=True)
class Ceilings:
    """Highs over spans, in the order of their rows.

    Attributes:
        after: the position that opens each.
        upto: the position where each ends.
        high: at most so many; -NEVER for one that is set aside.
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
        days: the day of each position from 1 on; the entry for position 0 is the day before the first.
        timeline: the lows.
        highs: the least high of the totals at each position, -NEVER where there is none.
        ceilings: the highs over spans.
    """

    rows: Columns
    days: Whole
    timeline: Timeline
    highs: Whole
    ceilings: Ceilings


def by_count(columns: Columns) -> Iterator[Columns]:
    """The rows of each count, in the order of the counts.

    Raises:
        OverflowError: when sums of the numbers might not fit in 64 bits.
    """
    if not len(columns):
        return
    # OPEN is below every number, so that it needs no exception here.
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
    """The rows of one count, laid out.

    Raises:
        ValueError: when a span ends before it opens.
    """
    opens = rows.after == OPEN
    total, span = np.flatnonzero(opens), np.flatnonzero(~opens)
    at, after, upto = rows.upto[total], rows.after[span], rows.upto[span]
    if np.any(after >= upto):
        raise ValueError("a claim's span must end after it opens")
    days = _to_positions(at, after, upto)
    totals, highs, rises = np.full(len(days), NEVER), np.full(len(days), -NEVER), np.zeros(len(days), np.int64)
    np.maximum.at(totals, at, rows.low[total])
    # No high is negative here, and read as a number without a sign, OPEN is above all of them.
    np.minimum.at(highs.view(np.uint64), at, rows.high[total].view(np.uint64))
    low, short = rows.low[span], upto - after == 1
    if short.all():
        np.maximum.at(rises, upto, low)
        long = np.zeros(0, np.intp)
    else:
        at = np.flatnonzero(short)
        np.maximum.at(rises, upto[at], low[at])
        # A low of 0 or less says no more than that the count never falls.
        long = np.flatnonzero(~short & (low > 0))
    batches = Batches(after[long], upto[long], low[long], span[long])
    high = rows.high[span]
    capped = np.flatnonzero(high != OPEN)
    ceilings = Ceilings(after[capped], upto[capped], high[capped], span[capped])
    return Layout(rows, days, Timeline(0, totals, rises, batches), highs, ceilings)


def _to_positions(at: Whole, after: Whole, upto: Whole) -> Whole:
    """Turn the days of totals, and the days that open and end spans, into positions, in place.

    Returns:
        The day of each position; for position 0 the day before the first.
    """
    columns = (at, after, upto)
    first = min(int(column.min()) for column in columns if len(column))
    last = max(int(column.max()) for column in columns if len(column))
    size = last - first + 2
    if size > 2 * (len(at) + len(upto)) + 1024:
        days = np.unique(np.concatenate([[first - 1], *columns]))
        for column in columns:
            column[:] = np.searchsorted(days, column)
        return days
    named = np.zeros(size, np.bool_)
    for column in columns:
        np.subtract(column, first - 1, out=column)
        named[column] = True
    if np.count_nonzero(named) * 3 > size * 2:
        return np.arange(first - 1, last + 1)
    # Without the days that nobody names, a span from one total to the next mostly has nothing in between.
    position = np.cumsum(named, dtype=np.int32)
    for column in columns:
        column[:] = position[column]
    named[0] = True
    return np.flatnonzero(named) + (first - 1)
