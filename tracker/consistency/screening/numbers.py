"""Numbering rows by what they have in common, without sorting where the values are few or near each other."""

import numpy as np

from tracker.consistency.arrays.columns import Whole

_SPREAD = 4
"""A column of values that span at most so many times its length is counted, not sorted."""

_LARGEST = 2**62


def numbered(*keys: Whole) -> Whole:
    """For each row a number from 0 on, without gaps, that it shares with exactly the rows that have the same keys."""
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
    return np.unique(column)


def _ranked(column: Whole) -> Whole:
    """For each row the place of its value among the column's values."""
    if not len(column):
        return column
    least = int(column.min())
    if int(column.max()) - least <= _SPREAD * len(column):
        shifted = column - least
        places = np.cumsum(np.bincount(shifted) > 0) - 1
        return places[shifted]
    return np.unique(column, return_inverse=True)[1]
