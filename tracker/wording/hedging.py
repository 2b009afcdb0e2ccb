"""Hedges that stand together: the one rule they come down to, and the bounds that it gives."""

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge, bounds_of
from tracker.wording.digits import LARGEST

FROM_BELOW = {Hedge.AT_LEAST, Hedge.MORE_THAN}
FROM_ABOVE = {Hedge.AT_MOST, Hedge.FEWER_THAN}


def rule_of(hedges: tuple[Hedge, ...]) -> tuple[Hedge, bool]:
    """The one rule that hedges come down to, and whether its number is itself only about that."""
    rules = set(hedges)
    about = Hedge.ABOUT in rules
    rest = rules - {Hedge.ABOUT}
    if len(rest) > 1 or (about and Hedge.NEARLY in rest):
        raise UnreadableValue("its hedges do not go together; print the one that is meant, or give low and high")
    if not rest:
        return (Hedge.ABOUT if about else Hedge.EXACT), False
    return rest.pop(), about


def qualify(hedges: tuple[Hedge, ...], number: int) -> tuple[Bounds, Hedge]:
    """The bounds of one hedged number; "at least about 300" reaches down as far as "about 300" does."""
    hedge, about = rule_of(hedges)
    if number > LARGEST:
        raise UnreadableValue(f"{number:,} is more than any count of children; check its digits and its scale")
    if number == 0 and hedge in {Hedge.FEWER_THAN, Hedge.NEARLY}:
        raise UnreadableValue("no count is below 0; check the number")
    if not about:
        return bounds_of(hedge, number), hedge
    reach = bounds_of(Hedge.ABOUT, number)
    nearest = reach.low if hedge in FROM_BELOW else reach.high
    return bounds_of(hedge, nearest or 0), hedge
