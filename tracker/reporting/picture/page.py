"""The whole page: title, key, panels, time axis, list of conflicts, source line; top to bottom."""

from datetime import date
from functools import partial

from tracker.reporting.captions import ChartText, ConflictLine
from tracker.reporting.drawing import Drawing
from tracker.reporting.lettering import wrap
from tracker.reporting.phrases import Phrases
from tracker.reporting.picture.key import key_items
from tracker.reporting.picture.letters import measure
from tracker.reporting.picture.panels import Page, panel_items
from tracker.reporting.picture.scales import time_scale, time_ticks
from tracker.reporting.picture.scene import Item, Lines, Pen, Scene, Text
from tracker.reporting.picture.style import (
    MARGIN,
    PAGE_WIDTH,
    PLOT_LEFT,
    PLOT_RIGHT,
    RING_NUMBER,
    SMALL,
    SMALL_SOFT,
    SMALL_STRONG,
    SOFT,
    STRONG,
    SUBTITLE,
    TITLE,
)

LISTED = 10
"""How many conflicts the list below a chart has room for; the rest are ringed without a number."""

_TICKS = 14
_PANEL_GAP = 14.0
_AXIS = 33.0  # the room for the time axis's labels
_INDENT = 17.0  # of the list's entries, behind their numbers
_LEADING = 1.28  # line height over text size


def lay_out(drawing: Drawing, text: ChartText, phrases: Phrases) -> Scene:
    """Place everything; the page is as tall as it needs to be."""
    items, y = _paragraph(text.title, MARGIN, TITLE)
    more, y = _paragraph(text.subtitle, y + 2.0, SUBTITLE)
    items += more
    more, y = key_items(drawing, phrases, y + 2.0)
    items += more
    across = time_scale(drawing.start, drawing.end, PLOT_LEFT, PLOT_RIGHT)
    ticks = time_ticks(drawing.start, drawing.end, _TICKS)
    at = tuple(across.on(tick) for tick in ticks)
    page = Page(drawing=drawing, phrases=phrases, across=across, ticks=at, listed=LISTED)
    y += 8.0
    for panel in drawing.panels:
        more, y = panel_items(panel, page, y)
        items += more
        y += _PANEL_GAP
    y -= _PANEL_GAP
    items += _time_axis(page, ticks, y)
    more, y = _footer(text, phrases, y + _AXIS)
    return Scene(width=PAGE_WIDTH, height=y + MARGIN / 2, items=(*items, *more))


def _time_axis(page: Page, ticks: list[date], top: float) -> list[Item]:
    items: list[Item] = []
    if ticks:
        marks = tuple(((x, top), (x, top + 3.5)) for x in page.ticks)
        items.append(Lines(paths=marks, colour=SOFT, width=0.6))
    single_days = any(tick.day != 1 for tick in ticks)
    year = 0
    for tick, x in zip(ticks, page.ticks, strict=True):
        label = page.phrases.tick(tick, days=single_days)
        items.append(Text(at=(x, top + 12.0), text=label, pen=SMALL_SOFT, across="center"))
        if tick.year != year:
            year = tick.year
            items.append(Text(at=(x, top + 21.0), text=str(year), pen=SMALL_STRONG, across="center"))
    return items


def _footer(text: ChartText, phrases: Phrases, y: float) -> tuple[list[Item], float]:
    items: list[Item] = []
    if text.conflicts:
        items, y = _conflicts(text.conflicts, phrases, y)
    for sentence in (text.source_line, text.claims):
        more, y = _paragraph(sentence, y, SMALL_SOFT)
        items += more
    return items, y


def _conflicts(conflicts: tuple[ConflictLine, ...], phrases: Phrases, y: float) -> tuple[list[Item], float]:
    items, y = _paragraph(phrases.say("conflicts"), y, STRONG)
    for conflict in conflicts[:LISTED]:
        at = (MARGIN + _INDENT - 5.0, y + RING_NUMBER.size)
        items.append(Text(at=at, text=str(conflict.number), pen=RING_NUMBER, across="right"))
        more, y = _paragraph(f"{conflict.text} [{conflict.finding}]", y, SMALL, indent=_INDENT)
        items += more
    if len(conflicts) > LISTED:
        words = phrases.count("conflicts more", len(conflicts) - LISTED)
        more, y = _paragraph(words, y, SMALL_SOFT, indent=_INDENT)
        items += more
    return items, y + 5.0


def _paragraph(words: str, top: float, pen: Pen, *, indent: float = 0.0) -> tuple[list[Item], float]:
    items: list[Item] = []
    for line in wrap(words, PAGE_WIDTH - 2 * MARGIN - indent, partial(measure, pen=pen)):
        items.append(Text(at=(MARGIN + indent, top + pen.size), text=line, pen=pen))
        top += pen.size * _LEADING
    return items, top
