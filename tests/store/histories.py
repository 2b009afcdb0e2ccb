"""A store with rows in every table, closed versions among them, for tests that look at all of it."""

from tests.factory import day, figure, moment
from tracker.domain.decision import Break, Decision, DecisionKind, Waiver
from tracker.domain.place import Place
from tracker.domain.source import Coverage, Source
from tracker.store.ledger import Store


def fill(store: Store) -> None:
    """Leave something in every table."""
    at = moment("2024-04-05")
    digest = store.keep_evidence("page.html", b"<html>", at=at)
    store.record(
        [
            figure(value="1"),
            figure(value="2", archive=digest, in_archive=False, note='say "при\u2028вет"\n\t\x07\x7f\\🙂'),
        ],
        at=at,
    )
    store.record([figure(value="31", since="2024", as_of="2024-03", published="2024-04-01")], at=at)
    store.correct(1, figure(value="3"), because="misread", at=at)
    store.retract(1, because="not a count", at=at)
    store.set_source(Source("Children of War", Coverage.OWN, "B", confidential=True), at=at)
    store.add_place(Place("Oleshky", ("Олешки",)), at=at)
    decide(store)


def decide(store: Store) -> None:
    """Leave a decision of each kind in a store that holds figures 1 and 2, among them closed versions."""
    at = moment("2024-04-06")
    first, second = (Break("returned", "Children of War", day(f"2024-0{month}-01"), "why") for month in (2, 3))
    store.decide(Decision(DecisionKind.SAME, frozenset({1, 2}), "why", at))
    store.record_break(first, at=at)
    store.withdraw_break(first, at=at)
    store.record_break(second, at=at)
    for mark in "ab":
        store.waive(
            Waiver(
                finding="dispute-0123",
                check="dispute",
                figures=(1, 2),
                fingerprint=mark * 64,
                because="why",
                author="N",
                recorded_at=at,
            )
        )
