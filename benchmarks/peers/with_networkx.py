"""networkx: no negative cycle in the graph of differences."""

import networkx
import numpy as np
from clock import OPEN, Arrays, Model, measure


def verdict(arrays: Arrays) -> bool:
    """Whether Bellman and Ford find no negative cycle: longest paths from the day before all others."""
    model = Model(arrays)
    origin, nodes = model.size, np.arange(model.size)
    capped = np.flatnonzero(model.high != OPEN)
    tails = np.concatenate([np.full(model.size, origin), nodes[:-1], model.tails, capped])
    heads = np.concatenate([nodes, nodes[1:], model.heads, np.full(len(capped), origin)])
    lengths = np.concatenate([-model.low, np.zeros(model.size - 1, np.int64), -model.gains, model.high[capped]])
    # Of several edges from one node to another the graph keeps the last: the shortest.
    order = np.argsort(-lengths, kind="stable")
    graph = networkx.DiGraph()
    graph.add_weighted_edges_from(zip(tails[order].tolist(), heads[order].tolist(), lengths[order].tolist()))  # noqa: B905 - equal by construction
    try:
        networkx.bellman_ford_predecessor_and_distance(graph, origin, heuristic=True)
    except networkx.NetworkXUnbounded:
        return False
    return True


measure(verdict=verdict)
