"""The days a figure speaks of: a day, a month, a year or a span, as ISO 8601 writes them."""

import calendar
import re
from dataclasses import dataclass, field
from datetime import date

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """All days from `first` to `last`, both included, with the text that named them.

    Attributes:
        first: the first day.
        last: the last day; equal to `first` for a single day.
        text: as written: `2024-04-03`, `2024-04`, `2024`, `2024-03-28/2024-04-03`.
    """

    first: date
    last: date
    text: str = field(compare=False)

    @classmethod
    def of(cls, day: date) -> "Span":
        """The span of one day."""
        return cls(day, day, day.isoformat())

    @classmethod
    def parse(cls, text: str) -> "Span":
        """Read a day, month, year, or two of them joined by a slash.

        Raises:
            ValueError: with a sentence that says what is wrong: no ISO date, no such day, or ends before it starts.
        """
        text = text.strip()
        start, slash, end = text.partition("/")
        first, last = _days(start, text)
        if slash:
            last = _days(end, text)[1]
        if last < first:
            raise ValueError(f"the span {text!r} ends before it starts")
        return cls(first, last, text)

    @property
    def is_day(self) -> bool:
        """Whether the span is a single day."""
        return self.first == self.last

    def __str__(self) -> str:
        return self.text


def _days(part: str, whole: str) -> tuple[date, date]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"{whole!r} is no date: write 2024-04-03, 2024-04, 2024 or 2024-03-28/2024-04-03")
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        if year is None or month is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        kind = "day" if day else "month or year"
        raise ValueError(f"there is no {kind} {part!r}") from None
