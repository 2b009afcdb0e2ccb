"""What a chart shows, as values: which figure is drawn where and how. No page, no pixels, no sentences."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.domain.bounds import DayBounds
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding
from tracker.reporting.crowd import Column


class Shape(StrEnum):
    """How a hedge is drawn."""

    DOT = "dot"  # exact
    UP = "up"  # at least: an open arrow upward from the bound
    DOWN = "down"  # at most: an open arrow downward from the bound
    BAR = "bar"  # a range, "about", "nearly": a bar from low to high


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure as drawn.

    Attributes:
        figure: the figure's number.
        shape: how its hedge is drawn.
        first: the first day it may speak of; a period's first day.
        last: the last day it may speak of.
        low: its lower bound; None where open.
        high: its upper bound; None where open.
        source: who said it.
        value: the words as printed.
        aside: whether the bounds leave it out.
        part: whether it speaks of a part of the panel's place.
        rings: the numbers of the conflicts it is in.
    """

    figure: int
    shape: Shape
    first: date
    last: date
    low: int | None
    high: int | None
    source: str
    value: str
    aside: bool = False
    part: bool = False
    rings: tuple[int, ...] = ()

    @property
    def number(self) -> int:
        """The number at which the mark sits: the bound it has, the upper one of a range."""
        number = self.low if self.shape is Shape.UP else self.high
        return number or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelDrawing:
    """One panel as drawn.

    Attributes:
        indicator: what is counted.
        definition: who is counted.
        place: where.
        totals: the running totals, in order of time.
        batches: the events, in order of time; those of parts of the place too.
        periods: the counts over a span, in order of time.
        band: the joint bounds from the chart's first day to its last; the first row may be earlier.
        breaks: the source and day of each break that is in view.
        crowd: the envelope of further totals, where there are too many to draw each.
        crowded: the number of totals in `crowd`.
        crowd_of_batches: the envelope of further batches.
        crowded_batches: the number of batches in `crowd_of_batches`.
        undrawn: the number of figures that have no mark: totals and periods of parts, and those without a number.
    """

    indicator: str
    definition: str
    place: str
    totals: tuple[Mark, ...]
    batches: tuple[Mark, ...]
    periods: tuple[Mark, ...]
    band: tuple[DayBounds, ...]
    breaks: tuple[tuple[str, date], ...]
    undrawn: int
    crowd: tuple[Column, ...] = ()
    crowded: int = 0
    crowd_of_batches: tuple[Column, ...] = ()
    crowded_batches: int = 0

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks of the panel."""
        return self.totals + self.batches + self.periods

    @property
    def now(self) -> DayBounds | None:
        """The joint bounds at the end of the chart's last day."""
        return self.band[-1] if self.band else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A proven finding with the number that its rings bear.

    Attributes:
        number: from 1.
        finding: what was proved.
        figures: its figures, also those that are out of view; first those set aside, which the chart draws hollow.
    """

    number: int
    finding: Finding
    figures: tuple[RecordedFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole chart.

    Attributes:
        start: the first day of the time axis.
        end: the last day of the time axis; the bounds that the title states hold at its end.
        panels: top to bottom.
        conflicts: the proven findings on figures that are drawn, by number.
        named: the sources that have a colour of their own, most drawn first.
        figures: the figures that are drawn, in the panels' order.
    """

    start: date
    end: date
    panels: tuple[PanelDrawing, ...]
    conflicts: tuple[Conflict, ...]
    named: tuple[str, ...]
    figures: tuple[RecordedFigure, ...]


def shape_of(low: int | None, high: int | None) -> Shape:
    """How bounds are drawn: "fewer than 400" is 0 to 399 by its rule, yet says nothing from below."""
    if high is None:
        return Shape.UP
    if low == high:
        return Shape.DOT
    return Shape.BAR if low else Shape.DOWN
