"""Finding the rows with one value of a column, without sorting the column unless it pays."""

from functools import cached_property

import numpy as np

from tracker.consistency.arrays.columns import Rows, Whole

FEW = 256
"""So many stretches of values are gathered row by row before the column is sorted."""

WIDE = 8
"""A stretch is as many values as this many binary digits tell apart: what is asked for next mostly lies close by."""

LAST_DIGITS = 2**16 - 1
"""What is compared first of the number of a stretch: a quarter of the memory, and few rows agree in it by chance."""


class Lookup:
    """The rows of a column by their value."""

    def __init__(self, column: Whole) -> None:
        self._column = column
        self._found: dict[int, Rows] = {}
        self._gathered: dict[int, tuple[Rows, Whole]] = {}

    def rows(self, value: int) -> Rows:
        """The rows with a value, in order."""
        if value not in self._found:
            self._found[value] = self.between(value, value)
        return self._found[value]

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

    def _stretch(self, number: int) -> tuple[Rows, Whole]:
        """The rows with a value of one stretch, by value and then in order, and their values."""
        if number not in self._gathered:
            alike = np.flatnonzero(self._stretches == number & LAST_DIGITS)
            values = self._column[alike]
            order = np.argsort(values, kind="stable")
            self._gathered[number] = alike[order], values[order]
        return self._gathered[number]

    @cached_property
    def _in_order(self) -> bool:
        return bool(np.all(self._column[1:] >= self._column[:-1]))

    @cached_property
    def _stretches(self) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
        """The last digits of the number of each row's stretch."""
        return (self._column >> WIDE).astype(np.uint16)

    @cached_property
    def _sorted(self) -> tuple[Rows, Whole]:
        order = np.argsort(self._column, kind="stable")
        return order, self._column[order]


def _between(order: Rows, ordered: Whole, first: int, last: int) -> Rows:
    """Those of some rows in the order of their values whose value lies between two, both included."""
    start, stop = ordered.searchsorted((first, last + 1))
    return order[start:stop]
