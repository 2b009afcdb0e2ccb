"""The positive cycle through one half of a claim that uses the fewest others."""

from collections.abc import Collection, Iterable

from tracker.consistency.engine.graph import Graph

_Layer = dict[int, int]
_State = tuple[int, int]


def shortest_cycle(
    graph: Graph, through: int, others: Collection[int], nodes: Iterable[int] | None = None
) -> list[int] | None:
    """The halves along a positive cycle through one half with the fewest others; None when there is none.

    Of several such cycles it is the one of greatest weight, then the one whose figures have the lowest keys. Layer k
    holds the greatest weight of a walk with k of the other halves from the half's head to each node, where it beats
    all walks with fewer: a walk that does not can never be part of a shortest cycle.

    Args:
        graph: the nodes, and what leads from one to another without any figure.
        through: the half that the cycle has to use.
        others: the halves that it may use besides.
        nodes: the nodes that such a cycle can pass; all of them when None.
    """
    start, goal, gap = graph.heads[through], graph.tails[through], graph.weights[through]
    order = range(graph.origin) if nodes is None else sorted(node for node in nodes if node != graph.origin)
    layers: list[_Layer] = []
    layer, best = {start: 0}, _Layer()
    while layer and len(layers) <= len(others):
        spread = _spread(graph, layer, order)
        layer = {node: weight for node, weight in spread.items() if node not in best or weight > best[node]}
        best.update(layer)
        layers.append(layer)
        if goal in layer and layer[goal] + gap > 0:
            return [through, *_LowestKeys(graph, others, layers, start).path_to(goal)]
        layer = _step(graph, layer, others)
    return None


def _spread(graph: Graph, layer: _Layer, order: Iterable[int]) -> _Layer:
    """The layer with what follows from it without any figure: on later days, in wholes, after the origin."""
    spread = dict(layer)
    for node in order:
        for before in (graph.previous[node], *graph.parts.get(node, ())):
            if before in spread and (node not in spread or spread[before] > spread[node]):
                spread[node] = spread[before]
    return spread


def _step(graph: Graph, layer: _Layer, others: Iterable[int]) -> _Layer:
    """The greatest weights after one half more."""
    step = _Layer()
    for half in others:
        tail, head = graph.tails[half], graph.heads[half]
        if tail in layer:
            weight = layer[tail] + graph.weights[half]
            if head not in step or weight > step[head]:
                step[head] = weight
    return step


class _LowestKeys:
    """Chooses, among the walks that give the layers their weights, the one whose figures have the lowest keys."""

    def __init__(self, graph: Graph, others: Iterable[int], layers: list[_Layer], start: int) -> None:
        self._graph = graph
        self._layers = layers
        self._start = start
        self._into: dict[int, list[int]] = {}
        for half in others:
            self._into.setdefault(graph.heads[half], []).append(half)

    def path_to(self, goal: int) -> list[int]:
        """The halves of that walk to a node in the last layer, in order."""
        last = (len(self._layers) - 1, goal)
        keys: dict[_State, tuple[int, ...]] = {}
        came: dict[_State, tuple[_State, int | None]] = {}
        # In the order of layers and of days; what leaves the origin comes after it.
        for state in sorted(self._needed(last), key=lambda s: (s[0], s[1] if s[1] != self._graph.origin else -1)):
            if state == (0, self._start):
                keys[state] = ()
                continue
            options = []
            for before, half in self._sources(state):
                figures = () if half is None else (self._graph.figure(half),)
                options.append((tuple(sorted(keys[before] + figures)), before, half))
            keys[state], before, half = min(options, key=lambda option: option[0])
            came[state] = before, half
        halves = []
        state = last
        while state != (0, self._start):
            state, half = came[state]
            if half is not None:
                halves.append(half)
        return halves[::-1]

    def _needed(self, last: _State) -> set[_State]:
        needed, waiting = {last}, [last]
        while waiting:
            for before, _ in self._sources(waiting.pop()):
                if before not in needed:
                    needed.add(before)
                    waiting.append(before)
        return needed

    def _sources(self, state: _State) -> list[tuple[_State, int | None]]:
        """Where the weight of a state comes from: a state, and the half between, if any."""
        if state == (0, self._start):
            return []
        number, node = state
        weight, graph = self._layers[number][node], self._graph
        hard = () if node == graph.origin else (graph.previous[node], *graph.parts.get(node, ()))
        found: list[tuple[_State, int | None]] = [
            ((number, before), None) for before in hard if self._layers[number].get(before) == weight
        ]
        if number:
            for half in self._into.get(node, ()):
                tail = self._layers[number - 1].get(graph.tails[half])
                if tail is not None and tail + graph.weights[half] == weight:
                    found.append(((number - 1, graph.tails[half]), half))
        return found
