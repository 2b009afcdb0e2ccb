"""Number words and numerals in digits, with their scales, to whole numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import FLOORS, Hedge
from tracker.wording.digits import Coefficient, Numeral
from tracker.wording.lexicon import Term
from tracker.wording.vocabulary import Form, Kind

_PLURALS = {10: Hedge.TENS, 12: Hedge.DOZENS, 100: Hedge.HUNDREDS}
_END = Term(Kind.OR)  # stands behind the last term, and is no part of a number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed: coefficient x scales + rest.

    Attributes:
        coefficients: what multiplies the scales; two where a mark can be read in two ways.
        scales: the scale words, in the order printed.
        rest: what follows the last scale ("... and forty-six").
        numeral: the coefficient where it is printed in digits.
        explicit: whether the coefficient is printed; "a thousand" has none.
        floor: the rule of a bare plural or "several", whose number is its least; None for a plain number.
        may_be_one: whether the bare plural is also the form of a single one (тисячі).
    """

    coefficients: tuple[Coefficient, ...]
    scales: tuple[int, ...] = ()
    rest: int = 0
    numeral: Numeral | None = None
    explicit: bool = True
    floor: Hedge | None = None
    may_be_one: bool = False

    @property
    def marked(self) -> bool:
        """Whether it is in digits with one mark that can be a thousands mark or a decimal one."""
        return self.numeral is not None and len(self.numeral.scaled) > 1

    def alone(self) -> set[int]:
        """The whole numbers it can be by itself.

        Raises:
            UnreadableValue: when it is none.
        """
        if self.numeral and not (self.scales and self.coefficients):
            return {_plain(self.numeral)}
        numbers = self.shared(1)
        if not numbers:
            raise UnreadableValue("it is not a whole number of children; check the digits")
        return numbers

    def shared(self, scale: int) -> set[int]:
        """The whole numbers it can be when a scale printed later counts for it too, as in "200 to 300 thousand"."""
        scale *= math.prod(self.scales)
        return {
            mantissa * scale // 10**places + self.rest
            for mantissa, places in self.coefficients
            if mantissa * scale % 10**places == 0
        }


def _plain(numeral: Numeral) -> int:
    if numeral.plain is not None:
        return numeral.plain
    readings = [f"{number:,}" for number in numeral.likely]
    if len(readings) > 1:
        raise UnreadableValue(f"{numeral.text} can be {' or '.join(readings)}; print the one that is meant", readings)
    if readings:
        raise UnreadableValue(
            f"{numeral.text} is not grouped in threes; if {readings[0]} is meant, print that", readings
        )
    raise UnreadableValue(f"{numeral.text} is no whole number, or two side by side; give one figure at a time")


class NumberReader:
    """Reads the quantity that starts at a place among terms; `at` is the place behind what was read."""

    def __init__(self, terms: Sequence[Term], at: int) -> None:
        self._terms = terms
        self.at = at

    def _peek(self, ahead: int = 0) -> Term:
        place = self.at + ahead
        return self._terms[place] if place < len(self._terms) else _END

    def _take(self, kind: Kind) -> Term | None:
        term = self._peek()
        if term.kind is not kind:
            return None
        self.at += 1
        return term

    def quantity(self) -> Quantity | None:
        """The longest quantity that starts here; None, with nothing taken, where none does."""
        start = self.at
        floor = self._floor()
        if floor and not (floor.may_be_one and self._peek().kind in {Kind.NUMBER, Kind.DIGITS}):
            return floor
        self.at = start  # "тисячі двохсот" is 1,200 and no bare plural
        number = self._number()
        if number is None:
            self.at = start
        return number

    def _floor(self) -> Quantity | None:
        """Read "several", "several hundred", "tens of thousands", "сотні"."""
        several = self._take(Kind.SEVERAL)
        first = self._peek()
        if not several and (first.kind is not Kind.SCALE or first.form not in {Form.MANY, Form.ONE_OR_MANY}):
            return None
        scales = self._scales()
        if several:
            return Quantity(((FLOORS[Hedge.SEVERAL], 0),), scales, floor=Hedge.SEVERAL)
        floor = _PLURALS.get(first.value, Hedge.THOUSANDS)
        least = FLOORS[floor] * (first.value // FLOORS[floor])
        return Quantity(
            ((least, 0),), scales[1:], explicit=False, floor=floor, may_be_one=first.form is Form.ONE_OR_MANY
        )

    def _scales(self) -> tuple[int, ...]:
        """Read scales one after another, with or without "of" between them; each larger than the one before."""
        scales: list[int] = []
        while True:
            skip = 1 if self._peek().kind is Kind.OF else 0
            term = self._peek(skip)
            if term.kind is not Kind.SCALE or (scales and term.value <= scales[-1]):
                return tuple(scales)
            scales.append(term.value)
            self.at += skip + 1

    def _number(self) -> Quantity | None:
        """Read "seven", "19 thousand 546", "three hundred and five thousand", "half a million"."""
        quantity = self._scaled(implied_one=True)
        if quantity is None or not quantity.scales or quantity.rest:
            return quantity
        if self._take(Kind.AND_HALF):
            return replace(quantity, rest=math.prod(quantity.scales) // 2)
        rest, limit = 0, quantity.scales[-1]
        while limit >= 1_000:
            part = self._part(limit)
            if part is None:
                break
            number, limit = part
            rest += number
        return replace(quantity, rest=rest)

    def _part(self, limit: int) -> tuple[int, int] | None:
        """Read what follows a scale: its number, below `limit`, and the limit for what follows it in turn."""
        start = self.at
        self._take(Kind.AND_INSIDE)
        part = self._scaled(implied_one=False)
        numbers = part.alone() if part and part.coefficients else set()
        if part is None or len(numbers) != 1 or not 0 < max(numbers) < limit:
            self.at = start
            return None
        return max(numbers), part.scales[-1] if part.scales else 0

    def _scaled(self, *, implied_one: bool) -> Quantity | None:
        """Read a coefficient with the scales behind it, "hundred" with its tens and units among them."""
        quantity = self._coefficient(implied_one=implied_one)
        if quantity is None:
            return None
        quantity = replace(quantity, scales=self._scales())
        if quantity.scales != (100,):
            return quantity
        start = self.at
        self._take(Kind.AND_INSIDE)
        units = self._words(100)
        if not units:
            self.at = start
            return quantity
        quantity = replace(quantity, rest=units)
        scales = self._scales() if self._peek().value >= 1_000 else ()
        numbers = quantity.alone()
        if not scales or len(numbers) > 1:
            return quantity
        return Quantity(((max(numbers), 0),), scales)

    def _coefficient(self, *, implied_one: bool) -> Quantity | None:
        term = self._peek()
        if term.numeral:
            self.at += 1
            quantity = Quantity(term.numeral.scaled, numeral=term.numeral)
        elif term.kind is Kind.NUMBER:
            quantity = Quantity(((self._words(1_000), 0),))
        elif term.kind is Kind.FRACTION:
            return self._fraction()
        elif implied_one and term.kind is Kind.SCALE and term.form in {Form.ONE, Form.ONE_OR_MANY}:
            return Quantity(((1, 0),), explicit=False)
        else:
            return None
        if self._take(Kind.AND_HALF):
            return Quantity(tuple((mantissa * 10 + 5, 1) for mantissa, places in quantity.coefficients if places == 0))
        return quantity

    def _fraction(self) -> Quantity | None:
        value = self._peek().value
        skip = 1
        for kind in (Kind.OF, Kind.ARTICLE):
            skip += self._peek(skip).kind is kind
        if self._peek(skip).kind is not Kind.SCALE:
            return None
        self.at += skip
        return Quantity(((value, 2),))

    def _words(self, room: int) -> int:
        """Read number words that add up, each smaller than the place of the one before; 0 also where none stands."""
        total = 0
        while room and (term := self._peek()).kind is Kind.NUMBER and term.value < room:
            total += term.value
            room = _room_behind(term.value)
            self.at += 1
        return total


def _room_behind(number: int) -> int:
    """What may still be added behind a number word: units behind tens, tens and units behind hundreds."""
    if number < 20 or number % 100 == 50 < number:
        return 0
    return 10 if number < 100 else 100
