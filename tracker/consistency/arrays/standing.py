"""The rows of one count, some of them set aside."""

from collections.abc import Iterable

import numpy as np

from tracker.consistency.arrays.columns import OPEN, Columns, Rows, Whole, given
from tracker.consistency.arrays.layout import Layout
from tracker.consistency.arrays.lookup import Lookup
from tracker.consistency.arrays.timeline import NEVER
from tracker.consistency.engine.conflicts import minimal_conflict
from tracker.consistency.engine.proof import Conflict, Premise
from tracker.consistency.engine.system import Claim, System


class Everything:
    """All rows of all counts, by figure.

    Attributes:
        columns: the rows.
        by_figure: the look-up of rows by their figure.
    """

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.by_figure = Lookup(columns.figure)

    def irreducible(self, conflict: Conflict) -> Conflict:
        """The conflict, or one of fewer of its figures, where what they say elsewhere makes others superfluous."""
        rows = [self.by_figure.rows(figure) for figure in conflict.figures]
        if sum(map(len, rows)) == len(rows):
            return conflict
        return minimal_conflict(System(self.columns.rows(np.concatenate(rows)).claims())) or conflict


class Standing:
    """Which rows of a layout stand. What is set aside goes out of the layout's own arrays.

    Attributes:
        layout: the layout.
        stands: for each row whether it stands.
    """

    def __init__(self, layout: Layout, everything: Everything) -> None:
        self.layout = layout
        self.stands = np.ones(len(layout.rows), np.bool_)
        self._by_end = Lookup(layout.rows.upto)
        self._by_figure = everything.by_figure if layout.rows is everything.columns else Lookup(layout.rows.figure)

    def row_of_low(self, upto: int, after: int, low: int) -> int:
        """The standing row of the lowest figure with this low over this span."""
        rows = self._spanning(after, upto)
        return self._lowest(rows[self.layout.rows.low[rows] == low])

    def row_of_high(self, upto: int, high: int) -> int:
        """The standing row of the lowest figure with this high on the total at a position."""
        rows = self._spanning(0, upto)
        return self._lowest(rows[self.layout.rows.high[rows] == high])

    def batches_to(self, upto: int) -> tuple[Rows, Whole]:
        """The positions that open the standing spans which end at a position, and their lows."""
        rows = self._ending_at(upto)
        rows = rows[self.layout.rows.after[rows] != OPEN]
        return self.layout.days.searchsorted(self.layout.rows.after[rows]), self.layout.rows.low[rows]

    def premise(self, row: int, *, is_low: bool) -> Premise:
        """One half of a row's claim."""
        rows = self.layout.rows
        return Premise(
            int(rows.figure[row]),
            int(rows.count[row]),
            given(int(rows.after[row])),
            int(rows.upto[row]),
            int(rows.low[row]) if is_low else None,
            None if is_low else int(rows.high[row]),
        )

    def claims(self, rows: Rows) -> tuple[Claim, ...]:
        """The claims of some rows."""
        return self.layout.rows.rows(rows).claims()

    def rows_of(self, figures: Iterable[int]) -> Rows:
        """All rows of some figures in this count."""
        return np.concatenate([self._by_figure.rows(figure) for figure in figures])

    def within(self, first: int, last: int) -> Rows:
        """The standing rows whose span lies between two positions, both included."""
        opens, ends = self.layout.days[first], self.layout.days[last]
        rows = self._by_end.between(int(opens), int(ends))
        after = self.layout.rows.after[rows]
        near: Rows = rows[self.stands[rows] & ((after == OPEN) | (after >= opens))]
        return near

    def set_aside(self, rows: Iterable[int]) -> tuple[int, int]:
        """Take rows out of the layout.

        Returns:
            The first and the last position where one of them ended.
        """
        changed = [int(row) for row in rows]
        self.stands[changed] = False
        ends = []
        for row in changed:
            upto, after = self._position(self.layout.rows.upto[row]), self._position(self.layout.rows.after[row])
            ends.append(upto)
            if after == 0:
                self._renew_totals(upto)
                continue
            if upto - after == 1:
                self._renew_rise(upto)
            else:
                batches = self.layout.timeline.batches
                batches.low[_place(batches.row, row)] = 0
            ceilings = self.layout.ceilings
            ceilings.high[_place(ceilings.row, row)] = -NEVER
        return min(ends), max(ends)

    def _position(self, day: np.int64) -> int:
        """The position of a day that a row names; 0 for OPEN."""
        return int(self.layout.days.searchsorted(day))

    def _renew_totals(self, upto: int) -> None:
        rows = self._spanning(0, upto)
        low, high = self.layout.rows.low[rows], self.layout.rows.high[rows]
        self.layout.timeline.totals[upto] = low.max(initial=NEVER)
        self.layout.highs[upto] = high[high != OPEN].min(initial=-NEVER)

    def _renew_rise(self, upto: int) -> None:
        rows = self._spanning(upto - 1, upto)
        self.layout.timeline.rises[upto] = self.layout.rows.low[rows].max(initial=0)

    def _lowest(self, rows: Rows) -> int:
        return int(rows[self.layout.rows.figure[rows].argmin()] if len(rows) > 1 else rows[0])

    def _spanning(self, after: int, upto: int) -> Rows:
        """The standing rows from one position, or from before all for 0, to another."""
        rows = self._ending_at(upto)
        opens = int(self.layout.days[after]) if after else OPEN
        spanning: Rows = rows[self.layout.rows.after[rows] == opens]
        return spanning

    def _ending_at(self, upto: int) -> Rows:
        """The standing rows whose span ends at a position."""
        rows = self._by_end.rows(int(self.layout.days[upto]))
        standing: Rows = rows[self.stands[rows]]
        return standing


def _place(ordered: Rows, row: int) -> slice:
    """Where a row stands among some rows in order; an empty slice when it does not."""
    place = int(ordered.searchsorted(row))
    return slice(place, place + 1) if place < len(ordered) and ordered[place] == row else slice(0)
