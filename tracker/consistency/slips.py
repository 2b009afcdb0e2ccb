"""Numbers that one slip of a finger turns into others."""

from collections.abc import Iterator

from tracker.domain.bounds import Bounds
from tracker.domain.figure import Figure
from tracker.domain.hedge import Hedge, bounds_of
from tracker.wording.remarks import Remark

_QUALIFY_ONE_NUMBER = frozenset(
    {Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN, Hedge.AT_MOST, Hedge.FEWER_THAN, Hedge.ABOUT, Hedge.NEARLY}
)


def intended(number: int) -> Iterator[tuple[int, Remark]]:
    """The numbers that may have been meant where `number` was printed, each with the slip, the commonest slips first.

    Two neighbouring digits swapped; a digit that does not belong there, as when one is doubled; a thousands mark in
    the wrong place; a digit left out. A digit changed into any other can't be told from a real difference.

    >>> [meant for meant, slip in intended(4327) if slip is Remark.DIGITS_SWAPPED]
    [3427, 4237, 4372]
    """
    digits = str(number)
    met = {digits}
    for candidate, slip in _edits(digits):
        if candidate not in met and not candidate.startswith("0"):
            met.add(candidate)
            yield int(candidate), slip


def printed_number(figure: Figure) -> int | None:
    """The one number that the figure's hedge qualifies, found again from its bounds; None where there is no such."""
    low, high = figure.bounds.low, figure.bounds.high
    if low is not None and low == high:
        return low
    if figure.hedge not in _QUALIFY_ONE_NUMBER:
        return None
    middle = None if low is None or high is None else (low + high) // 2
    for end in (low, high, middle):
        for number in () if end is None else (end, end - 1, end + 1):
            if number > 0 and bounds_of(figure.hedge, number) == figure.bounds:
                return number
    return None


def with_number(figure: Figure, number: int) -> Bounds:
    """What the figure's words would mean with another number in them."""
    hedge = figure.hedge if figure.hedge in _QUALIFY_ONE_NUMBER else Hedge.EXACT
    return bounds_of(hedge, number)


def _edits(digits: str) -> Iterator[tuple[str, Remark]]:
    length = len(digits)
    for place in range(length - 1):
        swapped = digits[place + 1] + digits[place]
        yield digits[:place] + swapped + digits[place + 2 :], Remark.DIGITS_SWAPPED
    for place in range(length if length > 1 else 0):
        yield digits[:place] + digits[place + 1 :], Remark.DIGIT_ADDED
    if length > 3 and digits.endswith("000"):
        yield digits[:-3], Remark.THOUSANDS_MARK
    yield digits + "000", Remark.THOUSANDS_MARK
    for place in range(length + 1):
        for digit in "0123456789":
            yield digits[:place] + digit + digits[place:], Remark.DIGIT_DROPPED
