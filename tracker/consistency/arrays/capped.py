"""Counts with highs over spans: scans forward and backward in turn until nothing rises."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

import numpy as np

from tracker.consistency.arrays.columns import Rows, Whole
from tracker.consistency.arrays.layout import Ceilings, Layout
from tracker.consistency.arrays.rounds import Jumps, raise_values
from tracker.consistency.arrays.standing import Everything, Standing
from tracker.consistency.arrays.timeline import Timeline
from tracker.consistency.engine.conflicts import minimal_conflict
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.engine.system import System

NEAR = 32
"""How many positions before and after a clash are searched for the conflict first."""

EXPECTED = 16
"""The rows around so many places are looked up together."""

FURTHER = (4, 16, 64)
"""So many times as far it is searched for next."""

TRIES = 8
"""In so many places a conflict is looked for before the next scan."""

PATIENCE = 64
"""After so many rounds without rest the conflict is looked for everywhere."""

Stretch = tuple[int, int]


def settled(timeline: Timeline, ceilings: Ceilings) -> Whole:
    """The least value at each position, where all claims can be true."""
    values = Values(timeline, ceilings)
    if not len(values.moving):
        return values.least
    settling = Settling(timeline, ceilings)
    while True:
        least = settling.scan()
        if not settling.lift(least):
            return least


class Values:
    """The least values, raised along the lows and highs of spans.

    Attributes:
        least: the values.
        moving: the jumps, numbered as the batches and then the ceilings, that still do not hold after many rounds; none
            where the values are at rest.
    """

    def __init__(self, timeline: Timeline, ceilings: Ceilings) -> None:
        self._timeline = timeline
        self._ceilings = ceilings
        self._start = np.concatenate([timeline.batches.after, ceilings.upto])
        self._end = np.concatenate([timeline.batches.upto, ceilings.after])
        self.least = np.full(len(timeline.totals), timeline.floor, np.int64)
        self.moving: Rows = np.arange(len(self._start))
        self._raise([(1, len(self.least))])

    def _raise(self, stretches: list[Stretch]) -> None:
        """Forget the values of stretches, from one position up to, not including, another, and raise them anew.

        Args:
            stretches: the stretches in order; they may overlap.
        """
        climbed = np.cumsum(self._timeline.rises)
        anew = np.zeros(len(climbed), np.bool_)
        for first, stop in stretches:
            anew[first:stop] = True
        if len(self.moving):
            some: Rows = np.arange(len(self._start))
            start, end, places = self._start, self._end, np.arange(len(climbed))
        else:
            # Where all was at rest, nothing else can rise above what it was before: only the stretches matter, what
            # jumps into them, and where it starts.
            some = np.flatnonzero(anew.take(self._end))
            matters = anew.copy()
            matters[self._start[some]] = True
            matters[[first - 1 for first, _ in stretches]] = True
            places = np.flatnonzero(matters)
            start, end = places.searchsorted(self._start[some]), places.searchsorted(self._end[some])
        climbed = climbed[places]
        above = np.where(anew[places], self._timeline.totals[places], self.least[places]) - climbed
        for first, stop in places.searchsorted(stretches).tolist():
            np.maximum.accumulate(above[first - 1 : stop], out=above[first - 1 : stop])
        moving = raise_values(above, Jumps(start, end, self._gains(some) - climbed[end] + climbed[start]))
        self.moving = some[moving]
        self.least[places] = above + climbed

    def _gains(self, some: Rows) -> Whole:
        """By how much the value at the end of each of some jumps exceeds the value at its start, at least."""
        lows = self._timeline.batches.low
        return np.concatenate([lows, -self._ceilings.high])[some]

    def suspects(self, highs: Whole) -> list[Stretch]:
        """Stretches of positions to look for conflicts in: those above their highs, else those that still move."""
        over = np.flatnonzero(self.least > highs)
        if len(over):
            return list(zip(over.tolist(), over.tolist(), strict=True))
        ends = np.sort(np.stack([self._start[self.moving], self._end[self.moving]]), axis=0)
        return sorted(zip(*ends.tolist(), strict=True))

    def renew(self, places: list[Stretch]) -> None:
        """Raise anew what depends on claims that have been set aside.

        Args:
            places: stretches of positions, both included, in which all those claims lie.
        """
        before, moving, size, longest = self.least, self.moving, len(self.least), self._longest
        width = longest
        while True:
            width *= 4
            stretches = [(max(first - width, 1), min(last + width + 1, size)) for first, last in places]
            self.least, self.moving = before.copy(), moving
            self._raise(sorted(stretches))
            # What lies further off depends on values no further in than the longest span.
            if len(self.moving) or all(
                (first == 1 or np.array_equal(before[first : first + longest], self.least[first : first + longest]))
                and (stop == size or np.array_equal(before[stop - longest : stop], self.least[stop - longest : stop]))
                for first, stop in stretches
            ):
                return

    @cached_property
    def _longest(self) -> int:
        return int(np.abs(self._end - self._start).max(initial=1))


class Settling:
    """Forward scans, and what highs over spans lift in between."""

    def __init__(self, timeline: Timeline, ceilings: Ceilings) -> None:
        self._timeline = replace(timeline, totals=timeline.totals.copy())
        # Of spans with the same ends the least high comes last, and lifts first: no order of the rows plays a part.
        order = np.lexsort((-ceilings.high, ceilings.after, ceilings.upto))
        self._ceilings = Ceilings(
            ceilings.after[order], ceilings.upto[order], ceilings.high[order], ceilings.row[order]
        )
        self._lifts = np.zeros(len(ceilings.row), np.int64)

    def scan(self) -> Whole:
        """The least values, given what has been lifted so far."""
        return self._timeline.least()

    def lift(self, least: Whole) -> list[Stretch]:
        """Lift the value where a span opens to what its end, less its high, demands.

        Returns:
            Of the spans that did so by what was known at their ends, those that have done it most often, as positions,
            in the order of their ends: a span in a conflict lifts itself, round after round.
        """
        after, upto, high = self._ceilings.after, self._ceilings.upto, self._ceilings.high
        if not np.any(least[upto] - high > least[after]):
            return []
        lifted: dict[int, int] = {}
        roots: list[int] = []
        columns = (np.arange(len(after)), after, upto, high, least[after], least[upto])
        # Against time, so that what one span lifts can be lifted on by those before it.
        for span, opens, ends, most, below, above in zip(*(column[::-1].tolist() for column in columns), strict=True):
            value = lifted.get(ends, above) - most
            if value > lifted.get(opens, below):
                lifted[opens] = value
                if ends not in lifted:
                    roots.append(span)
        places = list(lifted)
        self._timeline.totals[places] = np.maximum(self._timeline.totals[places], list(lifted.values()))
        self._lifts[roots] += 1
        spans = np.array(roots[::-1])
        spans = spans[self._lifts[spans] == self._lifts[spans].max()]
        return list(zip(after[spans].tolist(), upto[spans].tolist(), strict=True))


class CappedWalk:
    """Finds conflicts that share no figure in a count with highs over spans."""

    def __init__(self, layout: Layout, everything: Everything) -> None:
        self._layout = layout
        self._everything = everything
        self._standing = Standing(layout, everything)
        self._aside: list[Stretch] = []  # where the figures ended that the last conflicts set aside

    def conflicts(self) -> Iterator[Conflict]:
        """The conflicts; their figures are set aside one after the other."""
        values = Values(self._layout.timeline, self._layout.ceilings)
        while suspects := values.suspects(self._layout.highs):
            self._aside.clear()
            self._standing.expect((first - NEAR, last + NEAR) for first, last in suspects[:EXPECTED])
            found = self._near(suspects) or self._near(suspects, FURTHER)
            if found:
                yield from found
                values.renew(self._aside)
            elif found := self._slowly():
                yield from found
                values = Values(self._layout.timeline, self._layout.ceilings)
            else:
                return

    def _slowly(self) -> list[Conflict]:
        """Scan until the values rest, or conflicts are found and set aside."""
        settling = Settling(self._layout.timeline, self._layout.ceilings)
        rounds = 0
        while True:
            least = settling.scan()
            over = np.flatnonzero(least > self._layout.highs).tolist()
            lifted = settling.lift(least)
            if not over and not lifted:
                return []
            rounds += 1
            if over:
                return self._near([(place, place) for place in over]) or self._around(over[0])
            # A conflict among spans shows in no high, only in that the values never rest.
            if rounds > 1 and rounds & (rounds - 1) == 0 and (found := self._near(lifted)):
                return found
            if rounds == PATIENCE and (found := self._around(lifted[0][0])):
                return found

    def _near(self, suspects: Iterable[Stretch], widths: Iterable[int] = (1,)) -> list[Conflict]:
        """Conflicts close to the suspects, as far as they do not meet; looked for ever wider, by multiples of NEAR."""
        found: list[Conflict] = []
        beyond, tries = -1, 0
        for first, last in suspects:
            if first > beyond and tries < TRIES:
                tries += 1
                for width in widths:
                    conflict = self._conflict(first - width * NEAR, last + width * NEAR)
                    if conflict is not None:
                        tries, beyond = 0, last + width * NEAR
                        found.append(conflict)
                        break
        return found

    def _around(self, position: int) -> list[Conflict]:
        """A conflict at whatever distance from a position."""
        width, size = NEAR, len(self._layout.highs)
        while width < size:
            width *= 4
            conflict = self._conflict(position - width, position + width)
            if conflict is not None:
                return [conflict]
        return []

    def _conflict(self, first: int, last: int) -> Conflict | None:
        """A minimal conflict among the rows within a stretch of positions, then set aside."""
        rows = self._standing.within(max(first, 1), min(last, len(self._layout.highs) - 1))
        conflict = minimal_conflict(System(self._standing.claims(rows)))
        if conflict is not None:
            conflict = self._everything.irreducible(conflict)
            self._aside.append(self._standing.set_aside(self._standing.rows_of(conflict.figures)))
        return conflict
