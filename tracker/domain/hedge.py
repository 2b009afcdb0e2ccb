"""The hedge table: each hedge and the bounds it means.

The table has a version that is stored with each figure, so that a figure can be coded again in the same way.
Sources of the rules: strict "more than" and "fewer than" against non-strict "at least" and "at most" (Kennedy 2015);
floors for "dozens" and "hundreds" as in ACLED's coding of fatalities; the width of "about" is a house rule.
"""

from collections.abc import Callable
from enum import StrEnum

from tracker.domain.bounds import Bounds

TABLE_VERSION = 1


class Hedge(StrEnum):
    """The rule by which a figure's words became its bounds."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    FEWER_THAN = "fewer_than"
    AT_MOST = "at_most"
    ABOUT = "about"
    NEARLY = "nearly"
    RANGE = "range"
    SEVERAL = "several"
    TENS = "tens"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    UNKNOWN = "unknown"
    CODED = "coded"


FLOORS = {
    Hedge.SEVERAL: 2,
    Hedge.TENS: 10,
    Hedge.DOZENS: 12,
    Hedge.HUNDREDS: 100,
    Hedge.THOUSANDS: 1000,
}


def slack(number: int) -> int:
    """How far "about `number`" reaches: the place value of its last non-zero digit, at most 5 %, at least 1.

    >>> slack(19_500), slack(20_000), slack(7)
    (100, 1000, 1)
    """
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return max(1, min(place, number // 20))


_RULES: dict[Hedge, Callable[[int], Bounds]] = {
    Hedge.EXACT: lambda number: Bounds(number, number),
    Hedge.AT_LEAST: lambda number: Bounds(number, None),
    Hedge.MORE_THAN: lambda number: Bounds(number + 1, None),
    Hedge.FEWER_THAN: lambda number: Bounds(0, number - 1),
    Hedge.AT_MOST: lambda number: Bounds(0, number),
    Hedge.ABOUT: lambda number: Bounds(max(0, number - slack(number)), number + slack(number)),
    Hedge.NEARLY: lambda number: Bounds(max(0, number - slack(number)), number - 1),
}


def bounds_of(hedge: Hedge, number: int) -> Bounds:
    """The bounds that `hedge` gives to one `number`.

    Args:
        hedge: a rule that qualifies one number; RANGE, CODED, UNKNOWN and the bare plurals do not.
        number: the number as read, a whole number, at least 0.

    Raises:
        ValueError: for a hedge that does not qualify one number, or where no whole number fits ("fewer than 0").

    >>> bounds_of(Hedge.FEWER_THAN, 400)
    Bounds(low=0, high=399)
    """
    if hedge not in _RULES:
        raise ValueError(f"{hedge} does not qualify one number")
    return _RULES[hedge](number)
