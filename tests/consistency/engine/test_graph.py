"""The graph has a node for all that matters, in an order in which time and wholes only lead onward."""

from hypothesis import given, settings

from tests.consistency.worlds import systems
from tracker.consistency.engine.graph import Graph, wholes_of
from tracker.consistency.engine.proof import Premise
from tracker.consistency.engine.system import Claim, System


@given(systems())
@settings(max_examples=100, deadline=None)
def test_all_edges_but_those_of_highs_lead_to_larger_numbers(system: System) -> None:
    """So one scan by number settles them all."""
    graph = Graph(system)

    for node in range(graph.origin):
        for before in (graph.previous[node], *graph.parts.get(node, ())):
            assert before < node or before == graph.origin
    for tail, head, is_low in zip(graph.tails, graph.heads, graph.is_low, strict=True):
        assert is_low == (tail == graph.origin or tail < head < graph.origin)


def test_a_whole_has_a_node_wherever_a_part_of_a_part_has_one() -> None:
    """A rise in the innermost count is seen on its own day in the outermost."""
    graph = Graph(System((Claim(1, 0, 3, 5, 10),), within=((0, 1), (1, 2))))

    assert [(3, 0), (3, 1), (3, 2), (5, 0), (5, 1), (5, 2)] == list(zip(graph.days, graph.counts, strict=True))
    assert {1: (0,), 2: (1,), 4: (3,), 5: (4,)} == graph.parts


def test_the_halves_of_a_claim_are_its_low_and_its_high() -> None:
    """A low leads forward, a high back; a low of 0 says nothing."""
    graph = Graph(System((Claim(7, 0, 3, 5, 0, 4), Claim(8, 0, None, 5, 6, 9))))

    assert [Premise(7, 0, 3, 5, high=4), Premise(8, 0, None, 5, low=6), Premise(8, 0, None, 5, high=9)] == [
        graph.premise(half) for half in range(3)
    ]
    assert [(1, 0, -4), (2, 1, 6), (1, 2, -9)] == list(zip(graph.tails, graph.heads, graph.weights, strict=True))
    assert [1, 2] == graph.halves_of({8})


def test_wholes_are_found_at_any_distance() -> None:
    """A part of a part is a part of the whole."""
    assert frozenset({1, 2}) == wholes_of(((0, 1), (1, 2)), 0)
    assert frozenset() == wholes_of(((0, 1), (1, 2)), 2)
