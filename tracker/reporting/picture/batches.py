"""Batches as bars from 0 on an axis of their own: each is what one report says came at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tracker.reporting.drawing import Mark, Shape
from tracker.reporting.phrases import Phrases
from tracker.reporting.picture.scales import Scale
from tracker.reporting.picture.scene import Areas, Item, Lines, Point, Symbols, Text
from tracker.reporting.picture.style import ARROW, ASIDE, BAR_WIDTH, PAPER, SMALL_SOFT, colour_of
from tracker.reporting.picture.totals import inexact

_LABELS = 6  # the largest batches bear their number, as far as there is room
_APART = 22.0


def batch_items(
    marks: Sequence[Mark], named: tuple[str, ...], across: Scale, up: Scale, phrases: Phrases
) -> list[Item]:
    """The bars, each in the middle of the days it may speak of, with a line over those days where they are several."""
    groups: dict[str, list[Mark]] = defaultdict(list)
    for mark in marks:
        groups[ASIDE if mark.aside else colour_of(mark.source, named)].append(mark)
    items: list[Item] = []
    for colour in sorted(groups):
        items += _bars(groups[colour], colour, across, up)
    return items + _numbers(marks, across, up, phrases)


def top_of(mark: Mark, across: Scale, up: Scale) -> Point:
    """The middle of a bar's upper end."""
    return (across.clamp(mark.first) + across.clamp(mark.last)) / 2, up.at(mark.number)


def _bars(marks: Iterable[Mark], colour: str, across: Scale, up: Scale) -> list[Item]:
    full: list[tuple[Point, ...]] = []
    hollow: list[tuple[Point, ...]] = []
    days: list[tuple[Point, ...]] = []
    open_up: list[Point] = []
    for mark in marks:
        x, y = top_of(mark, across, up)
        known = 0 if mark.aside else mark.low or 0
        most = known if mark.high is None else mark.high
        if mark.aside and mark.low:
            most = max(most, mark.low)
        if known:
            full.append(_bar(x, up.at(0), up.at(known)))
        if most > known:
            hollow.append(_bar(x, up.at(known), up.at(most)))
        if mark.shape is Shape.UP:
            open_up.append((x, y))
        days += inexact(across.clamp(mark.first), across.clamp(mark.last), y)
    items: list[Item] = []
    if days:
        items.append(Lines(paths=tuple(days), colour=colour, width=0.7, alpha=0.7))
    if full:
        items.append(Areas(outlines=tuple(full), fill=colour, alpha=0.9))
    if hollow:
        items.append(Areas(outlines=tuple(hollow), fill=PAPER, edge=colour))
    if open_up:
        items.append(Symbols(symbol="up", at=tuple(open_up), colour=colour, fill=PAPER, size=ARROW * 0.8))
    return items


def _bar(x: float, low: float, high: float) -> tuple[Point, ...]:
    left, right = x - BAR_WIDTH / 2, x + BAR_WIDTH / 2
    return (left, low), (left, high), (right, high), (right, low)


def _numbers(marks: Sequence[Mark], across: Scale, up: Scale, phrases: Phrases) -> list[Item]:
    taken: list[float] = []
    items: list[Item] = []
    for mark in sorted(marks, key=lambda mark: (-mark.number, mark.last, mark.figure)):
        x, y = top_of(mark, across, up)
        if len(taken) == _LABELS:
            break
        if mark.shape is Shape.DOT and not mark.rings and all(abs(x - other) >= _APART for other in taken):
            taken.append(x)
            items.append(Text(at=(x, y - 2.5), text=phrases.number(mark.number), pen=SMALL_SOFT, across="center"))
    return items
