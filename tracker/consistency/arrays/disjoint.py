"""Minimal conflicts that share no figure, found in one walk along the days of a count."""

from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

import numpy as np

from tracker.consistency.arrays.layout import Layout
from tracker.consistency.arrays.standing import Everything, Standing
from tracker.consistency.engine.proof import Conflict, conflict_of

RENEWED = 64
"""At most so many positions are scanned again first when figures have been set aside; then twice as many, and so on."""

QUICKEST = 16
"""Where no span is long, so few are scanned first."""

EXPECTED = 16
"""So many places above their highs are looked up together."""

BEFORE = 32
"""How many positions before such a place are looked up with it: a chain mostly reaches no further back."""


class Link(NamedTuple):
    """A low that has a part in the least value of a later position.

    Attributes:
        low: at least so many.
        upto: the position where its span ends.
        after: the position that opens its span, 0 for a running total.
    """

    low: int
    upto: int
    after: int


class Walk:
    """One walk along a count without highs over spans, which sets aside the figures of each conflict that it meets."""

    def __init__(self, layout: Layout, everything: Everything) -> None:
        self._everything = everything
        self._standing = Standing(layout, everything)
        self._timeline = layout.timeline
        self._highs = layout.highs
        self._least = layout.timeline.least()
        # Where figures are set aside, values only fall: nowhere else will they ever be above the highs.
        self._over = np.flatnonzero(self._least > self._highs)
        self._renewed = 0  # the first position with a value from before some figures were set aside, if not 0

    def conflicts(self) -> Iterator[Conflict]:
        """The conflicts, each when the walk first runs into a high that is too low."""
        position = self._first_over(0, len(self._least))
        if position:
            beyond = RENEWED if self._longest > 1 else 0
            self._standing.expect((over - BEFORE, over + beyond) for over in self._over[:EXPECTED].tolist())
        while position:
            conflict = self._conflict_at(position)
            yield conflict
            start, last = self._standing.set_aside(self._standing.rows_of(conflict.figures))
            position = self._renew(start, last)

    def _renew(self, start: int, last: int) -> int:
        """Scan again from a position on, until the values are what they were.

        Args:
            start: the first position where something was set aside.
            last: the last such position; later on also the last whose value is another than before.

        Returns:
            The first position whose least value is above its high; 0 when there is none.
        """
        width = min(max(2 * self._longest, QUICKEST), RENEWED)
        while start < len(self._least):
            stop = min(start + width, len(self._least))
            old = self._least[start:stop].copy()
            ending = self._standing.batches_to(start, stop - 1) if self._longest > 1 else self._timeline.batches
            self._timeline.scan(self._least, start, stop, ending)
            if place := self._first_over(start, stop):
                self._renewed = max(self._renewed, stop)
                return place
            changed = np.flatnonzero(old != self._least[start:stop])
            last = max(last, start + int(changed[-1])) if len(changed) else last
            start, width = stop, 2 * width
            # Later values depend on no earlier ones than those that the longest batch spans.
            if stop - self._longest > last and stop - self._longest >= self._renewed:
                break
        self._renewed = 0
        return self._first_over(start, len(self._least))

    @cached_property
    def _longest(self) -> int:
        batches = self._timeline.batches
        return max(1, int((batches.upto - batches.after).max(initial=1)))

    def _first_over(self, start: int, stop: int) -> int:
        """The first position of a stretch whose least value is above its high; 0 when there is none."""
        first, last = self._over.searchsorted((start, stop))
        if first == last:
            return 0
        places = self._over[first:last]
        over = places[self._least[places] > self._highs[places]]
        return int(over[0]) if len(over) else 0

    def _conflict_at(self, position: int) -> Conflict:
        """A minimal conflict with the least high of the totals at a position.

        The links of the chain lie one after the other, so any of them make a chain; taken from the largest on until
        they exceed the high, none of them can be spared.
        """
        high, sum_of_lows, lows = int(self._highs[position]), 0, []
        for link in sorted(self._chain(position), key=lambda link: (-link.low, link.upto)):
            lows.append(link)
            sum_of_lows += link.low
            if sum_of_lows > high:
                break
        lows.sort(key=attrgetter("upto"))
        premises = [self._standing.with_low(link.upto, link.after, link.low) for link in lows]
        premises.append(self._standing.with_high(position, high))
        return self._everything.irreducible(conflict_of(premises))

    def _chain(self, position: int) -> list[Link]:
        """The lows that add up to the least value of a position, from the last to the first."""
        chain: list[Link] = []
        while position:
            began = self._began(position)
            rises = self._timeline.rises[began + 1 : position + 1].tolist()
            chain += [Link(low, began + place, began + place - 1) for place, low in enumerate(rises, start=1) if low]
            least = int(self._least[began])
            if began == 0 or least == self._timeline.totals[began]:
                return chain if began == 0 else [*chain, Link(least, began, 0)]
            link = self._batch_into(began)
            chain.append(link)
            position = link.after
        return chain

    def _began(self, position: int) -> int:
        """The first position from which the rises alone lead to the least value of this one."""
        width = 32
        while True:
            start = max(0, position - width)
            least = self._least[start : position + 1].tolist()
            rises = self._timeline.rises[start : position + 1].tolist()
            place = position - start
            while place and least[place - 1] + rises[place] == least[place]:
                place -= 1
            if place or not start:
                return start + place
            position, width = start, 8 * width

    def _batch_into(self, position: int) -> Link:
        """The batch over several positions that gives a position its least value; the shortest of several."""
        least = int(self._least[position])
        opens, low = max(
            (after, low) for after, low in self._standing.lows_to(position) if self._least[after] + low == least
        )
        return Link(low, position, opens)
