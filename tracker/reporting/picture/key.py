"""The small key that explains the marks, with only those that are drawn."""

from collections.abc import Callable, Iterator

from tracker.reporting.drawing import Drawing, Shape
from tracker.reporting.phrases import Phrases
from tracker.reporting.picture.letters import measure
from tracker.reporting.picture.scene import Areas, Item, Lines, Point, Symbols, Text
from tracker.reporting.picture.style import (
    ARROW,
    ASIDE,
    BAND,
    BAND_EDGE,
    DOT,
    MARGIN,
    OTHER,
    PAGE_WIDTH,
    PAPER,
    RING,
    RING_SIZE,
    SMALL_SOFT,
)

_ROW = 14.0
_SYMBOL = 13.0  # the room for a symbol
_GAP = 13.0


def key_items(drawing: Drawing, phrases: Phrases, top: float) -> tuple[list[Item], float]:
    """The key beginning at `top`, and where it ends."""
    items: list[Item] = []
    x, y = MARGIN, top + _ROW / 2
    for name in _used(drawing):
        text = phrases.say(f"key {name}")
        width = _SYMBOL + measure(text, SMALL_SOFT)
        if x + width > PAGE_WIDTH - MARGIN and x > MARGIN:
            x, y = MARGIN, y + _ROW
        items += _SYMBOLS[name](x + 4.0, y)
        items.append(Text(at=(x + _SYMBOL, y + 2.7), text=text, pen=SMALL_SOFT))
        x += width + _GAP
    return items, y + _ROW / 2


def _used(drawing: Drawing) -> Iterator[str]:
    totals = [mark for panel in drawing.panels for mark in panel.totals]
    rows = [row for panel in drawing.panels for row in panel.band]
    shapes = {mark.shape for mark in totals}
    used = {
        "exact": Shape.DOT in shapes,
        "at least": Shape.UP in shapes,
        "at most": Shape.DOWN in shapes,
        "range": Shape.BAR in shapes,
        "inexact day": any(mark.first != mark.last for mark in totals),
        "aside": any(mark.aside for panel in drawing.panels for mark in panel.marks),
        "ring": bool(drawing.conflicts),
        "band": any(row.low is not None and row.high is not None for row in rows),
        "open": any((row.low is None) != (row.high is None) for row in rows),
        "envelope": any(panel.crowd for panel in drawing.panels),
        "batch": any(panel.batches for panel in drawing.panels),
        "period": any(panel.periods for panel in drawing.panels),
    }
    return (name for name, wanted in used.items() if wanted)


def _exact(x: float, y: float) -> list[Item]:
    return [Symbols(symbol="dot", at=((x, y),), colour=OTHER, fill=OTHER, size=DOT)]


def _at_least(x: float, y: float) -> list[Item]:
    return [Symbols(symbol="up", at=((x, y + 5),), colour=OTHER, fill=PAPER, size=ARROW)]


def _at_most(x: float, y: float) -> list[Item]:
    return [Symbols(symbol="down", at=((x, y - 5),), colour=OTHER, fill=PAPER, size=ARROW)]


def _range(x: float, y: float) -> list[Item]:
    caps = tuple(((x - 2.4, end), (x + 2.4, end)) for end in (y - 4, y + 4))
    return [Lines(paths=(((x, y - 4), (x, y + 4)), *caps), colour=OTHER, width=1.1)]


def _inexact_day(x: float, y: float) -> list[Item]:
    return [*_span(x, y, 1.1), *_exact(x, y)]


def _aside(x: float, y: float) -> list[Item]:
    return [Symbols(symbol="dot", at=((x, y),), colour=ASIDE, fill=PAPER, size=DOT)]


def _ring(x: float, y: float) -> list[Item]:
    return [Symbols(symbol="ring", at=((x, y),), colour=RING, fill="none", size=RING_SIZE * 0.8)]


def _band(x: float, y: float) -> list[Item]:
    edges = tuple(((x - 4, end), (x + 4, end)) for end in (y - 3.5, y + 3.5))
    return [
        Areas(outlines=(_box(x, y - 3.5, y + 3.5, 4.0),), fill=BAND, alpha=0.3),
        Lines(paths=edges, colour=BAND_EDGE, width=0.9),
    ]


def _open(x: float, y: float) -> list[Item]:
    strips = [Areas(outlines=(_box(x, y - 4 + 2 * step, y + 4, 4.0),), fill=BAND, alpha=0.1) for step in range(4)]
    return [*strips, Lines(paths=(((x - 4, y + 4), (x + 4, y + 4)),), colour=BAND_EDGE, width=0.9)]


def _envelope(x: float, y: float) -> list[Item]:
    heights = ((-4, 3.0), (-2, 4.0), (0, 2.0), (2, 3.5), (4, 2.5))
    columns = tuple(((x + along, y - height), (x + along, y + height)) for along, height in heights)
    return [Lines(paths=columns, colour=OTHER, width=0.6)]


def _batch(x: float, y: float) -> list[Item]:
    return [Areas(outlines=(_box(x, y - 4, y + 4, 1.2),), fill=OTHER)]


def _period(x: float, y: float) -> list[Item]:
    return _span(x, y, 1.6)


def _span(x: float, y: float, width: float) -> list[Item]:
    ends = tuple(((end, y - 2.5), (end, y + 2.5)) for end in (x - 4, x + 4))
    return [Lines(paths=(((x - 4, y), (x + 4, y)), *ends), colour=OTHER, width=width)]


def _box(x: float, top: float, bottom: float, reach: float) -> tuple[Point, ...]:
    return (x - reach, top), (x + reach, top), (x + reach, bottom), (x - reach, bottom)


_SYMBOLS: dict[str, Callable[[float, float], list[Item]]] = {
    "exact": _exact,
    "at least": _at_least,
    "at most": _at_most,
    "range": _range,
    "inexact day": _inexact_day,
    "aside": _aside,
    "ring": _ring,
    "band": _band,
    "open": _open,
    "envelope": _envelope,
    "batch": _batch,
    "period": _period,
}
