"""A store in columns: the same figures as one by one."""

from datetime import date

import pytest

from tests.factory import figure, moment
from tracker.domain.figure import RecordedFigure
from tracker.domain.span import Span
from tracker.domain.table import BASES, NO_COPY, NO_FILE, NO_NUMBER, NO_QUOTE, NO_SEARCH, NO_URL, OPEN, Table
from tracker.store.ledger import Store

NOON = moment("2024-04-05T12:00")
LATER = moment("2024-06-01T12:00")
FIGURES = [
    figure(
        "returned", "fewer than 400", as_of="2024-04", source="A", published="2024-05-02", url="https://a.example/1"
    ),
    figure("returned", "+7", as_of="2024-04-03", source="A", publisher="B", place="Kherson Oblast", quote="seven"),
    figure("abducted", "at least 3", as_of="2024-04-03", source="B", url="https://a.example/1"),
    figure("returned", "31", as_of="2024-04-30", since="2024-01", source="C", url="https://a.example/2"),
    figure("killed", "unknown", low=None, high=None, as_of="2024", source="C", archive_url="https://a.example/copy"),
    figure("killed", str(2**63 - 1), as_of="2024-04-30", source="C"),
]


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with six figures, of which one is corrected and one retracted in June."""
    store.record(FIGURES, at=NOON)
    store.correct(4, figure("returned", "32", as_of="2024-04-30", since="2024-01", source="C"), because="w", at=LATER)
    store.retract(3, because="twice", at=LATER)
    return store


def rows(table: Table) -> list[tuple[object, ...]]:
    """The table as values, by number."""
    columns = table.columns
    named = zip(
        columns.id.tolist(),
        (table.indicators[number] for number in columns.indicator.tolist()),
        (table.sources[number] for number in columns.source.tolist()),
        (table.sources[number] for number in columns.publisher.tolist()),
        (table.places[number] for number in columns.place.tolist()),
        columns.low.tolist(),
        columns.high.tolist(),
        (BASES[place] for place in columns.basis.tolist()),
        *(
            getattr(columns, name).tolist()
            for name in (
                "as_of_first", "as_of_last", "since_first", "since_last", "published_first", "published_last", "missing"
            )
        ),
        strict=True,
    )  # fmt: skip
    return sorted(named)


def row(one: RecordedFigure) -> tuple[object, ...]:
    """The same of a figure."""

    def end(number: int | None) -> int:
        return OPEN if number is None else number

    def days(span: Span | None) -> tuple[int, int]:
        return (span.first.toordinal(), span.last.toordinal()) if span else (OPEN, OPEN)

    missing = NO_URL * (not one.url) + NO_QUOTE * (not one.quote) + NO_FILE * (not one.archive)
    missing += NO_COPY * (not one.archive_url)
    missing += NO_NUMBER * (one.in_archive is False) + NO_SEARCH * (one.in_archive is None)
    names = (one.id, one.indicator, one.source, one.publisher, one.place)
    ends = (end(one.bounds.low), end(one.bounds.high))
    return (*names, *ends, one.basis, *days(one.as_of), *days(one.since), *days(one.published), missing)


@pytest.mark.parametrize("known_on", [None, date(2024, 4, 5), date(2024, 4, 4)])
def test_a_table_holds_what_the_figures_say(filled: Store, known_on: date | None) -> None:
    """The figures in force, now and as known on a day; open ends and dates not given are marked."""
    table = filled.table(known_on)

    assert sorted(map(row, filled.figures(known_on=known_on))) == rows(table)
    assert len(filled.figures(known_on=known_on)) == table.count()


def test_figures_are_counted_by_indicator(filled: Store) -> None:
    """Of a name that no figure has there are none."""
    table = filled.table()

    assert [3, 2, 5, 0] == [table.count(some) for some in (["returned"], ["killed"], ["returned", "killed"], ["x"])]


def test_addresses_are_counted_once(filled: Store) -> None:
    """Of figures in force, on some indicators or all, now and as known on a day."""
    then = date(2024, 4, 5)

    assert [1, 1, 0] == [filled.addresses(some) for some in (None, ["returned"], ["abducted"])]
    assert [2, 1] == [filled.addresses(some, then) for some in (None, ["abducted"])]


def test_the_last_number_is_that_of_the_figure_recorded_last(store: Store) -> None:
    """None yet: 0."""
    assert 0 == store.last_number()
    store.record(FIGURES, at=NOON)
    assert len(FIGURES) == store.last_number()


@pytest.mark.parametrize("found", [True, False, None])
def test_what_a_search_of_the_archived_file_found_is_that_of_the_version_in_force(
    store: Store, found: bool | None
) -> None:
    """Archived, and archived anew."""
    sha256 = store.keep_evidence("page.html", b"388", at=NOON)
    store.record([figure(archive=sha256, in_archive=found)], at=NOON)
    assert sorted(map(row, store.figures())) == rows(store.table())

    store.correct(1, figure(archive=sha256, in_archive=not found), because="searched anew", at=LATER)
    assert sorted(map(row, store.figures())) == rows(store.table())
