"""What to set aside where all figures are totals of one count: exact in O(n log n) steps, with a certificate.

Let figure f say F(l) >= a and F(e) <= b, with e <= l and a <= b; a figure of which the day is known has e = l. Totals
f and g clash when f is over before g begins and is higher, l_f <= e_g and a_f > b_g; write f < g. Totals can all be
true unless two of them clash. The relation is transitive: f < g < h gives l_f <= e_g <= l_g <= e_h and
a_f > b_g >= a_g > b_h. So it is a partial order, and what can be kept together is an antichain of it.

Count each figure as many times as it weighs, and link units of clashing figures, each unit to at most one earlier and
one later unit. The links join the units to chains, of each chain at most one unit can be kept, and each link leaves one
chain fewer: so what is set aside weighs at least as much as there are links (Dilworth). Links that attain it:
take the figures g by e_g; link each to the lowest a_f > b_g still free among the f with l_f <= e_g. The lower a_f, the
fewer of the later figures it clashes with, so no other choice leaves more for them.

A least set follows from these links (Koenig). Reach the units that are free for later figures, the figures that clash
with them later on, the units linked to those, and so on: figures reached from the earlier side alone are kept.
"""

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

from tracker.consistency.engine.system import Claim, System

CANONICAL = 1_000
"""Figures of a window up to which the canonical set is found: its prices have as many bits."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two figures that cannot both be kept; or, when both are the same, one that contradicts itself.

    Attributes:
        earlier: the figure with the higher count on an earlier day.
        later: the figure with the lower count.
        units: how much of the weight of each the link accounts for.
    """

    earlier: int
    later: int
    units: int


@dataclass(frozen=True, slots=True)
class Total:
    """F(low_on) >= low and F(high_on) <= high; an open side is at an end of time."""

    figure: int
    low: int
    low_on: float
    high: float
    high_on: float

    @property
    def is_void(self) -> bool:
        """Whether the figure contradicts itself."""
        return self.high < 0 or (self.low > self.high and self.low_on <= self.high_on)

    @property
    def is_plain(self) -> bool:
        """Whether its clashes with others make a partial order: e <= l and a <= b where both sides are given."""
        return self.low <= self.high and (self.high_on <= self.low_on)

    def clashes_with(self, later: "Total") -> bool:
        """Whether this figure is over before the other begins, and higher."""
        return self.low_on <= later.high_on and self.low > later.high


def totals(system: System) -> dict[int, Total] | None:
    """The figures as totals of one count; None when they are not that alone, or not of the form above."""
    sides: dict[int, list[Claim]] = defaultdict(list)
    for claim in system.claims:
        sides[claim.figure].append(claim)
    if len({claim.count for claim in system.claims}) > 1 or any(claim.after is not None for claim in system.claims):
        return None
    read = {}
    for figure, claims in sides.items():
        lows = [claim for claim in claims if claim.low is not None and claim.low > 0]
        highs = [claim for claim in claims if claim.high is not None]
        if len(lows) > 1 or len(highs) > 1:
            return None
        low, low_on = (lows[0].low or 0, lows[0].upto) if lows else (0, inf)
        high, high_on = (highs[0].high, highs[0].upto) if highs else (inf, -inf)
        total = Total(figure, low, low_on, inf if high is None else high, high_on)
        if not (total.is_void or total.is_plain):
            return None
        read[figure] = total
    return read


def least(figures: Mapping[int, Total], weights: Mapping[int, int]) -> tuple[frozenset[int], tuple[Link, ...]]:
    """A least set to set aside, the canonical one where there are no more than `CANONICAL` figures, and the links.

    The links prove that it is least: see `tracker.consistency.choosing.totals`. Their units add up to its weight.
    """
    void = sorted(figure for figure, total in figures.items() if total.is_void)
    plain = [figures[figure] for figure in sorted(figures) if not figures[figure].is_void]
    proof = [Link(figure, figure, weights[figure]) for figure in void]
    links = _links(plain, weights)
    proof += links
    if len(plain) <= CANONICAL:
        size = len(plain)
        prices = {
            total.figure: (weights[total.figure] << size) + (1 << (size - 1 - place))
            for place, total in enumerate(plain)
        }
        aside = _uncovered(plain, prices, _links(plain, prices))
    else:
        aside = _uncovered(plain, weights, links)
    return aside | frozenset(void), tuple(proof)


def proved(links: Iterable[Link], system: System, weights: Mapping[int, int]) -> int:
    """The weight that must be set aside at least, by links that are checked one by one.

    Returns:
        The units of all links; 0 when one of them does not hold, or accounts for more than a figure weighs.
    """
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in system.claims:
        claims[claim.figure].append(claim)
    earlier: dict[int, int] = defaultdict(int)
    later: dict[int, int] = defaultdict(int)
    for link in links:
        pair = totals(
            System((*claims[link.earlier], *claims[link.later]))
            if link.earlier != link.later
            else System(tuple(claims[link.earlier]))
        )
        if pair is None or link.units < 1 or not _holds(link, pair):
            return 0
        earlier[link.earlier] += link.units
        later[link.later] += link.units
    if any(units > weights[figure] for side in (earlier, later) for figure, units in side.items()):
        return 0
    return sum(earlier.values())


def _holds(link: Link, pair: Mapping[int, Total]) -> bool:
    if not {link.earlier, link.later} <= pair.keys():
        return False
    earlier, later = pair[link.earlier], pair[link.later]
    if link.earlier == link.later:
        return earlier.is_void
    return not earlier.is_void and not later.is_void and earlier.clashes_with(later)


def _links(plain: Sequence[Total], weights: Mapping[int, int]) -> list[Link]:
    """As many units linked as can be."""
    rising = sorted(plain, key=lambda total: (total.low_on, total.figure))
    falling = sorted(plain, key=lambda total: (total.high_on, total.figure))
    left = {total.figure: weights[total.figure] for total in plain}
    free: list[tuple[int, int]] = []
    links: list[Link] = []
    begun = 0
    for later in falling:
        while begun < len(rising) and rising[begun].low_on <= later.high_on:
            insort(free, (rising[begun].low, rising[begun].figure))
            begun += 1
        wanted = weights[later.figure]
        first = place = bisect_right(free, (later.high, inf))
        while wanted and place < len(free):
            earlier = free[place][1]
            units = min(wanted, left[earlier])
            links.append(Link(earlier, later.figure, units))
            wanted -= units
            left[earlier] -= units
            place += not left[earlier]
        del free[first:place]
    return links


def _uncovered(plain: Sequence[Total], weights: Mapping[int, int], links: Iterable[Link]) -> frozenset[int]:
    """The figures of a least set, by what can be reached from the units that are free for later figures."""
    linked: dict[int, list[int]] = defaultdict(list)
    free = {total.figure: weights[total.figure] for total in plain}
    for link in links:
        linked[link.later].append(link.earlier)
        free[link.earlier] -= link.units
    by_figure = {total.figure: total for total in plain}
    waiting = [figure for figure, units in free.items() if units]
    as_earlier = set(waiting)
    as_later: set[int] = set()
    unreached = _Lowest(plain)
    while waiting:
        for later in unreached.taken_by(by_figure[waiting.pop()]):
            as_later.add(later)
            more = [earlier for earlier in linked[later] if earlier not in as_earlier]
            as_earlier.update(more)
            waiting.extend(more)
    return frozenset(figure for figure in by_figure if figure not in as_earlier or figure in as_later)


class _Lowest:
    """Figures by the day of their high, in a tree of the lowest highs, to take out those that clash with one."""

    def __init__(self, plain: Sequence[Total]) -> None:
        self._figures = sorted(plain, key=lambda total: (total.high_on, total.figure))
        self._days = [total.high_on for total in self._figures]
        self._size = 1 << len(self._figures).bit_length()
        self._lowest: list[float] = [inf] * (2 * self._size)
        self._lowest[self._size : self._size + len(self._figures)] = [total.high for total in self._figures]
        for node in range(self._size - 1, 0, -1):
            self._lowest[node] = min(self._lowest[2 * node], self._lowest[2 * node + 1])

    def taken_by(self, earlier: Total) -> list[int]:
        """Take out the figures that clash with an earlier one."""
        taken = []
        first = self._size + bisect_right(self._days, earlier.low_on - 0.5)
        # The nodes that together cover the figures from `first` on.
        nodes = [first] if first < 2 * self._size else []
        node = first
        while node > 1:
            if not node & 1:
                nodes.append(node + 1)
            node >>= 1
        while nodes:
            node = nodes.pop()
            if self._lowest[node] >= earlier.low:
                continue
            if node < self._size:
                nodes += (2 * node, 2 * node + 1)
                continue
            taken.append(self._figures[node - self._size].figure)
            self._take_out(node)
        return taken

    def _take_out(self, node: int) -> None:
        self._lowest[node] = inf
        while node > 1:
            node >>= 1
            self._lowest[node] = min(self._lowest[2 * node], self._lowest[2 * node + 1])
