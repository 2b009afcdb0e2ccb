"""One panel on the page: heading, totals with their band, batches, periods, rings."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from tracker.reporting.captions import bounds_of, name_of
from tracker.reporting.drawing import Drawing, PanelDrawing, Shape
from tracker.reporting.lettering import fit, plain, shorten
from tracker.reporting.phrases import Phrases
from tracker.reporting.picture.band import band_items
from tracker.reporting.picture.batches import batch_items, top_of
from tracker.reporting.picture.labels import label_items
from tracker.reporting.picture.letters import measure
from tracker.reporting.picture.periods import middle_of, stretch_items, stretches
from tracker.reporting.picture.rings import Ring, ring_items
from tracker.reporting.picture.scales import Scale, number_scale, number_ticks
from tracker.reporting.picture.scene import Box, Item, Lines, Text
from tracker.reporting.picture.style import (
    BATCHES_HEIGHT,
    COLUMN_LEFT,
    DOT,
    FAINT,
    HEADING,
    INK,
    LANE_HEIGHT,
    MARGIN,
    PAGE_WIDTH,
    PLOT_LEFT,
    PLOT_RIGHT,
    SMALL,
    SMALL_SOFT,
    SOFT,
    STATEMENT,
    TOTALS_HEIGHT,
)
from tracker.reporting.picture.totals import crowd_items, place_of, total_items
from tracker.wording.languages import capital

_HEADING = 30.0  # points down the page
_BATCHES_GAP = 13.0  # the room for the numbers on the tallest bars
_PERIODS_GAP = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What all panels share.

    Attributes:
        drawing: the chart.
        phrases: the language.
        across: the time axis.
        ticks: the points at which the time axis is labelled.
        listed: the largest conflict number in the list below the chart.
    """

    drawing: Drawing
    phrases: Phrases
    across: Scale
    ticks: tuple[float, ...]
    listed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One part of a panel: what is drawn, where it ends, its rings, and the places of marks that labels avoid."""

    items: list[Item]
    bottom: float
    rings: list[Ring]
    occupied: tuple[Box, ...] = ()


def panel_items(panel: PanelDrawing, page: Page, top: float) -> tuple[list[Item], float]:
    """A panel beginning at `top`, and where it ends."""
    parts = [_Part(items=_heading(panel, page, top), bottom=top + _HEADING, rings=[])]
    if panel.totals or panel.band or panel.crowd:
        parts.append(_totals(panel, page, parts[-1].bottom))
    if panel.batches or panel.crowd_of_batches:
        parts.append(_batches(panel, page, parts[-1].bottom + _BATCHES_GAP))
    if panel.periods:
        parts.append(_periods(panel, page, parts[-1].bottom + _PERIODS_GAP))
    bottom = parts[-1].bottom
    rings = ring_items(
        [ring for part in parts for ring in part.rings],
        Box(left=PLOT_LEFT, top=top + _HEADING - 6.0, right=PLOT_RIGHT, bottom=bottom),
        [box for part in parts for box in part.occupied],
        page.listed,
    )
    return [*(item for part in parts for item in part.items), *rings], bottom


def _heading(panel: PanelDrawing, page: Page, top: float) -> list[Item]:
    name = capital(name_of(panel, page.phrases))
    start = MARGIN + measure(name, HEADING) + 6.0
    definition = fit(plain(panel.definition), PAGE_WIDTH - 2 * MARGIN, partial(measure, pen=SMALL_SOFT))
    return [
        Text(at=(MARGIN, top + 9.0), text=name, pen=HEADING),
        Text(at=(start, top + 9.0), text=bounds_of(panel, page.phrases), pen=STATEMENT),
        Text(at=(MARGIN, top + 20.0), text=definition, pen=SMALL_SOFT),
    ]


def _totals(panel: PanelDrawing, page: Page, top: float) -> _Part:
    drawing, across = page.drawing, page.across
    frame = Box(left=PLOT_LEFT, top=top, right=PLOT_RIGHT, bottom=top + TOTALS_HEIGHT)
    up = _scale(panel, frame)
    items = _grid(page, frame, number_ticks(up, 4), up)
    items += band_items(panel.band, (drawing.start, drawing.end), across, up)
    items += _breaks(panel, page, frame)
    items += total_items(panel, drawing.named, across, up)
    items += label_items(panel, drawing.named, frame, (across, up), page.phrases)
    if up.low:
        text = page.phrases.say("axis cut", low=page.phrases.number(int(up.low)))
        items.append(Text(at=(PLOT_LEFT + 4.0, frame.bottom - 4.0), text=text, pen=SMALL_SOFT, backed=True))
    places = [(mark, place_of(mark, across, up)) for mark in panel.totals]
    reach = DOT / 2 + 0.5
    return _Part(
        items=items,
        bottom=frame.bottom,
        rings=[Ring(at=at, numbers=mark.rings) for mark, at in places if mark.rings],
        occupied=tuple(Box(left=x - reach, top=y - reach, right=x + reach, bottom=y + reach) for _, (x, y) in places),
    )


def _scale(panel: PanelDrawing, frame: Box) -> Scale:
    ends: list[int | None] = [mark.number for mark in panel.totals]
    ends += [mark.low for mark in panel.totals if mark.shape is Shape.BAR]
    ends += [end for column in panel.crowd for end in (column.low, column.high)]
    ends += [end for row in panel.band for end in (row.low, row.high)]
    known = [end for end in ends if end is not None] or [0]
    return number_scale(min(known), max(known), frame.top, frame.bottom)


def _grid(page: Page, frame: Box, ticks: Sequence[int], up: Scale) -> list[Item]:
    level = tuple(((frame.left, up.at(tick)), (frame.right, up.at(tick))) for tick in ticks)
    upright = tuple(((x, frame.top), (x, frame.bottom)) for x in page.ticks)
    items: list[Item] = [
        Lines(paths=(*level, *upright), colour=FAINT, width=0.6),
        Lines(paths=(((frame.left, frame.bottom), (frame.right, frame.bottom)),), colour=SOFT, width=0.6),
    ]
    for tick in ticks:
        at = (frame.left - 5.0, up.at(tick) + 2.8)
        items.append(Text(at=at, text=page.phrases.number(tick), pen=SMALL_SOFT, across="right"))
    return items


def _breaks(panel: PanelDrawing, page: Page, frame: Box) -> list[Item]:
    items: list[Item] = []
    for index, (source, day) in enumerate(panel.breaks):
        x = page.across.on(day)
        items.append(Lines(paths=(((x, frame.top), (x, frame.bottom)),), colour=INK, width=0.8, dash=(1.5, 2.5)))
        text = page.phrases.say("break", source=shorten(source, 30))
        base = frame.bottom - 4.0 - index % 4 * 9.0  # neighbouring breaks at four heights, so that they can be read
        if x > (frame.left + frame.right) / 2:
            items.append(Text(at=(x - 3.0, base), text=text, pen=SMALL, across="right", backed=True))
        else:
            items.append(Text(at=(x + 3.0, base), text=text, pen=SMALL, backed=True))
    return items


def _batches(panel: PanelDrawing, page: Page, top: float) -> _Part:
    box = Box(left=PLOT_LEFT, top=top, right=PLOT_RIGHT, bottom=top + BATCHES_HEIGHT)
    most = max(*(mark.number for mark in panel.batches), *(column.high for column in panel.crowd_of_batches), 1, 1)
    up = number_scale(0, most, box.top, box.bottom)
    items = [
        *_grid(page, box, number_ticks(up, 2), up),
        Text(at=(COLUMN_LEFT, box.top + 8.0), text=page.phrases.say("batches"), pen=SMALL_SOFT),
        *crowd_items(panel.crowd_of_batches, page.across, up, from_zero=True),
        *batch_items(panel.batches, page.drawing.named, page.across, up, page.phrases),
    ]
    rings = [Ring(at=top_of(mark, page.across, up), numbers=mark.rings) for mark in panel.batches if mark.rings]
    return _Part(items=items, bottom=box.bottom, rings=rings)


def _periods(panel: PanelDrawing, page: Page, top: float) -> _Part:
    placed, left_out = stretches(panel.periods, page.across)
    bottom = top + (1 + max(stretch.lane for stretch in placed)) * LANE_HEIGHT
    items = [
        Lines(paths=tuple(((x, top), (x, bottom)) for x in page.ticks), colour=FAINT, width=0.6),
        Text(at=(COLUMN_LEFT, top + 8.0), text=page.phrases.say("periods"), pen=SMALL_SOFT),
        *stretch_items(placed, page.drawing.named, top),
    ]
    rings = [
        Ring(at=(stretch.right, middle_of(stretch, top)), numbers=stretch.rings) for stretch in placed if stretch.rings
    ]
    if left_out:
        text = page.phrases.count("more periods", left_out)
        items.append(Text(at=(PLOT_LEFT, bottom + 8.0), text=text, pen=SMALL_SOFT))
        bottom += LANE_HEIGHT
    return _Part(items=items, bottom=bottom, rings=rings)
