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


def find(examined: Examination) -> Iterator[Finding]:
    """One finding for each fault of a figure's dates."""
    for figure in examined.book.figures:
        for fault in _faults(figure, examined.book.today):
            yield Finding(
                check="dates",
                severity=Severity.ERROR,
                indicator=figure.indicator,
                place=figure.place,
                sources=(figure.source,),
                figures=(figure.id,),
                detail=fault,
            )


def _faults(figure: RecordedFigure, today: date) -> Iterator[str]:
    if figure.published is not None and figure.published.last < figure.as_of.first:
        yield "published-before-as-of"
    if figure.as_of.first > today:
        yield "as-of-in-future"
    if figure.since is not None and figure.since.first > figure.as_of.last:
        yield "since-after-as-of"
