"""Figures that nobody could look up again, and numbers for which one source stands alone.

Why: a page changes or vanishes; without its address, the sentence as printed and an archived copy, a figure can't be
defended. And a number in seventeen papers that all credit one source has been said once, not seventeen times. An
archived copy holds the sentence, so beside one a missing quote is no gap.

Conflicting:
    add returned 388 --source "Children of War" --publisher "Babel" --as-of 2024-02-01

Consistent:
    add returned 388 --source "Children of War" --as-of 2024-02-01 --url https://example.org/1 --archive page.html
"""

from collections.abc import Iterable, Iterator

from tracker.consistency.examination import Examination
from tracker.consistency.independence import independence
from tracker.domain.figure import Basis, RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.domain.place import WHOLE
from tracker.wording.remarks import Remark, Said, detail

Told = tuple[tuple[RecordedFigure, ...], tuple[Remark, ...]]


def find(examined: Examination) -> Iterator[Finding]:
    """For each indicator one finding for each kind of gap, and one for each source that stands alone."""
    said: dict[tuple[RecordedFigure, ...], list[Remark]] = {}
    for some, gaps in (*_lacking(examined.book.figures), *_alone(examined.book.figures)):
        said.setdefault(some, []).extend(gaps)
    for figures, remarks in said.items():
        yield Finding(
            check="thin-evidence",
            severity=Severity.NOTE,
            indicator=figures[0].indicator,
            place=WHOLE,
            sources=tuple(sorted({figure.source for figure in figures})),
            figures=tuple(figure.id for figure in figures),
            detail=detail(*map(Said, remarks)),
        )


def _lacking(figures: Iterable[RecordedFigure]) -> Iterator[Told]:
    """The figures of each indicator that lack the same."""
    lacking: dict[tuple[str, tuple[Remark, ...]], list[RecordedFigure]] = {}
    for figure in figures:
        lacking.setdefault((figure.indicator, tuple(_gaps(figure))), []).append(figure)
    for (_, gaps), some in sorted(lacking.items()):
        if gaps:
            yield _in_order(some), gaps


def _alone(figures: Iterable[RecordedFigure]) -> Iterator[Told]:
    """The totals of each source that nobody else gives, though several publish them."""
    printed: dict[tuple[object, ...], list[RecordedFigure]] = {}
    for figure in figures:
        if figure.basis is Basis.TOTAL:  # a batch has one announcer by nature
            printed.setdefault((figure.indicator, figure.place, figure.bounds), []).append(figure)
    alone: dict[tuple[str, str], list[RecordedFigure]] = {}
    for some in printed.values():
        pages, sources = independence(some)
        if pages > 1 and sources == 1 and len({figure.publisher for figure in some}) > 1:
            alone.setdefault((some[0].indicator, some[0].source), []).extend(some)
    for _, some in sorted(alone.items()):
        yield _in_order(some), (Remark.ONE_SOURCE,)


def _gaps(figure: RecordedFigure) -> Iterator[Remark]:
    if not figure.url:
        yield Remark.NO_URL
    if not figure.quote and not figure.archive:
        yield Remark.NO_QUOTE
    if not figure.archive:
        yield Remark.NO_ARCHIVE


def _in_order(figures: Iterable[RecordedFigure]) -> tuple[RecordedFigure, ...]:
    return tuple(sorted(figures, key=lambda figure: figure.id))
