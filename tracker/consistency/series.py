"""The figures of a book by series: one indicator, one place, one source."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from tracker.domain.figure import Basis, Figure, RecordedFigure
from tracker.domain.source import UNATTRIBUTED


class Series(NamedTuple):
    """What one source says of one indicator at one place; pages that name no source are sources apart."""

    indicator: str
    place: str
    source: str
    publisher: str | None


def by_series(figures: Iterable[RecordedFigure]) -> dict[Series, list[RecordedFigure]]:
    """The figures of each series, in the order given."""
    found: dict[Series, list[RecordedFigure]] = {}
    for figure in figures:
        publisher = figure.publisher if figure.source == UNATTRIBUTED else None
        found.setdefault(Series(figure.indicator, figure.place, figure.source, publisher), []).append(figure)
    return found


def totals_by_series(figures: Iterable[RecordedFigure]) -> dict[Series, list[RecordedFigure]]:
    """The running totals of each series, in the order given."""
    return by_series(figure for figure in figures if figure.basis is Basis.TOTAL)


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
