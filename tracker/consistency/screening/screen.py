"""What the checks find in a large store: figures are looked at one by one only where something may be found of them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.batches import Batches, batches
from tracker.consistency.book import Book
from tracker.consistency.checks import dates, findings, in_order, same_batch, silence, stale_copy, unexplained_rise
from tracker.consistency.checks.thin_evidence import alone, together
from tracker.consistency.decided import Decided
from tracker.consistency.examination import Examination, examine
from tracker.consistency.screening.evidence import lacking, of_one_source
from tracker.consistency.screening.groups import can_all_be_true, groups
from tracker.consistency.screening.numbers import numbered
from tracker.consistency.screening.reports import undecided
from tracker.consistency.screening.reprints import left_behind
from tracker.consistency.screening.rises import doubtful
from tracker.consistency.screening.silences import last_of_silent, months
from tracker.domain.decision import Break
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding
from tracker.domain.source import UNATTRIBUTED, Source
from tracker.domain.table import OPEN, Columns, Table


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beside the figures.

    Attributes:
        sources: what is known of the sources.
        breaks: the days on which sources changed what they count.
        decided: what people decided about batches.
        today: the day on which the figures are looked at.
    """

    sources: Collection[Source]
    breaks: Collection[Break]
    decided: Decided
    today: date


@dataclass(frozen=True, slots=True)
class Screened:
    """What was found.

    Attributes:
        findings: what all checks find, in the order of a report.
        examined: the examination of the figures that only objects can tell of; every conflict is among them.
    """

    findings: list[Finding]
    examined: Examination


Load = Callable[[Iterable[int]], list[RecordedFigure]]
"""Gives the figures with these numbers."""


def screened(table: Table, known: Known, load: Load) -> Screened:
    """What all checks find of the figures of a table.

    Args:
        table: all figures in force.
        known: what is known beside them.
        load: how to get at single ones.
    """
    found: list[Finding] = []
    whole: list[Whole] = []
    for members, columns in groups(table):
        # Breaks cut series, which no column tells.
        broken = any(one.indicator in members for one in known.breaks)
        group = None if broken else _Group.of(columns, table, known, load)
        if group is None:
            whole.append(columns.id)
        else:
            found += group.findings()
    figures = load(np.concatenate(whole).tolist()) if whole else ()
    book = Book.of(figures, known.sources, known.today, known.breaks)
    examined = examine(book, known.decided.same, known.decided.distinct)
    return Screened(in_order([*findings(examined), *found]), examined)


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures on related indicators that can all be true together."""

    columns: Columns
    table: Table
    known: Known
    load: Load
    reports: tuple[RecordedFigure, ...]
    held: Batches

    @classmethod
    def of(cls, columns: Columns, table: Table, known: Known, load: Load) -> "_Group | None":
        """The group; None where its figures contradict one another, or only objects can tell."""
        decided = known.decided
        numbers = undecided(columns, table.sources, (*decided.same, *decided.distinct))
        reports = Book.of(load(numbers.tolist()), known.sources, known.today).figures if len(numbers) else ()
        held = batches(reports, decided.same, decided.distinct)
        sources = {source.name: source for source in known.sources}
        if not can_all_be_true(columns, table, sources, held.spans):
            return None
        return cls(columns, table, known, load, reports, held)

    def findings(self) -> Iterator[Finding]:
        """What all checks find; conflicts, misquotations and slips cannot be where all can be true."""
        columns, table = self.columns, self.table
        series = self._series()
        yield from dates.find(self._examined(self._misdated()))
        yield from stale_copy.find(self._examined(left_behind(columns, series)))
        yield from same_batch.find(self._of(self.reports))
        suspected = [key for group in self.held.suspected for key in group.figures]
        for some in doubtful(columns, table, series, suspected):
            yield from unexplained_rise.find(self._examined(some))
        for last in last_of_silent(columns, table, self.known.today):
            yield silence.silent_source(self._examined(last).book.figures[0])
        yield from months(columns, table)
        yield from together(
            (*lacking(columns, table), *alone(self._examined(of_one_source(columns, table)).book.figures))
        )

    def _series(self) -> Whole:
        """For each figure the number of its series, as `tracker.consistency.series` has it."""
        unattributed = [number for number, name in self.table.sources.items() if name == UNATTRIBUTED]
        publisher = np.where(np.isin(self.columns.source, unattributed), self.columns.publisher, OPEN)
        return numbered(self.columns.indicator, self.columns.place, self.columns.source, publisher)

    def _misdated(self) -> Whole:
        """The numbers of the figures whose dates cannot be."""
        columns = self.columns
        wrong = (columns.published_last != OPEN) & (columns.published_last < columns.as_of_first)
        wrong |= columns.as_of_first > self.known.today.toordinal()
        wrong |= columns.since_first > columns.as_of_last
        numbers: Whole = columns.id[wrong]
        return numbers

    def _examined(self, numbers: Whole) -> Examination:
        return self._of(self.load(numbers.tolist()) if len(numbers) else ())

    def _of(self, figures: Iterable[RecordedFigure]) -> Examination:
        return Examination(Book.of(figures, self.known.sources, self.known.today), (), self.held)
