"""The inputs of the engine's benchmarks, the same ones every time: arrays of claims, one in each row.

A world is one running count, seen by totals on every other day with every kind of hedge, and by events or periods that
say how much it grew. All of it is true, but for so many totals that say one less than the lows before them add up to.
"""

from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Arrays = dict[str, NDArray[np.int64]]
"""Columns by name: figure, after, upto, low, high; see `tracker.consistency.engine.system.Claim`."""

OPEN = int(np.iinfo(np.int64).min)
"""Stands for an end that is open, and for the opening of a total."""

LONGEST = 30
"""Days of the longest span."""


class Shape(Enum):
    """What the figures that are no totals say."""

    POINT = "point"
    """Events within one day."""
    BETWEEN = "between"
    """Events from one total to the next, which is two days."""
    LONG = "long"
    """Events over 1 to 30 days that overlap."""
    PERIODS = "periods"
    """As long, but all that happened: with a high on each."""


def world(figures: int, shape: Shape, conflicts: int) -> Arrays:
    """Half of the figures totals, half of the shape, in no order.

    Args:
        figures: how many in all.
        shape: what those are that are no totals.
        conflicts: how many totals are wrong.
    """
    dice = np.random.default_rng(2024)
    half = figures // 2
    days = 2 * half
    truth = np.cumsum(dice.integers(0, 12, days + 1))
    totals = _totals(dice, truth, half)
    events = _events(dice, truth, half, shape)
    _plant(totals, events, days, conflicts)
    both = {name: np.concatenate([totals[name], events[name]]) for name in totals}
    order = dice.permutation(len(both["upto"]))
    return {"figure": np.arange(len(order)), **{name: column[order] for name, column in both.items()}}


def in_order(arrays: Arrays) -> Arrays:
    """The same figures in the order of the days on which they end, as a store may give them."""
    order = np.argsort(arrays["upto"], kind="stable")
    return {name: column if name == "figure" else column[order] for name, column in arrays.items()}


def _totals(dice: np.random.Generator, truth: NDArray[np.int64], number: int) -> Arrays:
    """One on every odd day: half of them exact, a quarter at least so many, a quarter about so many."""
    upto = 2 * np.arange(number) + 1
    hedge, slack = dice.integers(0, 4, number), dice.integers(1, 50, number)
    low = np.where(hedge < 2, truth[upto], np.maximum(truth[upto] - slack, 0))
    high = np.where(hedge < 2, truth[upto], np.where(hedge == 2, OPEN, truth[upto] + slack))
    return {"after": np.full(number, OPEN), "upto": upto, "low": low, "high": high}


def _events(dice: np.random.Generator, truth: NDArray[np.int64], number: int, shape: Shape) -> Arrays:
    upto = dice.integers(1, 2 * number, number)
    length = dice.integers(1, LONGEST + 1, number)
    if shape is Shape.POINT:
        length[:] = 1
    if shape is Shape.BETWEEN:
        upto = 2 * dice.integers(1, number, number) + 1
        length[:] = 2
    after = np.maximum(upto - length, 0)
    grown = truth[upto] - truth[after]
    low = np.maximum(grown - dice.integers(0, 3, number), 1)
    low = np.minimum(low, grown)
    high = grown + dice.integers(0, 9, number) if shape is Shape.PERIODS else np.full(number, OPEN)
    return {"after": after, "upto": upto, "low": low, "high": high}


def _plant(totals: Arrays, events: Arrays, days: int, conflicts: int) -> None:
    """Let totals at equal distances say one less than the least that the lows of all others allow."""
    wrong = (2 * np.arange(conflicts) + 1) * len(totals["upto"]) // (2 * max(conflicts, 1))
    totals["low"][wrong] = totals["high"][wrong] = OPEN
    least = _least(totals, events, days)[totals["upto"][wrong]]
    totals["low"][wrong] = totals["high"][wrong] = least - 1


def _least(totals: Arrays, events: Arrays, days: int) -> NDArray[np.int64]:
    """The least value on each day, from the lows alone, gone through day by day."""
    least = [0] * (days + 1)
    for day, low in zip(totals["upto"].tolist(), totals["low"].tolist(), strict=True):
        least[day] = max(0, low)
    order = np.argsort(events["upto"], kind="stable")
    rows = zip(*(events[name][order].tolist() for name in ("upto", "after", "low")), strict=True)
    reached = 0
    for day, after, low in rows:
        while reached < day:
            reached += 1
            least[reached] = max(least[reached], least[reached - 1])
        least[day] = max(least[day], least[after] + low)
    for day in range(reached + 1, days + 1):
        least[day] = max(least[day], least[day - 1])
    return np.array(least)


def save(arrays: Arrays, path: Path) -> Path:
    """Write the columns to a file that every peer reads."""
    np.savez(path, **arrays)
    return path
