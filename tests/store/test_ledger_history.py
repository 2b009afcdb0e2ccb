import pytest

from tests.factory import day, figure, moment
from tracker.domain.errors import NothingFound, WrongUse
from tracker.domain.figure import RecordedFigure, Status
from tracker.store.ledger import Store

RECORDED = moment("2024-04-05T12:00")
LATER = moment("2024-05-01T12:00")
LATEST = moment("2024-06-01T12:00")


def history(versions: list[RecordedFigure]) -> list[tuple[int, int, str, Status, str]]:
    """What tells versions of figures apart, in short."""
    return [(each.id, each.version, each.value, each.status, each.because) for each in versions]


def test_a_correction_adds_a_version(store: Store) -> None:
    """The corrected words are in force; the first ones stay in the history, with the reason for the change."""
    store.record([figure(value="fewer than 400")], at=RECORDED)

    store.correct(1, figure(value="at least 400"), because="misread", at=LATER)

    corrected = (1, 2, "at least 400", Status.CORRECTED, "misread")
    assert [corrected] == history(store.figures())
    assert [(1, 1, "fewer than 400", Status.RECORDED, ""), corrected] == history(store.versions(1))
    assert [RECORDED, LATER] == [version.recorded_at for version in store.versions(1)]


def test_a_retraction_takes_a_figure_out_of_force(store: Store) -> None:
    """It is shown only when asked for, with its words and the reason."""
    store.record([figure(value="388"), figure(value="389")], at=RECORDED)

    store.retract(1, because="not a count", at=LATER)

    assert [2] == [each.id for each in store.figures()]
    assert (1, 2, "388", Status.RETRACTED, "not a count") in history(store.figures(with_retracted=True))


def test_a_past_day_answers_as_it_did_then(store: Store) -> None:
    """What is known on a day does not change with what is recorded, corrected or retracted after it."""
    store.record([figure(value="1"), figure(value="2")], at=RECORDED)
    store.correct(1, figure(value="3"), because="misread", at=LATER)
    store.retract(2, because="not a count", at=LATER)
    store.record([figure(value="4")], at=LATEST)

    def known(on: str) -> list[tuple[int, str]]:
        return [(each.id, each.value) for each in store.figures(known_on=day(on))]

    assert [] == known("2024-04-04")
    assert [(1, "1"), (2, "2")] == known("2024-04-05")
    assert [(1, "1"), (2, "2")] == known("2024-04-30")
    assert [(1, "3")] == known("2024-05-01")
    assert [(1, "3"), (3, "4")] == known("2024-06-01")


def test_days_end_at_midnight_utc(store: Store) -> None:
    """What is recorded in the last microsecond of a day is known on it; what comes at midnight is not."""
    store.record([figure(value="1")], at=moment("2024-04-05T23:59:59.999999"))
    store.record([figure(value="2")], at=moment("2024-04-06"))

    assert [1] == [each.id for each in store.figures(known_on=day("2024-04-05"))]


def test_a_retracted_figure_comes_back_by_a_correction(store: Store) -> None:
    """Even unchanged, since being in force again is the change."""
    store.record([figure()], at=RECORDED)
    store.retract(1, because="doubted", at=LATER)

    store.correct(1, figure(), because="confirmed", at=LATEST)

    assert [(1, 3, "388", Status.CORRECTED, "confirmed")] == history(store.figures())


def test_a_figure_may_be_corrected_back(store: Store) -> None:
    """The same content may be in force twice in one history."""
    store.record([figure(value="1")], at=RECORDED)
    store.correct(1, figure(value="2"), because="misread", at=LATER)

    store.correct(1, figure(value="1"), because="it was right", at=LATEST)

    assert ["1", "2", "1"] == [version.value for version in store.versions(1)]


def test_changes_within_one_moment_keep_their_order(store: Store) -> None:
    """A clock that stands still is no obstacle."""
    store.record([figure(value="1")], at=RECORDED)
    store.correct(1, figure(value="2"), because="misread", at=RECORDED)
    store.correct(1, figure(value="3"), because="misread", at=RECORDED)

    assert ["3"] == [each.value for each in store.figures(known_on=day("2024-04-05"))]


def test_a_correction_may_name_a_new_source(store: Store) -> None:
    """Sources and places of a correction are made on first use, as in recording."""
    store.record([figure()], at=RECORDED)

    store.correct(1, figure(source="Somebody new", place="Somewhere"), because="misattributed", at=LATER)

    (corrected,) = store.figures(source="Somebody new")
    assert "Somewhere" == corrected.place


@pytest.mark.parametrize("because", ["", "  "])
def test_no_change_without_a_reason(store: Store, because: str) -> None:
    """Neither a correction nor a retraction, and the figure stays as it was."""
    store.record([figure()], at=RECORDED)

    with pytest.raises(WrongUse, match="without a reason: give one with --because"):
        store.correct(1, figure(value="1"), because=because, at=LATER)
    with pytest.raises(WrongUse, match="without a reason: give one with --because"):
        store.retract(1, because=because, at=LATER)
    assert 1 == store.counts().versions


def test_a_correction_must_change_something(store: Store) -> None:
    """Else the history would tell of a change that was none."""
    store.record([figure()], at=RECORDED)

    with pytest.raises(WrongUse, match="figure 1 already says that"):
        store.correct(1, figure(), because="why not", at=LATER)


def test_a_retraction_happens_once(store: Store) -> None:
    """The second is refused with the reason of the first."""
    store.record([figure()], at=RECORDED)
    store.retract(1, because="not a count", at=LATER)

    with pytest.raises(WrongUse, match="retracted already, because: not a count"):
        store.retract(1, because="again", at=LATEST)


def test_a_number_that_is_not_there_is_said(store: Store) -> None:
    """Changing it is an error; asking for its history finds nothing."""
    with pytest.raises(NothingFound, match="there is no figure 7"):
        store.retract(7, because="gone", at=LATER)
    with pytest.raises(NothingFound, match="there is no figure 7"):
        store.correct(7, figure(), because="gone", at=LATER)
    assert [] == store.versions(7)


def test_the_clock_may_not_go_back(store: Store) -> None:
    """A change dated before what it changes would rewrite the past; the message gives both moments."""
    store.record([figure()], at=LATER)

    with pytest.raises(WrongUse, match=r"clock says 2024-04-05 12:00 UTC, .* 2024-05-01 12:00 UTC: set the clock"):
        store.retract(1, because="not a count", at=RECORDED)
    assert 1 == len(store.figures())


def test_a_correction_that_waited_for_another_follows_it(store: Store) -> None:
    """It was begun before the other was written; its turn came after, and so does its moment."""
    store.record([figure(value="1")], at=moment("2024-05-01T12:00"))
    store.correct(1, figure(value="3"), because="misread", at=moment("2024-05-01T12:00:50"))
    store.correct(1, figure(value="2"), because="misread", at=moment("2024-05-01T12:00:20"))

    assert ["1", "3", "2"] == [each.value for each in store.versions(1)]
    assert [moment("2024-05-01T12:00:50")] * 2 == [each.recorded_at for each in store.versions(1)][1:]
    assert ["2"] == [each.value for each in store.figures()]
    assert () == store.verify().faults
