"""The store's figures examined, with all that people decided; every command that reports takes them from here."""

from typing import TYPE_CHECKING

from tracker.cli.options import today

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.consistency.check import Check
    from tracker.consistency.examination import Examination
    from tracker.consistency.waivers import Sorted
    from tracker.store.ledger import Store as Ledger


def examined_of(ledger: "Ledger", source: str | None = None) -> "Examination":
    """All figures in force, or those of one source, with the breaks and the decisions on batches."""
    from tracker.consistency.book import Book
    from tracker.consistency.decided import decided
    from tracker.consistency.examination import examine

    book = Book.of(ledger.figures(source=source), ledger.sources(), today(), ledger.breaks())
    held = decided(ledger.decisions())
    return examine(book, held.same, held.distinct)


def found_in(ledger: "Ledger", examined: "Examination", checks: "Iterable[Check] | None" = None) -> "Sorted":
    """What some checks, or all, find of what was examined, held against the waivers."""
    from tracker.consistency.checks import CHECKS, findings
    from tracker.consistency.waivers import sort_out

    return sort_out(findings(examined, CHECKS if checks is None else checks), ledger.waivers(), examined.book.by_id)
