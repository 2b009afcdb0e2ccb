"""The rows of one count, some of them set aside."""

from collections.abc import Iterable

import numpy as np

from tracker.consistency.arrays.columns import OPEN, Columns, given
from tracker.consistency.arrays.layout import Layout, Rows
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
        self._by_end = Lookup(layout.upto)
        self._by_figure = everything.by_figure if layout.rows is everything.columns else Lookup(layout.rows.figure)

    def row_of_low(self, upto: int, after: int, low: int) -> int:
        """The standing row of the lowest figure with this low over this span."""
        rows = self._ending_at(upto)
        rows = rows[(self.layout.after[rows] == after) & (self.layout.rows.low[rows] == low)]
        return self._lowest(rows)

    def row_of_high(self, upto: int, high: int) -> int:
        """The standing row of the lowest figure with this high on the total at a position."""
        rows = self._ending_at(upto)
        rows = rows[(self.layout.after[rows] == 0) & (self.layout.rows.high[rows] == high)]
        return self._lowest(rows)

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
        rows = self._by_end.between(first, last)
        after = self.layout.after[rows]
        near: Rows = rows[self.stands[rows] & ((after == 0) | (after >= first))]
        return near

    def set_aside(self, rows: Iterable[int]) -> tuple[int, int]:
        """Take rows out of the layout.

        Returns:
            The first and the last position where one of them ended.
        """
        changed = [int(row) for row in rows]
        self.stands[changed] = False
        for row in changed:
            upto, after = int(self.layout.upto[row]), int(self.layout.after[row])
            if after == 0:
                self._renew_totals(upto)
            elif upto - after == 1:
                self._renew_rise(upto)
            else:
                self._drop_batch(row, upto)
            if after:
                self._drop_ceiling(row, upto)
        ends = self.layout.upto[changed]
        return int(ends.min()), int(ends.max())

    def _renew_totals(self, upto: int) -> None:
        rows = self._ending_at(upto)
        rows = rows[self.layout.after[rows] == 0]
        low, high = self.layout.rows.low[rows], self.layout.rows.high[rows]
        self.layout.timeline.totals[upto] = low.max(initial=NEVER)
        self.layout.highs[upto] = high[high != OPEN].min(initial=-NEVER)

    def _renew_rise(self, upto: int) -> None:
        rows = self._ending_at(upto)
        rows = rows[self.layout.after[rows] == upto - 1]
        self.layout.timeline.rises[upto] = self.layout.rows.low[rows].max(initial=0)

    def _drop_batch(self, row: int, upto: int) -> None:
        batches = self.layout.timeline.batches
        first, last = np.searchsorted(batches.upto, (upto, upto + 1))
        batches.low[first:last][batches.row[first:last] == row] = 0

    def _drop_ceiling(self, row: int, upto: int) -> None:
        ceilings = self.layout.ceilings
        first, last = np.searchsorted(ceilings.upto, (upto, upto + 1))
        ceilings.high[first:last][ceilings.row[first:last] == row] = -NEVER

    def _lowest(self, rows: Rows) -> int:
        return int(rows[self.layout.rows.figure[rows].argmin()])

    def _ending_at(self, upto: int) -> Rows:
        """The standing rows whose span ends at a position."""
        rows = self._by_end.rows(upto)
        return rows[self.stands[rows]]
