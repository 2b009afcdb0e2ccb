"""The joint bounds over time as a light band; an open end fades out and is never drawn to a limit."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from tracker.domain.bounds import DayBounds
from tracker.reporting.picture.scales import Scale
from tracker.reporting.picture.scene import Areas, Item, Lines, Point
from tracker.reporting.picture.style import BAND, BAND_EDGE

_FADE = 26.0  # points over which an open end fades
_STRIPS = 8

Step = tuple[DayBounds, date, date]
"""A row and the first and last day it holds in view."""


def band_items(band: Sequence[DayBounds], view: tuple[date, date], across: Scale, up: Scale) -> list[Item]:
    """The band between two days."""
    steps = list(_steps(band, view))
    items: list[Item] = []
    edges: list[tuple[Point, ...]] = []
    for (open_low, open_high), group in groupby(steps, key=lambda step: (step[0].low is None, step[0].high is None)):
        run = list(group)
        low = None if open_low else _edge([(row.low or 0, first, last) for row, first, last in run], across, up)
        high = None if open_high else _edge([(row.high or 0, first, last) for row, first, last in run], across, up)
        edges += [edge for edge in (low, high) if edge]
        if low and high:
            items.append(Areas(outlines=((*low, *reversed(high)),), fill=BAND, alpha=0.3))
        elif low:
            items += _fade(low, -_FADE, limit=up.end)
        elif high:
            items += _fade(high, _FADE, limit=up.start)
    return [*items, Lines(paths=tuple(edges), colour=BAND_EDGE, width=0.9)] if edges else []


def _steps(band: Sequence[DayBounds], view: tuple[date, date]) -> Iterator[Step]:
    start, end = view
    # The last row holds at the end of the last day, so it is drawn over that day.
    ends = [*(row.on for row in band[1:]), end + timedelta(days=1)]
    for row, after in zip(band, ends, strict=False):
        yield row, max(row.on, start), after


def _edge(steps: list[tuple[int, date, date]], across: Scale, up: Scale) -> tuple[Point, ...]:
    points: list[Point] = []
    for number, first, last in steps:
        points += [(across.on(first), up.at(number)), (across.on(last), up.at(number))]
    return tuple(points)


def _fade(edge: tuple[Point, ...], reach: float, limit: float) -> list[Item]:
    """Strips that grow fainter away from `edge`, up to `reach` points, and not beyond `limit`."""
    clamp = max if reach < 0 else min
    strips: list[Item] = []
    for strip in range(1, _STRIPS + 1):
        # The strips lie over each other, so equal faint ones add up to a fade.
        far = tuple((x, clamp(y + reach * strip / _STRIPS, limit)) for x, y in reversed(edge))
        strips.append(Areas(outlines=((*edge, *far),), fill=BAND, alpha=0.3 / _STRIPS))
    return strips
