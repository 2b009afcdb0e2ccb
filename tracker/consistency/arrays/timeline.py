"""One running count as arrays over days, and the scan along them.

Positions number the days from 1 on; position 0 lies before all of them, where the count is at its floor. What a day
can take from totals, and from batches of one position, is one number per position each, so that a prefix sum and a
prefix maximum do the work; only batches over several positions are gone through one by one.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import Whole

NEVER = -(2**61)
"""Below every sum of the numbers that are let in here."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Lows over several positions, in the order of the positions where they end.

    Attributes:
        after: the position that opens each.
        upto: the position where each ends.
        low: at least so many; 0 for one that is set aside.
        row: the row that says so.
    """

    after: NDArray[np.intp]
    upto: NDArray[np.intp]
    low: Whole
    row: NDArray[np.intp]

    def backward(self, size: int) -> "Batches":
        """The same against time, for as many positions."""
        order = np.argsort(self.after)[::-1]
        return Batches(size - self.upto[order], size - self.after[order], self.low[order], self.row[order])


@dataclass(frozen=True, slots=True)
class Timeline:
    """What bounds one count from below, by position; the entries for position 0 say nothing.

    Attributes:
        floor: the value at position 0.
        totals: the largest low of the totals at each position, NEVER where there is none.
        rises: the largest low of the batches from the position before to this one; 0 where there is none.
        batches: the other batches.
    """

    floor: int
    totals: Whole
    rises: Whole
    batches: Batches

    def least(self) -> Whole:
        """The least value at each position."""
        values = np.full(len(self.totals), self.floor, np.int64)
        self.scan(values, 1, len(values))
        return values

    def scan(self, least: Whole, start: int, stop: int) -> None:
        """Fill in the least values from position `start` up to, not including, `stop`, from those before."""
        climbed = np.cumsum(self.rises[start:stop])
        # Measured from what the rises alone give, the least value never falls.
        above = self.totals[start:stop] - climbed
        above[0] = max(above[0], least[start - 1])
        np.maximum.accumulate(above, out=above)
        first, last = np.searchsorted(self.batches.upto, (start, stop))
        if first < last:
            self._take(slice(first, last), least[:start], climbed, above)
        np.add(above, climbed, out=least[start:stop])

    def _take(self, some: slice, known: Whole, climbed: Whole, above: Whole) -> None:
        """Raise `above` by the batches that end within the stretch that follows the known values."""
        start = len(known)
        upto, after, low = self.batches.upto[some] - start, self.batches.after[some], self.batches.low[some]
        inside = after >= start
        place = np.where(inside, after - start, 0)
        gain = np.where(inside, low - climbed[upto] + climbed[place], 0)
        at_least = np.where(inside, above[place] + gain, known[np.where(inside, 0, after)] + low - climbed[upto])
        useful = np.flatnonzero(np.where(inside, gain > 0, at_least > above[upto]))
        upto, place = upto[useful], place[useful]
        at_least = np.maximum(at_least[useful], above[upto])
        # How many of these batches end by the day that opens another; the first entry is for earlier days.
        ended = np.cumsum(np.bincount(upto, minlength=len(above)))
        source = np.where(inside[useful], ended[place] + 1, 0)
        reached = _climb(int(known[-1]), source.tolist(), gain[useful].tolist(), at_least.tolist())
        above[upto] = reached
        np.maximum.accumulate(above, out=above)

    def backward(self, highs: Whole) -> "Timeline":
        """What bounds the count from above, given the least high of totals at each position, as lows against time.

        Position p becomes len - p, and each value its negative.
        """
        totals, rises = np.full_like(highs, NEVER), np.zeros_like(self.rises)
        totals[1:] = -highs[:0:-1]
        rises[2:] = self.rises[:1:-1]
        return Timeline(NEVER, totals, rises, self.batches.backward(len(highs)))


def _climb(known: int, source: list[int], gain: list[int], at_least: list[int]) -> list[int]:
    """The least value after each batch: never less than before, nor than where it opened and what it gained."""
    reached = [NEVER, known]
    current = known
    # A million steps: nothing but additions and comparisons of plain numbers.
    for place, more, base in zip(source, gain, at_least, strict=True):
        value = reached[place] + more
        if value < base:  # noqa: PLR1730 - a call of max costs more than the rest of the loop
            value = base
        if value > current:  # noqa: PLR1730 - as above
            current = value
        reached.append(current)
    return reached[2:]
