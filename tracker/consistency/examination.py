"""All figures examined together: what cannot all be true, what to set aside, and the bounds that the rest support.

For each group of related counts a set of figures of least total weight is set aside, such that all the rest can be
true together. Each figure set aside gets exactly one minimal conflict: against figures of its own series where those
alone rule it out, else of its own cell, else of all. A source that contradicts itself is shown to do so even where
other sources' figures set both of its figures aside.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from tracker.consistency.batches import Batches, Decisions, batches
from tracker.consistency.book import Book
from tracker.consistency.choosing.aside import Choice, set_aside
from tracker.consistency.counts import Cell
from tracker.consistency.engine.bounds_over_time import bounds_over_time
from tracker.consistency.engine.conflicts import Ground
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.engine.solver import Solution, solve
from tracker.consistency.joint import Copies, Joint, joint
from tracker.consistency.series import bearing
from tracker.domain.bounds import DayBounds
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity, Step
from tracker.domain.indicator import STANDING, related
from tracker.domain.source import UNATTRIBUTED

Name = TypeVar("Name")


class Reach(Enum):
    """How far a conflict reaches."""

    SERIES = "one source, one count"
    CELL = "several sources, one count"
    RELATION = "several counts"


@dataclass(frozen=True, slots=True)
class Clash:
    """One figure set aside, with the minimal conflict that puts it against others.

    Attributes:
        aside: the claim set aside, with all its copies.
        others: the claims that rule it out together, at least one page each.
        steps: the proof, as premises whose sum is impossible.
        misses_by: by how many children.
        reach: how far it reaches.
    """

    aside: Copies
    others: tuple[Copies, ...]
    steps: tuple[Step, ...]
    misses_by: int
    reach: Reach

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose figures they are, in alphabetical order."""
        return tuple(sorted({copies.best.source for copies in (self.aside, *self.others)}))

    @property
    def set_aside(self) -> tuple[int, ...]:
        """The numbers of the figures that are set aside, all copies of one claim, in order."""
        return tuple(sorted(figure.id for figure in self.aside.figures))

    def finding(self, check: str, severity: Severity) -> Finding:
        """The clash as a check reports it."""
        return Finding(
            check=check,
            severity=severity,
            indicator=self.aside.best.indicator,
            place=self.aside.best.place,
            sources=self.sources,
            figures=tuple(sorted(copies.best.id for copies in (self.aside, *self.others))),
            misses_by=self.misses_by,
            proof=self.steps,
            set_aside=self.set_aside,
        )


@dataclass(frozen=True)
class Judgement:
    """One group of related counts, judged.

    Attributes:
        joint: the figures as a system.
        choice: what is set aside, and how good that choice is proved to be.
    """

    joint: Joint
    choice: Choice

    @cached_property
    def kept(self) -> frozenset[int]:
        """The keys of the figures that can all be true together."""
        return frozenset(range(len(self.joint.copies))) - frozenset(self.choice.aside)

    @cached_property
    def solution(self) -> Solution:
        """The range of every count on every day, from the figures kept."""
        match solve(self.joint.system.only(self.kept)):
            case Solution() as solution:
                return solution
            case _:
                raise AssertionError("the figures kept cannot all be true: the choice of what to set aside is at fault")

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """One for each figure set aside, in the order of their keys."""
        contradicted = self._contradicted()
        disputed = self._disputed([key for key in self.choice.aside if key not in contradicted])
        found = [(key, contradicted[key], Reach.SERIES) for key in contradicted]
        found += [(key, disputed[key], Reach.CELL) for key in disputed]
        rest = [key for key in self.choice.aside if key not in contradicted and key not in disputed]
        if rest:
            ground = self._ground(self.kept, rest)
            found += [(key, _needed(ground.conflict_with(key)), Reach.RELATION) for key in rest]
        return tuple(self._clash(key, conflict, reach) for key, conflict, reach in sorted(found, key=itemgetter(0)))

    def _contradicted(self) -> dict[int, Conflict]:
        """The figures that their own source's figures rule out, with the conflict.

        Of several figures of a series that were set aside, those that agree with the series' other figures are taken
        back in, in order, so that the ones they contradict show.
        """
        found = {}
        for keys in self._by(self._series).values():
            agreeing = set(keys & self.kept)
            for key in sorted(keys - self.kept):
                conflict = self._ground(agreeing, [key]).conflict_with(key)
                if conflict is None:
                    agreeing.add(key)
                else:
                    found[key] = conflict
        return found

    def _disputed(self, aside: Iterable[int]) -> dict[int, Conflict]:
        """Of the figures set aside, those that figures kept in their own cell rule out, with the conflict."""
        found = {}
        cells = self._by(self._cell)
        for cell, keys in groupby(sorted(aside, key=self._cell), key=self._cell):
            left = list(keys)
            ground = self._ground(cells[cell] & self.kept, left)
            for key in left:
                conflict = ground.conflict_with(key)
                if conflict is not None:
                    found[key] = conflict
        return found

    def _ground(self, kept: Collection[int], against: Iterable[int]) -> Ground:
        return Ground(self.joint.system.only({*kept, *against}), kept)

    def _by(self, name: Callable[[int], Name]) -> dict[Name, set[int]]:
        """The keys of all figures, grouped."""
        groups: dict[Name, set[int]] = {}
        for key in range(len(self.joint.copies)):
            groups.setdefault(name(key), set()).add(key)
        return groups

    def _clash(self, key: int, conflict: Conflict, reach: Reach) -> Clash:
        copies = self.joint.copies
        return Clash(
            aside=copies[key],
            others=tuple(copies[other] for other in conflict.figures if other != key),
            steps=self.joint.steps(conflict),
            misses_by=conflict.misses_by,
            reach=reach,
        )

    def _cell(self, key: int) -> tuple[str, str]:
        figure = self.joint.copies[key].best
        return figure.indicator, figure.place

    def _series(self, key: int) -> tuple[str, str, str]:
        figure = self.joint.copies[key].best
        source = figure.source
        if source == UNATTRIBUTED:
            source = f"{UNATTRIBUTED} in {figure.publisher}"
        return figure.indicator, figure.place, source


@dataclass(frozen=True)
class Examination:
    """A book with its judgements, one for each group of related counts, and its batches."""

    book: Book
    judgements: tuple[Judgement, ...]
    batches: Batches

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """All conflicts of all groups."""
        return tuple(clash for judgement in self.judgements for clash in judgement.clashes)

    @property
    def set_aside(self) -> frozenset[int]:
        """The numbers of the figures that the rest is held without."""
        return frozenset(number for clash in self.clashes for number in clash.set_aside)

    def bounds(self, indicator: str, place: str, source: str | None = None) -> tuple[DayBounds, ...]:
        """The bounds over time of one count; empty where no figure speaks of it.

        Args:
            indicator: what is counted.
            place: where.
            source: whose own part, for a source that counts only that; None for the count of all.
        """
        cell = Cell(indicator, place, source)
        rows: dict[int, tuple[int | None, int | None]] = {}
        for judgement in self.judgements:
            if cell in judgement.joint.cells:
                found = bounds_over_time(judgement.solution, judgement.joint.cells.index(cell))
                if indicator in STANDING:
                    day, low, high = found[0]  # the one day that this judgement speaks of
                    rows |= {day: (low, high), day + 1: (None, None)}
                else:
                    rows = {day: (low, high) for day, low, high in found}
        return tuple(DayBounds(date.fromordinal(day), low, high) for day, (low, high) in rows.items())


def examine(book: Book, same: Decisions = (), distinct: Decisions = ()) -> Examination:
    """Examine all figures of the book.

    Args:
        book: the figures in force.
        same: sets of figures that a person decided report one batch.
        distinct: sets of figures of which a person decided that no two report one batch.
    """
    held = _batches(book, same, distinct)
    judgements = []
    for figures in _related(book):
        one = joint(book, figures, held.spans)
        judgements.append(Judgement(one, set_aside(one.system, one.weights)))
    return Examination(book, tuple(judgements), held)


def _batches(book: Book, same: Decisions, distinct: Decisions) -> Batches:
    """The event reports held against each other, each era by itself: its count is never added to another."""
    if not book.breaks:
        return batches(book.figures, same, distinct)
    parts: dict[tuple[str, str, date] | None, list[RecordedFigure]] = {}
    for figure in book.figures:
        if not book.is_cut(figure):
            era = book.era(figure)
            parts.setdefault((figure.indicator, figure.source, era) if era else None, []).append(figure)
    held = [batches(figures, same, distinct) for figures in parts.values()]
    return Batches(
        tuple(group for one in held for group in one.suspected),
        {key: days for one in held for key, days in one.spans.items()},
    )


def _related(book: Book) -> Iterator[list[RecordedFigure]]:
    """The figures in groups of indicators that declared relations link; those on a standing count day by day."""
    for members in related(figure.indicator for figure in book.figures):
        figures = [figure for figure in book.figures if figure.indicator in members]
        # A standing count is linked to none.
        yield from bearing(figures, min(members))


def _needed(conflict: Conflict | None) -> Conflict:
    if conflict is None:
        raise AssertionError("a figure was set aside that conflicts with nothing kept")
    return conflict
