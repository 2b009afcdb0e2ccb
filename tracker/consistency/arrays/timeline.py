"""One running count as arrays over days, and the scan along them.

Positions number the days from 1 on; position 0 lies before all of them, where the count is at its floor. What a day
can take from totals, and from batches of one position, is one number per position each, so that a prefix sum and a
prefix maximum do the work; batches over several positions are jumps, which raise what these have left too low.
"""

from dataclasses import dataclass

import numpy as np

from tracker.consistency.arrays.columns import Rows, Whole
from tracker.consistency.arrays.rounds import Jumps, raise_values

NEVER = -(2**61)
"""Below every sum of the numbers that are let in here."""

SHORT = 64
"""Along so few positions plain numbers are quicker than arrays."""

FEW = 1024
"""To go through fewer batches than this one by one takes no longer than a few rounds over all."""


@dataclass(frozen=True, slots=True)
class Batches:
    """Lows over several positions, in the order of their rows.

    Attributes:
        after: the position that opens each.
        upto: the position where each ends.
        low: at least so many; 0 for one that is set aside.
        row: the row that says so.
    """

    after: Rows
    upto: Rows
    low: Whole
    row: Rows

    def backward(self, size: int) -> "Batches":
        """The same against time, for as many positions."""
        return Batches(size - self.upto, size - self.after, self.low, self.row)


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
        values = np.empty(len(self.totals), np.int64)
        values[0] = self.floor
        self.scan(values, 1, len(values), self.batches)
        return values

    def scan(self, least: Whole, start: int, stop: int, batches: Batches) -> None:
        """Fill in the least values from position `start` up to, not including, `stop`, from those before.

        Args:
            least: the values.
            start: the first position to be filled in.
            stop: the first that is not.
            batches: the batches that end there.
        """
        if stop - start <= SHORT:
            self._step(least, start, stop, batches)
            return
        climbed = np.cumsum(self.rises[start:stop])
        # Measured from what the rises alone give, the least value never falls.
        above = self.totals[start:stop] - climbed
        above[0] = max(above[0], least[start - 1])
        np.maximum.accumulate(above, out=above)
        if len(batches.row):
            jumps = _jumps(batches, least[:start], climbed, above)
            if len(batches.row) < FEW or len(raise_values(above, jumps)):
                _climb(above, jumps)
        np.add(above, climbed, out=least[start:stop])

    def _step(self, least: Whole, start: int, stop: int, batches: Batches) -> None:
        """What `scan` does, position by position."""
        ending: dict[int, list[tuple[int, int, int]]] = {}
        if len(batches.row):
            known = least[batches.after].tolist()
            columns = (batches.upto.tolist(), batches.after.tolist(), known, batches.low.tolist())
            for upto, after, before, low in zip(*columns, strict=True):
                ending.setdefault(upto, []).append((after - start, before, low))
        current = int(least[start - 1])
        values: list[int] = []
        stretch = zip(self.totals[start:stop].tolist(), self.rises[start:stop].tolist(), strict=True)
        for position, (total, rise) in enumerate(stretch, start):
            current += rise
            if total > current:  # noqa: PLR1730 - as in `_climb`
                current = total
            if position in ending:
                current = max(
                    current, *((values[at] if at >= 0 else before) + low for at, before, low in ending[position])
                )
            values.append(current)
        least[start:stop] = values

    def backward(self, highs: Whole) -> "Timeline":
        """What bounds the count from above, given the least high of totals at each position, as lows against time.

        Position p becomes len - p, and each value its negative.
        """
        totals, rises = np.full_like(highs, NEVER), np.zeros_like(self.rises)
        totals[1:] = -highs[:0:-1]
        rises[2:] = self.rises[:1:-1]
        return Timeline(NEVER, totals, rises, self.batches.backward(len(highs)))


def _jumps(batches: Batches, known: Whole, climbed: Whole, above: Whole) -> Jumps:
    """Batches as jumps within the stretch after the known values; `above` is raised by those that open before it."""
    upto, after = batches.upto - len(known), batches.after - len(known)
    gain = batches.low - climbed[upto]
    before = np.flatnonzero(after < 0)
    if len(before):
        # A negative index counts from the end of what is known.
        np.maximum.at(above, upto[before], known[after[before]] + gain[before])
        np.maximum.accumulate(above, out=above)
        inside = np.flatnonzero(after >= 0)
        upto, after, gain = upto[inside], after[inside], gain[inside]
    gain += climbed[after]
    return Jumps(after, upto, gain)


def _climb(above: Whole, jumps: Jumps) -> None:
    """Raise the values along jumps that all lead forward, from one to the next."""
    useful = np.flatnonzero(jumps.gain > 0)
    # To sort both as one number is faster than to sort the one by the other; there are less than 2**31 of each.
    order = np.sort(jumps.end[useful] << 32 | useful) & (2**32 - 1)
    start, end, gain = jumps.start[order], jumps.end[order], jumps.gain[order]
    at_least = np.maximum(above[start] + gain, above[end])
    # How many of these jumps end by the position where another starts.
    source = np.cumsum(np.bincount(end, minlength=len(above)))[start]
    reached = [NEVER]
    current = NEVER
    # A million steps: nothing but additions and comparisons of plain numbers.
    for place, more, base in zip(source.tolist(), gain.tolist(), at_least.tolist(), strict=True):
        value = reached[place] + more
        if value < base:  # noqa: PLR1730 - a call of max costs more than the rest of the loop
            value = base
        if value > current:  # noqa: PLR1730 - as above
            current = value
        reached.append(current)
    above[end] = reached[1:]
    np.maximum.accumulate(above, out=above)
