"""The rows of one count, some of them set aside."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from tracker.consistency.arrays.columns import OPEN, Columns, Rows
from tracker.consistency.arrays.layout import Layout
from tracker.consistency.arrays.lookup import Lookup
from tracker.consistency.arrays.timeline import NEVER, Batches
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
        if self.by_figure.single:
            return conflict
        rows = self.by_figure.rows_of_all(conflict.figures)
        if len(rows) == len(conflict.figures):
            return conflict
        return minimal_conflict(System(self.columns.rows(rows).claims())) or conflict


class Said(NamedTuple):
    """What one row says of one count up to one day, in plain numbers; see `Claim`. OPEN stands for None."""

    row: int
    figure: int
    after: int
    low: int
    high: int


class Standing:
    """Which rows of a layout stand. What is set aside goes out of the layout's own arrays.

    Attributes:
        layout: the layout.
        stands: for each row whether it stands.
    """

    def __init__(self, layout: Layout, everything: Everything) -> None:
        self.layout = layout
        self._count = int(layout.rows.count[0])
        self.stands = np.ones(len(layout.rows), np.bool_)
        self._by_end = Lookup(layout.rows.upto)
        self._ended: dict[int, list[Said]] = {}  # the standing rows by the position where they end, once asked for
        self._by_figure = everything.by_figure if layout.rows is everything.columns else Lookup(layout.rows.figure)

    def expect(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Get ready for what is about to be asked for: the rows that end from one position to another."""
        size = len(self.layout.days)
        ends = np.clip(np.array(list(stretches)), 1, size - 1)
        self._by_end.expect(map(tuple, self.layout.days[ends].tolist()))

    def with_low(self, upto: int, after: int, low: int) -> Premise:
        """This low over this span, as the lowest of the standing figures that say so has it."""
        figure = min(said.figure for said in self._spanning(after, upto) if said.low == low)
        return Premise(figure, self._count, self._day(after), int(self.layout.days[upto]), low=low)

    def with_high(self, upto: int, high: int) -> Premise:
        """This high on the total at a position, as the lowest of the standing figures that say so has it."""
        figure = min(said.figure for said in self._spanning(0, upto) if said.high == high)
        return Premise(figure, self._count, None, int(self.layout.days[upto]), high=high)

    def lows_to(self, upto: int) -> list[tuple[int, int]]:
        """The positions that open the standing spans which end at a position, and their lows above 0."""
        spans = [said for said in self._ending_at(upto) if said.after != OPEN and said.low > 0]
        after = self.layout.days.searchsorted([said.after for said in spans]).tolist()
        return list(zip(after, (said.low for said in spans), strict=True))

    def batches_to(self, first: int, last: int) -> Batches:
        """The standing spans that end from one position to another, both included, and their lows above 0."""
        claims, days = self.layout.rows, self.layout.days
        rows = self._by_end.between(int(days[first]), int(days[last]))
        rows = rows[self.stands[rows] & (claims.after[rows] != OPEN) & (claims.low[rows] > 0)]
        return Batches(
            days.searchsorted(claims.after[rows]), days.searchsorted(claims.upto[rows]), claims.low[rows], rows
        )

    def claims(self, rows: Rows) -> tuple[Claim, ...]:
        """The claims of some rows."""
        return self.layout.rows.rows(rows).claims()

    def rows_of(self, figures: Sequence[int]) -> Rows:
        """All rows of some figures in this count."""
        return self._by_figure.rows_of_all(figures)

    def within(self, first: int, last: int) -> Rows:
        """The standing rows whose span lies between two positions, both included."""
        opens, ends = self.layout.days[first], self.layout.days[last]
        rows = self._by_end.between(int(opens), int(ends))
        after = self.layout.rows.after[rows]
        near: Rows = rows[self.stands[rows] & ((after == OPEN) | (after >= opens))]
        return near

    def set_aside(self, rows: Rows) -> tuple[int, int]:
        """Take rows out of the layout.

        Returns:
            The first and the last position where one of them ended.
        """
        self.stands[rows] = False
        claims, positions = self.layout.rows, self.layout.days
        # OPEN is before all days, as position 0 is.
        ends = positions.searchsorted(claims.upto[rows]).tolist()
        opens = positions.searchsorted(claims.after[rows]).tolist()
        for upto in set(ends) & self._ended.keys():
            self._ended[upto] = [said for said in self._ended[upto] if self.stands[said.row]]
        for row, upto, after in zip(rows.tolist(), ends, opens, strict=True):
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

    def _renew_totals(self, upto: int) -> None:
        totals = self._spanning(0, upto)
        self.layout.timeline.totals[upto] = max([NEVER, *(said.low for said in totals)])
        self.layout.highs[upto] = min([-NEVER, *(said.high for said in totals if said.high != OPEN)])

    def _renew_rise(self, upto: int) -> None:
        self.layout.timeline.rises[upto] = max([0, *(said.low for said in self._spanning(upto - 1, upto))])

    def _spanning(self, after: int, upto: int) -> list[Said]:
        """The standing rows from one position, or from before all for 0, to another."""
        opens = self._day(after)
        return [said for said in self._ending_at(upto) if said.after == (OPEN if opens is None else opens)]

    def _day(self, opens: int) -> int | None:
        """The day of a position that opens a span; None for 0."""
        return int(self.layout.days[opens]) if opens else None

    def _ending_at(self, upto: int) -> list[Said]:
        """The standing rows whose span ends at a position, in order."""
        if upto not in self._ended:
            rows = self._by_end.rows(int(self.layout.days[upto]))
            rows = rows[self.stands[rows]]
            claims = self.layout.rows
            columns = (claims.figure, claims.after, claims.low, claims.high)
            self._ended[upto] = list(map(Said, rows.tolist(), *(column[rows].tolist() for column in columns)))
        return self._ended[upto]


def _place(ordered: Rows, row: int) -> slice:
    """Where a row stands among some rows in order; an empty slice when it does not."""
    place = int(ordered.searchsorted(row))
    return slice(place, place + 1) if place < len(ordered) and ordered[place] == row else slice(0)
