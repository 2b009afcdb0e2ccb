"""A page as a list of simple shapes, placed in points (1/72 inch) from its top left corner."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines that are drawn alike.

    Attributes:
        paths: each a run of points, joined in order.
        colour: as matplotlib writes it.
        width: in points.
        dash: lengths of dash and gap in points; empty for a full line.
        alpha: 1 hides what lies below.
    """

    paths: tuple[tuple[Point, ...], ...]
    colour: str
    width: float
    dash: tuple[float, ...] = ()
    alpha: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Areas that are filled alike; `edge` is the outline's colour, empty for none."""

    outlines: tuple[tuple[Point, ...], ...]
    fill: str
    edge: str = ""
    alpha: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """One symbol at several places.

    Attributes:
        symbol: `dot`, `up`, `down`, `ring`, `faint ring`.
        at: where; an arrow's foot, the middle of any other.
        colour: of its outline.
        fill: of its inside.
        size: in points.
    """

    symbol: str
    at: tuple[Point, ...]
    colour: str
    fill: str
    size: float


@dataclass(frozen=True, slots=True)
class Pen:
    """How text is written: its size in points, colour and weight."""

    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text.

    Attributes:
        at: a point on its base line: the left end, the middle or the right end, as `across` says.
        text: what it says.
        pen: how it is written.
        across: `left`, `center` or `right`.
        backed: whether it stands on a white ground, so that it can be read over marks.
    """

    at: Point
    text: str
    pen: Pen
    across: Literal["left", "center", "right"] = "left"
    backed: bool = False


Item = Lines | Areas | Symbols | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A page: its width and height in points, and what is on it, bottom first."""

    width: float
    height: float
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An upright rectangle on the page, in points."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def outline(self) -> tuple[Point, ...]:
        """Its four corners."""
        return (self.left, self.top), (self.right, self.top), (self.right, self.bottom), (self.left, self.bottom)

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Tops for labels stacked in one column: as near as can be to where each is wanted, and none over another.

    Args:
        wanted: the middle that each label would like, top to bottom.
        heights: the height of each.
        top: where the column begins.
        bottom: where it ends; overrun only when the labels together are taller than the column.
    """
    tops: list[float] = []
    edge = top
    for middle, height in zip(wanted, heights, strict=True):
        tops.append(max(edge, middle - height / 2))
        edge = tops[-1] + height
    limit = bottom
    for index in reversed(range(len(tops))):
        tops[index] = min(tops[index], limit - heights[index])
        limit = tops[index]
    over = top - tops[0] if tops else 0.0
    return [value + over for value in tops] if over > 0 else tops
