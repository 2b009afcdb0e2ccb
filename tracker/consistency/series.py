"""The figures of a book by series: one indicator, one place, one source, between two breaks."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from tracker.consistency.book import Book
from tracker.domain.figure import Basis, Figure, RecordedFigure
from tracker.domain.indicator import STANDING
from tracker.domain.source import UNATTRIBUTED


class Series(NamedTuple):
    """What one source says of one indicator at one place; pages that name no source are sources apart.

    Attributes:
        indicator: what is counted.
        place: where.
        source: who counts.
        publisher: the page, where it names no source.
        era: the break that ended the series; None for one that goes on.
    """

    indicator: str
    place: str
    source: str
    publisher: str | None
    era: date | None


def by_series(book: Book) -> dict[Series, list[RecordedFigure]]:
    """The figures of each series, in the order of the book; those that a break cuts are of none."""
    found: dict[Series, list[RecordedFigure]] = {}
    for figure in book.figures:
        if not book.is_cut(figure):
            publisher = figure.publisher if figure.source == UNATTRIBUTED else None
            series = Series(figure.indicator, figure.place, figure.source, publisher, book.era(figure))
            found.setdefault(series, []).append(figure)
    return found


def totals_by_series(book: Book) -> dict[Series, list[RecordedFigure]]:
    """The running totals of each series, in the order of the book."""
    totals = {
        series: [figure for figure in figures if figure.basis is Basis.TOTAL]
        for series, figures in by_series(book).items()
    }
    return {series: figures for series, figures in totals.items() if figures}


def bearing(figures: Iterable[RecordedFigure], indicator: str) -> Iterator[list[RecordedFigure]]:
    """Figures on one indicator in groups that bear on each other; they must come in the book's order.

    All figures on a running count do; of a standing count, which rises and falls, the totals of one day.
    """
    if indicator not in STANDING:
        yield list(figures)
        return
    totals = [figure for figure in figures if figure.basis is Basis.TOTAL and figure.as_of.is_day]
    yield from (list(same_day) for _, same_day in groupby(totals, key=attrgetter("as_of")))


def exact(figure: Figure) -> bool:
    """Whether the figure allows one number only."""
    return figure.bounds.low is not None and figure.bounds.low == figure.bounds.high


def days_of(figure: Figure) -> tuple[date, date]:
    """The first and the last day that the figure may speak of."""
    return (figure.since or figure.as_of).first, figure.as_of.last


def agree(one: Figure, other: Figure) -> bool:
    """Whether some number is allowed by both figures."""
    highest = min((high for high in (one.bounds.high, other.bounds.high) if high is not None), default=None)
    return highest is None or max(one.bounds.low or 0, other.bounds.low or 0) <= highest
