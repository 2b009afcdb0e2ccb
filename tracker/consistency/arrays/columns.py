"""Claims as arrays, for inputs so large that one object for each would cost more than the answer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.consistency.engine.system import Claim, System

Whole = NDArray[np.int64]
Rows = NDArray[np.intp]
"""Numbers of rows, or of positions."""

OPEN = int(np.iinfo(np.int64).min)
"""Stands for None in a column; no day and no number of children."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Claims, one in each row; see `Claim` for what the columns mean. OPEN stands for None."""

    figure: Whole
    count: Whole
    after: Whole
    upto: Whole
    low: Whole
    high: Whole

    def __len__(self) -> int:
        return len(self.figure)

    def rows(self, which: Rows | NDArray[np.bool_]) -> "Columns":
        """Some of the rows."""
        return Columns(
            self.figure[which],
            self.count[which],
            self.after[which],
            self.upto[which],
            self.low[which],
            self.high[which],
        )

    def claims(self) -> tuple[Claim, ...]:
        """The rows as claims."""
        columns = (self.figure, self.count, self.after, self.upto, self.low, self.high)
        return tuple(
            Claim(figure, count, given(after), upto, given(low), given(high))
            for figure, count, after, upto, low, high in zip(*(column.tolist() for column in columns), strict=True)
        )


def given(value: int) -> int | None:
    """A value of a column, None where it is open."""
    return None if value == OPEN else value


def columns_of(system: System) -> Columns:
    """The claims of a system as arrays.

    Raises:
        OverflowError: when a number does not fit in 64 bits.
    """
    claims, size = system.claims, len(system.claims)
    return Columns(
        np.fromiter((claim.figure for claim in claims), np.int64, size),
        np.fromiter((claim.count for claim in claims), np.int64, size),
        np.fromiter((OPEN if claim.after is None else claim.after for claim in claims), np.int64, size),
        np.fromiter((claim.upto for claim in claims), np.int64, size),
        np.fromiter((OPEN if claim.low is None else claim.low for claim in claims), np.int64, size),
        np.fromiter((OPEN if claim.high is None else claim.high for claim in claims), np.int64, size),
    )
