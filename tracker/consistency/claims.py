"""What a figure says of a running count: its words, dates and basis as claims.

Let F(t) be the true running count at the end of day t.

    basis    says                                          from dates known only to a span [first, last]
    total    low <= F(as_of) <= high                       F(last) >= low, F(first) <= high
    period   low <= F(as_of) - F(since - 1) <= high        the same on its end, and on its start
    event    F(last day) - F(first day - 1) >= low,        the widest span
             no upper bound: there may have been others

An imprecise date weakens a figure, never sharpens it: the lower side takes the widest span that the dates allow, the
upper side the narrowest; where the narrowest may be empty, the upper side says nothing.
"""

from tracker.consistency.engine.system import Claim
from tracker.domain.figure import Basis, Figure
from tracker.domain.span import Span


def lower_claims(figure: Figure, key: int, count: int) -> list[Claim]:
    """What the figure says from below, about the running count numbered `count`."""
    low = figure.bounds.low
    if low is None:
        return []
    after = None
    if figure.basis is Basis.EVENT:
        after = figure.as_of.first.toordinal() - 1
    elif figure.basis is Basis.PERIOD:
        after = _start(figure).first.toordinal() - 1
    upto = figure.as_of.last.toordinal()
    if after is not None and upto <= after:
        return []  # a period that ends before it starts says nothing; the check of dates reports it
    return [Claim(key, count, after, upto, low=low)]


def upper_claims(figure: Figure, key: int, count: int) -> list[Claim]:
    """What the figure says from above, about the running count numbered `count`."""
    high = figure.bounds.high
    if high is None or figure.basis is Basis.EVENT:
        return []
    upto = figure.as_of.first.toordinal()
    after = None
    if figure.basis is Basis.PERIOD:
        after = _start(figure).last.toordinal() - 1
        if upto <= after:
            return []
    return [Claim(key, count, after, upto, high=high)]


def claims(figure: Figure, key: int, count: int) -> list[Claim]:
    """All that the figure says about the running count numbered `count`."""
    return lower_claims(figure, key, count) + upper_claims(figure, key, count)


def _start(figure: Figure) -> Span:
    if figure.since is None:
        raise ValueError(f"a period without since: {figure}")
    return figure.since
