"""The grammar of a figure's words: one hedged number, or a range of two."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge
from tracker.wording.ends import SKIPPED_BEFORE, SKIPPED_BEHIND, End, read_before, read_end
from tracker.wording.hedging import FROM_ABOVE, FROM_BELOW, qualify, rule_of
from tracker.wording.lexicon import Term
from tracker.wording.numerals import NumberReader, Quantity
from tracker.wording.vocabulary import Kind

Meaning = tuple[Bounds, Hedge, bool]
"""What words mean: bounds, the rule that read them, whether they are printed as an increment."""

_SEPARATORS = {Kind.TO, Kind.UP_TO, Kind.OR, Kind.DASH}
_OPENERS = {Kind.BETWEEN, Kind.FROM, Kind.SINCE_AT_LEAST}
_ANDS = {Kind.AND, Kind.AND_INSIDE}


def _single(end: End) -> Meaning:
    quantity = end.quantity
    if quantity.floor and not (end.hedges and quantity.may_be_one):
        return _open_ended(end.hedges, quantity, quantity.floor, adds=end.adds)
    bounds, hedge = qualify(end.hedges, _only(quantity))
    return bounds, hedge, end.adds


def _only(quantity: Quantity) -> int:
    numbers = quantity.alone()
    if len(numbers) > 1:
        raise _ambiguous([f"{number:,}" for number in sorted(numbers)])
    return numbers.pop()


def _open_ended(hedges: tuple[Hedge, ...], quantity: Quantity, floor: Hedge, *, adds: bool) -> Meaning:
    """The meaning of "several hundred", which "at least" leaves as it is and "more than" raises by one."""
    least = max(quantity.alone())
    hedge, about = rule_of(hedges or (Hedge.AT_LEAST,))
    if about or hedge not in FROM_BELOW:
        raise UnreadableValue("a number that is open above takes no such hedge; give low and high")
    bounds, _ = qualify((hedge,), least)
    return bounds, hedge if hedges else floor, adds


def _ambiguous(readings: list[str]) -> UnreadableValue:
    return UnreadableValue(f"it can be {' or '.join(readings)}; print the one that is meant", readings)


def _pairs(first: Quantity, second: Quantity) -> set[tuple[int, int]]:
    """The ranges that two numbers can be, a scale of the second counting for both where it fits: "200-300 thousand"."""
    if any(end.floor and not end.may_be_one for end in (first, second)):
        raise UnreadableValue("a range needs a number at each end; give low and high")
    high = _only(second)
    lows = _sharing(first, second, high)
    if not lows or first.marked or second.rest:
        lows |= first.alone()
    return {(low, high) for low in lows if low <= high} or {(low, high) for low in lows}


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
    rule, about = rule_of(outer)
    both = (Hedge.ABOUT,) if about or rule is Hedge.ABOUT else ()
    low = qualify((*first.hedges, *both), smaller)[0].low or 0
    high = qualify((*second.hedges, *both), larger)[0].high
    if rule is Hedge.NEARLY:
        low = qualify((rule,), smaller)[0].low or 0
    elif rule is Hedge.MORE_THAN:
        low += 1
    elif rule is Hedge.FEWER_THAN and high is not None:
        high -= 1
    if rule in FROM_BELOW:
        high = None
    elif rule in FROM_ABOVE:
        low = 0
    if high is not None and low > high:
        raise UnreadableValue(f"no number is from {low:,} to {high:,}; check its hedges")
    return Bounds(low, high), Hedge.RANGE, first.adds or second.adds


def _joined(first: End, second: End) -> Meaning | None:
    """The meaning of "at least 380 but no more than 400"; None where two numbers are joined in any other way."""
    if rule_of(first.hedges)[0] in FROM_BELOW and rule_of(second.hedges)[0] in FROM_ABOVE:
        return _range(first, second, ())
    return None


def _ranges(terms: Sequence[Term]) -> list[Meaning]:
    """Every way to read a phrase as a range without "between" or "from"."""
    found: list[Meaning] = []
    for place, term in enumerate(terms):
        if term.kind not in _SEPARATORS | _ANDS | {Kind.BUT} or not 0 < place < len(terms) - 1:
            continue
        first, second = read_end(terms[:place]), read_end(terms[place + 1 :])
        if not isinstance(first, End) or not isinstance(second, End):
            continue
        if term.kind not in _SEPARATORS:
            joined = _joined(first, second)
            found += [joined] if joined else []
        elif second.before:
            found.append(_range(first, replace(second, behind=()), second.behind))
        else:
            # The hedge before the first number speaks of both: "about 200 to 300".
            outer = (*first.hedges, *second.behind)
            found.append(_range(replace(first, before=(), behind=()), replace(second, behind=()), outer))
    return found


def _opened(terms: Sequence[Term], opener: int) -> list[Meaning]:
    """Every way to read a phrase that holds "between" or "from" at the place `opener`."""
    kind = terms[opener].kind
    outer, adds, at = read_before(terms[:opener])
    if at < opener:
        return []
    inner = terms[opener + 1 :]
    separators = _SEPARATORS | _ANDS if kind is Kind.BETWEEN else _SEPARATORS - {Kind.OR}
    found: list[Meaning] = []
    for place, term in enumerate(inner):
        if term.kind not in separators or place == 0:
            continue
        first, second = read_end(inner[:place]), read_end(inner[place + 1 :])
        if isinstance(first, End) and isinstance(second, End):
            first = replace(first, adds=first.adds or adds)
            found.append(_range(first, replace(second, behind=()), (*outer, *second.behind)))
    alone = read_end(inner) if not found and kind is Kind.SINCE_AT_LEAST else 0
    if isinstance(alone, End):
        before = (*outer, Hedge.AT_LEAST, *alone.before)
        found.append(_single(replace(alone, before=before, adds=adds or alone.adds)))
    return found


def _is_unknown(terms: Sequence[Term]) -> bool:
    kinds = [term.kind for term in terms]
    return Kind.UNKNOWN in kinds and set(kinds) <= {Kind.UNKNOWN, Kind.OF, *SKIPPED_BEFORE, *SKIPPED_BEHIND}


def _misfit(terms: Sequence[Term]) -> UnreadableValue:
    """Why a phrase of known words is no figure."""
    numbers, at = 0, 0
    while at < len(terms):
        reader = NumberReader(terms, at)
        numbers += reader.quantity() is not None
        at = max(at + 1, reader.at)
    if numbers == 0:
        return UnreadableValue("there is no number in it; give the number, or low and high")
    if numbers > 1:
        return UnreadableValue("there is more than one number in it; give one figure at a time")
    stuck = read_end(terms)
    text = terms[min(stuck, len(terms) - 1)].text if isinstance(stuck, int) else terms[0].text
    return UnreadableValue(f'"{text}" does not fit there; give the number with its hedge, or low and high')


def meaning(terms: Sequence[Term]) -> Meaning:
    """What a phrase means.

    Raises:
        UnreadableValue: when it is no figure, more than one, or can be read in two ways.
    """
    if _is_unknown(terms):
        return Bounds(None, None), Hedge.UNKNOWN, False
    opener = next((place for place, term in enumerate(terms) if term.kind in _OPENERS), None)
    if opener is not None:
        found = _opened(terms, opener)
    else:
        whole = read_end(terms)
        found = [_single(whole)] if isinstance(whole, End) else _ranges(terms)
    distinct = set(found)
    if len(distinct) > 1:
        raise _ambiguous(sorted(str(bounds) for bounds, _, _ in distinct))
    if not distinct:
        raise _misfit(terms)
    return distinct.pop()
