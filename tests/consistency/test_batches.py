"""Which event reports may be one batch, and over which days each then counts."""

from itertools import combinations, permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import day, figure, recorded
from tracker.consistency.batches import Batches, batches
from tracker.consistency.book import Book
from tracker.domain.figure import Figure, RecordedFigure

LUBINETS, PROKUDIN, QATAR = "Dmytro Lubinets", "Oleksandr Prokudin", "Qatar mediation"


def held(*figures: Figure, same: tuple[set[int], ...] = (), distinct: tuple[set[int], ...] = ()) -> Batches:
    """The figures, numbered from 1 as given, held against each other in the order of the book."""
    book = Book.of((recorded(one, key) for key, one in enumerate(figures, 1)), (), day("2026-01-01"))
    return batches(book.figures, [frozenset(ids) for ids in same], [frozenset(ids) for ids in distinct])


def batch(value: str, as_of: str, source: str = LUBINETS, publisher: str | None = None, **more: Any) -> Figure:
    """An event report."""
    return figure("returned", value, as_of=as_of, source=source, publisher=publisher, basis="event", **more)


def groups(found: Batches) -> list[tuple[int, ...]]:
    """The figures of each suspected group."""
    return [group.figures for group in found.suspected]


def window(found: Batches, key: int) -> tuple[str, str] | None:
    """The days over which a figure counts, where they are not its own."""
    if key not in found.spans:
        return None
    first, last = found.spans[key]
    return day("0001-01-01").fromordinal(first).isoformat(), day("0001-01-01").fromordinal(last).isoformat()


@pytest.mark.parametrize(
    "other",
    [
        batch("11", "2024-02-20", QATAR),
        batch("10", "2024-02-22", QATAR),
        batch("5", "2024-02-19", PROKUDIN, place="Kherson Oblast"),
        batch("11", "2024-02-27", QATAR),
        batch("11", "2024-02-21", publisher="Ukrinform"),
        batch("10", "2024-02-21", publisher="Ukrinform"),
        batch("11", "2024-02", QATAR),
        batch("11", "2024-02-20", "D. Lubinets", place="Kherson region"),
    ],
    ids=["announcer", "number", "part", "same-number", "copy", "near-copy", "month", "spelling"],
)
def test_reports_that_nothing_tells_apart_may_be_one(other: Figure) -> None:
    """Other announcers, numbers, spellings and days a little apart do not make another batch."""
    assert [(1, 2)] == groups(held(batch("11", "2024-02-20", place="occupied territories"), other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (batch("6", "2024-02-20"), batch("7", "2024-02-21")),
        (batch("6", "2024-02-20", publisher="A"), batch("13", "2024-02-21", publisher="B")),
        (batch("11", "2024-02-20"), batch("11", "2024-02-24")),
        (batch("11", "2024-02-20"), batch("10", "2024-02-24", QATAR)),
        (batch("11", "2024-02-20"), batch("11", "2024-02-28", QATAR)),
        (batch("3", "2024-02"), batch("11", "2024-02-20", QATAR)),
        (batch("4", "2024-02-20", place="Kherson Oblast"), batch("4", "2024-02-20", QATAR, place="Crimea")),
        (batch("4", "2024-02-20"), figure("killed", "4", as_of="2024-02-20", basis="event")),
    ],
    ids=["numbers", "publishers", "days", "days-and-numbers", "week", "vague", "places", "indicators"],
)
def test_reports_that_something_tells_apart_are_distinct(one: Figure, other: Figure) -> None:
    """One announcer's other numbers, days too far apart, other oblasts and other indicators make another batch."""
    found = held(one, other)

    assert ([], {}) == (groups(found), found.spans)


def test_seven_more_after_six_more_is_another_batch() -> None:
    """One announcer who says "more" with another number speaks of another batch, whoever prints it."""
    six = batch("6", "2024-02-20", publisher="A")
    seven = batch("seven more", "2024-02-21", publisher="B", low=7, high=7)

    assert [] == groups(held(six, seven))


def test_reports_of_one_group_count_over_all_its_days() -> None:
    """So that they bound the same span, once, by the largest."""
    found = held(batch("6", "2024-02-18"), batch("8", "2024-02-20", QATAR))

    assert [("2024-02-18", "2024-02-20")] * 2 == [window(found, 1), window(found, 2)]


def test_a_vague_report_does_not_blur_an_exact_one() -> None:
    """A month that holds the day counts no child twice, so both keep their spans."""
    found = held(batch("11", "2024-02-20"), batch("11", "2024-02", QATAR))

    assert ([(1, 2)], {}) == (groups(found), found.spans)


def test_a_chain_of_reports_does_not_become_one_batch() -> None:
    """Each is like the next, but in a group any two are alike."""
    days = [f"2024-02-{day:02}" for day in range(1, 29, 3)]
    found = held(*(batch("7", of, f"Source {number}") for number, of in enumerate(days)))

    assert max(map(len, groups(found))) <= 3
    assert all(last - first <= 14 for first, last in found.spans.values())


def test_a_report_between_two_batches_reaches_over_to_the_other() -> None:
    """It may be either of them, and the two stay apart."""
    found = held(batch("6", "2024-02-20"), batch("7", "2024-02-21", QATAR), batch("7", "2024-02-22"))

    assert [(2, 3)] == groups(found)
    assert [None, ("2024-02-20", "2024-02-22"), ("2024-02-21", "2024-02-22")] == [
        window(found, key) for key in (1, 2, 3)
    ]


def test_what_a_person_decided_to_be_one_is_no_question_any_more() -> None:
    """A batch decided to be one came home no later than it was first reported, be the copy months younger."""
    found = held(
        batch("31", "2023-04-08", "Save Ukraine"), batch("31", "2023-07-16", "Save Ukraine", "Copy"), same=({1, 2},)
    )

    assert [] == groups(found)
    assert [None, ("2023-04-08", "2023-04-08")] == [window(found, 1), window(found, 2)]


def test_a_report_like_one_of_a_decided_batch_is_asked_about_with_all_of_it() -> None:
    """The question is then whether it is that batch."""
    found = held(
        batch("31", "2023-04-08"),
        batch("31", "2023-07-16", publisher="Copy"),
        batch("30", "2023-07-17", QATAR),
        same=({1, 2},),
    )

    assert [(1, 2, 3)] == groups(found)


def test_what_a_person_decided_to_be_distinct_counts_apart() -> None:
    """Both keep their own spans."""
    found = held(batch("6", "2024-02-18"), batch("8", "2024-02-20", QATAR), distinct=({1, 2},))

    assert ([], {}) == (groups(found), found.spans)


def test_reasons_say_what_agrees_and_what_differs() -> None:
    """Numbers, days, places and sources, each in one remark."""
    (group,) = held(batch("6", "2023-12-05", QATAR), batch("8", "2023-12-06", place="Russia")).suspected

    assert ["number-apart=2", "days-apart=1", "places-meet", "sources-differ"] == list(map(str, group.reasons))


REPORTS = st.lists(
    st.builds(
        batch,
        st.integers(1, 9).map(str),
        st.sampled_from([f"2024-02-{day:02}" for day in range(1, 15)] + ["2024-02", "2024-02-03/2024-02-05"]),
        st.sampled_from([LUBINETS, PROKUDIN, QATAR]),
        st.sampled_from(["A", "B"]),
        place=st.sampled_from(["Ukraine", "Kherson Oblast", "Kharkiv Oblast", "Russia"]),
    ),
    max_size=9,
)


@given(REPORTS)
def test_no_two_reports_that_may_be_one_are_added_up(reports: list[Figure]) -> None:
    """The days over which they count have one in common, in a group or not."""
    numbered = [recorded(one, key) for key, one in enumerate(reports, 1)]
    everything = batches(numbered)

    for one, other in combinations(numbered, 2):
        if batches([one, other]).suspected:
            first, second = (everything.spans.get(of.id, _own(of)) for of in (one, other))
            assert max(first[0], second[0]) <= min(first[1], second[1])


@given(REPORTS)
def test_in_a_group_any_two_may_be_one(reports: list[Figure]) -> None:
    """Complete linkage, so that a group can be decided at once."""
    numbered = {key: recorded(one, key) for key, one in enumerate(reports, 1)}

    for group in batches(numbered.values()).suspected:
        for one, other in combinations(group.figures, 2):
            alike = _said(numbered[one]) == _said(numbered[other])
            assert alike or batches([numbered[one], numbered[other]]).suspected


def _own(of: RecordedFigure) -> tuple[int, int]:
    return of.as_of.first.toordinal(), of.as_of.last.toordinal()


def _said(of: RecordedFigure) -> tuple[object, ...]:
    return of.place, of.source, of.as_of, of.bounds


def test_the_order_of_recording_does_not_matter() -> None:
    """The book orders figures by what they say."""
    figures = [
        recorded(of, key)
        for key, of in enumerate(
            (
                batch("6", "2024-02-20"),
                batch("7", "2024-02-21", QATAR),
                batch("7", "2024-02-22"),
                batch("9", "2024-02-23", PROKUDIN),
            )
        )
    ]
    answers = {repr(batches(Book.of(order, (), day("2026-01-01")).figures)) for order in permutations(figures)}

    assert 1 == len(answers)
