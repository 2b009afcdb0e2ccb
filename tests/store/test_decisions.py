"""What people decided: kept, asked for as known on a day, and never changed."""

import pytest

from tests.factory import day, figure, moment
from tracker.domain.decision import Break, Decision, DecisionKind, Waiver
from tracker.domain.errors import NothingFound, WrongUse
from tracker.store.ledger import Store

RECORDED, LATER, LATEST = (moment(f"2024-0{month}-05T12:00") for month in (4, 5, 6))


@pytest.fixture
def reports(store: Store) -> Store:
    """A store with three batches."""
    store.record([figure(value=f"+{number}") for number in (6, 7, 8)], at=RECORDED)
    return store


def decision(*figures: int, kind: str = "same", because: str = "one bus", at: str = "2024-05-05T12:00") -> Decision:
    """A decision about some of the batches."""
    return Decision(DecisionKind(kind), frozenset(figures), because, moment(at))


def a_break(on: str = "2024-03-01", *, source: str = "Children of War", because: str = "new register") -> Break:
    """A break of a source on returned children."""
    return Break("returned", source, day(on), because)


def waiver(*, because: str = "late register", author: str = "N", mark: str = "a", at: str = "2024-05-05") -> Waiver:
    """A waiver of one finding."""
    return Waiver(
        finding="dispute-0123",
        check="dispute",
        figures=(1, 3),
        fingerprint=mark * 64,
        because=because,
        author=author,
        recorded_at=moment(at),
    )


def test_decisions_are_kept_in_their_order(reports: Store) -> None:
    """None replaces another; a past day knows those made by then."""
    made = [decision(1, 2), decision(1, 2, 3, kind="distinct", because="three buses", at="2024-06-05")]
    for one in made:
        reports.decide(one)

    assert made == reports.decisions()
    assert [made[:0], made[:1]] == [reports.decisions(day(on)) for on in ("2024-05-04", "2024-05-05")]


@pytest.mark.parametrize(
    ("wrong", "error", "words"),
    [
        (decision(1, 9), NothingFound, "there is no figure 9"),
        (decision(1), WrongUse, "two figures at least"),
        (decision(1, 2, because=" "), WrongUse, "without a reason"),
    ],
)
def test_a_decision_needs_figures_and_a_reason(
    reports: Store, wrong: Decision, error: type[Exception], words: str
) -> None:
    """Else nothing is kept of it."""
    with pytest.raises(error, match=words):
        reports.decide(wrong)
    assert [] == reports.decisions()


def test_breaks_are_kept_and_can_be_withdrawn(reports: Store) -> None:
    """A past day still knows the one that was withdrawn after it."""
    reports.record_break(a_break("2024-03-01"), at=RECORDED)
    reports.record_break(a_break("2024-02-01"), at=RECORDED)
    reports.withdraw_break(a_break("2024-03-01", because="wrong day"), at=LATER)

    assert [a_break("2024-02-01")] == reports.breaks()
    assert [a_break("2024-02-01"), a_break("2024-03-01")] == reports.breaks(day("2024-05-04"))

    reports.record_break(a_break("2024-03-01", because="it was right"), at=LATEST)
    assert [a_break("2024-02-01"), a_break("2024-03-01", because="it was right")] == reports.breaks()


def test_a_break_is_of_what_is_known_and_recorded_once(reports: Store) -> None:
    """Its source and indicator exist, and it has a reason; the second says the first's reason."""
    reports.record_break(a_break(), at=LATER)

    with pytest.raises(WrongUse, match="recorded already, because: new register"):
        reports.record_break(a_break(because="again"), at=LATEST)
    with pytest.raises(NothingFound, match="no source 'Nobody'"):
        reports.record_break(a_break(source="Nobody"), at=LATEST)
    with pytest.raises(NothingFound, match="no indicator 'lost'"):
        reports.record_break(Break("lost", "Children of War", day("2024-03-01"), "why"), at=LATEST)
    with pytest.raises(WrongUse, match="without a reason"):
        reports.record_break(a_break("2024-04-01", because=""), at=LATEST)
    with pytest.raises(NothingFound, match="has no break of returned on 2024-04-01"):
        reports.withdraw_break(a_break("2024-04-01"), at=LATEST)
    with pytest.raises(WrongUse, match="set the clock"):
        reports.withdraw_break(a_break(), at=RECORDED)
    assert [a_break()] == reports.breaks()


def test_waivers_are_kept_renewed_and_ended(reports: Store) -> None:
    """One is in force at a time; a past day knows the one of its time."""
    first, second = waiver(), waiver(mark="b", because="still late", at="2024-06-05")
    reports.waive(first)
    reports.waive(second)

    assert [second] == reports.waivers()
    assert [first] == reports.waivers(day("2024-06-04"))

    reports.end_waiver("dispute-0123", because="settled", author="M", at=moment("2024-07-05"))
    assert [] == reports.waivers()
    assert [second] == reports.waivers(day("2024-07-04"))
    with pytest.raises(NothingFound, match="dispute-0123 is not waived"):
        reports.end_waiver("dispute-0123", because="again", author="M", at=moment("2024-08-05"))


def test_a_waiver_has_a_reason_and_an_author(reports: Store) -> None:
    """Else nothing is kept; and the clock may not go back."""
    for wrong, words in ((waiver(because=" "), "without a reason"), (waiver(author=" "), "needs an author")):
        with pytest.raises(WrongUse, match=words):
            reports.waive(wrong)
    reports.waive(waiver())
    with pytest.raises(WrongUse, match="set the clock"):
        reports.waive(waiver(at="2024-05-04"))
    assert [waiver()] == reports.waivers()
