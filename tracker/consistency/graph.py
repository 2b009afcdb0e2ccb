"""Claims as a graph whose longest paths are the bounds and whose positive cycles are the conflicts.

A node is one running count F at the end of one day; the origin stands for F = 0. An edge u -> v of weight w says
F(v) >= F(u) + w. What is always true gives edges of weight 0: origin -> every node (never negative), a day -> the next
day of the same count (never falls), part -> whole on the same day. A claim's low gives an edge forward in time, its
high one backward; each is a half of the claim.
"""

from collections.abc import Container, Iterable

from tracker.consistency.proof import Premise
from tracker.consistency.system import Claim, System


def _order(claim: Claim) -> tuple[int, ...]:
    """A place for each claim that depends on what it says alone, lower figures first."""
    opens, low, high = claim.after, claim.low, claim.high
    return (
        claim.upto,
        claim.figure,
        claim.count,
        *((0, 0) if opens is None else (1, opens)),
        *((0, 0) if low is None else (1, low)),
        *((0, 0) if high is None else (1, high)),
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
        self.claims = sorted(system.claims, key=_order)
        counts = {claim.count for claim in system.claims}.union(*system.within)
        above = _closure(system.within)
        self.wholes = {count: above.get(count, frozenset()) for count in counts}
        # Whatever holds a part has fewer wholes above it than that part.
        count_of = sorted(counts, key=lambda count: (-len(self.wholes[count]), count))
        rank = {count: place for place, count in enumerate(count_of)}
        width = len(rank) or 1
        keys: set[int] = set()
        for claim in self.claims:
            if claim.after is not None and claim.after >= claim.upto:
                raise ValueError(f"a claim's span must end after it opens: {claim}")
            for count in (claim.count, *self.wholes[claim.count]):
                keys.add(claim.upto * width + rank[count])
                if claim.after is not None:
                    keys.add(claim.after * width + rank[count])
        ordered = sorted(keys)
        self.days = [key // width for key in ordered]
        self.counts = [count_of[key % width] for key in ordered]
        self.origin = len(ordered)
        self._node = {key: node for node, key in enumerate(ordered)}
        self._rank, self._width = rank, width
        self._link(system.within)
        self._add_halves()

    def node(self, count: int, day: int | None) -> int:
        """The node of a count on a day that some claim names; the origin for None."""
        return self.origin if day is None else self._node[day * self._width + self._rank[count]]

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
        self.tails: list[int] = []
        self.heads: list[int] = []
        self.weights: list[int] = []
        self.claim_of: list[int] = []
        self.is_low: list[bool] = []
        for number, claim in enumerate(self.claims):
            after, upto = self.node(claim.count, claim.after), self.node(claim.count, claim.upto)
            # A low of 0 or less says no more than that the count never falls.
            if claim.low is not None and claim.low > 0:
                self._add_half(number, after, upto, claim.low, is_low=True)
            if claim.high is not None:
                self._add_half(number, upto, after, -claim.high, is_low=False)

    def _add_half(self, claim: int, tail: int, head: int, weight: int, *, is_low: bool) -> None:
        self.tails.append(tail)
        self.heads.append(head)
        self.weights.append(weight)
        self.claim_of.append(claim)
        self.is_low.append(is_low)


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
