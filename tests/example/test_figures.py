"""The example figures are real, dated, sourced and free of copied sentences."""

import csv
from collections import Counter
from pathlib import Path

import pytest

import tracker.example
from tracker.domain.bounds import Bounds
from tracker.domain.figure import Basis
from tracker.domain.hedge import Hedge
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.domain.place import KNOWN_PLACES, join_places
from tracker.domain.span import Span
from tracker.wording.reading import read_value

COLUMNS = [
    "indicator",
    "value",
    "basis",
    "as_of",
    "since",
    "source",
    "publisher",
    "published",
    "place",
    "url",
    "quote",
    "note",
]

READING = {
    ("abducted", "at least 19,500", "2024-04-04", "Children of War", "live news page"),
    ("returned", "fewer than 400", "2024-04-04", "Children of War", "live news page"),
    ("returned", "seven", "2024-04-03", "Dmytro Lubinets", "The Kyiv Independent"),
}


@pytest.fixture(name="rows", scope="module")
def read_rows() -> list[dict[str, str]]:
    """The rows as the file holds them."""
    path = Path(tracker.example.__file__).with_name("figures.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def key(row: dict[str, str]) -> tuple[str, ...]:
    """What tells one row of the reading from another."""
    return (row["indicator"], row["value"], row["as_of"], row["source"], row["publisher"])


def test_there_are_enough_rows_to_look_at_and_few_enough_to_read(rows: list[dict[str, str]]) -> None:
    """Between 80 and 150 rows, under the columns that import takes."""
    assert 80 <= len(rows) <= 150
    assert list(rows[0]) == COLUMNS


def test_the_reading_of_4_april_2024_is_among_them(rows: list[dict[str, str]]) -> None:
    """The three figures of one day's reading are all there."""
    assert {key(row) for row in rows} >= READING


def test_every_row_but_the_reading_has_an_address(rows: list[dict[str, str]]) -> None:
    """A newcomer can look each figure up."""
    without = {key(row) for row in rows if not row["url"].startswith(("https://", "http://"))}

    assert without == READING


def test_no_row_occurs_twice(rows: list[dict[str, str]]) -> None:
    """No two rows agree in everything but their notes."""
    counts = Counter(tuple(value for column, value in row.items() if column != "note") for row in rows)

    assert {row for row, count in counts.items() if count > 1} == set()


def test_all_dates_are_dates(rows: list[dict[str, str]]) -> None:
    """Each as_of, since and published that is given reads as a day, month, year or span."""
    for row in rows:
        for column in ("as_of", "since", "published"):
            if row[column]:
                Span.parse(row[column])
        assert row["as_of"]


def test_every_value_reads(rows: list[dict[str, str]]) -> None:
    """Each wording is read by the hedge table in one way, with no coding by hand, and bounds something."""
    for row in rows:
        reading = read_value(row["value"])

        assert reading.bounds != Bounds(None, None)


def test_the_common_hedges_all_occur(rows: list[dict[str, str]]) -> None:
    """A newcomer sees each way in which a chart draws a figure."""
    hedges = {read_value(row["value"]).hedge for row in rows}

    assert hedges >= {
        Hedge.EXACT,
        Hedge.AT_LEAST,
        Hedge.MORE_THAN,
        Hedge.FEWER_THAN,
        Hedge.AT_MOST,
        Hedge.ABOUT,
        Hedge.NEARLY,
        Hedge.RANGE,
    }


def test_only_periods_say_since(rows: list[dict[str, str]]) -> None:
    """A since stands in the rows of basis period, and in them only."""
    assert all((Basis(row["basis"]) is Basis.PERIOD) == bool(row["since"]) for row in rows)


def test_indicators_and_places_are_known_from_the_start(rows: list[dict[str, str]]) -> None:
    """The example needs no `indicator add` and no `place add`."""
    indicators = {indicator.name for indicator in KNOWN_INDICATORS}
    places = {place.name for place in KNOWN_PLACES}
    named = [row["place"] for row in rows if row["place"]]

    assert {row["indicator"] for row in rows} <= indicators
    assert {place for text in named for place in text.split(";")} <= places
    assert named == [join_places(text.split(";")) for text in named]


def test_rows_are_in_the_order_of_their_days(rows: list[dict[str, str]]) -> None:
    """The file reads as a history: by the day spoken of, then by source."""
    order = [(row["as_of"], row["source"]) for row in rows]

    assert order == sorted(order)


def test_no_sentence_is_copied(rows: list[dict[str, str]]) -> None:
    """The quote column is empty; notes are short."""
    assert {row["quote"] for row in rows} == {""}
    assert max(len(row["note"]) for row in rows) <= 100
