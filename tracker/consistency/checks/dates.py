"""Dates that cannot be: published before the day spoken of, a day in the future, a period that ends before it starts.

Why: nobody can publish a running count before the day it speaks of, so one of the two dates was mistyped, or the day
spoken of was a forecast.

Conflicting:
    add returned 388 --source "Children of War" --as-of 2024-02-05 --published 2024-02-01

Consistent:
    add returned 388 --source "Children of War" --as-of 2024-02-01 --published 2024-02-05
"""

from collections.abc import Iterator
from datetime import date

from tracker.consistency.examination import Examination
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.wording.remarks import Remark, Said, detail


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each figure whose dates cannot be, with all that is wrong with them."""
    for figure in examined.book.figures:
        faults = list(_faults(figure, examined.book.today))
        if faults:
            yield Finding(
                check="dates",
                severity=Severity.ERROR,
                indicator=figure.indicator,
                place=figure.place,
                sources=(figure.source,),
                figures=(figure.id,),
                detail=detail(*faults),
            )


def _faults(figure: RecordedFigure, today: date) -> Iterator[Said]:
    if figure.published is not None and figure.published.last < figure.as_of.first:
        yield Said(Remark.PUBLISHED_BEFORE_AS_OF)
    if figure.as_of.first > today:
        yield Said(Remark.AS_OF_IN_FUTURE)
    if figure.since is not None and figure.since.first > figure.as_of.last:
        yield Said(Remark.SINCE_AFTER_AS_OF)
