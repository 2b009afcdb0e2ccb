"""How many children the recorded batches and periods may have added to a total at most."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.consistency.counts import may_add
from tracker.consistency.examination import Examination
from tracker.consistency.nearness import DRIFT
from tracker.consistency.series import Series, days_of
from tracker.domain.figure import Basis, RecordedFigure
from tracker.domain.place import contains_place
from tracker.domain.span import Span

_LAG = timedelta(days=DRIFT)
_LONG = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Additions:
    """Batches and periods that may have added to one count.

    Attributes:
        batches: those that speak of at most a month, by their first day.
        others: the rest, and periods.
        batch_of: for each figure the group of reports that count once.
    """

    batches: tuple[RecordedFigure, ...]
    others: tuple[RecordedFigure, ...]
    batch_of: Mapping[int, object]

    @classmethod
    def to(cls, series: Series, examined: Examination) -> "Additions":
        """What may have added to the count that a series speaks of, whoever announced it."""
        short: list[RecordedFigure] = []
        rest: list[RecordedFigure] = []
        count = series.indicator, series.place
        for figure in examined.book.figures:
            if figure.basis is not Basis.TOTAL and may_add((figure.indicator, figure.place), count):
                first, last = days_of(figure)
                is_short = figure.basis is Basis.EVENT and last - first < _LONG
                (short if is_short else rest).append(figure)
        short.sort(key=lambda figure: figure.as_of.first)
        groups = {key: group for group in examined.batches.suspected for key in group.figures}
        batch_of: dict[int, object] = {
            figure.id: groups.get(figure.id, (figure.source, figure.place, figure.as_of, figure.bounds))
            for figure in (*short, *rest)
        }
        return cls(tuple(short), tuple(rest), batch_of)

    def at_most(self, earlier: Span, later: Span) -> int | None:
        """How many children the batches, and the periods wholly between two totals, brought at most.

        Args:
            earlier: the days that the earlier total speaks of.
            later: the days that the later total speaks of.

        Returns:
            None where no batch lies between, or one of them is open upwards.
        """
        start, end = earlier.first - _LAG, later.last
        between = [figure for figure in self._from(start, end) if _counts_between(figure, start, end)]
        within = (figure for figure in between if figure.basis is Basis.EVENT and figure.as_of.first > earlier.last)
        if not any(figure.as_of.last <= end for figure in within):
            return None
        return self._largest(between)

    def held_beyond(self, earlier: Span, later: Span, place: str) -> int | None:
        """How many children a period that reaches beyond the days between may hold of them, for the place as a whole.

        Returns:
            The most that one such period counts, 0 where there is none, None where one is open upwards.
        """
        highs = [
            figure.bounds.high
            for figure in self.others
            if figure.basis is Basis.PERIOD
            and contains_place(figure.place, place)
            and days_of(figure)[0] <= later.last
            and days_of(figure)[1] > earlier.first
        ]
        closed = [high for high in highs if high is not None]
        return max(closed, default=0) if len(closed) == len(highs) else None

    def _from(self, start: date, end: date) -> Iterable[RecordedFigure]:
        low = bisect_left(self.batches, start - _LONG, key=lambda figure: figure.as_of.first)
        high = bisect_right(self.batches, end, key=lambda figure: figure.as_of.first)
        yield from self.batches[low:high]
        yield from (figure for figure in self.others if days_of(figure)[0] <= end)

    def _largest(self, figures: Iterable[RecordedFigure]) -> int | None:
        """The sum of all batches and, for each place, the largest period."""
        largest: dict[object, int] = {}
        for figure in figures:
            high = figure.bounds.high
            if high is None:
                return None
            batch = self.batch_of[figure.id] if figure.basis is Basis.EVENT else figure.place
            largest[batch] = max(high, largest.get(batch, 0))
        return sum(largest.values())


def _counts_between(figure: RecordedFigure, start: date, end: date) -> bool:
    """Whether a batch may have, or a period has, all its children between two days."""
    first, last = days_of(figure)
    return last >= start if figure.basis is Basis.EVENT else first >= start and last <= end
