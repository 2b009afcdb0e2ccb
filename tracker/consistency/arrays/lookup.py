"""Finding the rows with one value of a column, without sorting the column unless it pays."""

from functools import cached_property

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.arrays.layout import Rows

FEW = 256
"""So many values are looked for row by row before the column is sorted."""

LAST_DIGITS = 2**16 - 1
"""What is compared first of each value: a quarter of the memory, and few rows agree in it by chance."""


class Lookup:
    """The rows of a column by their value."""

    def __init__(self, column: Whole) -> None:
        self._column = column
        self._last_digits = column.astype(np.uint16)
        self._found: dict[int, Rows] = {}

    def rows(self, value: int) -> Rows:
        """The rows with a value, in order."""
        rows = self._found.get(value)
        if rows is None:
            if len(self._found) < FEW:
                alike = np.flatnonzero(self._last_digits == value & LAST_DIGITS)
                rows = alike[self._column[alike] == value]
            else:
                rows = self.between(value, value)
            self._found[value] = rows
        return rows

    def between(self, first: int, last: int) -> Rows:
        """The rows with a value from `first` to `last`, both included, by value and then in order."""
        order, ordered = self._sorted
        start, stop = np.searchsorted(ordered, (first, last + 1))
        rows: Rows = order[start:stop]
        return rows

    @cached_property
    def _sorted(self) -> tuple[Rows, Whole]:
        order = np.argsort(self._column, kind="stable")
        return order, self._column[order]
