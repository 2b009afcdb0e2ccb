"""Running totals: a mark for each, by its hedge, and a thin line through each named source's own exact totals."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from tracker.reporting.crowd import Column
from tracker.reporting.drawing import Mark, PanelDrawing, Shape
from tracker.reporting.picture.scales import Scale
from tracker.reporting.picture.scene import Item, Lines, Point, Symbols
from tracker.reporting.picture.style import ARROW, ASIDE, DASHES, DOT, NAMED, OTHER, PAPER, colour_of

_CAP = 2.4  # half the width of a range's end
_ENDS = 2.2  # half the height of the ends of an inexact day
_SHORTEST = 3.0  # points; an inexact day shorter than this shows as a plain mark


def total_items(panel: PanelDrawing, named: tuple[str, ...], across: Scale, up: Scale) -> list[Item]:
    """The totals of one panel; those set aside hollow and grey, below the others."""
    items: list[Item] = [
        *crowd_items(panel.crowd, across, up),
        *([] if panel.crowd else _source_lines(panel, named, across, up)),
    ]
    aside = [mark for mark in panel.totals if mark.aside]
    kept: dict[str, list[Mark]] = defaultdict(list)
    for mark in panel.totals:
        if not mark.aside:
            kept[colour_of(mark.source, named)].append(mark)
    items += _marks(aside, ASIDE, PAPER, across, up)
    for colour in sorted(kept):
        items += _marks(kept[colour], colour, colour, across, up)
    return items


def crowd_items(crowd: Sequence[Column], across: Scale, up: Scale, *, from_zero: bool = False) -> list[Item]:
    """An envelope: one upright line for each column."""
    lines: list[tuple[Point, ...]] = []
    for column in crowd:
        x = across.on(column.day)
        low, high = up.at(0 if from_zero else column.low), up.at(column.high)
        # A column with one number is still to be seen.
        lines.append(((x, low + 0.6), (x, high - 0.6)))
    return [Lines(paths=tuple(lines), colour=OTHER, width=0.6)] if lines else []


def place_of(mark: Mark, across: Scale, up: Scale) -> Point:
    """Where a total's mark sits: at its number, in the middle of the days it may speak of."""
    x = (across.clamp(mark.first) + across.clamp(mark.last)) / 2
    if mark.shape is Shape.BAR:
        return x, up.at(((mark.low or 0) + (mark.high or 0)) / 2)
    return x, up.at(mark.number)


def _source_lines(panel: PanelDrawing, named: tuple[str, ...], across: Scale, up: Scale) -> list[Item]:
    items: list[Item] = []
    for source, colour, dash in zip(named, NAMED, DASHES, strict=False):
        own = [mark for mark in panel.totals if mark.source == source and not mark.aside and mark.shape is Shape.DOT]
        breaks = sorted(day for broken, day in panel.breaks if broken == source)
        paths = [path for path in _cut(own, breaks, across, up) if len(path) > 1]
        if paths:
            items.append(Lines(paths=tuple(paths), colour=colour, width=0.8, dash=dash, alpha=0.75))
    return items


def _cut(marks: Iterable[Mark], breaks: list[date], across: Scale, up: Scale) -> list[tuple[Point, ...]]:
    paths: dict[int, list[Point]] = defaultdict(list)
    for mark in marks:
        paths[sum(day <= mark.last for day in breaks)].append(place_of(mark, across, up))
    return [tuple(path) for path in paths.values()]


def _marks(marks: Iterable[Mark], colour: str, fill: str, across: Scale, up: Scale) -> list[Item]:
    at: dict[Shape, list[Point]] = defaultdict(list)
    bars: list[tuple[Point, ...]] = []
    for mark in marks:
        x, y = place_of(mark, across, up)
        at[mark.shape].append((x, y))
        if mark.shape is Shape.BAR:
            bars += _bar(x, up.at(mark.low or 0), up.at(mark.high or 0))
        bars += inexact(across.clamp(mark.first), across.clamp(mark.last), y)
    items: list[Item] = []
    if bars:
        items.append(Lines(paths=tuple(bars), colour=colour, width=1.1))
    if at[Shape.DOT]:
        items.append(Symbols(symbol="dot", at=tuple(at[Shape.DOT]), colour=colour, fill=fill, size=DOT))
    arrows = [
        Symbols(symbol=shape, at=tuple(at[shape]), colour=colour, fill=PAPER, size=ARROW)
        for shape in (Shape.UP, Shape.DOWN)
        if at[shape]
    ]
    return [*items, *arrows]


def _bar(x: float, low: float, high: float) -> list[tuple[Point, ...]]:
    return [
        ((x, low), (x, high)),
        ((x - _CAP, low), (x + _CAP, low)),
        ((x - _CAP, high), (x + _CAP, high)),
    ]


def inexact(left: float, right: float, y: float) -> list[tuple[Point, ...]]:
    """The line over the days that an inexactly dated figure may speak of; none where it would hide in the mark."""
    if right - left < _SHORTEST:
        return []
    return [
        ((left, y), (right, y)),
        ((left, y - _ENDS), (left, y + _ENDS)),
        ((right, y - _ENDS), (right, y + _ENDS)),
    ]
