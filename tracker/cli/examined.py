"""The store's figures examined, with all that people decided; every command that reports takes them from here."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.cli.options import today

if TYPE_CHECKING:
    from datetime import date

    from tracker.consistency.check import Check
    from tracker.consistency.examination import Examination
    from tracker.consistency.independence import Independence
    from tracker.consistency.waivers import Sorted
    from tracker.domain.figure import RecordedFigure
    from tracker.store.ledger import Store as Ledger

LARGE = 5_000
"""With more figures, reading them as columns first costs less than looking at each."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What all checks find in a store.

    Attributes:
        examined: the examination that all conflicts are from; None for a large store without any.
        held: the findings against the waivers.
        figures: the figures in force by number; those of a large store are read as they are asked for, so the store
            must stay open.
        count: how many figures there are on these indicators, None for all, and what they rest on.
    """

    examined: "Examination | None"
    held: "Sorted"
    figures: "Mapping[int, RecordedFigure]"
    count: "Callable[[Iterable[str] | None], tuple[int, Independence]]"


def checked(ledger: "Ledger", known_on: "date | None" = None) -> Checked:
    """What all checks find, as known at the end of that day, UTC; None for now."""
    size = ledger.last_number()
    return _screened(ledger, known_on, size) if size > LARGE else _looked_at(ledger, known_on)


def _looked_at(ledger: "Ledger", known_on: "date | None") -> Checked:
    from tracker.consistency.independence import independence

    examined = examined_of(ledger, known_on)

    def count(indicators: Iterable[str] | None) -> "tuple[int, Independence]":
        figures = [one for one in examined.book.figures if indicators is None or one.indicator in indicators]
        return len(figures), independence(figures)

    return Checked(examined, found_in(ledger, examined, known_on), examined.book.by_id, count)


def _screened(ledger: "Ledger", known_on: "date | None", size: int) -> Checked:
    from tracker.consistency.decided import decided
    from tracker.consistency.screening.known import Known
    from tracker.consistency.screening.pages import pages_and_sources
    from tracker.consistency.screening.screen import screened
    from tracker.consistency.waivers import sort_out

    table = ledger.table(known_on)
    figures = _OnDemand(ledger, known_on, size)
    known = Known(
        ledger.sources(known_on),
        ledger.breaks(known_on),
        decided(ledger.decisions(known_on)),
        _looked_on(known_on),
    )
    found = screened(table, known, figures.read)
    waivers = ledger.waivers(known_on)
    waived = {waiver.finding for waiver in waivers}
    figures.read(key for finding in found.findings if finding.id in waived for key in finding.figures)

    def count(indicators: Iterable[str] | None) -> "tuple[int, Independence]":
        wanted = None if indicators is None else set(indicators)
        return table.count(wanted), pages_and_sources(table, ledger.addresses(wanted, known_on), wanted)

    return Checked(found.examined, sort_out(found.findings, waivers, figures), figures, count)


class _OnDemand(dict[int, "RecordedFigure"]):
    """Figures by number, read from the store when they are first asked for."""

    def __init__(self, ledger: "Ledger", known_on: "date | None", size: int) -> None:
        super().__init__()
        self._ledger, self._known_on, self._size = ledger, known_on, size

    def __missing__(self, key: int) -> "RecordedFigure":
        self.read([key])
        return self[key]

    def read(self, keys: Iterable[int]) -> "list[RecordedFigure]":
        """The figures with these numbers."""
        keys = list(keys)
        unread = {key for key in keys if key not in self}
        # Asking for each of most figures by its number takes longer than reading all.
        ids = unread if 2 * len(unread) < self._size else None
        if unread:
            self.update((figure.id, figure) for figure in self._ledger.figures(ids=ids, known_on=self._known_on))
        return [self[key] for key in keys]


def examined_of(ledger: "Ledger", known_on: "date | None" = None, *, source: str | None = None) -> "Examination":
    """All figures, or those of one source, with the breaks and the decisions on batches.

    Args:
        ledger: the store.
        known_on: as they were in force at the end of that day, UTC, and looked at on it; None for now.
        source: from this source's figures alone; None for all.
    """
    from tracker.consistency.book import Book
    from tracker.consistency.decided import decided
    from tracker.consistency.examination import examine

    figures = ledger.figures(source=source, known_on=known_on)
    book = Book.of(figures, ledger.sources(known_on), _looked_on(known_on), ledger.breaks(known_on))
    held = decided(ledger.decisions(known_on))
    return examine(book, held.same, held.distinct)


def found_in(
    ledger: "Ledger",
    examined: "Examination",
    known_on: "date | None" = None,
    *,
    checks: "Iterable[Check] | None" = None,
) -> "Sorted":
    """What some checks, or all, find of what was examined, held against the waivers of that day; None for now."""
    from tracker.consistency.checking import CHECKS, findings
    from tracker.consistency.waivers import sort_out

    found = findings(examined, CHECKS if checks is None else checks)
    return sort_out(found, ledger.waivers(known_on), examined.book.by_id)


def _looked_on(known_on: "date | None") -> "date":
    return min(known_on, today()) if known_on else today()
