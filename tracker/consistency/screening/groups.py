"""Related counts in columns: which figures are judged together, and whether they can all be true."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from itertools import permutations

import numpy as np

from tracker.consistency.arrays import columns as claims
from tracker.consistency.arrays.columns import Whole
from tracker.consistency.arrays.fast import consistent
from tracker.consistency.counts import Cell, Days
from tracker.consistency.screening.numbers import different, numbered, one_of_each
from tracker.domain.figure import Basis
from tracker.domain.indicator import STANDING, related
from tracker.domain.source import Coverage, Source
from tracker.domain.table import BASES, OPEN, FigureColumns, Table

TOTAL, PERIOD, EVENT = (BASES.index(basis) for basis in (Basis.TOTAL, Basis.PERIOD, Basis.EVENT))


def groups(table: Table) -> Iterator[tuple[frozenset[str], FigureColumns]]:
    """The figures on indicators that declared relations link."""
    columns = table.columns
    present = {table.indicators[number]: number for number in different(columns.indicator).tolist()}
    for members in related(present):
        if len(members) == len(present):
            yield members, columns
        else:
            yield members, columns.rows(np.isin(columns.indicator, [present[name] for name in members]))


def can_all_be_true(
    columns: FigureColumns, table: Table, sources: Mapping[str, Source], spans: Mapping[int, Days]
) -> bool:
    """Whether the figures of one group can all be true; False also where only objects can tell.

    Args:
        columns: the figures.
        table: the names that their numbers stand for.
        sources: what is known of the sources, by name.
        spans: the days over which an event counts, by figure number, where they are not its own.
    """
    cells, count = _cells(columns, table, sources)
    if any(one.within(other) for one, other in permutations(cells, 2)):
        return False  # no array tells what a part says of its whole
    if {cell.indicator for cell in cells} <= STANDING:
        standing = (columns.basis == TOTAL) & (columns.as_of_first == columns.as_of_last)
        columns, count = columns.rows(standing), count[standing]
        count = numbered(count, columns.as_of_first)
    try:
        return consistent(_claims(columns, count, spans))
    except OverflowError:
        return False


def _cells(columns: FigureColumns, table: Table, sources: Mapping[str, Source]) -> tuple[list[Cell], Whole]:
    """The counts that figures speak of, and for each figure the place of its count among them."""
    own = [
        number for number, name in table.sources.items() if name in sources and sources[name].coverage is Coverage.OWN
    ]
    whose = np.where(np.isin(columns.source, own), columns.source, OPEN)
    count = numbered(columns.indicator, columns.place, whose)
    cells = [
        Cell(
            table.indicators[int(columns.indicator[row])],
            table.places[int(columns.place[row])],
            None if whose[row] == OPEN else table.sources[int(whose[row])],
        )
        for row in one_of_each(count)
    ]
    return cells, count


def _claims(columns: FigureColumns, count: Whole, spans: Mapping[int, Days]) -> claims.Columns:
    """What the figures say, as `tracker.consistency.claims` has it."""
    event, period = columns.basis == EVENT, columns.basis == PERIOD
    opening = columns.as_of_first.copy()
    closing = columns.as_of_last.copy()
    for row in np.flatnonzero(np.isin(columns.id, list(spans))):
        opening[row], closing[row] = spans[int(columns.id[row])]
    after = np.where(event, opening - 1, np.where(period, columns.since_first - 1, claims.OPEN))
    lows = (columns.id, count, after, closing, _said(columns.low), np.full(len(columns), claims.OPEN))
    after = np.where(period, columns.since_last - 1, claims.OPEN)
    highs = (columns.id, count, after, columns.as_of_first, np.full(len(columns), claims.OPEN), _said(columns.high))
    from_below = claims.Columns(*lows).rows((columns.low != OPEN) & (closing > lows[2]))
    from_above = claims.Columns(*highs).rows((columns.high != OPEN) & (columns.as_of_first > after) & ~event)
    return _joined(from_below, from_above)


def _said(ends: Whole) -> Whole:
    return np.where(ends == OPEN, claims.OPEN, ends)


def _joined(one: claims.Columns, other: claims.Columns) -> claims.Columns:
    return claims.Columns(
        *(np.concatenate([getattr(one, field.name), getattr(other, field.name)]) for field in fields(claims.Columns))
    )
