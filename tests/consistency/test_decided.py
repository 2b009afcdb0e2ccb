"""Which decisions about batches are in force."""

from hypothesis import given
from hypothesis import strategies as st

from tests.factory import moment
from tracker.consistency.decided import Decided, decided, overruled
from tracker.domain.decision import Decision, DecisionKind

AT = moment("2024-04-05")
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from(DecisionKind),
        st.frozensets(st.integers(1, 6), min_size=2, max_size=4),
        st.just("why"),
        st.just(AT),
    ),
    max_size=6,
)


def same(*figures: int) -> Decision:
    """A decision that these report one batch."""
    return Decision(DecisionKind.SAME, frozenset(figures), "why", AT)


def distinct(*figures: int) -> Decision:
    """A decision that no two of these do."""
    return Decision(DecisionKind.DISTINCT, frozenset(figures), "why", AT)


def sets(held: Decided) -> tuple[list[list[int]], list[list[int]]]:
    """What holds, in short."""
    return [sorted(some) for some in held.same], [sorted(some) for some in held.distinct]


def test_one_batch_with_the_same_is_one_batch() -> None:
    """Decisions that share a report join."""
    assert ([[1, 2, 3], [4, 5]], []) == sets(decided([same(1, 2), same(4, 5), same(2, 3)]))


def test_a_newer_decision_wins() -> None:
    """On one pair the last word counts, whichever it is."""
    assert ([], [[1, 2]]) == sets(decided([same(1, 2), distinct(1, 2)]))
    assert ([[1, 2]], []) == sets(decided([distinct(1, 2), same(1, 2)]))


def test_a_newer_decision_takes_back_only_what_it_must() -> None:
    """Of three reports of one batch, one turns out to be of another; the other two stay one."""
    assert ([[1, 2]], [[1, 3], [2, 3]]) == sets(decided([same(1, 2, 3), distinct(2, 3), distinct(1, 3)]))
    assert ([[1, 2]], [[1, 3], [2, 3]]) == sets(decided([distinct(1, 2, 3), same(1, 2)]))


def test_a_chain_never_joins_what_is_distinct() -> None:
    """1 and 3 are distinct, so 2 cannot be one with both: the newer of its decisions holds."""
    assert ([[2, 3]], [[1, 3]]) == sets(decided([same(1, 2), same(2, 3), distinct(1, 3)]))


@given(DECISIONS)
def test_distinct_reports_never_share_a_batch(decisions: list[Decision]) -> None:
    """Whatever was decided, in whatever order."""
    held = decided(decisions)

    assert not any(len(apart & together) > 1 for apart in held.distinct for together in held.same)
    assert sum(map(len, held.same)) == len(frozenset().union(*held.same))


@given(DECISIONS.filter(bool))
def test_the_newest_decision_holds_in_full(decisions: list[Decision]) -> None:
    """Nothing stands against the last word."""
    assert decided(decisions).honours(decisions[-1])


def test_what_a_new_decision_overrules_is_named() -> None:
    """Those that held and no longer do; others and those overruled before are not."""
    before = [same(7, 8), distinct(1, 2), same(1, 2), same(2, 3)]

    assert [before[2]] == overruled(before, distinct(1, 2))
    assert [] == overruled(before, same(3, 4))
