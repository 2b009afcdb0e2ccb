"""More figures than pixels: their envelope, one column of the picture at a time.

Above about two marks to a pixel column single marks hide each other and take seconds to draw. The envelope of a column
runs from the lowest to the highest number printed for its days, so it shows no more and no less than the marks would.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from tracker.domain.figure import RecordedFigure

COLUMNS = 1000
"""How many columns a chart has: about one for each pixel across its panels."""

DENSE = 2 * COLUMNS
"""With more figures than this a panel draws their envelope."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The figures of neighbouring days, drawn as one line.

    Attributes:
        day: the middle one of the days.
        low: the lowest number printed for them.
        high: the highest.
    """

    day: date
    low: int
    high: int


def envelope(figures: Sequence[RecordedFigure], start: date, end: date) -> tuple[Column, ...]:
    """The envelope of figures that have a number, between two days, in order of time; empty columns are left out."""
    first = np.array([figure.as_of.first.toordinal() for figure in figures])
    last = np.array([figure.as_of.last.toordinal() for figure in figures])
    days = np.clip((first + last) // 2, start.toordinal(), end.toordinal())
    bounds = [figure.bounds for figure in figures]
    # An open end has no number of its own; "fewer than 400" is read as 0 to 399, and its number is 399.
    low = np.array([(bound.low or bound.high) if bound.high is not None else bound.low for bound in bounds])
    high = np.array([bound.low if bound.high is None else bound.high for bound in bounds])
    order = np.argsort(days, kind="stable")
    days, low, high = days[order], low[order], high[order]
    span = max(1, end.toordinal() - start.toordinal() + 1)
    columns = (days - start.toordinal()) * COLUMNS // span
    edges = np.flatnonzero(np.diff(columns, prepend=-1))
    # Where there are more columns than days, each column is one day.
    middles = (days[edges] + days[np.append(edges[1:], len(days)) - 1]) // 2
    lows, highs = np.minimum.reduceat(low, edges), np.maximum.reduceat(high, edges)
    return tuple(
        Column(day=date.fromordinal(day), low=least, high=most)
        for day, least, most in zip(middles.tolist(), lows.tolist(), highs.tolist(), strict=True)
    )
