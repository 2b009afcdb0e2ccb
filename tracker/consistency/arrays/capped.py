"""Counts with highs over spans: scans forward and backward in turn until nothing rises."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.arrays.layout import Ceilings, Layout
from tracker.consistency.arrays.standing import Everything, Standing
from tracker.consistency.arrays.timeline import Timeline
from tracker.consistency.engine.conflicts import minimal_conflict
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.engine.system import System

NEAR = 32
"""How many positions before and after a clash are searched for the conflict first."""

TRIES = 8
"""In so many places a conflict is looked for before the next scan."""

PATIENCE = 64
"""After so many rounds without rest the conflict is looked for everywhere."""

Stretch = tuple[int, int]


def settled(timeline: Timeline, ceilings: Ceilings) -> Whole:
    """The least value at each position, where all claims can be true."""
    settling = Settling(timeline, ceilings)
    while True:
        least = settling.scan()
        if not settling.lift(least):
            return least


class Settling:
    """Forward scans, and what highs over spans lift in between."""

    def __init__(self, timeline: Timeline, ceilings: Ceilings) -> None:
        self._timeline = replace(timeline, totals=timeline.totals.copy())
        self._ceilings = ceilings
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

    def conflicts(self) -> Iterator[Conflict]:
        """The conflicts; their figures are set aside one after the other."""
        while found := self._round():
            yield from found

    def _round(self) -> list[Conflict]:
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

    def _near(self, suspects: Iterable[Stretch]) -> list[Conflict]:
        """Conflicts close to the suspects, as far as they do not meet."""
        found: list[Conflict] = []
        beyond, tries = -1, 0
        for first, last in suspects:
            if first > beyond and tries < TRIES:
                tries += 1
                conflict = self._conflict(first - NEAR, last + NEAR)
                if conflict is not None:
                    tries, beyond = 0, last + NEAR
                    found.append(conflict)
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
            self._standing.set_aside(self._standing.rows_of(conflict.figures))
        return conflict
