"""What the checks find in a large store: figures are looked at one by one only where something may be found of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.consistency.checks.thin_evidence import together
from tracker.consistency.order import in_order
from tracker.consistency.screening.evidence import lacking, of_one_source
from tracker.consistency.screening.groups import can_all_be_true, groups
from tracker.consistency.screening.known import Known
from tracker.consistency.screening.numbers import numbered
from tracker.consistency.screening.reports import undecided
from tracker.consistency.screening.reprints import left_behind
from tracker.consistency.screening.rises import doubtful
from tracker.consistency.screening.silences import last_of_silent, months
from tracker.domain.finding import Finding
from tracker.domain.source import UNATTRIBUTED
from tracker.domain.table import OPEN, FigureColumns, Table

if TYPE_CHECKING:
    from tracker.consistency.batches import Batches
    from tracker.consistency.examination import Examination
    from tracker.consistency.screening.looking import Load, Looking


@dataclass(frozen=True, slots=True)
class Screened:
    """What was found.

    Attributes:
        findings: what all checks find, in the order of a report.
        examined: the examination of the figures that only objects can tell of, every conflict among them; None where
            there are none.
    """

    findings: list[Finding]
    examined: "Examination | None"


def screened(table: Table, known: Known, load: "Load") -> Screened:
    """What all checks find of the figures of a table.

    Args:
        table: all figures in force.
        known: what is known beside them.
        load: gives the figures with some numbers.
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
    if not whole:
        return Screened(in_order(found), None)
    more, examined = _looking(known, load).all_checks(np.concatenate(whole).tolist())
    return Screened(in_order([*more, *found]), examined)


@dataclass(frozen=True, slots=True)
class _Group:
    """Figures on related indicators that can all be true together."""

    columns: FigureColumns
    table: Table
    known: Known
    load: "Load"
    reports: Whole
    held: "Batches | None"

    @classmethod
    def of(cls, columns: FigureColumns, table: Table, known: Known, load: "Load") -> "_Group | None":
        """The group; None where its figures contradict one another, or only objects can tell."""
        decided = known.decided
        reports = undecided(columns, table.sources, (*decided.same, *decided.distinct))
        held = _looking(known, load).batches(reports.tolist()) if len(reports) else None
        sources = {source.name: source for source in known.sources}
        if not can_all_be_true(columns, table, sources, held.spans if held else {}):
            return None
        return cls(columns, table, known, load, reports, held)

    def findings(self) -> Iterator[Finding]:
        """What all checks find; conflicts, misquotations and slips cannot be where all can be true."""
        columns, table = self.columns, self.table
        series = self._series()
        misdated = self._misdated()
        if len(misdated):
            yield from self._looking.misdated(misdated.tolist())
        reprinted = left_behind(columns, series)
        if len(reprinted):
            yield from self._looking.reprinted(reprinted.tolist())
        suspected: list[int] = []
        if self.held:
            yield from self._looking.suspected(self.reports.tolist(), self.held)
            suspected = [key for group in self.held.suspected for key in group.figures]
        for some in doubtful(columns, table, series, suspected):
            yield from self._looking.unexplained(some.tolist(), self.held)
        for last in last_of_silent(columns, table, self.known.today):
            yield self._looking.silent(last.tolist())
        yield from months(columns, table)
        totals = of_one_source(columns, table)
        alone = self._looking.alone(totals.tolist()) if len(totals) else ()
        yield from together((*lacking(columns, table), *alone))

    @property
    def _looking(self) -> "Looking":
        return _looking(self.known, self.load)

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


def _looking(known: Known, load: "Load") -> "Looking":
    """Loads all checks, which a store without a doubtful figure does not need."""
    from tracker.consistency.screening.looking import Looking  # noqa: PLC0415 - as said

    return Looking(known, load)
