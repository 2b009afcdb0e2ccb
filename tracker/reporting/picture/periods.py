"""Counts over a period as horizontal spans in lanes, each with its words beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.reporting.drawing import Mark
from tracker.reporting.lettering import shorten
from tracker.reporting.picture.letters import measure
from tracker.reporting.picture.scales import Scale
from tracker.reporting.picture.scene import Item, Lines, Text
from tracker.reporting.picture.style import ASIDE, LANE_HEIGHT, LANES, SMALL, SMALL_SOFT, colour_of

_GAP = 6.0
_RINGED = 4.0  # more room behind an end that bears a ring


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Counts over one period that say the same, with the lane they are drawn in.

    Attributes:
        marks: the counts, one for each report.
        lane: from 0 downward.
        left: where the span begins on the page.
        right: where it ends.
        ends: those of the two that are in view; a span that goes on beyond the page has no end there.
        label: the words as printed and the source.
        label_left: where the label begins.
    """

    marks: tuple[Mark, ...]
    lane: int
    left: float
    right: float
    ends: tuple[float, ...]
    label: str
    label_left: float

    @property
    def rings(self) -> tuple[int, ...]:
        """The numbers of the conflicts that any of the counts is in."""
        return tuple(sorted({number for mark in self.marks for number in mark.rings}))


def stretches(marks: Sequence[Mark], across: Scale) -> tuple[tuple[Stretch, ...], int]:
    """The periods in lanes, and how many reports found none.

    Reports of the same span with the same bounds share a stretch: repeating a count makes it no other count.
    """
    same: dict[tuple[object, ...], list[Mark]] = {}
    for mark in marks:
        same.setdefault((mark.first, mark.last, mark.low, mark.high, mark.aside), []).append(mark)
    ends = [float("-inf")] * LANES
    placed: list[Stretch] = []
    left_out = 0
    for group in sorted(same.values(), key=lambda group: (group[0].first, group[0].last, group[0].figure)):
        edges = across.on(group[0].first), across.on(group[0].last)
        left, right = (min(max(edge, across.start), across.end) for edge in edges)
        label = _label(group)
        width = measure(label, SMALL)
        label_left = _beside(left, right + (_RINGED if any(mark.rings for mark in group) else 0.0), width, across)
        begin, end = min(left, label_left), max(right, label_left + width)
        lane = next((lane for lane, edge in enumerate(ends) if edge + _GAP <= begin), None)
        if lane is None:
            left_out += len(group)
            continue
        ends[lane] = end
        placed.append(
            Stretch(
                marks=tuple(group),
                lane=lane,
                left=left,
                right=right,
                ends=tuple(edge for edge in edges if across.start <= edge <= across.end),
                label=label,
                label_left=label_left,
            )
        )
    return tuple(placed), left_out


def stretch_items(placed: Sequence[Stretch], named: tuple[str, ...], top: float) -> list[Item]:
    """The spans with their ends and labels."""
    items: list[Item] = []
    for stretch in placed:
        mark = stretch.marks[0]
        colour = ASIDE if mark.aside else colour_of(mark.source, named)
        y = middle_of(stretch, top)
        ends = tuple(((x, y - 2.5), (x, y + 2.5)) for x in stretch.ends)
        line = ((stretch.left, y), (stretch.right, y))
        over = stretch.label_left < stretch.right and stretch.label_left > stretch.left
        items.append(Lines(paths=(line, *ends), colour=colour, width=1.6))
        items.append(
            Text(
                at=(stretch.label_left, y + 2.7),
                text=stretch.label,
                pen=SMALL_SOFT if mark.aside else SMALL,
                backed=over,
            )
        )
    return items


def middle_of(stretch: Stretch, top: float) -> float:
    """How far down the page a stretch lies, its lanes beginning at `top`."""
    return top + (stretch.lane + 0.5) * LANE_HEIGHT


def _beside(left: float, right: float, width: float, across: Scale) -> float:
    if right + 4.0 + width <= across.end:
        return right + 4.0
    if left - 4.0 - width >= across.start:
        return left - 4.0 - width
    return left + 10.0  # room on neither side: over the line itself, both ends in sight


def _label(group: Sequence[Mark]) -> str:
    sources = sorted({mark.source for mark in group})
    more = f" +{len(sources) - 1}" if len(sources) > 1 else ""
    return f"{shorten(group[0].value, 24)} · {shorten(sources[0], 26)}{more}"
