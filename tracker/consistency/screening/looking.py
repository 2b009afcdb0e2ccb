"""Looking at the figures that a screen could not clear; loads all checks."""

from collections.abc import Callable, Iterable, Iterator

from tracker.consistency.batches import Batches, batches
from tracker.consistency.book import Book
from tracker.consistency.checking import findings
from tracker.consistency.checks import dates, same_batch, silence, stale_copy, unexplained_rise
from tracker.consistency.checks.thin_evidence import Told, alone
from tracker.consistency.examination import Examination, examine
from tracker.consistency.screening.known import Known
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding

Numbers = Iterable[int]
Load = Callable[[Numbers], list[RecordedFigure]]
"""Gives the figures with these numbers."""

_NONE = Batches((), {})


class Looking:
    """The figures of one store, looked at where they are asked for."""

    def __init__(self, known: Known, load: Load) -> None:
        self._known, self._load = known, load

    def batches(self, reports: Numbers) -> Batches:
        """The event reports that something else may report too, held against each other."""
        decided = self._known.decided
        return batches(self._book(reports).figures, decided.same, decided.distinct)

    def all_checks(self, figures: Numbers) -> tuple[list[Finding], Examination]:
        """What all checks find of figures that are examined together."""
        known = self._known
        book = Book.of(self._load(figures), known.sources, known.today, known.breaks)
        examined = examine(book, known.decided.same, known.decided.distinct)
        return findings(examined), examined

    def misdated(self, figures: Numbers) -> Iterator[Finding]:
        """What `dates` finds."""
        return dates.find(self._examined(figures))

    def reprinted(self, totals: Numbers) -> Iterator[Finding]:
        """What `stale-copy` finds."""
        return stale_copy.find(self._examined(totals))

    def suspected(self, reports: Numbers, held: Batches) -> Iterator[Finding]:
        """What `same-batch` finds."""
        return same_batch.find(self._examined(reports, held))

    def unexplained(self, figures: Numbers, held: Batches | None) -> Iterator[Finding]:
        """What `unexplained-rise` finds."""
        return unexplained_rise.find(self._examined(figures, held or _NONE))

    def silent(self, last: Numbers) -> Finding:
        """The finding of `silence` for a source that gave these figures on its last day."""
        return silence.silent_source(self._book(last).figures[0])

    def alone(self, totals: Numbers) -> Iterator[Told]:
        """What `thin-evidence` says of totals for which one source may stand alone."""
        return alone(self._book(totals).figures)

    def _book(self, figures: Numbers) -> Book:
        return Book.of(self._load(figures), self._known.sources, self._known.today)

    def _examined(self, figures: Numbers, held: Batches = _NONE) -> Examination:
        return Examination(self._book(figures), (), held)
