"""Rings around figures in conflict, and a free place beside each for its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from tracker.reporting.picture.scene import Box, Item, Lines, Point, Symbols, Text
from tracker.reporting.picture.style import RING, RING_NUMBER, RING_SIZE

_NEAR = 3.0  # points; rings closer than this are one
_ANGLES = (0.25, 1.75, 0.75, 1.25, 0.0, 1.0, 0.5, 1.5)  # of pi, in the order tried: up right first
_REACHES = (11.0, 17.0, 24.0, 32.0, 42.0)
_DIGIT = 4.9  # points; the width of a digit at the numbers' size, with a little air
_SHOWN = 3  # numbers beside one ring; more are shown by an ellipsis


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """A ring around one place on the page, with the numbers of the conflicts there."""

    at: Point
    numbers: tuple[int, ...]


def merge(rings: Sequence[Ring]) -> list[Ring]:
    """Rings around almost the same place as one, with the numbers of all."""
    merged: list[Ring] = []
    for ring in sorted(rings, key=lambda ring: ring.at):
        index = next((index for index, other in enumerate(merged) if _distance(other.at, ring.at) < _NEAR), None)
        if index is None:
            merged.append(ring)
        else:
            numbers = tuple(sorted({*merged[index].numbers, *ring.numbers}))
            merged[index] = Ring(at=merged[index].at, numbers=numbers)
    return merged


def ring_items(rings: Sequence[Ring], frame: Box, occupied: Sequence[Box], listed: int) -> list[Item]:
    """Rings, and the numbers of those conflicts that the list below the chart has room for.

    Args:
        rings: where, and which numbers.
        frame: numbers stay inside.
        occupied: places that numbers keep clear of where they can.
        listed: the largest number that the list shows.
    """
    items: list[Item] = []
    merged = merge(rings)
    for symbol, is_listed in (("faint ring", False), ("ring", True)):
        at = tuple(ring.at for ring in merged if (ring.numbers[0] <= listed) is is_listed)
        if at:
            items.append(Symbols(symbol=symbol, at=at, colour=RING, fill="none", size=RING_SIZE))
    boxes = [*occupied, *(_around(ring.at, RING_SIZE / 2) for ring in merged)]
    taken: list[Box] = []
    for ring in merged:
        text = _words([number for number in ring.numbers if number <= listed])
        if text:
            items += _number(ring, text, frame, boxes, taken)
    return items


def _number(ring: Ring, text: str, frame: Box, boxes: Sequence[Box], taken: list[Box]) -> list[Item]:
    width, height = _DIGIT * len(text), RING_NUMBER.size
    best: tuple[float, Box] | None = None
    near = [box for box in (*boxes, *taken) if _distance(_middle(box), ring.at) < 2 * max(_REACHES)]
    for reach in _REACHES:
        for angle in _ANGLES:
            x, y = ring.at[0] + reach * cos(angle * pi), ring.at[1] - reach * sin(angle * pi)
            x += width / 2 * cos(angle * pi)
            box = Box(left=x - width / 2, top=y - height / 2, right=x + width / 2, bottom=y + height / 2)
            if box.left < frame.left or box.right > frame.right or box.top < frame.top or box.bottom > frame.bottom:
                continue
            cost = reach / 100 + sum(box.overlaps(other) for other in near)
            cost += 50 * sum(box.overlaps(other) for other in taken)
            if best is None or cost < best[0]:
                best = cost, box
    if best is None:
        return []
    box = best[1]
    taken.append(box)
    x, y = _middle(box)
    items: list[Item] = []
    if _distance((x, y), ring.at) - width / 2 > RING_SIZE:
        items.append(Lines(paths=((_toward(ring.at, (x, y), RING_SIZE / 2), (x, y)),), colour=RING, width=0.5))
    at = (x, box.bottom - 1.2)
    items.append(Text(at=at, text=text, pen=RING_NUMBER, across="center", backed=True))
    return items


def _words(numbers: Sequence[int]) -> str:
    shown = ",".join(map(str, numbers[:_SHOWN]))
    return shown + "…" if len(numbers) > _SHOWN else shown


def _distance(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _middle(box: Box) -> Point:
    return (box.left + box.right) / 2, (box.top + box.bottom) / 2


def _around(at: Point, reach: float) -> Box:
    return Box(left=at[0] - reach, top=at[1] - reach, right=at[0] + reach, bottom=at[1] + reach)


def _toward(start: Point, end: Point, by: float) -> Point:
    share = by / (_distance(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
