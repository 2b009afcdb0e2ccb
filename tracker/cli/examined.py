"""The store's figures examined, with all that people decided; every command that reports takes them from here."""

from typing import TYPE_CHECKING

from tracker.cli.options import today

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.consistency.check import Check
    from tracker.consistency.examination import Examination
    from tracker.consistency.waivers import Sorted
    from tracker.store.ledger import Store as Ledger


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
    on = min(known_on, today()) if known_on else today()
    book = Book.of(figures, ledger.sources(known_on), on, ledger.breaks(known_on))
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
    from tracker.consistency.checks import CHECKS, findings
    from tracker.consistency.waivers import sort_out

    found = findings(examined, CHECKS if checks is None else checks)
    return sort_out(found, ledger.waivers(known_on), examined.book.by_id)
