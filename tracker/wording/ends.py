"""One hedged number among terms: what stands before it, the number, what stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge
from tracker.wording.lexicon import Term
from tracker.wording.numerals import NumberReader, Quantity
from tracker.wording.vocabulary import Kind

SKIPPED_BEFORE = {Kind.FILLER, Kind.ARTICLE}
SKIPPED_BEHIND = {Kind.FILLER, Kind.PERSON, Kind.PEOPLE}
_ONE_PERSON = Quantity(((1, 0),), explicit=False)


@dataclass(frozen=True, slots=True)
class End:
    """One hedged number: a whole wording, or one end of a range.

    Attributes:
        before: the hedges before it.
        behind: the hedges behind it; behind a range they speak of all of it.
        quantity: the number.
        adds: whether it is printed as an increment.
    """

    before: tuple[Hedge, ...]
    behind: tuple[Hedge, ...]
    quantity: Quantity
    adds: bool

    @property
    def hedges(self) -> tuple[Hedge, ...]:
        """All its hedges."""
        return self.before + self.behind


def read_before(terms: Sequence[Term]) -> tuple[list[Hedge], bool, int]:
    """The hedges before a number, whether it is an increment, and the place of the first term that is neither."""
    hedges: list[Hedge] = []
    adds = False
    for place, term in enumerate(terms):
        match term.kind:
            case Kind.BEFORE | Kind.AROUND | Kind.UP_TO:
                hedges.append(term.hedge)
            case Kind.ADDS | Kind.PLUS:
                adds = True
            case Kind.MINUS | Kind.DASH:
                raise UnreadableValue("a count cannot be negative; print it without the minus sign")
            case kind if kind not in SKIPPED_BEFORE:
                return hedges, adds, place
    return hedges, adds, len(terms)


def _read_behind(terms: Sequence[Term], at: int) -> tuple[list[Hedge], bool, int]:
    """The hedges behind a number, whether it is an increment, and the place of the first term not understood there."""
    hedges: list[Hedge] = []
    adds = False
    for place in range(at, len(terms)):
        term = terms[place]
        match term.kind:
            case Kind.AFTER | Kind.AROUND:
                hedges.append(term.hedge)
            case Kind.PLUS:
                hedges.append(Hedge.AT_LEAST)
            case Kind.ADDS | Kind.MORE:
                adds = True
            case Kind.OF if _is_of_people(terms, place):
                pass
            case kind if kind not in SKIPPED_BEHIND:
                return hedges, adds, place
    return hedges, adds, len(terms)


def _is_of_people(terms: Sequence[Term], place: int) -> bool:
    """Whether the "of" at `place` is that of "thousands of children"; "five of the children" are a part of them."""
    after = terms[place + 1 : place + 2]
    return terms[place - 1].kind in {Kind.SCALE, Kind.SEVERAL} and bool(after) and after[0].kind is Kind.PEOPLE


def read_end(terms: Sequence[Term]) -> End | int:
    """Read one hedged number, or give the place of the first term that does not fit."""
    before, adds_before, start = read_before(terms)
    reader = NumberReader(terms, start)
    quantity = reader.quantity()
    if quantity is None:
        if start == len(terms) or terms[start].kind is not Kind.PERSON:
            return start
        quantity = _ONE_PERSON
    behind, adds_behind, at = _read_behind(terms, reader.at)
    if at < len(terms):
        return at
    return End(tuple(before), tuple(behind), quantity, adds_before or adds_behind)
