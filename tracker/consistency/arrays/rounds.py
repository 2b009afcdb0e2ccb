"""Raising values along jumps: along all of them at once, then in each round along those whose start has moved.

There is one value for each position, none less than the one before. A jump says that the value where it ends is at
least the value where it starts plus a gain. Where totals bound the values as well, as they do in what is published, few
jumps move anything, and what they move comes to rest within a dozen rounds.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import Rows, Whole

ROUNDS = 32
"""After so many rounds, to go from jump to jump is quicker."""

SPREADING = 8
"""So it is when after so many rounds more than one jump in so many still moves something."""

SCATTERED = 64
"""Where no more than one in so many positions is jumped to, only the positions that move are visited."""


@dataclass(frozen=True, slots=True)
class Jumps:
    """Jumps from position to position, forward or back.

    Attributes:
        start: the position where each starts.
        end: the position where each ends.
        gain: by so much, at least, the value at the end exceeds the value at the start.
    """

    start: Rows
    end: Rows
    gain: Whole


def raise_values(values: Whole, jumps: Jumps, suspects: Rows | None = None) -> Rows:
    """Raise values, in place, by no more than makes every jump hold, until all do or it takes too many rounds.

    Args:
        values: the value of each position, none less than the one before.
        jumps: the jumps.
        suspects: the jumps that need not hold yet; None for all of them.

    Returns:
        The jumps that do not hold yet.
    """
    for number in range(ROUNDS):
        broken, reached = _broken(values, jumps, suspects)
        if not len(broken) or (number >= SPREADING and len(broken) * SPREADING > len(jumps.start)):
            return broken
        moved = _raise(values, jumps.end[broken], reached)
        suspects = np.flatnonzero(moved[jumps.start])
    return _broken(values, jumps, suspects)[0]


def _broken(values: Whole, jumps: Jumps, suspects: Rows | None) -> tuple[Rows, Whole]:
    """Those of some jumps that do not hold, and the values they ask for."""
    if suspects is None:
        asked = values[jumps.start] + jumps.gain
        broken = np.flatnonzero(asked > values[jumps.end])
        return broken, asked[broken]
    asked = values[jumps.start[suspects]] + jumps.gain[suspects]
    which = np.flatnonzero(asked > values[jumps.end[suspects]])
    return suspects[which], asked[which]


def _raise(values: Whole, ends: Rows, reached: Whole) -> NDArray[np.bool_]:
    """Raise values to what is reached at some positions, and all later ones to as much; which of them have moved."""
    if len(ends) * SCATTERED <= len(values):
        lengths = np.searchsorted(values, reached) - ends
        visits = int(lengths.sum())
        if visits <= len(values) // SPREADING:
            places = np.repeat(ends - (np.cumsum(lengths) - lengths), lengths) + np.arange(visits)
            np.maximum.at(values, places, np.repeat(reached, lengths))
            moved = np.zeros(len(values), np.bool_)
            moved[places] = True
            return moved
    before = values.copy()
    np.maximum.at(values, ends, reached)
    np.maximum.accumulate(values, out=values)
    return np.not_equal(values, before)
