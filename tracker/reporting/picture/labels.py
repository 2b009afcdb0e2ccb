"""The column beside a panel: what is known on the last day, and each named source with its last total."""

from functools import partial

from tracker.reporting.drawing import Mark, PanelDrawing
from tracker.reporting.lettering import fit, plain, shorten
from tracker.reporting.phrases import Phrases
from tracker.reporting.picture.letters import measure
from tracker.reporting.picture.scales import Scale
from tracker.reporting.picture.scene import Box, Item, Lines, Text, spread
from tracker.reporting.picture.style import (
    COLUMN_LEFT,
    DASHES,
    MARGIN,
    NAMED,
    PAGE_WIDTH,
    PLOT_RIGHT,
    SMALL_SOFT,
    SMALL_STRONG,
    SOFT,
    STRONG,
)
from tracker.reporting.picture.totals import place_of

_STATEMENT = 12.0  # points down the page that a label takes
_SOURCE = 20.0
_MOVED = 4.0  # a label farther than this from its height is tied to it by a line
_SAMPLE = 16.0  # the room for a line sample before a source's name


def label_items(
    panel: PanelDrawing, named: tuple[str, ...], frame: Box, scales: tuple[Scale, Scale], phrases: Phrases
) -> list[Item]:
    """The labels, each at the height of what it names as far as there is room; `scales` are across and up."""
    across, up = scales
    entries: list[tuple[float, float, Mark | None]] = []
    now = panel.now
    if now and (now.low is not None or now.high is not None):
        level = now.low if now.low is not None else now.high or 0
        entries.append((up.at(level), _STATEMENT, None))
    for source in named:
        last = next((mark for mark in reversed(panel.totals) if mark.source == source), None)
        if last:
            entries.append((place_of(last, across, up)[1], _SOURCE, last))
    entries.sort(key=lambda entry: (entry[0], entry[2] is not None))
    tops = spread([entry[0] for entry in entries], [entry[1] for entry in entries], frame.top, frame.bottom)
    items: list[Item] = []
    for (height, _, last), top in zip(entries, tops, strict=True):
        if last:
            items += _source(last, named.index(last.source), phrases, top)
        elif now:
            items += _statement(phrases.narrow_bounds(now.low, now.high), height, top)
    return items


def _statement(text: str, height: float, top: float) -> list[Item]:
    items: list[Item] = [Text(at=(COLUMN_LEFT, top + 9.0), text=text, pen=STRONG)]
    middle = top + _STATEMENT / 2
    if abs(middle - height) > _MOVED:
        items.append(Lines(paths=(((PLOT_RIGHT, height), (COLUMN_LEFT - 2.0, middle)),), colour=SOFT, width=0.6))
    return items


def _source(last: Mark, index: int, phrases: Phrases, top: float) -> list[Item]:
    y = top + 6.0
    sample = ((COLUMN_LEFT, y), (COLUMN_LEFT + _SAMPLE - 4.0, y))
    x, base = COLUMN_LEFT + _SAMPLE, y + 2.8
    room = PAGE_WIDTH - MARGIN / 2 - x
    words = f"{shorten(last.value, 22)} · {phrases.short_days(last.first, last.last)}"
    return [
        Lines(paths=(sample,), colour=NAMED[index], width=2.2, dash=DASHES[index]),
        Text(at=(x, base), text=fit(plain(last.source), room, partial(measure, pen=SMALL_STRONG)), pen=SMALL_STRONG),
        Text(at=(x, base + 9.0), text=fit(words, room, partial(measure, pen=SMALL_SOFT)), pen=SMALL_SOFT),
    ]
