"""Figures that nobody could look up again, and numbers for which one source stands alone.

Why: a page changes or vanishes; without its address, the sentence as printed and an archived copy, a figure can't be
defended. And a number in seventeen papers that all credit one source has been said once, not seventeen times. An
archived copy holds the sentence, so beside one a missing quote is no gap; but a copy that does not hold the printed
number, in digits or in words, is perhaps of another page, and a picture could not be searched for it.

Conflicting:
    add returned 388 --source "Children of War" --publisher "Babel" --as-of 2024-02-01
    add returned 389 --source "Children of War" --as-of 2024-02-02 --url https://example.org/2 --archive other.html

Consistent:
    add returned 388 --source "Children of War" --as-of 2024-02-01 --url https://example.org/1 --archive page.html
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tracker.consistency.independence import independence
from tracker.domain.figure import Basis, RecordedFigure
from tracker.domain.finding import Finding, Severity
from tracker.domain.place import WHOLE
from tracker.domain.table import NO_COPY, NO_FILE, NO_NUMBER, NO_QUOTE, NO_SEARCH, NO_URL
from tracker.wording.remarks import Remark, Said, detail

if TYPE_CHECKING:
    from tracker.consistency.examination import Examination


class Told(NamedTuple):
    """What figures on one indicator lack; the figures are in the order of their numbers."""

    indicator: str
    sources: tuple[str, ...]
    figures: tuple[int, ...]
    remarks: tuple[Remark, ...]


def find(examined: "Examination") -> Iterator[Finding]:
    """For each indicator one finding for each kind of gap, and one for each source that stands alone."""
    yield from together((*_lacking(examined.book.figures), *alone(examined.book.figures)))


def together(told: Iterable[Told]) -> Iterator[Finding]:
    """One finding for each set of figures, with all that they lack."""
    remarks: dict[tuple[int, ...], list[Remark]] = {}
    first: dict[tuple[int, ...], Told] = {}
    for one in told:
        first.setdefault(one.figures, one)
        remarks.setdefault(one.figures, []).extend(one.remarks)
    for figures, one in first.items():
        yield Finding(
            check="thin-evidence",
            severity=Severity.NOTE,
            indicator=one.indicator,
            place=WHOLE,
            sources=one.sources,
            figures=figures,
            detail=detail(*map(Said, remarks[figures])),
        )


def gaps(missing: int) -> tuple[Remark, ...]:
    """What a figure lacks of which this is missing, as `tracker.domain.table.Columns` has it."""
    file = not missing & NO_FILE
    lacking = {
        Remark.NO_URL: missing & NO_URL,
        Remark.NO_QUOTE: missing & NO_QUOTE and not file,
        Remark.NO_ARCHIVE: missing & NO_COPY and not file,
        Remark.NOT_IN_ARCHIVE: missing & NO_NUMBER and file,
        Remark.NOT_SEARCHED: missing & NO_SEARCH and file,
    }
    return tuple(remark for remark, is_lacking in lacking.items() if is_lacking)


def _missing(figure: RecordedFigure) -> int:
    missing = {
        NO_URL: not figure.url,
        NO_QUOTE: not figure.quote,
        NO_FILE: not figure.archive,
        NO_COPY: not figure.archive_url,
        NO_NUMBER: figure.in_archive is False,
        NO_SEARCH: figure.in_archive is None,
    }
    return sum(what for what, is_missing in missing.items() if is_missing)


def _lacking(figures: Iterable[RecordedFigure]) -> Iterator[Told]:
    """The figures of each indicator that lack the same."""
    lacking: dict[tuple[str, tuple[Remark, ...]], list[RecordedFigure]] = {}
    for figure in figures:
        lacking.setdefault((figure.indicator, gaps(_missing(figure))), []).append(figure)
    for (_, missing), some in sorted(lacking.items()):
        if missing:
            yield _told(some, missing)


def alone(figures: Iterable[RecordedFigure]) -> Iterator[Told]:
    """The totals of each source that nobody else gives, though several publish them."""
    printed: dict[tuple[object, ...], list[RecordedFigure]] = {}
    for figure in figures:
        if figure.basis is Basis.TOTAL:  # a batch has one announcer by nature
            printed.setdefault((figure.indicator, figure.place, figure.bounds), []).append(figure)
    by_source: dict[tuple[str, str], list[RecordedFigure]] = {}
    for some in printed.values():
        pages, sources = independence(some)
        if pages > 1 and sources == 1 and len({figure.publisher for figure in some}) > 1:
            by_source.setdefault((some[0].indicator, some[0].source), []).extend(some)
    for _, some in sorted(by_source.items()):
        yield _told(some, (Remark.ONE_SOURCE,))


def _told(some: Sequence[RecordedFigure], remarks: tuple[Remark, ...]) -> Told:
    sources = tuple(sorted({figure.source for figure in some}))
    return Told(some[0].indicator, sources, tuple(sorted(figure.id for figure in some)), remarks)
