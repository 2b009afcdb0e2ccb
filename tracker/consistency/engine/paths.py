"""Longest paths in the graph of a system: scans forward and backward in time until nothing changes.

One scan in the order of days settles every edge that leads forward, one against it every edge that leads backward.
A longest path turns back at most once per edge that leads backward, so the scans end; if the values still rise after
as many rounds, or return to the origin above 0, there is a positive cycle.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from tracker.consistency.engine.graph import Graph


@dataclass(frozen=True, slots=True)
class Cycle:
    """The halves along a positive cycle, in order."""

    halves: list[int]


def least_values(graph: Graph, halves: Collection[int]) -> list[int] | Cycle:
    """The least value of each node that these halves allow, ending with the origin's 0, or a positive cycle."""
    return _Forward(graph, halves).run()


def greatest_values(graph: Graph, halves: Collection[int]) -> list[int | None]:
    """The greatest value of each node, None where open; the halves must allow some value everywhere."""
    return _Backward(graph, halves).run()


class _Forward:
    """The scans for the least values, remembering for each node the edge that raised it."""

    def __init__(self, graph: Graph, halves: Collection[int]) -> None:
        self.graph = graph
        self.value = [0] * (graph.origin + 1)
        # A half, or ~u for the hard edge from node u.
        self.via = [~graph.origin] * graph.origin
        self.into: dict[int, list[tuple[int, int, int]]] = {}
        self.back: list[tuple[int, int, int, int]] = []
        self.closing: list[tuple[int, int, int]] = []
        for half in halves:
            tail, head, weight = graph.tails[half], graph.heads[half], graph.weights[half]
            if graph.is_low[half]:
                self.into.setdefault(head, []).append((tail, weight, half))
            elif head == graph.origin:
                self.closing.append((tail, weight, half))
            else:
                self.back.append((-tail, head, weight, half))
        self.back.sort()

    def run(self) -> list[int] | Cycle:
        """Scan until nothing changes or a positive cycle shows."""
        rounds = 0
        while True:
            self._forward()
            for tail, weight, half in self.closing:
                if self.value[tail] + weight > 0:
                    return Cycle(self._walk_back(tail, half))
            raised = self._backward()
            if not raised:
                return self.value
            rounds += 1
            # A walk costs as much as a scan, so it is made after 1, 2, 4 ... rounds.
            if rounds & (rounds - 1) == 0 or rounds > len(self.back):
                cycle = self._find_cycle(raised)
                if cycle is not None:
                    return cycle

    def _forward(self) -> None:
        value, via, parts, into = self.value, self.via, self.graph.parts, self.into
        for node, before in enumerate(self.graph.previous):
            best = value[node]
            if value[before] > best:
                best = value[before]
                via[node] = ~before
            if node in parts:
                for part in parts[node]:
                    if value[part] > best:
                        best = value[part]
                        via[node] = ~part
            if node in into:
                for tail, weight, half in into[node]:
                    if value[tail] + weight > best:
                        best = value[tail] + weight
                        via[node] = half
            value[node] = best

    def _backward(self) -> list[int]:
        value, raised = self.value, []
        for tail, head, weight, half in self.back:
            if value[-tail] + weight > value[head]:
                value[head] = value[-tail] + weight
                self.via[head] = half
                raised.append(head)
        return raised

    def _find_cycle(self, nodes: Iterable[int]) -> Cycle | None:
        """A cycle among the edges that raised the nodes, which is always positive."""
        mark = [0] * self.graph.origin
        for number, start in enumerate(nodes, start=1):
            node = start
            while node != self.graph.origin and not mark[node]:
                mark[node] = number
                node = self._tail(node)
            if node != self.graph.origin and mark[node] == number:
                return Cycle(self._loop(node))
        return None

    def _walk_back(self, node: int, closing: int) -> list[int]:
        """The path that gave a node its value, closed by a high; or the cycle that the path runs into."""
        halves, seen = [closing], set()
        while node != self.graph.origin:
            if node in seen:
                return self._loop(node)
            seen.add(node)
            if self.via[node] >= 0:
                halves.append(self.via[node])
            node = self._tail(node)
        return halves[::-1]

    def _loop(self, start: int) -> list[int]:
        halves, node = [], start
        while True:
            if self.via[node] >= 0:
                halves.append(self.via[node])
            node = self._tail(node)
            if node == start:
                return halves[::-1]

    def _tail(self, node: int) -> int:
        via = self.via[node]
        return self.graph.tails[via] if via >= 0 else ~via


class _Backward:
    """The scans for the greatest values: the longest path from each node on to the origin, its sign turned."""

    def __init__(self, graph: Graph, halves: Collection[int]) -> None:
        # Longer than any path: a value below -ceiling owes nothing to a high.
        self.ceiling = sum(abs(graph.weights[half]) for half in halves) + 1
        self.value = [-2 * self.ceiling] * graph.origin
        self.following = [-1] * graph.origin
        for node, before in enumerate(graph.previous):
            if before != graph.origin:
                self.following[before] = node
        self.wholes: dict[int, list[int]] = {}
        for whole, parts in graph.parts.items():
            for part in parts:
                self.wholes.setdefault(part, []).append(whole)
        self.lows: dict[int, list[tuple[int, int]]] = {}
        self.spans: list[tuple[int, int, int]] = []
        for half in halves:
            tail, head, weight = graph.tails[half], graph.heads[half], graph.weights[half]
            if graph.is_low[half]:
                self.lows.setdefault(tail, []).append((head, weight))
            elif head == graph.origin:
                self.value[tail] = max(self.value[tail], weight)
            else:
                self.spans.append((head, tail, weight))
        self.spans.sort()

    def run(self) -> list[int | None]:
        """Scan until nothing changes."""
        value, changed = self.value, True
        while changed:
            self._against_time()
            changed = False
            for head, tail, weight in self.spans:
                if value[head] + weight > value[tail]:
                    value[tail] = value[head] + weight
                    changed = True
        return [-longest if longest > -self.ceiling else None for longest in value]

    def _against_time(self) -> None:
        value = self.value
        for node in range(len(value) - 1, -1, -1):
            best = value[node]
            later = self.following[node]
            if later >= 0:
                best = max(best, value[later])
            if node in self.wholes:
                best = max(best, *(value[whole] for whole in self.wholes[node]))
            if node in self.lows:
                best = max(best, *(value[head] + weight for head, weight in self.lows[node]))
            value[node] = best
