"""Numbering rows by what they have in common, without sorting where the values are few or near each other."""

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.arrays.columns import Whole

_SPREAD = 4
"""A column of values that span at most so many times its length is counted, not sorted."""

_LARGEST = 2**62


def numbered(*keys: Whole) -> Whole:
    """For each row a number from 0 on, without gaps, that it shares with exactly the rows that have the same keys.

    The numbers are in the order of the keys, the first key first.
    """
    number, size = np.zeros(len(keys[0]), np.int64), 1
    for key in keys:
        rank = _ranked(key)
        kinds = int(rank.max(initial=0)) + 1
        if size * kinds > _LARGEST:
            number = _ranked(number)
            size = int(number.max(initial=0)) + 1
        number, size = number * kinds + rank, size * kinds
    return _ranked(number)


def different(column: Whole) -> Whole:
    """The values of a column, each once, in order."""
    least = int(column.min(initial=0))
    if int(column.max(initial=0)) - least <= _SPREAD * len(column):
        return np.flatnonzero(np.bincount(column - least)) + least
    values = np.sort(column)
    return values[_steps(values)]


def one_of_each(number: Whole) -> Whole:
    """The last row of each of the numbers that `numbered` gives."""
    rows = np.zeros(int(number.max(initial=-1)) + 1, np.int64)
    rows[number] = np.arange(len(number))
    return rows


def _ranked(column: Whole) -> Whole:
    """For each row the place of its value among the column's values."""
    if not len(column):
        return column
    least = int(column.min())
    if int(column.max()) - least <= _SPREAD * len(column):
        shifted = column - least
        places = np.cumsum(np.bincount(shifted) > 0) - 1
        return places[shifted]
    order = np.argsort(column)
    rank = np.empty_like(order)
    rank[order] = np.cumsum(_steps(column[order])) - 1
    return rank


def _steps(values: Whole) -> NDArray[np.bool_]:
    """Where values in order differ from the one before; NumPy's `unique` loads its masked arrays for that."""
    return np.concatenate([[True], values[1:] != values[:-1]])[: len(values)]
