"""A total that rose by more than the recorded batches explain.

Why: between 388 and 1,233 returned children lie 845, and the batches announced in the same weeks bring home 27. Where
the rest comes from is a question to the source: another definition, a register brought up to date, or batches that
nobody recorded. The number told is the smallest one: the rise at its least, less all that the batches between may
have been. Reports that may be one batch count once, by the largest; a report up to three days older counts too, for a
register may lag, and so does a period between the totals. Nothing is said where a batch or the earlier total is open
upwards, where a period that reaches beyond may hold the rest, or where no batch lies between, for then the record of
batches is simply not there.

Conflicting:
    add returned 388 --source "Ministry of Reintegration" --as-of 2025-02-03
    add returned +12 --source "Andriy Yermak" --as-of 2025-02-06
    add returned +8 --source "Dmytro Lubinets" --as-of 2025-02-14
    add returned +7 --source "Daria Zarivna" --as-of 2025-03-03
    add returned 1,233 --source "Ministry of Reintegration" --as-of 2025-03-04

Consistent:
    add returned 388 --source "Ministry of Reintegration" --as-of 2025-02-03
    add returned +12 --source "Andriy Yermak" --as-of 2025-02-06
    add returned 400 --source "Ministry of Reintegration" --as-of 2025-03-04
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.consistency.additions import Additions
from tracker.consistency.examination import Examination
from tracker.consistency.series import Series, totals_by_series
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.domain.indicator import STANDING
from tracker.wording.remarks import Remark, Said, detail


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each rise between two totals of a series that follow each other."""
    for series, figures in totals_by_series(examined.book).items():
        rises = [
            (earlier, later, rise) for earlier, later in pairwise(_closed(figures)) if (rise := _rise(earlier, later))
        ]
        if not rises or series.indicator in STANDING:
            continue
        additions = Additions.to(series, examined)
        for earlier, later, rise in rises:
            explained = additions.at_most(earlier.as_of, later.as_of)
            if explained is None or rise <= explained:
                continue
            held = additions.held_beyond(earlier.as_of, later.as_of, series.place)
            if held is not None and rise > explained + held:
                yield _finding(series, earlier, later, rise - explained, explained)


def _closed(figures: Sequence[RecordedFigure]) -> list[RecordedFigure]:
    """The totals that say how many at most, one of each day and number."""
    told = {(figure.as_of, figure.bounds): figure for figure in figures if figure.bounds.high is not None}
    return list(told.values())


def _rise(earlier: RecordedFigure, later: RecordedFigure) -> int:
    """By how many children the total rose at least."""
    if later.as_of.first <= earlier.as_of.last:
        return 0
    return max(0, (later.bounds.low or 0) - (earlier.bounds.high or 0))


def _finding(
    series: Series, earlier: RecordedFigure, later: RecordedFigure, unexplained: int, explained: int
) -> Finding:
    return Finding(
        check="unexplained-rise",
        severity=Severity.NOTE,
        indicator=series.indicator,
        place=series.place,
        sources=(series.source,),
        figures=(earlier.id, later.id),
        detail=detail(Said(Remark.UNEXPLAINED, fact=unexplained), Said(Remark.EXPLAINED, fact=explained)),
    )
