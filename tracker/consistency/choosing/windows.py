"""Independent windows: which figures a conflict can concern at all, and which conflicts can meet.

The figures of a minimal conflict are those on some simple cycle of positive length in the graph of claims (Farkas). Let
L(v) be at least the length of every simple path from the origin to v, and U(v) such that no simple path from v to the
origin is longer than -U(v). A simple cycle passes the origin at most once, so:

- an edge u -> v of weight w can lie on a positive simple cycle through the origin only if L(u) + w > U(v);
- a cycle that avoids the origin needs a high that leads back, and since a whole never leads back to its part, it stays
  in one count, in a stretch of days that such highs cover without a gap. Where a stretch proves to hold one, every
  edge in it is taken to lie on one.

Call those edges hot. All edges of every positive simple cycle are hot, and without the origin what is left of the cycle
still hangs together. So take the components that hot edges make of the nodes, joined where one figure has hot edges in
two of them: no minimal conflict crosses two components, a figure without a hot edge is in no conflict, and the least
to set aside is the sum over the components, each by itself.

Without highs that lead back, all paths lead to larger numbers and one scan each way finds L and U exactly. With k of
them on a stretch a simple path uses each at most once, so k + 1 scans of the stretch suffice, and if the last one still
moved something there is a positive cycle.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import pairwise
from math import inf

from tracker.consistency.engine.conflicts import minimal_conflict
from tracker.consistency.engine.graph import Graph
from tracker.consistency.engine.system import Claim, System

HALVED = 250
"""Figures of a window up to which conflicts are looked for in all of it at once."""


def windows(system: System) -> tuple[tuple[int, ...], ...]:
    """Groups of figures such that every minimal conflict lies within one group.

    Figures in no group are in no conflict; there is no group exactly when all figures can be true together.

    Args:
        system: the claims.

    Returns:
        The groups, each in ascending order, by their first figures.

    Raises:
        ValueError: when a count is declared to be part of itself, or a span does not end after it opens.
    """
    return Reach(Graph(system)).groups()


def cut(system: System) -> list[System]:
    """The claims of each window, in the order of `windows`."""
    groups = windows(system)
    home = {figure: number for number, group in enumerate(groups) for figure in group}
    claims: list[list[Claim]] = [[] for _ in groups]
    for claim in system.claims:
        if claim.figure in home:
            claims[home[claim.figure]].append(claim)
    return [System(tuple(own), system.within) for own in claims]


def disjoint_conflicts(system: System) -> list[frozenset[int]]:
    """Minimal conflicts that share no figure, as many as there are until no more is left.

    Where a conflict leaves others in a large window, that is searched in halves next, so that it is not gone through as
    a whole for each of them: most conflicts are among figures of neighbouring days.
    """
    found: list[frozenset[int]] = []
    waiting = cut(system)
    while waiting:
        window = waiting.pop()
        conflict = minimal_conflict(window)
        if conflict is None:
            continue
        found.append(frozenset(conflict.figures))
        for left in cut(without(window, conflict.figures)):
            local = [each for half in _halves(left) for each in disjoint_conflicts(half)]
            found += local
            waiting += cut(without(left, frozenset().union(*local))) if local else [left]
    return found


def _halves(window: System) -> list[System]:
    """The earlier and the later figures of a large window; nothing for a small one."""
    first: dict[int, int] = {}
    for claim in window.claims:
        first[claim.figure] = min(claim.upto, first.get(claim.figure, claim.upto))
    if len(first) <= HALVED:
        return []
    ordered = sorted(first, key=lambda figure: (first[figure], figure))
    earlier = frozenset(ordered[: len(ordered) // 2])
    return [window.only(earlier), without(window, earlier)]


def without(system: System, figures: Collection[int]) -> System:
    """The system without the claims of some figures."""
    return System(tuple(claim for claim in system.claims if claim.figure not in figures), system.within)


class Reach:
    """L and U of every node of a graph, and what is hot by them.

    Attributes:
        lowest: L.
        highest: U.
        rising: the lows of spans, as halves by the node where they end.
        back: the highs of spans, as halves.
        restless: the stretches (first node, last node, count) that hold a positive cycle.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.lowest = [0] * (graph.origin + 1)
        self.highest = [inf] * graph.origin + [0]
        self.rising: dict[int, list[int]] = defaultdict(list)
        self.back: list[int] = []
        self.restless: list[tuple[int, int, int]] = []
        self._anchor()
        stretches = list(self._stretches())
        for first, last, back in stretches:
            self._raise(first, last, back)
        for first, last, back in reversed(stretches):
            self._lower(first, last, back)

    def groups(self) -> tuple[tuple[int, ...], ...]:
        """The figures with hot edges, by component, each group sorted."""
        joined = _Joined()
        for tail, head in self._hot_links():
            joined.join(tail, head)
        # Figures stand in the same forest as the nodes, numbered from the origin on.
        numbers: dict[int, int] = {}
        for half in self.hot_halves():
            figure = numbers.setdefault(self.graph.figure(half), self.graph.origin + len(numbers))
            for node in (self.graph.tails[half], self.graph.heads[half]):
                if node != self.graph.origin:
                    joined.join(figure, node)
        members: dict[int, list[int]] = defaultdict(list)
        for figure, number in numbers.items():
            members[joined.root(number)].append(figure)
        return tuple(sorted(tuple(sorted(group)) for group in members.values()))

    def _anchor(self) -> None:
        """Take in the totals, which touch the origin, and sort the other halves."""
        graph, origin = self.graph, self.graph.origin
        for half, (tail, head, weight) in enumerate(zip(graph.tails, graph.heads, graph.weights, strict=True)):
            if tail == origin:
                self.lowest[head] = max(self.lowest[head], weight)
            elif head == origin:
                self.highest[tail] = min(self.highest[tail], -weight)
            elif graph.is_low[half]:
                self.rising[head].append(half)
            else:
                self.back.append(half)

    def _stretches(self) -> Iterator[tuple[int, int, list[int]]]:
        """Cut the nodes into what overlapping highs of spans cover, and what lies between: first, last, highs."""
        start = 0
        covered: list[int] = []
        until = -1
        for half in sorted(self.back, key=self.graph.heads.__getitem__):
            opening = self.graph.heads[half]
            if covered and opening > until:
                yield start, until, covered
                start, covered = until + 1, []
            if not covered and opening > start:
                yield start, opening - 1, []
                start = opening
            covered.append(half)
            until = max(until, self.graph.tails[half])
        if covered:
            yield start, until, covered
            start = until + 1
        if start < self.graph.origin:
            yield start, self.graph.origin - 1, []

    def _raise(self, first: int, last: int, back: list[int]) -> None:
        """Find L on a stretch, and whether a positive cycle keeps raising it."""
        graph, lowest = self.graph, self.lowest
        moved: list[int] = []
        for _ in range(len(back) + 1):
            for node in range(first, last + 1):
                # The origin is the one before the first day of a count: no count is less than 0.
                value = max(lowest[node], lowest[graph.previous[node]])
                for part in graph.parts.get(node, ()):
                    value = max(value, lowest[part])
                for half in self.rising.get(node, ()):
                    value = max(value, lowest[graph.tails[half]] + graph.weights[half])
                lowest[node] = value
            moved = []
            for half in back:
                reached = lowest[graph.tails[half]] + graph.weights[half]
                if reached > lowest[graph.heads[half]]:
                    lowest[graph.heads[half]] = reached
                    moved.append(half)
            if not moved:
                return
        self.restless.extend((first, last, count) for count in {graph.counts[graph.tails[half]] for half in moved})

    def _lower(self, first: int, last: int, back: list[int]) -> None:
        """Find U on a stretch."""
        graph, highest = self.graph, self.highest
        for _ in range(len(back) + 1):
            for node in range(last, first - 1, -1):
                value = highest[node]
                for below in (graph.previous[node], *graph.parts.get(node, ())):
                    if below != graph.origin:
                        highest[below] = min(highest[below], value)
                for half in self.rising.get(node, ()):
                    tail = graph.tails[half]
                    highest[tail] = min(highest[tail], value - graph.weights[half])
            moved = False
            for half in back:
                left = highest[graph.heads[half]] - graph.weights[half]
                if left < highest[graph.tails[half]]:
                    highest[graph.tails[half]] = left
                    moved = True
            if not moved:
                return

    def _hot_links(self) -> Iterator[tuple[int, int]]:
        """The hot edges that hold whatever figure is dropped: a day and the next, a part and its whole."""
        graph = self.graph
        for node in range(graph.origin):
            for below in (graph.previous[node], *graph.parts.get(node, ())):
                if below != graph.origin and self.lowest[below] > self.highest[node]:
                    yield below, node
        for first, last, count in self.restless:
            inside = [node for node in range(first, last + 1) if graph.counts[node] == count]
            yield from pairwise(inside)

    def hot_halves(self) -> Iterator[int]:
        """The hot edges that figures say."""
        graph = self.graph
        for half, (tail, head, weight) in enumerate(zip(graph.tails, graph.heads, graph.weights, strict=True)):
            if self.lowest[tail] + weight > self.highest[head] or any(
                first <= min(tail, head) and max(tail, head) <= last and graph.counts[tail] == count
                for first, last, count in self.restless
            ):
                yield half


class _Joined:
    """Numbers joined into groups (a forest in which each points towards the least number of its group)."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def root(self, number: int) -> int:
        """The number that stands for the group."""
        above = self._above
        while (up := above.get(number, number)) != number:
            above[number] = above.get(up, up)
            number = up
        return number

    def join(self, one: int, other: int) -> None:
        """Make one group of the groups of two numbers."""
        low, high = sorted((self.root(one), self.root(other)))
        self._above[high] = low
