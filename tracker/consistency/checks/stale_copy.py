"""Words printed again after newer figures of their source have left them behind.

Why: a sentence such as "fewer than 400 have returned" is copied from one article to the next for months. The reprint
looks like news of its day, and beside fresh figures it looks like a contradiction. Newer figures that leave words
behind are first-hand ones, or exact ones that somebody credits to the same source, which were known after the words
were first printed and before they were printed again.

Conflicting:
    add returned "fewer than 400" --source "Children of War" --publisher "The Kyiv Independent" --as-of 2023-12-16
    add returned 1,233 --source "Children of War" --as-of 2024-02-01
    add returned "fewer than 400" --source "Children of War" --publisher "The Kyiv Independent" --as-of 2024-02-20

Consistent:
    add returned "fewer than 400" --source "Children of War" --publisher "The Kyiv Independent" --as-of 2023-12-16
    add returned 388 --source "Children of War" --as-of 2024-02-01
    add returned "fewer than 400" --source "Children of War" --publisher "The Kyiv Independent" --as-of 2024-02-20
"""

from collections.abc import Iterator, Sequence

from tracker.consistency.examination import Examination
from tracker.consistency.series import Series, exact, totals_by_series
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.domain.indicator import STANDING
from tracker.wording.remarks import Remark, Said, detail


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each wording that was left behind, with all its later copies."""
    for series, figures in totals_by_series(examined.book).items():
        if series.indicator in STANDING:
            continue  # it may stand at an earlier number again
        dated = sorted(figures, key=lambda figure: (figure.known_by, figure.as_of))
        printed: dict[object, list[RecordedFigure]] = {}
        for figure in dated:
            printed.setdefault(figure.bounds, []).append(figure)
        for copies in printed.values():
            if len(copies) > 1:
                yield from _left_behind(series, copies, dated)


def _left_behind(
    series: Series, copies: Sequence[RecordedFigure], dated: Sequence[RecordedFigure]
) -> Iterator[Finding]:
    first = copies[0]
    known = max(
        (figure.bounds.low or 0 for figure in dated if figure.known_by <= first.known_by and figure is not first),
        default=0,
    )
    news = [
        figure
        for figure in dated
        if (figure.first_hand or exact(figure))
        and figure.known_by > first.known_by
        and (figure.bounds.low or 0) > max(known, _says(first))
    ]
    stale = {}
    for copy in copies[1:]:
        for newer in news:
            if newer.known_by <= copy.known_by and newer.as_of.last <= copy.as_of.first:
                stale[copy.id] = newer.id
    if stale:
        yield Finding(
            check="stale-copy",
            severity=Severity.WARNING,
            indicator=series.indicator,
            place=series.place,
            sources=(series.source,),
            figures=tuple(sorted({first.id, *stale, *stale.values()})),
            detail=detail(*(Said(Remark.OLDER_THAN, figure=copy, fact=newer) for copy, newer in stale.items())),
        )


def _says(figure: RecordedFigure) -> int:
    """The most that the words allow, or, where they allow any number, the least."""
    return figure.bounds.low or 0 if figure.bounds.high is None else figure.bounds.high
