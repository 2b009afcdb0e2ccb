"""The figures that are held against each other, and what is known of those who gave them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tracker.domain.decision import Break
from tracker.domain.figure import Figure, RecordedFigure
from tracker.domain.source import Coverage, Source

_UNRATED = 3  # of 5, the middle: F does not mean bad
_GRADE_POINTS = {"A": 5, "B": 4, "C": 3, "D": 2, "E": 1, "F": _UNRATED}
_FIRST_HAND, _SECOND_HAND = 20, 10
_MONTHS = 1000  # the newest figure of all can't outweigh the smallest step of hand or grade


@dataclass(frozen=True)
class Book:
    """All figures in force, in an order that does not depend on when they were recorded.

    Attributes:
        figures: the figures, ordered by what they say.
        sources: what is known of the sources, by name.
        today: the day on which the book is opened.
        breaks: the days on which sources changed what they count.
    """

    figures: tuple[RecordedFigure, ...]
    sources: Mapping[str, Source]
    today: date
    breaks: tuple[Break, ...] = ()

    @classmethod
    def of(
        cls, figures: Iterable[RecordedFigure], sources: Iterable[Source], today: date, breaks: Iterable[Break] = ()
    ) -> "Book":
        """Open a book on these figures."""
        known = {source.name: source for source in sources}
        return cls(tuple(sorted(figures, key=_content)), known, today, tuple(breaks))

    @cached_property
    def by_id(self) -> Mapping[int, RecordedFigure]:
        """The figures by their number."""
        return {figure.id: figure for figure in self.figures}

    def counts_own_part(self, source: str) -> bool:
        """Whether the source counts only its own programme, mission or region."""
        return source in self.sources and self.sources[source].coverage is Coverage.OWN

    def era(self, figure: Figure) -> date | None:
        """The break that ended what the figure's source counted when it counted this; None for what it counts now."""
        return min((day for day in self._breaks_of(figure) if day > figure.as_of.last), default=None)

    def is_cut(self, figure: Figure) -> bool:
        """Whether a break lies within the days that the figure speaks of, so that it counts no one thing."""
        first = (figure.since or figure.as_of).first
        return any(first < day <= figure.as_of.last for day in self._breaks_of(figure))

    def _breaks_of(self, figure: Figure) -> tuple[date, ...]:
        return self._breaks.get((figure.indicator, figure.source), ())

    @cached_property
    def _breaks(self) -> Mapping[tuple[str, str], tuple[date, ...]]:
        found: dict[tuple[str, str], tuple[date, ...]] = {}
        for one in self.breaks:
            series = one.indicator, one.source
            found[series] = (*found.get(series, ()), one.on)
        return found

    def weight(self, figure: RecordedFigure) -> int:
        """How much it costs to set the figure aside, a positive whole number.

        First-hand weighs more than second-hand, a higher grade more than a lower, a newer page more than an older,
        in that order: ten grade steps make a hand, and the age in months only decides between equals.
        """
        grade = self.sources[figure.source].grade if figure.source in self.sources else "F"
        hand = _FIRST_HAND if figure.first_hand else _SECOND_HAND
        months = (figure.known_by.year - 2014) * 12 + figure.known_by.month
        return (hand + _GRADE_POINTS[grade]) * _MONTHS + min(max(months, 0), _MONTHS - 1)


def _content(figure: RecordedFigure) -> tuple[object, ...]:
    """A key by what a figure says, its number only last, between figures that say the very same."""
    return (
        figure.as_of.last,
        figure.as_of.first,
        figure.known_by,
        figure.indicator,
        figure.place,
        figure.source,
        figure.publisher,
        figure.basis,
        figure.value,
        figure.url,
        figure.quote,
        figure.note,
        figure.id,
    )
