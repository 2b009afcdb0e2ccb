"""All figures examined together: what cannot all be true, what to set aside, and the bounds that the rest support.

For each group of related counts a set of figures of least total weight is set aside, such that all the rest can be
true together. Each figure set aside gets exactly one minimal conflict: against figures of its own series where those
alone rule it out, else of its own cell, else of all. A source that contradicts itself is shown to do so even where
other sources' figures set both of its figures aside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from tracker.consistency.aside import Choice, set_aside
from tracker.consistency.book import Book
from tracker.consistency.bounds_over_time import bounds_over_time
from tracker.consistency.joint import Cell, Copies, Joint, joint
from tracker.consistency.conflicts import conflict_with
from tracker.consistency.proof import Conflict
from tracker.consistency.solver import Clash as Infeasible
from tracker.consistency.solver import Solution, solve
from tracker.domain.bounds import DayBounds
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity, Step
from tracker.domain.indicator import RELATIONS


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
            set_aside=tuple(sorted(figure.id for figure in self.aside.figures)),
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
        solution = solve(self.joint.system.only(self.kept))
        if isinstance(solution, Infeasible):
            raise AssertionError("the figures kept cannot all be true: the choice of what to set aside is at fault")
        return solution

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """One for each figure set aside, in the order of their keys."""
        masked = self._contradicted()
        return tuple(self._clash(key, masked.get(key)) for key in self.choice.aside)

    def _contradicted(self) -> dict[int, Conflict]:
        """The figures that their own source's figures rule out, with the conflict.

        Of several figures of a series that were set aside, those that agree with the series' other figures are taken
        back in, in order, so that the ones they contradict show.
        """
        found = {}
        for series in dict.fromkeys(map(self._series, self.choice.aside)):
            keys = [key for key in range(len(self.joint.copies)) if self._series(key) == series]
            agreeing = {key for key in keys if key in self.kept}
            for key in keys:
                if key in agreeing:
                    continue
                conflict = conflict_with(self.joint.system, agreeing, key)
                if conflict is None:
                    agreeing.add(key)
                else:
                    found[key] = conflict
        return found

    def _clash(self, key: int, contradiction: Conflict | None) -> Clash:
        if contradiction is not None:
            return self._worded(key, contradiction, Reach.SERIES)
        cell = self._cell(key)
        peers = {other for other in self.kept if self._cell(other) == cell}
        conflict = conflict_with(self.joint.system, peers, key)
        if conflict is not None:
            return self._worded(key, conflict, Reach.CELL)
        conflict = conflict_with(self.joint.system, self.kept, key)
        if conflict is None:
            raise AssertionError("a figure was set aside that conflicts with nothing kept")
        return self._worded(key, conflict, Reach.RELATION)

    def _worded(self, key: int, conflict: Conflict, reach: Reach) -> Clash:
        copies = self.joint.copies
        return Clash(
            aside=copies[key],
            others=tuple(copies[other] for other in conflict.figures if other != key),
            steps=tuple(
                Step(
                    figure=copies[step.figure].best.id,
                    after=None if step.after is None else date.fromordinal(step.after),
                    upto=date.fromordinal(step.upto),
                    low=step.low,
                    high=step.high,
                )
                for step in conflict.steps
            ),
            misses_by=conflict.misses_by,
            reach=reach,
        )

    def _cell(self, key: int) -> tuple[str, str]:
        figure = self.joint.copies[key].best
        return figure.indicator, figure.place

    def _series(self, key: int) -> tuple[str, str, str]:
        figure = self.joint.copies[key].best
        return figure.indicator, figure.place, figure.source


@dataclass(frozen=True)
class Examination:
    """A book with its judgements, one for each group of related counts."""

    book: Book
    judgements: tuple[Judgement, ...]

    @cached_property
    def clashes(self) -> tuple[Clash, ...]:
        """All conflicts of all groups."""
        return tuple(clash for judgement in self.judgements for clash in judgement.clashes)

    @property
    def set_aside(self) -> frozenset[int]:
        """The numbers of the figures that the rest is held without."""
        return frozenset(figure.id for clash in self.clashes for figure in clash.aside.figures)

    def bounds(self, indicator: str, place: str, source: str | None = None) -> tuple[DayBounds, ...]:
        """The bounds over time of one count; empty where no figure speaks of it.

        Args:
            indicator: what is counted.
            place: where.
            source: whose own part, for a source that counts only that; None for the count of all.
        """
        cell = Cell(indicator, place, source)
        for judgement in self.judgements:
            if cell in judgement.joint.cells:
                rows = bounds_over_time(judgement.solution, judgement.joint.cells.index(cell))
                return tuple(DayBounds(date.fromordinal(day), low, high) for day, low, high in rows)
        return ()


def examine(book: Book) -> Examination:
    """Examine all figures of the book."""
    judgements = []
    for figures in _related(book):
        one = joint(book, figures)
        judgements.append(Judgement(one, set_aside(one.system, one.weights)))
    return Examination(book, tuple(judgements))


def _related(book: Book) -> Iterator[list[RecordedFigure]]:
    """The figures in groups of indicators that declared relations link."""
    present = sorted({figure.indicator for figure in book.figures})
    group = {indicator: {indicator} for indicator in present}
    for part, whole in RELATIONS:
        if part in group and whole in group:
            merged = group[part] | group[whole]
            group.update(dict.fromkeys(merged, merged))
    for members in dict.fromkeys(map(frozenset, group.values())):
        yield [figure for figure in book.figures if figure.indicator in members]
