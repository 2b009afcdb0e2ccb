"""Figures as columns, for stores so large that one object for each figure would cost more than the answer."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from tracker.domain.figure import Basis

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]
    Which = NDArray[np.intp] | NDArray[np.bool_]

OPEN = -1
"""Stands for an open end, and for a date that is not given; no day and no number of children."""

BASES = (Basis.TOTAL, Basis.PERIOD, Basis.EVENT)
"""A basis is its place here."""

NO_URL, NO_QUOTE, NO_FILE, NO_COPY, NO_NUMBER, NO_SEARCH = 1, 2, 4, 8, 16, 32
"""What evidence of a figure is missing: the address of the page, the quote, an archived file, the address of a public
copy, the number in the file (it was searched in vain), any search of it."""


@dataclass(frozen=True, slots=True)
class FigureColumns:
    """Whole numbers, one of each column for each figure; days are ordinals.

    Attributes:
        id: the figure's number.
        indicator: the number of its name; so for `source`, `publisher` and `place`.
        low: the lower bound, or OPEN.
        high: the upper bound, or OPEN.
        basis: its place in BASES.
        as_of_first: the first day that the figure may speak of; `as_of_last` the last.
        since_first: the first day on which its period may start, or OPEN; `since_last` the last.
        published_first: the first day on which it may have been published, or OPEN; `published_last` the last.
        missing: what evidence is missing: NO_URL to NO_SEARCH, added up.
    """

    id: "Whole"
    indicator: "Whole"
    source: "Whole"
    publisher: "Whole"
    place: "Whole"
    low: "Whole"
    high: "Whole"
    basis: "Whole"
    as_of_first: "Whole"
    as_of_last: "Whole"
    since_first: "Whole"
    since_last: "Whole"
    published_first: "Whole"
    published_last: "Whole"
    missing: "Whole"

    def __len__(self) -> int:
        return len(self.id)

    def rows(self, which: "Which") -> "FigureColumns":
        """Some of the figures."""
        return FigureColumns(*(getattr(self, field.name)[which] for field in fields(self)))

    @property
    def known_by(self) -> "Whole":
        """The first day on which a reader can have known each: published, else the last day it speaks of."""
        return _first_given(self.published_first, self.as_of_last)

    @property
    def first_day(self) -> "Whole":
        """The first day that each may speak of, a period's start included."""
        return _first_given(self.since_first, self.as_of_first)


@dataclass(frozen=True, slots=True)
class Table:
    """Figures as columns, with the names that their numbers stand for."""

    columns: FigureColumns
    indicators: Mapping[int, str]
    sources: Mapping[int, str]
    places: Mapping[int, str]

    def count(self, indicators: Collection[str] | None = None) -> int:
        """How many figures there are on these indicators; None for all."""
        if indicators is None:
            return len(self.columns)
        wanted = (number for number, name in self.indicators.items() if name in indicators)
        return sum(int((self.columns.indicator == number).sum()) for number in wanted)


def _first_given(one: "Whole", other: "Whole") -> "Whole":
    given = one != OPEN
    either: Whole = one * given + other * ~given
    return either
