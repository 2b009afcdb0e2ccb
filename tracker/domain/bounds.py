"""Inclusive whole-number bounds; an open end is None, never 0 or a large number."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Bounds:
    """The whole numbers from `low` to `high`, both included; None leaves that end open.

    Raises:
        ValueError: when an end is negative or `low` is above `high`.
    """

    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        if (self.low is not None and self.low < 0) or (self.high is not None and self.high < 0):
            raise ValueError(f"a count of children cannot be negative: {self}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low is above high: {self.low:,} > {self.high:,}")

    def __str__(self) -> str:
        if self.low is not None and self.low == self.high:
            return f"{self.low:,}"
        low = "…" if self.low is None else f"{self.low:,}"
        high = "…" if self.high is None else f"{self.high:,}"
        return f"{low} to {high}"


@dataclass(frozen=True, slots=True)
class DayBounds:
    """What figures jointly support at the end of one day, and until the next such row.

    Attributes:
        on: the day from which the bounds hold.
        low: the true count is at least this; None where nothing bounds it from below.
        high: the true count is at most this; None where nothing bounds it from above.
    """

    on: date
    low: int | None
    high: int | None
