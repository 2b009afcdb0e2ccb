"""All figures on related counts as one system, so that they are judged together.

A cell is one indicator at one place. A source that counts everything speaks of its cell; a source that counts only
its own part speaks of a count of its own within the cell, so that against others it bounds from below only. A part
lies within every whole that contains it: a part's batches happened in the whole too, and what bounds a whole's
period from above bounds its parts. That holds where a child is counted by both at the same moment; a child returned
today is among the abducted too, but was abducted before.

What a source counted before a break is something else than what it counts now, so it is a count of its own, an era:
nothing else bears on it, and it bears on nothing else. A figure whose days lie on both sides of a break says nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tracker.consistency.book import Book
from tracker.consistency.claims import claims, lower_claims, upper_claims
from tracker.consistency.counts import Cell, Days
from tracker.consistency.engine.proof import Conflict
from tracker.consistency.engine.system import Claim, System
from tracker.domain.figure import Basis, Figure, RecordedFigure
from tracker.domain.finding import Step
from tracker.domain.indicator import happens_within
from tracker.domain.place import WHOLE
from tracker.domain.span import Span


@dataclass(frozen=True, slots=True)
class Copies:
    """One claim of one source, with every page that prints it; they are kept or set aside as one.

    Attributes:
        figures: at least one; the weightiest first.
        weight: what it costs to set them aside: that of the weightiest, for copies rest on one source.
    """

    figures: tuple[RecordedFigure, ...]
    weight: int

    @property
    def best(self) -> RecordedFigure:
        """The page that stands for all."""
        return self.figures[0]


@dataclass(frozen=True)
class Joint:
    """A system with what its numbers stand for: figure keys are places in `copies`, counts are places in `cells`.

    Attributes:
        copies: the claims, each with its pages.
        cells: the running counts.
        own: for each of the claims the count that it speaks of.
        spans: the days over which an event counts, by figure number, where they are not its own.
    """

    copies: tuple[Copies, ...]
    cells: tuple[Cell, ...]
    own: tuple[int, ...]
    spans: Mapping[int, Days]

    @cached_property
    def system(self) -> System:
        """The claims of all figures on all counts."""
        within = [
            (part, whole)
            for part, inner in enumerate(self.cells)
            for whole, outer in enumerate(self.cells)
            if inner.within(outer)
        ]
        return System(tuple(self._claims(within)), tuple(within))

    @property
    def weights(self) -> Mapping[int, int]:
        """The weight of each figure key."""
        return {key: copies.weight for key, copies in enumerate(self.copies)}

    def steps(self, conflict: Conflict) -> tuple[Step, ...]:
        """The premises of a conflict, with the numbers of the figures that stand for the claims."""
        return tuple(
            Step(
                figure=self.copies[step.figure].best.id,
                after=None if step.after is None else date.fromordinal(step.after),
                upto=date.fromordinal(step.upto),
                low=step.low,
                high=step.high,
            )
            for step in conflict.steps
        )

    def _claims(self, within: Iterable[tuple[int, int]]) -> Iterator[Claim]:
        wholes: dict[int, list[int]] = {}
        parts: dict[int, list[int]] = {}
        for part, whole in within:
            wholes.setdefault(part, []).append(whole)
            parts.setdefault(whole, []).append(part)
        for key, copies in enumerate(self.copies):
            figure, count = self._dated(copies.best), self.own[key]
            yield from claims(figure, key, count)
            if figure.basis is Basis.TOTAL:
                continue  # the order of the counts themselves carries totals from part to whole and back
            for whole in wholes.get(count, ()):
                if happens_within(self.cells[whole].indicator, figure.indicator):
                    yield from lower_claims(figure, key, whole)
            for part in parts.get(count, ()):
                if happens_within(figure.indicator, self.cells[part].indicator):
                    yield from upper_claims(figure, key, part)

    def _dated(self, figure: RecordedFigure) -> RecordedFigure:
        """The figure over the days on which it counts."""
        if figure.id not in self.spans:
            return figure
        first, last = map(date.fromordinal, self.spans[figure.id])
        return replace(figure, as_of=Span(first, last, f"{first}/{last}"))


def joint(book: Book, figures: Iterable[RecordedFigure], spans: Mapping[int, Days]) -> Joint:
    """The figures as one system; they must come in the book's order. Those that a break cuts are left out.

    Args:
        book: what is known of their sources.
        figures: figures on related counts.
        spans: the days over which an event counts, by figure number, where they are not its own.
    """
    grouped: dict[tuple[object, ...], list[RecordedFigure]] = {}
    for figure in figures:
        if not book.is_cut(figure):
            grouped.setdefault(_claimed(figure), []).append(figure)
    copies = []
    for group in grouped.values():
        group.sort(key=book.weight, reverse=True)
        copies.append(Copies(tuple(group), book.weight(group[0])))
    spoken_of = [cell_of(book, one.best) for one in copies]
    cells = tuple(sorted(_with_wholes(spoken_of), key=_rank))
    place = {cell: number for number, cell in enumerate(cells)}
    return Joint(tuple(copies), cells, tuple(place[cell] for cell in spoken_of), spans)


def cell_of(book: Book, figure: Figure) -> Cell:
    """The count that the figure speaks of."""
    era = book.era(figure)
    own = figure.source if era or book.counts_own_part(figure.source) else None
    return Cell(figure.indicator, figure.place, own, era)


def _rank(cell: Cell) -> tuple[str, str, str, date]:
    return cell.indicator, cell.place, cell.source or "", cell.era or date.max


def _with_wholes(cells: Iterable[Cell]) -> set[Cell]:
    """The cells and, of each that no break has ended, the count of all at its place and in the whole."""
    found = set(cells)
    return found | {Cell(cell.indicator, place) for cell in found if cell.era is None for place in (cell.place, WHOLE)}


def _claimed(figure: RecordedFigure) -> tuple[object, ...]:
    return (
        figure.indicator,
        figure.place,
        figure.source,
        figure.basis,
        figure.as_of,
        figure.since,
        figure.bounds,
    )
