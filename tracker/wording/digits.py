"""Numerals in digits: thousands marks, decimals, and the numerals that can be read in two ways."""

import re
from dataclasses import dataclass

from tracker.domain.errors import UnreadableValue

Coefficient = tuple[int, int]
"""A decimal number m / 10**p as (m, p): exact, and what multiplies "thousand" or "million"."""

LARGEST = 10**12
_MARK = re.compile(r"[ .,']")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a numeral in digits can mean.

    Attributes:
        text: the numeral as printed.
        plain: the whole number that it is by itself; None where that cannot be told.
        scaled: what it can be before "thousand" or "million": one number, or two where a mark can be
            a thousands mark or a decimal one; empty where it is malformed.
        likely: the whole numbers that may be meant where `plain` is None.
    """

    text: str
    plain: int | None
    scaled: tuple[Coefficient, ...]
    likely: tuple[int, ...] = ()


def _is_whole(part: str) -> bool:
    return part == "0" or part[0] != "0"


def _is_grouped(parts: list[str], marks: list[str]) -> bool:
    return (
        len(set(marks)) == 1 and len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])
    )


def _decimal(parts: list[str], marks: list[str]) -> tuple[Coefficient, ...]:
    """The numeral read with its last mark as a decimal one, as far as that can be meant before a scale."""
    *before, decimals = parts
    if marks[-1] not in ".," or (len(decimals) > 3 and decimals[-1] == "0"):
        return ()
    if len(before) > 1 and (len(decimals) == 3 or marks[-1] in marks[:-1] or not _is_grouped(before, marks[:-1])):
        return ()
    if not _is_whole(before[0]):
        return ()
    return ((int("".join(parts)), len(decimals)),)


def _likely(parts: list[str], marks: list[str]) -> tuple[int, ...]:
    *before, last = parts
    joined = "".join(parts)
    if marks[-1] == " " and len(last) < 3:
        return ()  # two numbers side by side are likelier than any one number
    if all(mark == marks[0] for mark in marks) and len(parts) > 2 and len(last) == 3:
        return (int(joined),)
    head = "".join(before)
    other = head if len(last) == 3 or len(before[0]) > 3 else head + (last + "00")[:3]
    return tuple(sorted({int(joined), int(other)} - {0}))


def numeral(text: str) -> Numeral:
    """Read a numeral in digits, its marks being space, comma, full stop or apostrophe.

    A lone mark before three digits is a thousands mark, since whole children are counted; before "thousand" or
    "million" it can be either.

    Raises:
        UnreadableValue: for more digits than any count of children has.

    >>> numeral("19.546").plain, numeral("19,5000").likely
    (19546, (19500, 195000))
    """
    parts, marks = _MARK.split(text), _MARK.findall(text)
    if sum(map(len, parts)) > len(str(LARGEST)):
        raise UnreadableValue(f"{text[:40]} is more than any count of children; check its digits")
    if not marks:
        number = int(text)
        if not _is_whole(text):
            return Numeral(text, None, (), (number,) if number else ())
        return Numeral(text, number, ((number, 0),))
    if _is_grouped(parts, marks):
        number = int("".join(parts))
        scaled = ((number, 0), *(_decimal(parts, marks) if len(marks) == 1 else ()))
        return Numeral(text, number, scaled)
    return Numeral(text, None, _decimal(parts, marks), _likely(parts, marks))
