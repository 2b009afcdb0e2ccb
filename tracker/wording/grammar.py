"""The grammar of a figure's words: hedges round one number, or a range of two."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge, bounds_of
from tracker.wording.digits import LARGEST
from tracker.wording.numerals import NumberReader, Quantity
from tracker.wording.vocabulary import Kind, Term

Meaning = tuple[Bounds, Hedge, bool]
"""What words mean: bounds, the rule that read them, whether they are printed as an increment."""

_FROM_BELOW = {Hedge.AT_LEAST, Hedge.MORE_THAN}
_FROM_ABOVE = {Hedge.AT_MOST, Hedge.FEWER_THAN}
_SEPARATORS = {Kind.TO, Kind.UP_TO, Kind.OR, Kind.DASH}
_OPENERS = {Kind.BETWEEN, Kind.FROM, Kind.SINCE_AT_LEAST}
_ANDS = {Kind.AND, Kind.AND_INSIDE}
_SKIPPED_BEFORE = {Kind.FILLER, Kind.ARTICLE}
_SKIPPED_BEHIND = {Kind.FILLER, Kind.PERSON, Kind.PEOPLE}
_STARTS = {Kind.NUMBER, Kind.DIGITS, Kind.SCALE, Kind.SEVERAL, Kind.FRACTION}
_ONE_PERSON = Quantity(((1, 0),), explicit=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The terms of a wording, each with its text as printed."""

    terms: Sequence[Term]
    texts: Sequence[str]

    def __getitem__(self, part: slice) -> "Phrase":
        return Phrase(self.terms[part], self.texts[part])


@dataclass(frozen=True, slots=True)
class End:
    """One hedged number: a whole wording, or one end of a range."""

    hedges: tuple[Hedge, ...]
    quantity: Quantity
    adds: bool


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a number; `at` is the place behind it."""

    hedges: tuple[Hedge, ...]
    adds: bool
    at: int


def _before(phrase: Phrase) -> Before:
    hedges: list[Hedge] = []
    adds = False
    for place, term in enumerate(phrase.terms):
        match term.kind:
            case Kind.BEFORE | Kind.AROUND | Kind.UP_TO:
                hedges.append(term.hedge)
            case Kind.ADDS | Kind.PLUS:
                adds = True
            case Kind.MINUS | Kind.DASH:
                raise UnreadableValue("a count cannot be negative; print it without the minus sign")
            case kind if kind not in _SKIPPED_BEFORE:
                return Before(tuple(hedges), adds, place)
    return Before(tuple(hedges), adds, len(phrase.terms))


def _behind(phrase: Phrase, at: int) -> tuple[list[Hedge], bool, int]:
    """The hedges behind a number, whether it is an increment, and the place of the first term not understood there."""
    hedges: list[Hedge] = []
    adds = False
    for place in range(at, len(phrase.terms)):
        term = phrase.terms[place]
        match term.kind:
            case Kind.AFTER | Kind.AROUND:
                hedges.append(term.hedge)
            case Kind.PLUS:
                hedges.append(Hedge.AT_LEAST)
            case Kind.ADDS | Kind.MORE:
                adds = True
            case Kind.OF if _is_of_people(phrase.terms, place):
                pass
            case kind if kind not in _SKIPPED_BEHIND:
                return hedges, adds, place
    return hedges, adds, len(phrase.terms)


def _is_of_people(terms: Sequence[Term], place: int) -> bool:
    """Whether the "of" at `place` is that of "thousands of children"; "five of the children" are a part of them."""
    after = terms[place + 1 : place + 2]
    return terms[place - 1].kind in {Kind.SCALE, Kind.SEVERAL} and bool(after) and after[0].kind is Kind.PEOPLE


def _end(phrase: Phrase) -> End | int:
    """Read one hedged number, or give the place of the first term that does not fit."""
    before = _before(phrase)
    reader = NumberReader(phrase.terms, before.at)
    quantity = reader.quantity()
    if quantity is None:
        if before.at >= len(phrase.terms) or phrase.terms[before.at].kind is not Kind.PERSON:
            return before.at
        quantity = _ONE_PERSON
    hedges, adds, at = _behind(phrase, reader.at)
    if at < len(phrase.terms):
        return at
    return End((*before.hedges, *hedges), quantity, before.adds or adds)


def _rule(hedges: tuple[Hedge, ...]) -> tuple[Hedge, bool]:
    """The one rule that hedges come down to, and whether its number is itself only about that."""
    rules = set(hedges)
    about = Hedge.ABOUT in rules
    rest = rules - {Hedge.ABOUT}
    if len(rest) > 1 or (about and Hedge.NEARLY in rest):
        raise UnreadableValue("its hedges do not go together; print the one that is meant, or give low and high")
    if not rest:
        return (Hedge.ABOUT if about else Hedge.EXACT), False
    return rest.pop(), about


def _qualify(hedges: tuple[Hedge, ...], number: int) -> tuple[Bounds, Hedge]:
    """The bounds of one hedged number; "at least about 300" reaches down as far as "about 300" does."""
    hedge, about = _rule(hedges)
    if number > LARGEST:
        raise UnreadableValue(f"{number:,} is more than any count of children; check its digits and its scale")
    if number == 0 and hedge in {Hedge.FEWER_THAN, Hedge.NEARLY}:
        raise UnreadableValue("no count is below 0; check the number")
    if not about:
        return bounds_of(hedge, number), hedge
    reach = bounds_of(Hedge.ABOUT, number)
    nearest = reach.low if hedge in _FROM_BELOW else reach.high
    return bounds_of(hedge, nearest or 0), hedge


def _single(end: End) -> Meaning:
    quantity = end.quantity
    if quantity.floor and not (end.hedges and quantity.may_be_one):
        return _open_ended(end.hedges, quantity, quantity.floor, adds=end.adds)
    numbers = quantity.alone()
    if len(numbers) > 1:
        raise _ambiguous([f"{number:,}" for number in sorted(numbers)])
    bounds, hedge = _qualify(end.hedges, numbers.pop())
    return bounds, hedge, end.adds


def _open_ended(hedges: tuple[Hedge, ...], quantity: Quantity, floor: Hedge, *, adds: bool) -> Meaning:
    """The meaning of "several hundred", which "at least" leaves as it is and "more than" raises by one."""
    least = max(quantity.alone())
    if not hedges:
        return Bounds(least, None), floor, adds
    hedge, about = _rule(hedges)
    if about or hedge not in _FROM_BELOW:
        raise UnreadableValue("a number that is open above takes no such hedge; give low and high")
    return *_qualify((hedge,), least), adds


def _ambiguous(readings: list[str]) -> UnreadableValue:
    return UnreadableValue(f"it can be {' or '.join(readings)}; print the one that is meant", readings)


def _pairs(first: Quantity, second: Quantity) -> set[tuple[int, int]]:
    """The ranges that two numbers can be, a scale of the second counting for both where it fits: "200-300 thousand"."""
    if any(end.floor and not end.may_be_one for end in (first, second)):
        raise UnreadableValue("a range needs a number at each end; give low and high")
    pairs: set[tuple[int, int]] = set()
    for high in second.alone():
        shared = {(low, high) for low in _sharing(first, second, high)}
        pairs |= shared
        if not shared or first.marked or second.rest:
            pairs |= {(low, high) for low in first.alone()}
    return {pair for pair in pairs if pair[0] <= pair[1]} or pairs


def _sharing(first: Quantity, second: Quantity, high: int) -> set[int]:
    """What the first number is with as many of the second's scales as keep it below `high`."""
    if not second.explicit:
        return set()
    scale = 1
    found: set[int] = set()
    for value in reversed(second.scales):
        scale *= value
        if first.scales and first.scales[-1] >= scale:
            continue
        found = {low for low in first.shared(scale) if low <= high} or found
    return found


def _range(first: End, second: End, outer: tuple[Hedge, ...]) -> Meaning:
    """The meaning of a range: from the low of its first end to the high of its second.

    Args:
        first: the smaller end, with its own hedges.
        second: the larger end, with its own hedges.
        outer: hedges of the range as a whole.
    """
    pairs = _pairs(first.quantity, second.quantity)
    if len(pairs) > 1:
        raise _ambiguous([f"{low:,} to {high:,}" for low, high in sorted(pairs)])
    smaller, larger = pairs.pop()
    if smaller > larger:
        raise UnreadableValue(f"{smaller:,} is above {larger:,}; print the smaller one first")
    rule, about = _rule(outer)
    both = (Hedge.ABOUT,) if about or rule is Hedge.ABOUT else ()
    low = _qualify((*first.hedges, *both), smaller)[0].low or 0
    high = _qualify((*second.hedges, *both), larger)[0].high
    if rule is Hedge.NEARLY:
        low = bounds_of(rule, smaller).low or 0
    elif rule is Hedge.MORE_THAN:
        low += 1
    elif rule is Hedge.FEWER_THAN and high is not None:
        high -= 1
    if rule in _FROM_BELOW:
        high = None
    elif rule in _FROM_ABOVE:
        low = 0
    return Bounds(low, high), Hedge.RANGE, first.adds or second.adds


def _joined(first: End, second: End) -> Meaning | None:
    """The meaning of "at least 380 but no more than 400"; None where two numbers are joined in any other way."""
    if _rule(first.hedges)[0] in _FROM_BELOW and _rule(second.hedges)[0] in _FROM_ABOVE:
        return _range(first, second, ())
    return None


def _ranges(phrase: Phrase) -> list[Meaning]:
    """Every way to read a phrase as a range without "between" or "from"."""
    found: list[Meaning] = []
    for place, term in enumerate(phrase.terms):
        if term.kind not in _SEPARATORS | _ANDS | {Kind.BUT} or not 0 < place < len(phrase.terms) - 1:
            continue
        first, second = _end(phrase[:place]), _end(phrase[place + 1 :])
        if not isinstance(first, End) or not isinstance(second, End):
            continue
        if term.kind not in _SEPARATORS:
            joined = _joined(first, second)
            found += [joined] if joined else []
        elif second.hedges:
            found.append(_range(first, second, ()))
        else:
            found.append(_range(replace(first, hedges=()), second, first.hedges))
    return found


def _opened(phrase: Phrase, opener: int) -> list[Meaning]:
    """Every way to read a phrase that holds "between" or "from" at the place `opener`."""
    kind = phrase.terms[opener].kind
    before = _before(phrase[:opener])
    if before.at < opener:
        return []
    inner = phrase[opener + 1 :]
    separators = _SEPARATORS | _ANDS if kind is Kind.BETWEEN else _SEPARATORS - {Kind.OR}
    found: list[Meaning] = []
    for place, term in enumerate(inner.terms):
        if term.kind not in separators or place == 0:
            continue
        first, second = _end(inner[:place]), _end(inner[place + 1 :])
        if isinstance(first, End) and isinstance(second, End):
            found.append(_range(replace(first, adds=first.adds or before.adds), second, before.hedges))
    alone = _end(inner) if not found and kind is Kind.SINCE_AT_LEAST else 0
    if isinstance(alone, End):
        hedges = (*before.hedges, Hedge.AT_LEAST, *alone.hedges)
        found.append(_single(End(hedges, alone.quantity, before.adds or alone.adds)))
    return found


def _is_unknown(phrase: Phrase) -> bool:
    kinds = [term.kind for term in phrase.terms]
    return Kind.UNKNOWN in kinds and set(kinds) <= {Kind.UNKNOWN, Kind.OF, *_SKIPPED_BEFORE, *_SKIPPED_BEHIND}


def _misfit(phrase: Phrase) -> UnreadableValue:
    """Why a phrase of known words is no figure."""
    numbers, at = 0, 0
    while at < len(phrase.terms):
        reader = NumberReader(phrase.terms, at)
        numbers += reader.quantity() is not None
        at = max(at + 1, reader.at)
    if numbers == 0:
        return UnreadableValue("there is no number in it; give the number, or low and high")
    if numbers > 1:
        return UnreadableValue("there is more than one number in it; give one figure at a time")
    stuck = _end(phrase)
    text = phrase.texts[min(stuck, len(phrase.texts) - 1)] if isinstance(stuck, int) else phrase.texts[0]
    return UnreadableValue(f'"{text}" does not fit there; give the number with its hedge, or low and high')


def meaning(phrase: Phrase) -> Meaning:
    """What a phrase means.

    Raises:
        UnreadableValue: when it is no figure, more than one, or can be read in two ways.
    """
    if _is_unknown(phrase):
        return Bounds(None, None), Hedge.UNKNOWN, False
    opener = next((place for place, term in enumerate(phrase.terms) if term.kind in _OPENERS), None)
    if opener is not None:
        found = _opened(phrase, opener)
    else:
        whole = _end(phrase)
        found = [_single(whole)] if isinstance(whole, End) else _ranges(phrase)
    distinct = set(found)
    if len(distinct) > 1:
        raise _ambiguous(sorted(str(bounds) for bounds, _, _ in distinct))
    if not distinct:
        raise _misfit(phrase)
    return distinct.pop()
