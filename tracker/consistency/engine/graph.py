"""Claims as a graph whose longest paths are the bounds and whose positive cycles are the conflicts.

A node is one running count F at the end of one day; the origin stands for F = 0. An edge u -> v of weight w says
F(v) >= F(u) + w. What is always true gives edges of weight 0: origin -> every node (never negative), a day -> the next
day of the same count (never falls), part -> whole on the same day. A claim's low gives an edge forward in time, its
high one backward; each is a half of the claim.
"""

from collections.abc import Collection, Container, Iterable
from operator import attrgetter

from tracker.consistency.engine.proof import Premise
from tracker.consistency.engine.system import Claim, System

_mostly_apart = attrgetter("upto", "figure", "count")


def _in_order(claims: Collection[Claim]) -> list[Claim]:
    """The claims in an order that depends on what they say alone, lower figures first."""
    apart = len(set(map(_mostly_apart, claims))) == len(claims)
    # The whole order is the same where the shorter one leaves no ties, and takes three times as long.
    return sorted(claims, key=_mostly_apart if apart else _order)


def _order(claim: Claim) -> tuple[int, ...]:
    after, low, high = claim.after, claim.low, claim.high
    return (
        claim.upto,
        claim.figure,
        claim.count,
        after is not None,
        after or 0,
        low is not None,
        low or 0,
        high is not None,
        high or 0,
    )


class Graph:
    """The nodes of a system, and the halves of its claims as edges between them.

    Nodes are numbered by day and, within a day, parts before wholes, so that every edge but those of highs leads to a
    larger number. A whole has a node wherever a part has one.

    Attributes:
        days: the day of each node.
        counts: the count of each node.
        origin: the number of the node that stands for 0, one more than the last node.
        previous: for each node the one before it in the same count, or the origin.
        parts: the nodes of the parts of a node, where it has any.
        wholes: for each count of the system all counts that hold it, however many steps away.
        claims: the claims, in an order that depends on what they say alone.
        tails, heads, weights, claim_of, is_low: the halves, one item for each.
    """

    def __init__(self, system: System) -> None:
        self.claims = _in_order(system.claims)
        counts = {claim.count for claim in system.claims}.union(*system.within)
        above = _closure(system.within)
        self.wholes = {count: above.get(count, frozenset()) for count in counts}
        # Whatever holds a part has fewer wholes above it than that part.
        count_of = sorted(counts, key=lambda count: (-len(self.wholes[count]), count))
        self._rank = {count: rank for rank, count in enumerate(count_of)}
        self._width = len(count_of) or 1
        ordered = sorted(self._keys())
        self._node = {key: node for node, key in enumerate(ordered)}
        self.days = [key // self._width for key in ordered]
        self.counts = [count_of[key % self._width] for key in ordered]
        self.origin = len(ordered)
        self._link(system.within)
        self._add_halves()

    def halves_of(self, figures: Container[int]) -> list[int]:
        """The halves of the claims of these figures, in order."""
        return [half for half, claim in enumerate(self.claim_of) if self.claims[claim].figure in figures]

    def figure(self, half: int) -> int:
        """The figure that a half belongs to."""
        return self.claims[self.claim_of[half]].figure

    def premise(self, half: int) -> Premise:
        """A half in the words of its claim."""
        claim = self.claims[self.claim_of[half]]
        low, high = (claim.low, None) if self.is_low[half] else (None, claim.high)
        return Premise(claim.figure, claim.count, claim.after, claim.upto, low, high)

    def _keys(self) -> set[int]:
        """A number for each day and count that needs a node, in the order of the nodes."""
        rank, width = self._rank, self._width
        ranks = {count: [rank[count], *(rank[whole] for whole in self.wholes[count])] for count in rank}
        keys: set[int] = set()
        for claim in self.claims:
            after, upto = claim.after, claim.upto
            for place in ranks[claim.count]:
                keys.add(upto * width + place)
                if after is not None:
                    keys.add(after * width + place)
            if after is not None and after >= upto:
                raise ValueError(f"a claim's span must end after it opens: {claim}")
        return keys

    def _link(self, within: Iterable[tuple[int, int]]) -> None:
        latest: dict[int, int] = {}
        self.previous = []
        for node, count in enumerate(self.counts):
            self.previous.append(latest.get(count, self.origin))
            latest[count] = node
        parts_of: dict[int, list[int]] = {}
        for part, whole in sorted(set(within)):
            parts_of.setdefault(whole, []).append(part)
        self.parts: dict[int, tuple[int, ...]] = {}
        if parts_of:
            for node, (day, count) in enumerate(zip(self.days, self.counts, strict=True)):
                base = day * self._width
                there = (self._node.get(base + self._rank[part]) for part in parts_of.get(count, ()))
                if nodes := tuple(part for part in there if part is not None):
                    self.parts[node] = nodes

    def _add_halves(self) -> None:
        halves: list[tuple[int, int, int, int, bool]] = []
        node, rank, width, origin = self._node, self._rank, self._width, self.origin
        for number, claim in enumerate(self.claims):
            place, low, high = rank[claim.count], claim.low, claim.high
            after = origin if claim.after is None else node[claim.after * width + place]
            upto = node[claim.upto * width + place]
            # A low of 0 or less says no more than that the count never falls.
            if low is not None and low > 0:
                halves.append((after, upto, low, number, True))
            if high is not None:
                halves.append((upto, after, -high, number, False))
        self.tails = [half[0] for half in halves]
        self.heads = [half[1] for half in halves]
        self.weights = [half[2] for half in halves]
        self.claim_of = [half[3] for half in halves]
        self.is_low = [half[4] for half in halves]


def wholes_of(within: Iterable[tuple[int, int]], count: int) -> frozenset[int]:
    """All counts that hold this one, however many steps away."""
    return _closure(within).get(count, frozenset())


def _closure(within: Iterable[tuple[int, int]]) -> dict[int, frozenset[int]]:
    direct: dict[int, set[int]] = {}
    for part, whole in within:
        direct.setdefault(part, set()).add(whole)
    reach: dict[int, frozenset[int]] = {}
    for part, wholes in direct.items():
        seen: set[int] = set()
        waiting = list(wholes)
        while waiting:
            whole = waiting.pop()
            if whole not in seen:
                seen.add(whole)
                waiting.extend(direct.get(whole, ()))
        if part in seen:
            raise ValueError(f"count {part} is declared to be part of itself")
        reach[part] = frozenset(seen)
    return reach
