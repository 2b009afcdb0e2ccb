"""From days and numbers to places on the page, and the round values at which an axis is labelled."""

from dataclasses import dataclass
from datetime import date, timedelta

_STEPS_IN_MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_STEPS_IN_DAYS = (1, 2, 7, 14)
_CUT_ABOVE = 0.6  # an axis whose figures all lie above this share of the largest does not start at 0

_CUT_FROM = 10  # children; a smaller difference is not blown up to the height of a panel


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight line from values to points on the page; `start` and `end` are the page's points for `low`, `high`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The point for `value`."""
        return self.start + (value - self.low) * (self.end - self.start) / (self.high - self.low)

    def on(self, day: date) -> float:
        """The point for a day."""
        return self.at(day.toordinal())

    def clamp(self, day: date) -> float:
        """The point for a day, or the nearer end of the scale for a day outside."""
        return self.at(min(max(day.toordinal(), self.low), self.high))


def time_scale(start: date, end: date, left: float, right: float) -> Scale:
    """A time axis with a little air at both ends, so that no mark lies on the frame."""
    air = max(1.0, (end - start).days * 0.02)
    return Scale(low=start.toordinal() - air, high=end.toordinal() + air, start=left, end=right)


def number_scale(least: int, most: int, top: float, bottom: float) -> Scale:
    """A number axis from 0, or from a round number below `least` when all lie close together."""
    low = 0
    if least > most * _CUT_ABOVE and most - least >= _CUT_FROM:
        step = number_step(0, 2 * (most - least), 4)
        # Room below the lowest figure for its mark and for the words that the axis is cut.
        low = max(0, (least - (most - least) // 4) // step * step)
    high = max(most, low + 1)
    return Scale(low=low, high=high + (high - low) * 0.1, start=bottom, end=top)


def number_step(low: float, high: float, count: int) -> int:
    """The least step of the form 1, 2 or 5 times a power of ten that needs at most `count` steps."""
    power = 1
    while True:
        for digit in (1, 2, 5):
            if (high - low) <= digit * power * count:
                return digit * power
        power *= 10


def number_ticks(scale: Scale, count: int) -> list[int]:
    """Round numbers within a scale."""
    step = number_step(scale.low, scale.high, count)
    first = -int(-scale.low // step) * step
    return list(range(first, int(scale.high) + 1, step))


def time_ticks(start: date, end: date, count: int) -> list[date]:
    """First days of months, quarters, years between two days, or single days, at most about `count` of them."""
    days = (end - start).days
    if days <= 14 * count // 2 and days < 62:
        step = next((step for step in _STEPS_IN_DAYS if days / step <= count), _STEPS_IN_DAYS[-1])
        return [start + timedelta(days=offset) for offset in range(0, days + 1, step)]
    months = days / 30.4
    step = next((step for step in _STEPS_IN_MONTHS if months / step <= count), _STEPS_IN_MONTHS[-1])
    first = start.year * 12 + start.month - 1
    first = -(-(first + (start.day > 1)) // step) * step
    last = end.year * 12 + end.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(first, last + 1, step)]
