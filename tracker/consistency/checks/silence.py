"""A source that used to give figures and stopped, and months of which no figure speaks.

Why: what is no longer counted looks like no news. A source is silent when it gave figures of an indicator on three days
or more, and has then given none for over 60 days and over three times its usual interval. A month is silent when no
figure of an indicator speaks of a day in it or was published in it, though figures before and after do.

Conflicting:
    add returned 371 --source "Children of War" --as-of 2023-06-02
    add returned 386 --source "Children of War" --as-of 2023-07-13
    add returned 388 --source "Children of War" --as-of 2023-09-13

Consistent:
    add returned 371 --source "Children of War" --as-of 2025-11-02
    add returned 386 --source "Children of War" --as-of 2025-12-13
    add returned 388 --source "Children of War" --as-of 2026-01-13
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.consistency.series import days_of
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.domain.place import WHOLE
from tracker.domain.source import UNATTRIBUTED
from tracker.wording.remarks import Remark, Said, detail

if TYPE_CHECKING:
    from tracker.consistency.examination import Examination

_PATIENCE = 60  # days
_INTERVALS = 3
_HABIT = 3  # days with figures


def find(examined: "Examination") -> Iterator[Finding]:
    """One finding for each source that fell silent on an indicator, and for each run of silent months."""
    of_source: dict[tuple[str, str], list[RecordedFigure]] = {}
    of_indicator: dict[str, list[RecordedFigure]] = {}
    for figure in examined.book.figures:
        if figure.source != UNATTRIBUTED:
            of_source.setdefault((figure.indicator, figure.source), []).append(figure)
        of_indicator.setdefault(figure.indicator, []).append(figure)
    for figures in of_source.values():
        days = sorted({figure.as_of.last.toordinal() for figure in figures})
        if is_silent(days, examined.book.today):
            yield silent_source(max(figures, key=lambda figure: figure.as_of.last))
    for indicator, figures in of_indicator.items():
        yield from silent_months(indicator, _stretches(figures))


def is_silent(days: Sequence[int], today: date) -> bool:
    """Whether a source that gave figures of these days, in order and each once, has stopped."""
    if len(days) < _HABIT:
        return False
    silent_for = today.toordinal() - days[-1]
    if silent_for <= _PATIENCE:
        return False
    from statistics import median  # noqa: PLC0415 - slow to load, and most sources are not silent

    return silent_for > _INTERVALS * median(later - earlier for earlier, later in pairwise(days))


def silent_source(last: RecordedFigure) -> Finding:
    """The finding for a source that stopped with this figure."""
    return _finding(last.indicator, (last.source,), (last.id,), Said(Remark.NO_FIGURE_SINCE, fact=last.as_of.last))


def silent_months(indicator: str, stretches: Iterable[tuple[int, int, int]]) -> Iterator[Finding]:
    """The runs of months between figures that none of them speaks of, with the figures before and after.

    Args:
        indicator: what the figures count.
        stretches: months that figures speak of: the first, the last (counted from the year 0), and the figure's number.
    """
    spoken = sorted(stretches)
    reached, before = spoken[0][1], spoken[0][2]
    for first, last, figure in spoken:
        if first > reached + 1:
            yield _finding(indicator, (), (before, figure), *_without(reached + 1, first - 1))
        if last > reached:
            reached, before = last, figure


def _without(first: int, last: int) -> Iterator[Said]:
    if first == last:
        yield Said(Remark.NO_FIGURE_IN, fact=_day(first))
    else:
        yield Said(Remark.NO_FIGURE_FROM, fact=_day(first))
        yield Said(Remark.NO_FIGURE_UNTIL, fact=_day(last))


def _stretches(figures: Iterable[RecordedFigure]) -> Iterator[tuple[int, int, int]]:
    """The months that each figure speaks of or was published in, with its number."""
    for figure in figures:
        first, last = days_of(figure)
        yield _month(first), _month(last), figure.id
        yield _month(figure.known_by), _month(figure.known_by), figure.id


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1


def _day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _finding(indicator: str, sources: tuple[str, ...], figures: tuple[int, ...], *said: Said) -> Finding:
    return Finding(
        check="silence",
        severity=Severity.NOTE,
        indicator=indicator,
        place=WHOLE,
        sources=sources,
        figures=figures,
        detail=detail(*said),
    )
