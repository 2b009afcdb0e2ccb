"""The engine's input: claims about running counts, as plain whole numbers.

A count is one running count F of children: F(t) is the true number at the end of day t, a whole number, at least 0,
that never falls. Days are proleptic Gregorian ordinals (`date.toordinal`). The engine knows nothing of databases,
words or the clock.
"""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """What one figure says of one count over one span.

    `low <= F(upto) - F(after) <= high`, where F(after) is 0 when `after` is None. An open end is None.

    Attributes:
        figure: the caller's key of the figure, a whole number; one figure may make several claims, and is kept or
            set aside as one.
        count: which running count it speaks of, numbered from 0.
        after: the day whose end opens the span; None for a running total.
        upto: the day whose end closes the span; later than `after`.
        low: at least so many, or None.
        high: at most so many, or None.
    """

    figure: int
    count: int
    after: int | None
    upto: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class System:
    """Claims that are to be held against each other.

    Attributes:
        claims: all claims; their order does not matter to any answer.
        within: pairs (part, whole) of counts with F_part(t) <= F_whole(t) on every day; free of cycles.
    """

    claims: tuple[Claim, ...]
    within: tuple[tuple[int, int], ...] = ()

    def only(self, figures: Collection[int]) -> "System":
        """The same system with the claims of these figures alone."""
        return System(tuple(claim for claim in self.claims if claim.figure in figures), self.within)
