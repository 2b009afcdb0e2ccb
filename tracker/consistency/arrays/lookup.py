"""Finding the rows with one value of a column, without sorting the column unless it pays."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from tracker.consistency.arrays.columns import Rows, Whole

FEW = 256
"""So many stretches of values are gathered row by row before the column is sorted."""

WIDE = 6
"""A stretch is as many values as this many binary digits tell apart: what is asked for next mostly lies close by."""

LAST_DIGITS = 2**16 - 1
"""What is compared first of the number of a stretch: a quarter of the memory, and few rows agree in it by chance."""

GLANCE = 256
"""So many values mostly tell that a column is in no order."""


class Lookup:
    """The rows of a column by their value."""

    def __init__(self, column: Whole) -> None:
        self._column = column
        self._found: dict[int, Rows] = {}
        self._gathered: dict[int, tuple[Rows, list[int]]] = {}

    def rows(self, value: int) -> Rows:
        """The rows with a value, in order."""
        if value not in self._found:
            self._found[value] = self.between(value, value)
        return self._found[value]

    def rows_of_all(self, values: Sequence[int]) -> Rows:
        """The rows with any of some values, value by value, each in order."""
        if self.single:
            rows: Rows = self._column.searchsorted(values)
            if np.array_equal(self._column.take(rows, mode="clip"), values):
                return rows
        return np.concatenate([self.rows(value) for value in values])

    def expect(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Gather in one pass what is about to be asked for: values between two, both included."""
        if self._in_order:
            return
        wanted = [range(first >> WIDE, (last >> WIDE) + 1) for first, last in ranges]
        if len(self._gathered) + sum(map(len, wanted)) > FEW:
            return
        numbers = sorted(set().union(*wanted) - self._gathered.keys())
        if not numbers:
            return
        asked = np.zeros(LAST_DIGITS + 1, np.bool_)
        asked[[number & LAST_DIGITS for number in numbers]] = True
        stretches = self._column >> WIDE
        stretches &= LAST_DIGITS
        order, column = self._by_value(np.flatnonzero(asked.take(stretches)))
        ordered = column.tolist()
        for number in numbers:
            start, stop = bisect_left(ordered, number << WIDE), bisect_left(ordered, number + 1 << WIDE)
            self._gathered[number] = order[start:stop], ordered[start:stop]

    def between(self, first: int, last: int) -> Rows:
        """The rows with a value from `first` to `last`, both included, by value and then in order."""
        if self._in_order:
            start, stop = self._column.searchsorted((first, last + 1))
            return np.arange(start, stop)
        numbers = range(first >> WIDE, (last >> WIDE) + 1)
        if len(self._gathered) + len(numbers) > FEW:
            return _between(*self._sorted, first, last)
        found = [_between(*self._stretch(number), first, last) for number in numbers]
        return found[0] if len(found) == 1 else np.concatenate(found)

    def _stretch(self, number: int) -> tuple[Rows, list[int]]:
        """The rows with a value of one stretch, by value and then in order, and their values."""
        if number not in self._gathered:
            order, ordered = self._by_value(np.flatnonzero(self._stretches == number & LAST_DIGITS))
            self._gathered[number] = order, ordered.tolist()
        return self._gathered[number]

    def _by_value(self, rows: Rows) -> tuple[Rows, Whole]:
        """Some rows by value and then in order, and their values."""
        values = self._column[rows]
        order = np.argsort(values, kind="stable")
        return rows[order], values[order]

    @cached_property
    def single(self) -> bool:
        """Whether each value is larger than the one before, so that none has several rows; False says nothing."""
        return all(np.all(some[1:] > some[:-1]) for some in (self._column[:GLANCE], self._column))

    @cached_property
    def _in_order(self) -> bool:
        return self.single or all(np.all(some[1:] >= some[:-1]) for some in (self._column[:GLANCE], self._column))

    @cached_property
    def _stretches(self) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
        """The last digits of the number of each row's stretch."""
        return (self._column >> WIDE).astype(np.uint16)

    @cached_property
    def _sorted(self) -> tuple[Rows, Whole]:
        order = np.argsort(self._column, kind="stable")
        return order, self._column[order]


def _between(order: Rows, ordered: Sequence[int] | Whole, first: int, last: int) -> Rows:
    """Those of some rows in the order of their values whose value lies between two, both included."""
    return order[bisect_left(ordered, first) : bisect_right(ordered, last)]
